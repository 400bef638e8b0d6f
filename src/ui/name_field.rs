//! The name of what is open, as a heading that can be written in: it takes further lines where one does not hold it.

use crate::ui::events::{on_event, on_key};
use crate::ui::text::typed;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlTextAreaElement};

/// The most characters of a name.
const MOST: &str = "200";

/// A field for a name. `rename` says whether it was taken; one that is refused gives way to the name that is.
pub fn name_field(
    id: &'static str,
    label: Signal<String>,
    name: Signal<String>,
    rename: Callback<String, bool>,
) -> AnyView {
    let take = move |target: Option<EventTarget>| {
        let Some(field) = target.and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
        // A name is one line, also when several were pasted.
        let typed = typed(&field.value()).split_whitespace().collect::<Vec<_>>().join(" ");
        if typed != name.get_untracked() {
            rename.run(typed);
        }
        field.set_value(&name.get_untracked());
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            take(event.target());
        }
    };
    view! {
        <textarea id=id class="plain heading" rows="1" maxlength=MOST aria-label=label prop:value=name
            on:keydown=on_key(key) on:change=on_event(move |event| take(event.target()))></textarea>
    }
    .into_any()
}
