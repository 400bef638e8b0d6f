//! The calendar: targets with their steps dated backwards, the year's cycle, and both as a calendar file.

mod cycle;
mod cycle_editor;
mod edited;
mod export;
mod step;
mod steps_editor;
mod target;
mod target_editor;
mod targets;
mod tool;

use super::shown::{ExploreShown, heading};
use crate::components::calendar_file::this_month;
use crate::words::timeline as text;
use leptos::prelude::*;
use tool::CalendarTool;

/// The tool.
pub fn view(shown: ExploreShown) -> AnyView {
    let tool = CalendarTool {
        context: shown.context,
        today: this_month(),
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
