//! The beginning of a merger: a scenario in which all associations of a plan become one.

use super::edit::commit_or_warn;
use crate::state::Context;
use crate::words::{self, Language, decision as name, together as text};
use leptos::prelude::*;
use samplan::decision::DraftNames;
use samplan::edit::{Edit, ScenarioEdit};
use samplan::meet::merger_scenario;
use samplan::plan::{Plan, Scenario, is_same_name};

/// What is called how that new decisions bring in.
pub fn draft_names(language: Language) -> DraftNames {
    DraftNames {
        merged: name::new_merged(language).to_owned(),
        member: name::new_member(language).to_owned(),
        one_off: words::decision::one_off(language).to_owned(),
    }
}

/// The scenario, with a name that no other has; none where there is nothing to merge.
pub fn merger(language: Language, plan: &Plan, merged: &str) -> Option<Scenario> {
    let names = DraftNames { merged: merged.to_owned(), ..draft_names(language) };
    let taken = |name: &str| plan.scenarios.iter().any(|one| is_same_name(&one.name, name));
    let first = name::merger(language).to_owned();
    let numbered = (2u32..1000).map(|number| text::ScenarioNumber { number }.say(language));
    let name = std::iter::once(first).chain(numbered).find(|name| !taken(name))?;
    merger_scenario(plan, &name, &names)
}

/// Adds the scenario to the open plan and opens it.
pub fn begin_merger(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let language = context.settings.with_untracked(|settings| settings.language);
    let Some(scenario) = merger(language, &plan, name::new_merged(language)) else { return };
    let id = scenario.id.clone();
    if commit_or_warn(context, Edit::Scenario(id.clone(), ScenarioEdit::Add(Box::new(scenario)))) {
        // The answer is about all of them together: one alone has no figures after the merger.
        context.place.show_association(None);
        context.place.go_to_scenario(id);
    }
}
