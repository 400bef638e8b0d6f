//! Beginning a showing.

use crate::state::Context;
use crate::state::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// Begins a showing of the open scenario, as soon as what it is shown with is there; of the first one where none has been
/// chosen.
pub fn start(context: Context) {
    context.place.travel().go(Route::Present, Arc::new(move || untrack(|| begin(context))), || ());
}

fn begin(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    if context.show.get_untracked() {
        return;
    }
    let open = context.scenario.get_untracked();
    let there = open.is_some_and(|id| plan.scenarios.iter().any(|one| one.id == id));
    // Where scenarios are chosen, none open is a choice: the plan as it is.
    if !there && !matches!(context.route.get_untracked(), Route::Scenarios | Route::Present) {
        context.place.begin_with_scenario(plan.scenarios.first().map(|one| one.id.clone()));
    }
    context.session.begin_show();
    context.show.set(true);
}
