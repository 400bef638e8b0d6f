//! Validation of a whole plan: all that is wrong with it, in the order of the file.

mod exploration;
mod log;
mod parts;
mod presentation;
mod timeline;

pub(crate) use crate::validation::Validator;
pub use crate::validation::{
    EARLIEST_BEFORE, LONGEST_NAME, LONGEST_TEXT, MOST_ASSOCIATIONS, MOST_ITEMS, MOST_KRONOR, MOST_LINES, MOST_MONTHS,
    MOST_PER_INHABITANT, MOST_PLACES, ValidationError, ValidationErrorKind,
};

use super::Plan;
use crate::calendar::{Horizon, Year};

/// All problems of a plan, in the order of the file.
pub fn validate(plan: &Plan) -> Vec<ValidationError> {
    validate_parts(plan, None)
}

/// All problems of a plan that was made from a valid one. Associations and scenarios that the two share are as they
/// were and are not looked at again, so that an edit costs what it touches.
pub(crate) fn validate_change(valid: &Plan, plan: &Plan) -> Vec<ValidationError> {
    validate_parts(plan, Some(valid))
}

fn validate_parts(plan: &Plan, valid: Option<&Plan>) -> Vec<ValidationError> {
    let mut check = Validator::alone();
    // What an association is checked against beside itself.
    let same_around = valid.filter(|valid| valid.first_year == plan.first_year && valid.indices == plan.indices);
    let known_associations = same_around.map_or(&[][..], |valid| &valid.associations);
    let known_scenarios = valid.map_or(&[][..], |valid| &valid.scenarios);
    check.id("id", &plan.id);
    check.name("name", &plan.name);
    check.text("description", &plan.description);
    if plan.years == 0
        || plan.years > Horizon::MOST_YEARS
        || Year::LATEST.since(plan.first_year) < u16::from(plan.years).saturating_sub(1)
    {
        check.add("years", ValidationErrorKind::YearsOutOfRange);
    }
    check.rules(plan);
    check.indices(plan);
    check.count("associations", plan.associations.len(), MOST_ASSOCIATIONS);
    if plan.associations.is_empty() {
        check.add("associations", ValidationErrorKind::NoneGiven);
    }
    check.ids("associations", plan.associations.iter().map(|association| &association.id));
    for (place, association) in plan.associations.iter().enumerate() {
        if association.is_among(known_associations) {
            continue;
        }
        check.association(plan, association, &format!("associations[{place}]"));
    }
    check.scenarios(plan, known_scenarios);
    check.ranges(plan);
    check.calendar(plan);
    check.targets(plan);
    check.log(plan);
    check.take_problems()
}

#[cfg(test)]
mod tests {
    use super::{validate, validate_change};
    use crate::plan::{Index, Plan};

    #[test]
    fn all_associations_are_validated_when_what_they_refer_to_changes() {
        let file = include_str!("../../../../plans/vaxjo-alvesta-2015.json");
        let mut before: Plan = serde_json::from_value(
            serde_json::from_str::<serde_json::Value>(file).unwrap().get_mut("plan").unwrap().take(),
        )
        .unwrap();
        let index: Index = serde_json::from_str(r#"{"id": "loner", "name": "Löner", "rates": {}}"#).unwrap();
        before.associations[1].lines[0].index = Some(index.id.clone());
        before.indices.push(index);
        assert_eq!(validate(&before), []);
        let mut after = before.clone();
        after.indices.clear();
        assert_eq!(validate_change(&before, &after), validate(&after));
        assert_ne!(validate(&after), []);
    }
}
