//! The line panel: everything about one line that the table has no room for. Each field commits when it changes.

mod amounts;
mod basics;
mod facts;
mod group;
mod lens;
mod level;
mod new_index;
mod printed;
mod schedule;
mod spread;
mod tags;
mod timing;

use crate::state::context;
use crate::state::memo::memo;
use crate::ui::form::{on_key, on_mouse};
use crate::ui::text::{text_fn, text_signal};
use crate::words;
use lens::LineLens;
use leptos::html;
use leptos::prelude::*;
use samplan::plan::Id;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A side panel with the details of one line. It takes the focus when it opens, unless it follows another line's, gives
/// it back to where it was when it closes, and asks to be closed by Esc, its button, or when the line is gone.
#[component]
pub fn LinePanel(association: Id, line: Id, takes_focus: bool, on_close: Callback<()>) -> impl IntoView {
    let context = context();
    let opener = StoredValue::new_local(focused());
    let title = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(title) = title.get().filter(|_| takes_focus) {
            let _ = title.focus();
        }
    });
    let lens = LineLens::new(context, association, line);
    let close = move || {
        // Leaving a field commits what is typed in it, as everywhere else.
        if let Some(field) = focused() {
            let _ = field.blur();
        }
        let opener = opener.get_value();
        on_close.run(());
        request_animation_frame(move || {
            // Who closes the panel may have put the focus somewhere, and the opener may be gone with its row.
            let nowhere = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            if let Some(opener) = opener.filter(|opener| nowhere && opener.is_connected()) {
                let _ = opener.focus();
            }
        });
    };
    let is_there = memo(move || lens.with(|_, _, _| ()).is_some());
    Effect::new(move |_| {
        if !is_there.get() {
            on_close.run(());
        }
    });
    let name = lens.part(|line| line.name.clone());
    let label = text_signal(words::line_panel::title);
    view! {
        <aside class="line-panel" aria-label=move || label.get() data-test="line-panel" on:keydown=on_key(move |event| {
            // A dialog of the panel closes by itself and leaves the panel open.
            let in_dialog = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let in_dialog = in_dialog.is_some_and(|element| element.closest("dialog").ok().flatten().is_some());
            if event.key() == "Escape" && !event.default_prevented() && !in_dialog {
                event.prevent_default();
                event.stop_propagation();
                close();
            }
        })>
            <header>
                <h2 tabindex="-1" node_ref=title>{move || name.get()}</h2>
                <button class="icon" type="button" aria-label=text_fn(words::shell::close)
                    on:click=on_mouse(move |_| close())>"×"</button>
            </header>
            {move || is_there.get().then(|| view! {
                <div class="groups">
                    <basics::Basics lens=lens/>
                    <schedule::ScheduleGroup lens=lens/>
                    <timing::Months lens=lens/>
                    <level::CoFunding lens=lens/>
                    <timing::Indexing lens=lens/>
                    <tags::Tags lens=lens/>
                    <facts::Facts lens=lens/>
                    <printed::LinePrinted lens=lens/>
                </div>
            })}
        </aside>
    }
}

fn focused() -> Option<HtmlElement> {
    document().active_element().and_then(|element| element.dyn_into().ok())
}
