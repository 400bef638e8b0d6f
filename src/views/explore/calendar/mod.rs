//! The calendar: targets with their steps dated backwards, the year's cycle, and both as a calendar file.

mod cycle;
mod cycle_editor;
mod export;
mod step;
mod steps_editor;
mod target;
mod target_editor;
mod targets;

use super::{Shown, heading};
use crate::commands::edit::commit;
use crate::state::Context;
use crate::words::{self, Language, timeline as text};
use leptos::prelude::*;
use samplan::calendar::{Month, Year};
use samplan::edit::{Edit, PlanEdit};
use samplan::plan::{Event, Id, Target};

/// What the tool's parts share.
#[derive(Clone, Copy)]
struct Tool {
    context: Context,
    /// This month; the model has no clock.
    today: Month,
    /// The target or event that is being edited.
    edited: RwSignal<Option<Id>>,
    editing_target: RwSignal<bool>,
    editing_event: RwSignal<bool>,
}

impl Tool {
    fn targets(self) -> Vec<Target> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.targets.clone())
    }

    fn events(self) -> Vec<Event> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.calendar.clone())
    }

    /// Changes the targets as one step of undo.
    fn change_targets(self, change: &dyn Fn(&mut Vec<Target>)) -> Result<(), String> {
        commit(self.context, self.targets_edit(change))
    }

    fn targets_edit(self, change: &dyn Fn(&mut Vec<Target>)) -> Edit {
        let mut targets = untrack(|| self.targets());
        change(&mut targets);
        Edit::Plan(PlanEdit::Targets(targets))
    }

    /// Changes the year's cycle as one step of undo.
    fn change_events(self, change: &dyn Fn(&mut Vec<Event>)) -> Result<(), String> {
        commit(self.context, self.events_edit(change))
    }

    fn events_edit(self, change: &dyn Fn(&mut Vec<Event>)) -> Edit {
        let mut events = untrack(|| self.events());
        change(&mut events);
        Edit::Plan(PlanEdit::Calendar(events))
    }

    /// From something that has no place for an error.
    fn warn(self, outcome: Result<(), String>) {
        if let Err(why) = outcome {
            self.context.notices.warn(why);
        }
    }
}

/// The tool.
pub fn view(shown: Shown) -> AnyView {
    let tool = Tool {
        context: shown.context,
        today: today(),
        edited: RwSignal::new(None),
        editing_target: RwSignal::new(false),
        editing_event: RwSignal::new(false),
    };
    view! {
        {heading(text::title, text::assumes, text::silent)}
        {export::button(tool)}
        {targets::targets(tool)}
        {cycle::cycle(tool)}
        {target_editor::dialog(tool)}
        {cycle_editor::dialog(tool)}
    }
    .into_any()
}

/// This month in the user's own time zone.
fn today() -> Month {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok().and_then(Year::new);
    let month = u8::try_from(now.get_month().saturating_add(1)).unwrap_or(1);
    year.and_then(|year| Month::new(year, month)).unwrap_or(Month::january(Year::EARLIEST))
}

/// `oktober 2025`, or `november 2025–februari 2026`.
fn span(language: Language, first: Month, last: Month) -> String {
    if first == last {
        return words::month(language, first);
    }
    format!("{}–{}", words::month(language, first), words::month(language, last))
}
