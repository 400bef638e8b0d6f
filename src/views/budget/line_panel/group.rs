//! A part of the panel that opens and closes.

use leptos::prelude::*;

/// A part of the panel that opens and closes; its digest says what is in it.
#[component]
pub fn Group(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] digest: Option<Signal<String>>,
    #[prop(optional)] open: bool,
    #[prop(optional)] name: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="group" open=open data-test=name>
            <summary>
                <h3>{move || title.get()}</h3>
                {digest.map(|digest| view! { <span class="digest">{move || digest.get()}</span> })}
            </summary>
            <fieldset>
                <legend class="visually-hidden">{move || title.get()}</legend>
                {children()}
            </fieldset>
        </details>
    }
}
