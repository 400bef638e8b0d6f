//! Validation of a whole plan: all that is wrong with it, in the order of the file.

mod exploration;
mod parts;
mod presentation;
mod timeline;

pub(crate) use crate::validation::Check;
pub use crate::validation::{
    EARLIEST_BEFORE, LONGEST_NAME, LONGEST_TEXT, MOST_ASSOCIATIONS, MOST_ITEMS, MOST_KRONOR, MOST_LINES, MOST_MONTHS,
    MOST_PER_INHABITANT, MOST_PLACES, Problem, ProblemKind,
};

use super::Plan;
use crate::calendar::{Horizon, Year};

/// All problems of a plan, in the order of the file.
pub fn validate(plan: &Plan) -> Vec<Problem> {
    let mut check = Check::alone();
    check.name("name", &plan.name);
    check.text("description", &plan.description);
    if plan.years == 0 || plan.years > Horizon::MOST_YEARS || plan.first_year.plus(plan.years.into()) == Year::LATEST {
        check.add("years", ProblemKind::YearsOutOfRange);
    }
    check.rules(plan);
    check.indices(plan);
    check.count("associations", plan.associations.len(), MOST_ASSOCIATIONS);
    if plan.associations.is_empty() {
        check.add("associations", ProblemKind::NoneGiven);
    }
    check.ids("associations", plan.associations.iter().map(|association| &association.id));
    for (place, association) in plan.associations.iter().enumerate() {
        check.association(plan, association, &format!("associations[{place}]"));
    }
    check.scenarios(plan);
    check.ranges(plan);
    check.calendar(plan);
    check.targets(plan);
    check.take_problems()
}
