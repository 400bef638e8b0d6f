//! The five tools, and which of them is shown.

use crate::state::context;
use crate::ui::form::click;
use crate::ui::text::{Word, say};
use crate::words::{explore as text, forecast, goal_seek, label, sensitivity, timeline};
use leptos::prelude::*;
use std::cell::Cell;

/// A tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Which assumptions matter.
    Sensitivity,
    /// What would have to be true.
    GoalSeek,
    /// How sure one can be.
    Risk,
    /// Whether this year's forecast can be believed.
    Forecast,
    /// When things must be decided.
    Calendar,
}

impl Tool {
    const ALL: [Tool; 5] = [Tool::Sensitivity, Tool::GoalSeek, Tool::Risk, Tool::Forecast, Tool::Calendar];

    fn name(self) -> Word {
        match self {
            Tool::Sensitivity => sensitivity::title,
            Tool::GoalSeek => goal_seek::title,
            Tool::Risk => label::risk,
            Tool::Forecast => forecast::title,
            Tool::Calendar => timeline::title,
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Tool::Sensitivity => "tool-sensitivity",
            Tool::GoalSeek => "tool-goal-seek",
            Tool::Risk => "tool-risk",
            Tool::Forecast => "tool-forecast",
            Tool::Calendar => "tool-calendar",
        }
    }

    /// Whether it asks about a scenario; accounts and dates know none.
    pub fn asks_scenario(self) -> bool {
        matches!(self, Tool::Sensitivity | Tool::GoalSeek | Tool::Risk)
    }
}

thread_local! {
    /// Kept for the visit, so that going to the table and back does not lose the place.
    static LAST: Cell<Tool> = const { Cell::new(Tool::Sensitivity) };
}

/// The tool that was shown last.
pub fn last() -> Tool {
    LAST.get()
}

/// Shows a tool.
pub fn show(tool: RwSignal<Tool>, wanted: Tool) {
    LAST.set(wanted);
    tool.set(wanted);
}

/// The tools to choose from.
pub fn tabs(tool: RwSignal<Tool>) -> AnyView {
    let context = context();
    let buttons = Tool::ALL.into_iter().map(|one| {
        view! {
            <button type="button" class="tab" data-test=one.tag() on:click=click(move || show(tool, one))
                aria-pressed=Signal::derive(move || (tool.get() == one).to_string())>{say(one.name())}</button>
        }
    });
    view! {
        <div class="tabs" role="group" aria-label=Signal::derive(move || text::tools(context.language()).to_owned())>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}
