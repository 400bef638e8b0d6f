//! The figures by year: in the scenario, and without it in grey. Each can be asked where it comes from.

use super::kpis::cell;
use super::shown::ScenarioShown;
use crate::components::rounding::{Apart, note};
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, scenario as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Decimal;
use samplan::plan::{Metric, Rank};

/// The table.
pub fn figures(shown: ScenarioShown) -> AnyView {
    let context = shown.context;
    let head =
        move || shown.years().into_iter().map(|year| view! { <th scope="col">{year.to_string()}</th> }).collect_view();
    let body = move || {
        let years = shown.years();
        // A row without anything in it, in either, says nothing.
        let told = |metric: &Metric| {
            years.iter().any(|year| {
                let cell = cell(shown, *year, *metric);
                [cell.old, cell.new].into_iter().flatten().any(|value| !value.is_zero())
            })
        };
        Metric::statement(Rank::Main).filter(told).map(|metric| row(shown, metric, &years)).collect_view()
    };
    let rounded = move || {
        let (language, unit) = (context.language(), context.unit());
        let rows: Vec<Metric> = Metric::statement(Rank::Main).collect();
        let apart = shown
            .years()
            .into_iter()
            .find_map(|year| Apart::in_statement(unit, &rows, year, |metric| cell(shown, year, metric).new));
        note(language, unit, apart)
    };
    view! {
        <div class="card figures-card">
            <h3>{text_fn(text::table)}</h3>
            <div class="scroll">
                <table class="plain-table old-new" data-test="figures">
                    <thead><tr>
                        <th scope="col">{move || words::unit_name(context.unit())}</th>
                        {head}
                    </tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            {rounded}
            <p class="hint">{text_fn(text::table_hint)}</p>
        </div>
    }
    .into_any()
}

fn row(shown: ScenarioShown, metric: Metric, years: &[Year]) -> AnyView {
    let context = shown.context;
    let (language, unit) = (context.language(), context.unit());
    let cells = years.iter().map(|year| {
        let year = *year;
        let cell = cell(shown, year, metric);
        let write = |value: Option<Decimal>| {
            value.map_or_else(|| "–".to_owned(), |value| words::figure_cell(language, metric, value, unit))
        };
        let old = cell.differs().then(|| write(cell.old));
        let negative = cell.new.is_some_and(|value| value < Decimal::ZERO);
        view! {
            <td>
                {old.map(|old| view! { <span class="old">{old}</span>" " })}
                <button type="button" class="figure" class:negative=negative
                    on:click=click(move || shown.asked.set(Some((year, metric))))>{write(cell.new)}</button>
            </td>
        }
    });
    let strong = matches!(metric, Metric::Result | Metric::Equity);
    view! {
        <tr class:strong=strong data-test=format!("figure-{metric:?}")>
            <th scope="row">{words::metric(language, metric)}</th>{cells.collect_view()}
        </tr>
    }
    .into_any()
}
