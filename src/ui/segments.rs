//! A choice between a few values, all of them in sight.

use crate::ui::form::on_mouse;
use leptos::prelude::*;

/// Buttons side by side, one of them pressed.
#[component]
pub fn Segments<T>(
    #[prop(into)] label: Signal<String>,
    options: Vec<(T, Signal<String>)>,
    #[prop(into)] value: Signal<T>,
    on_change: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let buttons = options.into_iter().map(move |(option, name)| {
        view! {
            <button type="button" aria-pressed=move || (value.get() == option).to_string()
                on:click=on_mouse(move |_| on_change(option))>{move || name.get()}</button>
        }
    });
    view! { <div class="segments" role="group" aria-label=move || label.get()>{buttons.collect_view()}</div> }
}
