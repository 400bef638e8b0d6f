//! The figures of all chosen scenarios by year: the first as it is, the others with a row of differences to it.

use super::measures::metrics;
use super::other;
use super::shown::{ComparisonShown, name};
use crate::components::rounding::{Apart, note};
use crate::decisions;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, Language, compare as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{ComparedFigure, Comparison};
use samplan::money::Decimal;
use samplan::plan::{Metric, MetricKind};

/// The table.
pub fn table(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let body = move || {
        let comparison = shown.comparison.get()?;
        let association = shown.association.get();
        let only = shown.only.get();
        let mut rows = metrics(shown, &comparison);
        rows.retain(|metric| !only || comparison.differs(association.as_ref(), *metric));
        let years: Vec<Year> = comparison.horizon.iter().collect();
        if rows.is_empty() {
            return Some(view! { <p class="muted">{text::nothing(context.language())}</p> }.into_any());
        }
        let language = context.language();
        let unit = words::unit_name(context.unit());
        let head = years.iter().map(|year| view! { <th scope="col">{year.to_string()}</th> }).collect_view();
        let names: Vec<String> = comparison.columns.iter().map(|one| name(context, one.scenario.as_ref())).collect();
        let apart = years.iter().find_map(|year| {
            (0..names.len()).find_map(|column| {
                let value = |metric| comparison.cell(column, association.as_ref(), *year, metric).new;
                Apart::in_statement(context.unit(), &rows, *year, value)
            })
        });
        let groups = rows.into_iter().map(|metric| group(shown, &comparison, metric, &years, &names)).collect_view();
        Some(
            view! {
                <table class="plain-table compared" data-test="compare-table">
                    <thead><tr>
                        <th scope="col">{format!("{} ({unit})", label::measure(language))}</th>
                        <th scope="col" class="who">{label::scenario(language)}</th>{head}
                    </tr></thead>
                    {groups}
                </table>
                {note(language, context.unit(), apart)}
            }
            .into_any(),
        )
    };
    view! {
        <div class="card compare-card">
            <h2 id="compare-table-title">{text_fn(label::figures_by_year)}</h2>
            {promotions(shown)}
            <div class="scroll" tabindex="0" role="region" aria-labelledby="compare-table-title">{body}</div>
        </div>
    }
    .into_any()
}

fn group(shown: ComparisonShown, comparison: &Comparison, metric: Metric, years: &[Year], names: &[String]) -> AnyView {
    let language = shown.context.language();
    let association = shown.association.get();
    let changes = |column: usize| {
        column > 0 && years.iter().any(|year| comparison.cell(column, association.as_ref(), *year, metric).differs())
    };
    let rowspan = names.len().saturating_add((0..names.len()).filter(|column| changes(*column)).count());
    let rows = names.iter().enumerate().map(|(column, scenario)| {
        let cells = years.iter().map(|year| {
            let cell = comparison.cell(column, association.as_ref(), *year, metric);
            let negative = cell.new.is_some_and(|new| new < Decimal::ZERO);
            let written = cell.new.map(|new| words::figure_cell(language, metric, new, shown.context.unit()));
            view! { <td class="value" class:negative=negative>{written.unwrap_or_else(|| "–".to_owned())}</td> }
        });
        let cells = cells.collect_view();
        let head = (column == 0).then(|| {
            view! { <th scope="rowgroup" rowspan=rowspan.to_string()>{words::metric(language, metric)}</th> }
        });
        let change = changes(column).then(|| difference(shown, comparison, column, metric, years));
        view! {
            <tr class:first=column == 0>{head}<th scope="row" class="who">{scenario.clone()}</th>{cells}</tr>
            {change}
        }
    });
    view! { <tbody data-test=format!("compare-{metric:?}")>{rows.collect_view()}</tbody> }.into_any()
}

/// The differences of a scenario to the first, year by year; one that is the same in all years is said once.
fn difference(
    shown: ComparisonShown,
    comparison: &Comparison,
    column: usize,
    metric: Metric,
    years: &[Year],
) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let association = shown.association.get();
    let write = |change: Decimal| words::figure_change(language, metric, change, unit);
    let cells = match comparison.constant_difference(column, association.as_ref(), metric) {
        Some(change) => {
            let told = text::EveryYear { change: write(change) }.say(language);
            view! { <td class="every" colspan=years.len().to_string()>{told}</td> }.into_any()
        }
        None => {
            let each = years.iter().map(|year| {
                let cell = comparison.cell(column, association.as_ref(), *year, metric);
                view! { <td>{relative(language, metric, &cell, &write)}</td> }
            });
            each.collect_view().into_any()
        }
    };
    view! { <tr class="difference"><th scope="row" class="who">{label::difference(language)}</th>{cells}</tr> }
        .into_any()
}

/// `−24 (−0,5 %)`.
fn relative(
    language: Language,
    metric: Metric,
    cell: &ComparedFigure,
    write: &dyn Fn(Decimal) -> String,
) -> Option<String> {
    let change = write(cell.difference.filter(|difference| !difference.is_zero())?);
    // Of a share the change is told in points; a per cent of a per cent says nothing.
    let relative = cell.relative.filter(|_| metric.kind() != MetricKind::Share);
    Some(match relative {
        Some(relative) => {
            let sign = if relative > Decimal::ZERO { "+" } else { "" };
            format!("{change} ({sign}{})", words::percent(language, relative))
        }
        None => change,
    })
}

/// One of the compared scenarios can become the base.
fn promotions(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let asked = RwSignal::new(None);
    let buttons = move || {
        let scenarios = shown.chosen.get().into_iter().flatten().filter(|id| !other::is_other(id));
        let each = scenarios.map(|id| {
            let label = text::Promote { scenario: name(context, Some(&id)) }.say(context.language());
            view! { <button type="button" on:click=click(move || asked.set(Some(id.clone())))>{label}</button> }
        });
        each.collect_view()
    };
    view! {
        <details class="more">
            <summary>{text_fn(text::keep)}</summary>
            <div class="row">{buttons}</div>
            {decisions::promotion_dialog(context, asked)}
        </details>
    }
    .into_any()
}
