//! Which scenario the page is about when the view opens.

use crate::app::context::Context;
use leptos::prelude::*;
use samplan::plan::Id;
use std::cell::Cell;

/// The tab's own memory of the open scenario: a reload finds the page as it was.
const KEY: &str = "samplan/report-scenario";

thread_local! {
    /// Whether the view has been open since the page was loaded.
    static SEEN: Cell<bool> = const { Cell::new(false) };
}

/// After a reload the scenario that was open opens again, or else the first. From then on what is open in the other
/// views, the base among them, is what the page is about.
pub fn open_one(context: Context) {
    let store = window().session_storage().ok().flatten();
    let plan = context.session.plan().get_untracked();
    let known = |id: &str| {
        let plan = plan.as_ref()?;
        plan.scenarios.iter().find(|one| one.id.as_str() == id).map(|one| one.id.clone())
    };
    if !SEEN.replace(true) && context.scenario.with_untracked(Option::is_none) {
        let last = store.as_ref().and_then(|store| store.get_item(KEY).ok().flatten());
        // An empty memory is the base, chosen by somebody.
        let open: Option<Id> = match last.as_deref() {
            Some("") => None,
            Some(id) if known(id).is_some() => known(id),
            _ => plan.as_ref().and_then(|plan| plan.scenarios.first()).map(|one| one.id.clone()),
        };
        context.scenario.set(open);
    }
    Effect::new(move |_| {
        let id = context.scenario.get();
        if let Some(store) = &store {
            let _ = store.set_item(KEY, id.as_ref().map_or("", Id::as_str));
        }
        // A scenario that is taken away by undo gives way to the base.
        let gone = id.is_some_and(|id| {
            context.plan().is_none_or(|plan| !plan.scenarios.iter().any(|scenario| scenario.id == id))
        });
        if gone {
            context.scenario.set(None);
        }
    });
}
