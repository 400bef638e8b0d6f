//! A target's fields in a dialog; each is kept as it is left.

use super::edited::EditedTarget;
use super::steps_editor;
use super::tool::{CalendarTool, target_button};
use crate::commands::list;
use crate::state::memo::memo;
use crate::ui::dialog::Dialog;
use crate::ui::focus::{focus_new, focus_soon};
use crate::ui::form::{self, OnChange, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{label, timeline as text};
use leptos::prelude::*;
use samplan::calendar::{Horizon, Month};
use samplan::plan::Id;

/// Opens a target.
pub fn open(tool: CalendarTool, id: Id) {
    tool.edited.set(Some(id));
    tool.editing_target.set(true);
    focus_new("#target-fields input");
}

/// The dialog; the focus goes back to the target when it closes.
pub fn dialog(tool: CalendarTool) -> AnyView {
    let context = tool.context;
    Effect::new(move |before: Option<bool>| {
        let open = tool.editing_target.get();
        if before == Some(true) && !open {
            let id = tool.edited.get_untracked();
            let there = id.filter(|id| untrack(|| tool.targets()).iter().any(|target| target.id == *id));
            focus_soon(there.map_or_else(|| "#targets-title".to_owned(), |id| format!("#{}", target_button(&id))));
        }
        open
    });
    let title = Signal::derive(move || label::target(context.language()).to_owned());
    view! { <Dialog open=tool.editing_target title=title wide=true>{move || fields(tool)}</Dialog> }.into_any()
}

fn fields(tool: CalendarTool) -> Option<AnyView> {
    let context = tool.context;
    let id = StoredValue::new(tool.edited.get()?);
    let target = memo(move || tool.targets().into_iter().find(|target| id.with_value(|id| target.id == *id)));
    let edited = EditedTarget { tool, id, target };
    let name = Signal::derive(move || edited.read(|target| target.name.clone()));
    let source = Signal::derive(move || edited.read(|target| target.source.clone()));
    let date = Signal::derive(move || edited.read(|target| Some(target.date)));
    let horizon = Signal::derive(move || Horizon { first: tool.today.year(), years: 1 });
    let take_name = OnChange::new(move |name: String| edited.set(&|target| name.trim().clone_into(&mut target.name)));
    let take_source = OnChange::new(move |source: String| edited.set(&|target| target.source.clone_from(&source)));
    let take_date = OnChange::new(move |date: Month| edited.set(&|target| target.date = date));
    let remove = click(move || {
        let told = text::TargetRemoved { name: name.get_untracked() }.say(context.language());
        let edit = list::targets(context).removal_where(&|target| id.with_value(|id| target.id == *id));
        tool.editing_target.set(false);
        tool.take_away(edit, told);
    });
    let close = click(move || tool.editing_target.set(false));
    Some(
        view! {
            <div class="editor" id="target-fields" data-test="target-fields">
                {form::text(text_signal(text::target_name), name, take_name)}
                {form::month(text_signal(label::from), date, horizon, take_date)}
                {steps_editor::steps(edited)}
                {form::text(text_signal(label::source), source, take_source)}
            </div>
            <div class="actions">
                <button type="button" class="danger" on:click=remove data-test="target-remove">
                    <Icon shape=Shape::Bin/>{text_fn(text::remove_target)}
                </button>
                <button type="button" class="primary" on:click=close data-test="target-done">{text_fn(label::done)}</button>
            </div>
        }
        .into_any(),
    )
}
