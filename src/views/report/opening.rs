//! Which scenario the page is about when the view opens.

use crate::state::Context;
use leptos::prelude::*;

/// The page is about the scenario that is open, or about the plan where that was chosen; to begin with it is about the
/// first scenario.
pub fn open_one(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    if !context.place.is_scenario_chosen() {
        context.place.begin_with_scenario(plan.scenarios.first().map(|one| one.id.clone()));
    }
    // A scenario that is taken away by undo gives way to the base.
    Effect::new(move |_| {
        let gone = context
            .scenario
            .get()
            .is_some_and(|id| context.plan().is_none_or(|plan| plan.scenario_by_id(&id).is_none()));
        if gone {
            context.place.begin_with_scenario(None);
        }
    });
}
