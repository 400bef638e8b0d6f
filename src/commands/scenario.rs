//! What is done with a scenario as a whole.

use super::edit::{commit_step, tell};
use crate::state::Context;
use crate::words::{self, scenario as text};
use leptos::prelude::*;
use samplan::budget::Made;
use samplan::edit::{Edit, MadeNames, ScenarioEdit};
use samplan::plan::Id;

/// Makes a scenario the plan's base, with a way back; `date` is the day for the decision log.
pub fn promote(context: Context, id: &Id, date: String) {
    let language = context.language();
    let plan = context.session.plan().get_untracked();
    let unit = context.settings.with_untracked(|settings| settings.unit);
    let Some((name, decisions)) = plan.and_then(|plan| {
        let one = plan.scenario_by_id(id)?;
        let on = one.steps.iter().filter(|step| step.on);
        let titles = on.map(|step| crate::decisions::step_title(language, &plan, one, &step.id, unit)).collect();
        Some((one.name.clone(), titles))
    }) else {
        return;
    };
    let names = MadeNames {
        base: words::made(language, Made::Base).to_owned(),
        process: words::made(language, Made::Process).to_owned(),
        merger_cost: words::made(language, Made::MergerCost).to_owned(),
        contribution: words::made(language, Made::Contribution).to_owned(),
        source: text::PromotedSource { name: &name }.say(language),
        date,
        decisions,
    };
    let told = words::compare::Promoted { scenario: &name }.say(language);
    commit_with_way_back(context, id.clone(), ScenarioEdit::Promote(names), told);
}

/// Commits an edit after which the scenario is gone, and opens it again when that is taken back. Whether it was taken.
pub fn commit_with_way_back(context: Context, id: Id, edit: ScenarioEdit, told: String) -> bool {
    match commit_step(context, Edit::Scenario(id.clone(), edit)) {
        Ok(step) => {
            context.place.open_scenario(None);
            if let Some(step) = step {
                tell(context, told, step, move || context.place.open_scenario(Some(id.clone())));
            }
            true
        }
        Err(why) => {
            context.notices.warn(why);
            false
        }
    }
}
