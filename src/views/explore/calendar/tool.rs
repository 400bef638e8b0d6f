//! What the tool's parts share.

use crate::commands::edit::commit;
use crate::state::Context;
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::calendar::Month;
use samplan::edit::{Edit, PlanEdit};
use samplan::plan::{Event, Id, Target};

/// What is dated, and what of it is being edited.
#[derive(Clone, Copy)]
pub struct Tool {
    pub context: Context,
    /// This month; the model has no clock.
    pub today: Month,
    /// The target or event that is being edited.
    pub edited: RwSignal<Option<Id>>,
    pub editing_target: RwSignal<bool>,
    pub editing_event: RwSignal<bool>,
}

impl Tool {
    pub fn targets(self) -> Vec<Target> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.targets.clone())
    }

    pub fn events(self) -> Vec<Event> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.calendar.clone())
    }

    /// Changes the targets as one step of undo.
    pub fn change_targets(self, change: &dyn Fn(&mut Vec<Target>)) -> Result<(), String> {
        commit(self.context, self.targets_edit(change))
    }

    pub fn targets_edit(self, change: &dyn Fn(&mut Vec<Target>)) -> Edit {
        let mut targets = untrack(|| self.targets());
        change(&mut targets);
        Edit::Plan(PlanEdit::Targets(targets))
    }

    /// Changes the year's cycle as one step of undo.
    pub fn change_events(self, change: &dyn Fn(&mut Vec<Event>)) -> Result<(), String> {
        commit(self.context, self.events_edit(change))
    }

    pub fn events_edit(self, change: &dyn Fn(&mut Vec<Event>)) -> Edit {
        let mut events = untrack(|| self.events());
        change(&mut events);
        Edit::Plan(PlanEdit::Calendar(events))
    }

    /// From something that has no place for an error.
    pub fn warn(self, outcome: Result<(), String>) {
        if let Err(why) = outcome {
            self.context.notices.warn(why);
        }
    }
}

/// The id of an event's button that opens its editor.
pub fn event_button(event: &Id) -> String {
    format!("event-{event}")
}

/// The id of a target's button that opens its editor.
pub fn target_button(target: &Id) -> String {
    format!("target-{target}")
}

/// `oktober 2025`, or `november 2025–februari 2026`.
pub fn span(language: Language, first: Month, last: Month) -> String {
    if first == last {
        return words::month(language, first);
    }
    format!("{}–{}", words::month(language, first), words::month(language, last))
}
