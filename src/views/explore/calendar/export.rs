//! The button that saves the dates as a calendar file.

use super::cycle;
use super::tool::{CalendarTool, span};
use crate::components::calendar_file;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::timeline as text;
use leptos::prelude::*;

/// The button, where there are dates.
pub fn button(tool: CalendarTool) -> AnyView {
    let context = tool.context;
    let dated = memo(move || context.plan().is_some_and(|plan| calendar_file::is_dated(&plan)));
    let shown = move || {
        dated.get().then(|| {
            view! {
                <div class="export">
                    <button type="button" class="primary" on:click=click(move || calendar_file::save(context)) data-test="ics">
                        <Icon shape=Shape::Download/>{text_fn(text::export)}
                    </button>
                    <span class="small muted">{move || {
                        let (from, to) = cycle::months(tool);
                        text::ExportWhat { span: span(context.language(), from, to) }.say(context.language())
                    }}</span>
                </div>
            }
        })
    };
    shown.into_any()
}
