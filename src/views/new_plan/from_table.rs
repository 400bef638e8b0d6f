//! Before the four parts: a plan can begin from a table that is pasted or opened.

use super::fields::form;
use crate::commands::table;
use crate::state::context;
use crate::tables::TableSource;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::new_plan as text;
use leptos::prelude::*;

/// The way in for those who have a table.
#[component]
pub fn FromTable() -> impl IntoView {
    let context = context();
    let form = form();
    let begin = move |source: TableSource| {
        let name = form.draft.with_untracked(|draft| draft.association.clone());
        table::begin(context, source, &name);
    };
    let opened = move |opened: table::OpenedTable| match opened {
        Ok(source) => begin(source),
        Err(why) => context.notices.warn(why),
    };
    // A block that is pasted anywhere on the page, also in a field: there it is no text of the field.
    let listening = window_event_listener(leptos::ev::paste, move |event| {
        if TableSource::of(&event).is_none()
            && let Some(file) = TableSource::file(&event)
        {
            event.prevent_default();
            return table::with(context, file, opened);
        }
        if let Some(source) = TableSource::of(&event).filter(TableSource::is_block) {
            event.prevent_default();
            begin(source);
        }
    });
    on_cleanup(move || listening.remove());
    view! {
        <aside class="from-table">
            <p>{text_fn(text::from_table)}</p>
            <button type="button" on:click=on_mouse(move |_| table::choose(context, opened)) data-test="open-table">
                <Icon shape=Shape::Upload/>{text_fn(text::open_table)}
            </button>
        </aside>
    }
}
