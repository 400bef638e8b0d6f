//! What refers to a part that is to be taken away, and what becomes of it.

use super::titles::step_title;
use crate::words::{Language, leaving as text, scenario_name};
use samplan::money::Unit;
use samplan::plan::{Association, Id, Plan, User};

/// Who refers to the part, by name, and what then happens to it.
pub fn user(language: Language, plan: &Plan, user: &User, unit: Unit) -> String {
    let association = |id: &Id| plan.association(id);
    let name = |found: Option<&Association>| found.map(|one| one.name.clone()).unwrap_or_default();
    let scenario = |id: &Id| plan.scenario_by_id(id).map(|one| scenario_name(plan, one)).unwrap_or_default();
    match user {
        User::Printed(count) => text::Printed { count: *count }.say(language),
        User::Goals(count) => text::Goals { count: *count }.say(language),
        User::Risk { association: of, risk } => {
            let found = association(of).and_then(|one| one.risks.iter().find(|one| one.id == *risk));
            text::Risk { risk: found.map(|risk| risk.name.clone()).unwrap_or_default() }.say(language)
        }
        User::Actuals => text::actuals(language).to_owned(),
        User::Life(of) => text::Life { association: name(association(of)) }.say(language),
        User::Step { scenario: of, step } => {
            let title = plan.scenario_by_id(of).map(|one| step_title(language, plan, one, step, unit));
            text::Step { step: title.unwrap_or_default(), scenario: scenario(of) }.say(language)
        }
        User::Slides { scenario: of, slides } => text::Slides { count: *slides, scenario: scenario(of) }.say(language),
        User::Ranges(count) => text::Ranges { count: *count }.say(language),
    }
}
