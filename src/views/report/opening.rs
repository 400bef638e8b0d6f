//! Which scenario the page is about when the view opens.

use crate::state::Context;
use leptos::prelude::*;
use samplan::plan::Id;
use std::cell::RefCell;

/// The tab's own memory of plan and open scenario: a reload finds the page as it was.
const KEY: &str = "samplan/report-scenario";

thread_local! {
    /// The plan that the view was last open for since the page was loaded.
    static SEEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The first time a plan's page is shown it is about the scenario that is open, or was before a reload, or else the
/// first. From then on what is open in the other views, the base among them, is what the page is about.
pub fn open_one(context: Context) {
    let store = window().session_storage().ok().flatten();
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let key = context.session.key().get_untracked().map(|key| key.as_str().to_owned()).unwrap_or_default();
    let known = |id: &str| plan.scenarios.iter().find(|one| one.id.as_str() == id).map(|one| one.id.clone());
    let open = context.scenario.get_untracked();
    let is_open = open.is_some_and(|id| known(id.as_str()).is_some());
    if SEEN.replace(Some(key.clone())).is_none_or(|seen| seen != key) && !is_open {
        let kept = store.as_ref().and_then(|store| store.get_item(KEY).ok().flatten());
        let last = kept.as_deref().and_then(|kept| kept.split_once('\n')).filter(|(plan, _)| *plan == key);
        let open: Option<Id> = match last {
            // The base, chosen by somebody.
            Some((_, "")) => None,
            Some((_, id)) if known(id).is_some() => known(id),
            _ => plan.scenarios.first().map(|one| one.id.clone()),
        };
        context.scenario.set(open);
    }
    Effect::new(move |_| {
        let id = context.scenario.get();
        if let Some(store) = &store {
            let _ = store.set_item(KEY, &format!("{key}\n{}", id.as_ref().map_or("", Id::as_str)));
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
