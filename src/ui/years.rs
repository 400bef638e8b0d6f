//! A number a year: small fields side by side.

use crate::state::memo::memo;
use crate::ui::field::{NumberField, NumberKind};
use crate::ui::keyed_list::keyed_list;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Decimal;

/// A group of number fields, one a year. `beside` says something about a year under its field.
#[component]
pub fn YearFields(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] years: Signal<Vec<Year>>,
    kind: NumberKind,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(optional, into)] beside: Option<Callback<Year, String>>,
    value: impl Fn(Year) -> Option<Decimal> + Copy + Send + Sync + 'static,
    on_change: impl Fn(Year, Option<Decimal>) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <fieldset class="year-fields">
            <legend>{move || label.get()}</legend>
            {hint.map(|hint| view! { <p class="hint">{move || hint.get()}</p> })}
            <div class="fields">
                {keyed_list(move || years.get(), move |year| {
                    let now = memo(move || value(year));
                    view! {
                        <div>
                            <NumberField label=Signal::stored(year.to_string()) value=now kind=kind
                                on_change=move |number| on_change(year, number)/>
                            {beside.map(|beside| view! { <p class="hint">{move || beside.run(year)}</p> })}
                        </div>
                    }
                })}
            </div>
        </fieldset>
    }
}
