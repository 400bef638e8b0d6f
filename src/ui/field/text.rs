//! A field for a text.

use super::control::{forget_when_changed, next_number};
use crate::ui::events::on_event;
use leptos::prelude::*;

/// A field for a text. `live` and `fault` as for [`NumberField`](super::NumberField).
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(optional)] hide_label: bool,
    #[prop(optional)] multiline: bool,
    #[prop(optional)] live: bool,
    #[prop(optional, into)] fault: Option<Signal<Option<String>>>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    on_change: impl Fn(String) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let refused = RwSignal::new(None::<String>);
    let typed = RwSignal::new(None::<String>);
    let id = format!("field-{}", next_number());
    let error_id = format!("{id}-error");
    forget_when_changed(value, refused, typed);
    let error = move || refused.get().or_else(|| fault.and_then(|fault| fault.get()));
    let shown = move || typed.get().unwrap_or_else(|| value.get());
    let change = move |event| {
        if typed.is_disposed() {
            return;
        }
        let text = crate::ui::text::typed(&event_target_value(&event));
        match on_change(text.clone()) {
            Ok(()) => {
                refused.set(None);
                typed.set(None);
            }
            Err(why) => {
                refused.set(Some(why));
                typed.set(Some(text));
            }
        }
    };
    let input = move |event| {
        if live {
            change(event);
        }
    };
    let described = error_id.clone();
    let describe = move || error().map(|_| described.clone());
    let invalid = move || error().is_some();
    let field = if multiline {
        view! {
            <textarea id=id.clone() rows="3" placeholder=" " prop:value=shown on:input=on_event(input) on:change=on_event(change)
                aria-invalid=move || invalid().to_string() aria-describedby=describe></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id=id.clone() placeholder=" " prop:value=shown on:input=on_event(input) on:change=on_event(change)
                aria-invalid=move || invalid().to_string() aria-describedby=describe/>
        }
        .into_any()
    };
    view! {
        <div class="field" class:invalid=invalid>
            <label for=id class:visually-hidden=hide_label>{move || label.get()}</label>
            {field}
            {move || error().map(|error| view! { <p class="field-error" id=error_id.clone()>{error}</p> })}
            {move || hint.map(|hint| hint.get()).filter(|hint| !hint.is_empty()).map(|hint| view! { <p class="hint">{hint}</p> })}
        </div>
    }
}
