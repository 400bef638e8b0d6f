//! A field and a button that add something.

use crate::ui::form::{on_event, on_submit};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{Word, text_fn, text_signal};
use leptos::prelude::*;

/// Adds something from one typed text: `on_add` gets the text and says why not.
#[component]
pub fn AddForm(
    label: Word,
    button: Word,
    #[prop(optional)] id: &'static str,
    #[prop(optional)] suffix: Option<Signal<&'static str>>,
    on_add: impl Fn(String) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let label = text_signal(label);
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match on_add(text.get_untracked().trim().to_owned()) {
            Ok(()) => {
                text.set(String::new());
                error.set(None);
            }
            Err(why) => error.set(Some(why)),
        }
    };
    view! {
        <form class="add-form" data-form="" novalidate=true on:submit=on_submit(submit)>
            <div class="field" class:invalid=move || error.get().is_some()>
                <label for=id>{move || label.get()}</label>
                <span class="with-suffix">
                    <input id=id autocomplete="off" prop:value=move || text.get()
                        on:input=on_event(move |event| text.set(event_target_value(&event)))
                        aria-invalid=move || error.get().is_some().to_string()
                        aria-describedby=move || error.get().map(|_| described.clone())/>
                    <span class="suffix" aria-hidden="true">{move || suffix.map(|suffix| suffix.get())}</span>
                </span>
                {move || error.get().map(|error| view! { <p class="field-error" id=error_id.clone() role="alert">{error}</p> })}
            </div>
            <button type="submit"><Icon shape=Shape::Plus/>{text_fn(button)}</button>
        </form>
    }
}
