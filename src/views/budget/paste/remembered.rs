//! That the corrections of the last table are filled in, and the way to be rid of them.

use super::memory;
use super::work::{Choices, Paste};
use crate::ui::form::on_mouse;
use crate::ui::text::text_fn;
use crate::words;
use leptos::prelude::*;

/// Says it, where it is so.
#[component]
pub fn AsLastTime(paste: Paste) -> impl IntoView {
    let recalled = move || paste.choices.with(|choices| choices.recalled);
    let forget = move |_| {
        memory::forget(paste.table);
        paste.choices.set(Choices::default());
    };
    view! {
        <Show when=recalled>
            <p class="row" data-test="paste-recalled">
                <span>{text_fn(words::paste::as_last_time)}</span>
                <button type="button" on:click=on_mouse(forget)>{text_fn(words::paste::forget)}</button>
            </p>
        </Show>
    }
}
