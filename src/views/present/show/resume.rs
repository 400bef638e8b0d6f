//! A showing that a reload of the page interrupted goes on where it was: slide, year, what the room guessed and has seen
//! the answer to, and the levers as they were moved.
//! What is needed for that lies in the tab's own storage, and goes when the showing is left.

use super::leave;
use super::stage::{Stage, Thought};
use crate::commands::show::start;
use crate::state::Context;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::Edit;
use samplan::money::Decimal;
use samplan::plan::{Id, LeverAddress};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

const KEY: &str = "samplan/showing";

/// Where a showing is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Showing {
    plan: String,
    scenario: Option<Id>,
    at: usize,
    year: Option<Year>,
    moves: Vec<(LeverAddress, Decimal)>,
    thought: Thought,
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// The name of the open plan in the storage.
fn open_plan(context: Context) -> Option<String> {
    context.session.plan().with_untracked(|plan| plan.as_ref().map(|plan| plan.name.clone()))
}

/// Keeps where the showing is, and forgets it when the showing is left.
pub fn keep(stage: Stage) {
    let context = stage.context;
    Effect::new(move |_| {
        let _ = context.session.plan().get();
        let showing = Showing {
            plan: untrack(|| open_plan(context)).unwrap_or_default(),
            scenario: context.scenario.get(),
            at: stage.at.get(),
            year: stage.year(),
            moves: untrack(|| leave::moved(stage)).into_iter().map(|one| (one.address, one.new)).collect(),
            thought: stage.thought(),
        };
        if let Some((storage, text)) = storage().zip(serde_json::to_string(&showing).ok()) {
            let _ = storage.set_item(KEY, &text);
        }
    });
    on_cleanup(|| {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
        }
    });
}

thread_local! {
    /// The showing that goes on, until its stage is there.
    static RESUMED: RefCell<Option<Showing>> = const { RefCell::new(None) };
}

/// Whether a reload interrupted a showing.
pub fn is_interrupted() -> bool {
    storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).is_some()
}

/// The showing that goes on, once.
pub fn take() -> Option<Showing> {
    RESUMED.with_borrow_mut(Option::take)
}

/// Goes on with the showing that a reload interrupted.
pub fn resume(context: Context) {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let Some(showing) = text.and_then(|text| serde_json::from_str::<Showing>(&text).ok()) else { return };
    if open_plan(context).as_ref() != Some(&showing.plan) {
        return;
    }
    context.place.open_scenario(showing.scenario.clone());
    start(context);
    for (address, value) in &showing.moves {
        // A lever that is gone since stays gone.
        let _ = context.session.commit(Edit::Lever(address.clone(), *value));
    }
    RESUMED.with_borrow_mut(|resumed| *resumed = Some(showing));
}

impl Showing {
    /// Puts the stage where the showing was.
    pub fn put(&self, stage: Stage) {
        stage.go_to_year(self.year);
        stage.at.set(self.at.min(stage.count().saturating_sub(1)));
        stage.think_again(self.thought.clone());
    }
}
