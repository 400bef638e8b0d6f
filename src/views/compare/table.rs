//! The figures of all chosen scenarios by year: the first as it is, the others with their difference to it.

use super::{Shown, metrics, name};
use crate::commands::scenario::promote;
use crate::ui::form::click;
use crate::ui::text::say;
use crate::words::{self, compare as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{Cell, Comparison};
use samplan::money::{Decimal, Unit};
use samplan::plan::{Metric, MetricKind};

/// The table.
pub fn table(shown: Shown) -> AnyView {
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
        let unit = match context.unit() {
            Unit::Kronor => "kr",
            Unit::Thousands => "tkr",
        };
        let head = years.iter().map(|year| view! { <th scope="col">{year.to_string()}</th> }).collect_view();
        let names: Vec<String> = comparison.columns.iter().map(|one| name(context, one.scenario.as_ref())).collect();
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
            }
            .into_any(),
        )
    };
    view! {
        <div class="card compare-card">
            <h2 id="compare-table-title">{say(label::figures_by_year)}</h2>
            {promotions(shown)}
            <div class="scroll" tabindex="0" role="region" aria-labelledby="compare-table-title">{body}</div>
        </div>
    }
    .into_any()
}

fn group(shown: Shown, comparison: &Comparison, metric: Metric, years: &[Year], names: &[String]) -> AnyView {
    let language = shown.context.language();
    let association = shown.association.get();
    let rows = names.iter().enumerate().map(|(column, scenario)| {
        let cells = years.iter().map(|year| {
            let cell = comparison.cell(column, association.as_ref(), *year, metric);
            view! { <td>{figure(shown, metric, &cell, column == 0)}</td> }
        });
        let cells = cells.collect_view();
        let head = (column == 0).then(|| {
            view! { <th scope="rowgroup" rowspan=names.len().to_string()>{words::metric(language, metric)}</th> }
        });
        view! { <tr class:first=column == 0>{head}<th scope="row" class="who">{scenario.clone()}</th>{cells}</tr> }
    });
    view! { <tbody data-test=format!("compare-{metric:?}")>{rows.collect_view()}</tbody> }.into_any()
}

/// `4 422 −24 (−0,5 %)`.
fn figure(shown: Shown, metric: Metric, cell: &Cell, reference: bool) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let Some(new) = cell.new else { return view! { <span class="muted">"–"</span> }.into_any() };
    let written = words::figure_cell(language, metric, new, unit);
    let difference = cell.difference.filter(|difference| !reference && !difference.is_zero());
    let told = difference.map(|difference| {
        let change = words::figure_change(language, metric, difference, unit);
        // Of a share the change is told in points; a per cent of a per cent says nothing.
        let relative = cell.relative.filter(|_| metric.kind() != MetricKind::Share);
        let relative = relative.map(|relative| {
            let sign = if relative > Decimal::ZERO { "+" } else { "" };
            format!(" ({sign}{})", words::percent(language, relative))
        });
        view! { <span class="difference">{change}{relative}</span> }
    });
    let negative = new < Decimal::ZERO;
    let none = told.is_none().then(|| view! { <span class="difference" aria-hidden="true"></span> });
    view! { <span class="value" class:negative=negative>{written}</span>{told}{none} }.into_any()
}

/// One of the compared scenarios can become the base.
fn promotions(shown: Shown) -> AnyView {
    let context = shown.context;
    let buttons = move || {
        let scenarios = shown.chosen.get().into_iter().flatten();
        let each = scenarios.map(|id| {
            let label = text::Promote { scenario: name(context, Some(&id)) }.say(context.language());
            view! { <button type="button" on:click=click(move || promote(context, &id))>{label}</button> }
        });
        each.collect_view()
    };
    view! {
        <details class="more">
            <summary>{say(text::keep)}</summary>
            <p class="small muted">{say(text::promote_what)}</p>
            <div class="row">{buttons}</div>
        </details>
    }
    .into_any()
}
