//! What the tool's parts share.

use crate::commands::edit::commit_and_tell;
use crate::commands::list;
use crate::state::Context;
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::calendar::Month;
use samplan::edit::Edit;
use samplan::explore::preset_steps;
use samplan::plan::{AnnualEvent, Id, Target};

/// What is dated, and what of it is being edited.
#[derive(Clone, Copy)]
pub struct CalendarTool {
    pub context: Context,
    /// This month; the model has no clock.
    pub today: Month,
    /// The target or event that is being edited.
    pub edited: RwSignal<Option<Id>>,
    pub editing_target: RwSignal<bool>,
    pub editing_event: RwSignal<bool>,
}

impl CalendarTool {
    pub fn targets(self) -> Vec<Target> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.targets.clone())
    }

    pub fn events(self) -> Vec<AnnualEvent> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.calendar.clone())
    }

    /// Changes a target; one that has none of its own gets its usual steps first.
    pub fn change_target(self, id: &Id, change: &dyn Fn(&mut Target)) -> Result<(), String> {
        list::targets(self.context).change_where(&|target| target.id == *id, &|target| {
            if target.steps.is_empty() {
                target.steps = preset_steps(target.kind);
            }
            change(target);
        })
    }

    /// Takes something away and says so, with a way to take that back.
    pub fn take_away(self, edit: Result<Edit, String>, told: String) {
        match edit {
            Ok(edit) => _ = commit_and_tell(self.context, edit, told),
            Err(why) => self.context.notices.warn(why),
        }
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
