//! Parts of two plans that differ, by the names that the interface has for them.

use super::Language;
use super::generated::{label, meet as text, plan_settings, report, scenario};
use samplan::meet::{
    AssociationField, AssociationList, AssociationPart, PartDifference, PlanField, PlanList, PlanPart,
};

/// What differs: `Rad: Arvoden`, `Alvesta: Eget kapital`.
pub fn meet_part(language: Language, difference: &PartDifference) -> String {
    let name = difference.mine.as_deref().or(difference.theirs.as_deref()).unwrap_or_default();
    let named = |kind: &str| text::Named { kind, name }.say(language);
    match &difference.part {
        PlanPart::Plan(field) => plan_field(language, *field).to_owned(),
        PlanPart::Listed(list, _) => named(plan_entry(language, *list)),
        PlanPart::Order(list) => text::OrderOf { kind: plan_entry(language, *list) }.say(language),
        PlanPart::Association(_, AssociationPart::Field(field)) => named(association_field(language, *field)),
        PlanPart::Association(_, AssociationPart::Listed(list, _)) => named(association_entry(language, *list)),
        PlanPart::Association(_, AssociationPart::Order(list)) => {
            named(&text::OrderOf { kind: association_entry(language, *list) }.say(language))
        }
    }
}

fn plan_field(language: Language, field: PlanField) -> &'static str {
    match field {
        PlanField::Name => super::generated::shell::plan_name(language),
        PlanField::Description => text::plan_description(language),
        PlanField::Years => text::plan_years(language),
        PlanField::Definitions => text::definitions(language),
        PlanField::Rules => label::rules_for_equity(language),
        PlanField::Ranges => text::ranges(language),
    }
}

fn plan_entry(language: Language, list: PlanList) -> &'static str {
    match list {
        PlanList::Index => label::index(language),
        PlanList::Association => label::association(language),
        PlanList::Scenario => label::scenario(language),
        PlanList::Event => text::event(language),
        PlanList::Target => text::target(language),
        PlanList::Log => report::log(language),
    }
}

fn association_field(language: Language, field: AssociationField) -> &'static str {
    match field {
        AssociationField::Name => label::the_association_s_name(language),
        AssociationField::OrganisationNumber => label::organisation_number(language),
        AssociationField::Source => text::source(language),
        AssociationField::Origin => text::origin(language),
        AssociationField::OpeningEquity => super::metric::opening_equity(language),
        AssociationField::EquityUse => text::equity_use(language),
        AssociationField::Transfers => scenario::transfers(language),
        AssociationField::DeficitReasons => plan_settings::reason(language),
        AssociationField::Capacity => text::capacity(language),
        AssociationField::Printed => text::printed(language),
        AssociationField::Goals => label::goals(language),
        AssociationField::Actuals => label::accounts(language),
    }
}

fn association_entry(language: Language, list: AssociationList) -> &'static str {
    match list {
        AssociationList::Member => label::member(language),
        AssociationList::Line => label::line(language),
        AssociationList::Risk => label::risk(language),
    }
}

/// The fields of an entry that differ, by the words of the interface; those that it has no word for are counted.
pub fn meet_fields(language: Language, fields: &[String]) -> String {
    let known: Vec<&'static str> = fields.iter().filter_map(|field| entry_field(language, field)).collect();
    let rest = fields.len().saturating_sub(known.len());
    let mut told = known.join(", ");
    if rest > 0 {
        let more = text::OtherFields { count: rest }.say(language);
        told = if told.is_empty() { more } else { format!("{told}, {more}") };
    }
    text::Fields { fields: told }.say(language)
}

fn entry_field(language: Language, field: &str) -> Option<&'static str> {
    Some(match field {
        "name" => text::field_name(language),
        "schedule" => text::field_amounts(language),
        "category" => text::field_category(language),
        "index" => text::field_index(language),
        "active" => text::field_active(language),
        "note" => text::field_note(language),
        "source" => text::source(language),
        "status" => text::field_status(language),
        "approach" => text::field_approach(language),
        "inhabitants" => text::field_inhabitants(language),
        "rates" => text::field_rates(language),
        "steps" => text::field_steps(language),
        "question" => text::field_question(language),
        "proposal" => text::field_proposal(language),
        "registry" => text::field_registry(language),
        "positions" => text::field_positions(language),
        "slides" => text::field_slides(language),
        "report" => text::field_report(language),
        "likelihood" => text::field_likelihood(language),
        "effect" => text::field_effect(language),
        _ => return None,
    })
}
