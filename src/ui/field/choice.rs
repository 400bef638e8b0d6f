//! A choice from a list.

use super::control::{next_number, set_event_target_value};
use crate::ui::events::on_event;
use leptos::prelude::*;

/// A choice from a list. `options` are values with their names; values are told apart by their place.
#[component]
pub fn Choice<T>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<(T, String)>>,
    #[prop(into)] value: Signal<T>,
    #[prop(optional)] hide_label: bool,
    on_change: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let id = format!("field-{}", next_number());
    let change = move |event: leptos::ev::Event| {
        let place_chosen: usize = event_target_value(&event).parse().unwrap_or_default();
        let chosen = options.with_untracked(|options| options.get(place_chosen).map(|(value, _)| value.clone()));
        if let Some(chosen) = chosen {
            on_change(chosen);
            // A choice that was refused goes back to what holds.
            let now = value.get_untracked();
            let place = options.with_untracked(|options| options.iter().position(|(option, _)| *option == now));
            set_event_target_value(&event, &place.unwrap_or(place_chosen).to_string());
        }
    };
    let listed = move || {
        let now = value.get();
        let listed = options.get().into_iter().enumerate();
        listed
            .map(|(place, (option, name))| {
                view! { <option value=place.to_string() selected=option == now>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <label for=id.clone() class:visually-hidden=hide_label>{move || label.get()}</label>
            <select id=id on:change=on_event(change)>{listed}</select>
        </div>
    }
}
