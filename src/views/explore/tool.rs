//! The tools, and which of them is shown.

use crate::state::context;
use crate::state::route::ExploreTool as Tool;
use crate::ui::form::click;
use crate::ui::text::{Word, text_fn};
use crate::words::{explore as text, forecast, gains, goal_seek, label, sensitivity, timeline};
use leptos::prelude::*;

/// A tool's name.
fn name(tool: Tool) -> Word {
    match tool {
        Tool::Sensitivity => sensitivity::title,
        Tool::GoalSeek => goal_seek::title,
        Tool::Risk => label::risk,
        Tool::Gains => gains::title,
        Tool::Forecast => forecast::title,
        Tool::Calendar => timeline::title,
    }
}

/// Whether it asks about a scenario; accounts and dates know none.
pub fn asks_scenario(tool: Tool) -> bool {
    matches!(tool, Tool::Sensitivity | Tool::GoalSeek | Tool::Risk | Tool::Gains)
}

/// The tools to choose from.
pub fn tabs() -> AnyView {
    let context = context();
    let buttons = Tool::ALL.iter().copied().map(|one| {
        view! {
            <button type="button" class="tab" data-test=format!("tool-{}", one.tag()) on:click=click(move || context.place.show_tool(one))
                aria-pressed=Signal::derive(move || (context.place.tool().get() == one).to_string())>{text_fn(name(one))}</button>
        }
    });
    view! {
        <div class="tabs" role="group" aria-label=Signal::derive(move || text::tools(context.language()).to_owned())>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}
