//! Renaming a plan where it stands in the list.

use super::keeping;
use crate::state::context;
use crate::state::storage::PlanEntry;
use crate::ui::form::{on_key, on_mouse};
use crate::ui::text::text_fn;
use crate::words::{home as text, label};
use leptos::html;
use leptos::prelude::*;

/// A field with the plan's name; Enter keeps it, Esc leaves it.
#[component]
pub fn Rename(entry: Memo<PlanEntry>, open: RwSignal<bool>) -> impl IntoView {
    let context = context();
    let node = NodeRef::<html::Input>::new();
    let error = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let save = move || {
        let Some(input) = node.get_untracked() else { return };
        match keeping::rename(context, &entry.get_untracked(), &input.value()) {
            Ok(()) => open.set(false),
            Err(why) => {
                error.set(Some(why));
                let _ = input.focus();
            }
        }
    };
    let key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" => save(),
        "Escape" => open.set(false),
        _ => {}
    };
    let invalid = move || error.with(Option::is_some);
    view! {
        <div class="rename field" data-form="" class:invalid=invalid>
            <input node_ref=node aria-label=text_fn(text::rename_label) maxlength="200"
                prop:value=entry.with_untracked(|entry| entry.name.clone()) on:keydown=on_key(key)
                aria-invalid=move || invalid().to_string()
                aria-describedby=move || invalid().then_some("rename-error")/>
            <button type="button" on:click=on_mouse(move |_| save())>{text_fn(text::rename_save)}</button>
            <button type="button" class="quiet" on:click=on_mouse(move |_| open.set(false))>{text_fn(label::cancel)}</button>
            {move || error.get().map(|error| view! { <p class="field-error" id="rename-error">{error}</p> })}
        </div>
    }
}
