//! A month: its name and its year as two lists, so that nobody has to know how a month is typed.

use crate::state::context;
use crate::state::memo::memo;
use crate::ui::events::on_event;
use crate::words;
use leptos::prelude::*;
use samplan::calendar::{Horizon, Month, Year};

/// How many years before and after the plan's a month can be chosen in.
const AROUND: usize = 12;

/// A field for a month. With `none` it can be left out, and `none` says what that means.
#[component]
pub fn MonthField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<Month>>,
    #[prop(into)] horizon: Signal<Horizon>,
    #[prop(optional, into)] none: Option<Signal<String>>,
    on_change: impl Fn(Option<Month>) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let context = context();
    let error = RwSignal::new(None::<String>);
    // What was chosen and refused stays in the lists beside its error.
    let chosen = RwSignal::new(None::<Option<Month>>);
    Effect::new(move |before: Option<Option<Month>>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            error.set(None);
            chosen.set(None);
        }
        now
    });
    let shown = move || chosen.get().unwrap_or_else(|| value.get());
    let choose = move |month: Option<Month>| match on_change(month) {
        Ok(()) => {
            error.set(None);
            chosen.set(None);
        }
        Err(why) => {
            error.set(Some(why));
            chosen.set(Some(month));
        }
    };
    let choose_month = move |event| {
        let number = event_target_value(&event).parse().unwrap_or_default();
        let year = untrack(shown).map_or_else(|| horizon.get_untracked().first, Month::year);
        choose(Month::new(year, number));
    };
    let choose_year = move |event| {
        let year = event_target_value(&event).parse::<Year>().ok();
        if let (Some(year), Some(month)) = (year, untrack(shown)) {
            choose(Month::new(year, month.number()));
        }
    };
    let years = memo(move || years_around(horizon.get(), shown().map(Month::year)));
    let names = move || {
        let listed = (1..=12).map(|number| {
            let selected = move || shown().is_some_and(|month| month.number() == number);
            view! {
                <option value=number.to_string() selected=selected>
                    {move || words::month_name(context.language(), number)}
                </option>
            }
        });
        listed.collect_view()
    };
    view! {
        <fieldset class="month-field" class:invalid=move || error.get().is_some()>
            <legend>{move || label.get()}</legend>
            <div class="pair">
                <select on:change=on_event(choose_month)
                    aria-label=move || words::line_panel::MonthOf { label: label.get() }.say(context.language())>
                    {none.map(|none| view! {
                        <option value="0" selected=move || shown().is_none()>{move || none.get()}</option>
                    })}
                    {names()}
                </select>
                // No month, no year to choose.
                <select class="year" on:change=on_event(choose_year) hidden=move || shown().is_none()
                    aria-label=move || words::line_panel::YearOf { label: label.get() }.say(context.language())>
                    {move || years.get().into_iter().map(|year| {
                        let selected = move || shown().is_some_and(|month| month.year() == year);
                        view! { <option selected=selected>{year.to_string()}</option> }
                    }).collect_view()}
                </select>
            </div>
            {move || error.get().map(|error| view! { <p class="field-error" role="alert">{error}</p> })}
        </fieldset>
    }
}

fn years_around(horizon: Horizon, also: Option<Year>) -> Vec<Year> {
    let before = std::iter::successors(Some(horizon.first.previous()), |year| Some(year.previous()));
    let after = std::iter::successors(Some(horizon.last().next()), |year| Some(year.next()));
    let mut years: Vec<Year> =
        before.take(AROUND).chain(horizon.iter()).chain(after.take(AROUND)).chain(also).collect();
    years.sort_unstable();
    years.dedup();
    years
}
