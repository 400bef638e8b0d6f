//! Given amounts and months: whether an amount is a full year's or what the year comes to, and how the months divide it.

use super::lens::LineLens;
use crate::state::memo::memo;
use crate::ui::form::on_mouse;
use crate::ui::text::text_fn;
use crate::words;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::{LineChange, as_full_years};
use samplan::money::Decimal;
use samplan::plan::{Line, Plan, Schedule};

/// Asked where amounts are given and the line runs a part of a year.
#[component]
pub fn AskSpread(lens: LineLens) -> impl IntoView {
    let asked = memo(move || {
        let asked = |plan: &Plan, line: &Line| matches!(&line.schedule, Schedule::Amounts(given) if given.keys().any(|year| parted(plan, line, *year)));
        lens.with(|plan, _, line| asked(plan, line)).unwrap_or_default()
    });
    let divide = move |_| lens.set(LineChange::Schedule, |line| line.schedule = as_full_years(&line.schedule));
    view! {
        <Show when=move || asked.get()>
            <div class="ask-spread" data-test="ask-spread">
                <p class="hint">{text_fn(words::line_panel::spread_what)}</p>
                <button type="button" on:click=on_mouse(divide) data-test="spread">{text_fn(words::line_panel::spread)}</button>
            </div>
        </Show>
    }
}

/// The arithmetic of the years that the line runs a part of, where a full year's amount is given.
#[component]
pub fn MonthsOfYears(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let years = memo(move || {
        let level = |plan: &Plan, line: &Line, year: Year| -> Option<(Year, u8, Decimal)> {
            let Schedule::Level(level) = &line.schedule else { return None };
            let (_, full) = level.levels.range(..=year).next_back()?;
            parted(plan, line, year).then(|| (year, line.active.months_in(year), *full))
        };
        let all = lens
            .with(|plan, _, line| plan.horizon().iter().filter_map(|year| level(plan, line, year)).collect::<Vec<_>>());
        all.unwrap_or_default()
    });
    let sentence = move |(year, months, full): (Year, u8, Decimal)| {
        let amount = lens.with_row(|row, horizon| row.amounts.get(horizon.position(year)?).copied()).flatten()?;
        let (language, unit) = (context.language(), context.unit());
        let (full, amount) = (words::kr(full, unit), words::kr(amount, unit));
        Some(words::line_panel::MonthsOf { year, months, full, amount }.say(language))
    };
    move || {
        let lines =
            years.get().into_iter().filter_map(sentence).map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
        (!lines.is_empty()).then(|| view! { <ul class="hint months-of" data-test="months-of">{lines}</ul> })
    }
}

/// Whether the line runs some months of a year of the plan, and not all.
fn parted(plan: &Plan, line: &Line, year: Year) -> bool {
    plan.horizon().contains(year) && (1..12).contains(&line.active.months_in(year))
}
