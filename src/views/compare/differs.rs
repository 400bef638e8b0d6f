//! What differs in the chosen year, each scenario's difference in a column of its own; and what each member pays.

use super::measures::metrics;
use super::shown::{ComparisonShown, name};
use crate::components::rounding::{Apart, note};
use crate::decisions;
use crate::ui::form::check;
use crate::ui::text::text_signal;
use crate::words::{self, compare as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{ComparedFigure, Comparison, Subject};
use samplan::money::Decimal;
use samplan::plan::Metric;

/// The table of the year.
pub fn differs(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let body = move || {
        let (comparison, year) = (shown.comparison.get()?, shown.year.get()?);
        let association = shown.association.get();
        let only = shown.only.get();
        let differs = |metric: &Metric| {
            (1..comparison.columns.len())
                .any(|column| comparison.cell(column, association.as_ref(), year, *metric).differs())
        };
        let mut rows = metrics(shown, &comparison);
        rows.retain(|metric| !only || differs(metric));
        if rows.is_empty() {
            return Some(view! { <p class="muted">{text::nothing(context.language())}</p> }.into_any());
        }
        let apart = (0..comparison.columns.len()).find_map(|column| {
            let value = |metric| comparison.cell(column, association.as_ref(), year, metric).new;
            Apart::in_statement(context.unit(), &rows, year, value)
        });
        let rows = rows.into_iter().map(|metric| {
            let cells = (0..comparison.columns.len()).map(|column| {
                let cell = comparison.cell(column, association.as_ref(), year, metric);
                cells(shown, metric, &cell, column)
            });
            let strong = matches!(metric, Metric::Result | Metric::Equity);
            view! {
                <tr class:strong=strong data-test=format!("differs-{metric:?}")>
                    <th scope="row">{words::metric(context.language(), metric)}</th>{cells.collect_view()}
                </tr>
            }
            .into_any()
        });
        let table = table(shown, &comparison, rows.collect_view().into_any());
        Some(view! { {table}{note(context.language(), context.unit(), apart)} }.into_any())
    };
    let title = move || {
        let year = shown.year.get().map(|year| year.to_string()).unwrap_or_default();
        text::DiffersTitle { year, unit: words::unit_name(context.unit()) }.say(context.language())
    };
    view! {
        <section class="card compare-card" aria-labelledby="differs-title">
            <div class="row">
                <h2 id="differs-title">{title}</h2>
                {check(text_signal(text::only), shown.only.into(), Callback::new(move |on| shown.only.set(on)))}
            </div>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="differs-title" data-test="differs">{body}</div>
            {members(shown)}
        </section>
    }
    .into_any()
}

/// The head: the first scenario, then each other with its difference.
fn table(shown: ComparisonShown, comparison: &Comparison, rows: AnyView) -> AnyView {
    let language = shown.context.language();
    let heads = comparison.columns.iter().enumerate().map(|(column, one)| {
        let named = name(shown.context, one.scenario.as_ref());
        let difference =
            (column > 0).then(|| view! { <th scope="col" class="change">{label::difference(language)}</th> });
        view! { <th scope="col">{named}</th>{difference} }
    });
    view! {
        <table class="plain-table differs">
            <thead><tr><th scope="col">{label::measure(language)}</th>{heads.collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The figure, and beside it the difference to the first scenario.
fn cells(shown: ComparisonShown, metric: Metric, cell: &ComparedFigure, column: usize) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let written = cell.new.map_or_else(|| "–".to_owned(), |new| words::figure_cell(language, metric, new, unit));
    let negative = cell.new.is_some_and(|new| new < Decimal::ZERO);
    let changed = column > 0 && cell.differs();
    let difference = (column > 0).then(|| {
        let change = cell.difference.filter(|change| !change.is_zero());
        let change = change.map(|change| words::figure_change(language, metric, change, unit));
        view! { <td class="change">{change}</td> }
    });
    view! { <td class:negative=negative class:changed=changed>{written}</td>{difference} }.into_any()
}

/// What each member pays in the year, in every scenario.
fn members(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let body = move || {
        let (comparison, year): (_, Year) = (shown.comparison.get()?, shown.year.get()?);
        let plan = context.plan()?;
        let association = shown.association.get();
        let paying = comparison.contributors(association.as_ref(), year).ok()?;
        let language = context.language();
        let row = |named: String, strong: bool, all: Vec<ComparedFigure>| {
            let all = all.iter().enumerate().map(|(column, cell)| cells(shown, Metric::Contributions, cell, column));
            view! { <tr class:strong=strong><th scope="row">{named}</th>{all.collect_view()}</tr> }.into_any()
        };
        let mut rows: Vec<AnyView> = Vec::new();
        let sum: Vec<ComparedFigure> = comparison
            .ranked(association.as_ref(), year, Metric::Contributions)
            .into_iter()
            .map(|(cell, _)| cell)
            .collect();
        let apart = sum.iter().enumerate().find_map(|(column, all)| {
            let paid: Vec<Decimal> = paying.iter().filter_map(|one| one.cells.get(column)?.new).collect();
            Apart::of_payers(context.unit(), &paid, all.new, year)
        });
        for one in paying {
            let named = match &one.payer {
                Subject::Member { name, .. } => name.to_string(),
                Subject::Party(party) => words::party(language, *party).to_owned(),
                other => decisions::subject(language, &plan, other),
            };
            rows.push(row(named, false, one.cells));
        }
        rows.push(row(words::metric(language, Metric::Contributions).to_owned(), true, sum));
        let table = table(shown, &comparison, rows.into_iter().collect_view().into_any());
        Some(view! { {table}{note(language, context.unit(), apart)} }.into_any())
    };
    let title = move || {
        let year = shown.year.get().map(|year| year.to_string()).unwrap_or_default();
        text::MembersTitle { year }.say(context.language())
    };
    view! {
        <details class="more" data-test="members-pay">
            <summary>{title}</summary>
            <div class="scroll">{body}</div>
        </details>
    }
    .into_any()
}
