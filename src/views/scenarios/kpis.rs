//! The strip that never scrolls away: key figures of a year in the scenario with what they are without it, when money
//! runs out, and how many remarks there are.

use super::shown::ScenarioShown;
use crate::components::finding_cards::{counted, unchecked};
use crate::ui::form::click;
use crate::ui::text::{focus_later, text_fn};
use crate::words::{self, Language, label, scenario as text};
use leptos::prelude::*;
use samplan::comparison::ComparedFigure;
use samplan::money::{Decimal, Unit};
use samplan::plan::Metric;

const METRICS: [Metric; 6] =
    [Metric::Fte, Metric::Places, Metric::ActivityRoom, Metric::Result, Metric::Equity, Metric::AdminShare];

/// The strip.
pub fn kpis(shown: ScenarioShown) -> AnyView {
    let context = shown.context;
    let card = move |metric: Metric| {
        let value = move || {
            let year = shown.year()?;
            let cell = cell(shown, year, metric);
            let new = cell.new?;
            let (language, unit) = (context.language(), context.unit());
            let was = context.scenario.with(Option::is_some).then(|| was(language, metric, &cell, unit));
            Some(view! {
                <div class="kpi" data-test=format!("kpi-{metric:?}")>
                    <dt>{short(language, metric)}</dt>
                    <dd class:negative=new < Decimal::ZERO>
                        <button type="button" class="figure" on:click=click(move || shown.asked.set(Some((year, metric))))>
                            {words::figure_value(language, metric, new, unit)}
                        </button>
                        {was}
                    </dd>
                </div>
            })
        };
        value.into_any()
    };
    let years = move || {
        let now = shown.year();
        shown
            .years()
            .into_iter()
            .map(|year| {
                view! {
                    <button type="button" aria-pressed=(Some(year) == now).to_string()
                        on:click=click(move || shown.year.set(Some(year)))>{year.to_string()}</button>
                }
            })
            .collect_view()
    };
    let gone = move || {
        let association = shown.association.get();
        context.scenario_outcome.with(|outcome| {
            let outcome = outcome.as_ref()?;
            let lasts = words::money_lasts(outcome, association.as_ref());
            let told = words::money_out(context.language(), outcome, association.as_ref());
            Some(view! { <span class:negative=!lasts>{told}</span> })
        })
    };
    let title = Signal::derive(move || {
        label::KeyFigures { year: shown.year().map(|year| year.to_string()).unwrap_or_default() }
            .say(context.language())
    });
    let remarks = move || {
        let language = context.language();
        let association = shown.association.get();
        context.scenario_outcome.with(|outcome| {
            let outcome = outcome.as_ref()?;
            let (errors, warnings) = counted(outcome, association.as_ref());
            let told = words::remarks(language, errors, warnings, unchecked(outcome, association.as_ref()));
            let bad = errors > 0;
            Some(view! { <button type="button" class="link" class:negative=bad data-test="remark-count"
            on:click=click(move || focus_later(super::checks::CHECKS))>{told}</button> })
        })
    };
    view! {
        <div class="kpi-strip" data-test="kpis" role="region" aria-label=title>
            <dl>{METRICS.map(card).into_iter().collect_view()}</dl>
            <div class="foot">
                <div class="segments years" role="group"
                    aria-label=Signal::derive(text_fn(label::year_of_the_key_figures))>{years}</div>
                <p class="small" data-test="money-out">{gone}</p>
                {remarks}
            </div>
        </div>
    }
    .into_any()
}

/// A figure in the scenario beside the same in the base.
pub fn cell(shown: ScenarioShown, year: samplan::calendar::Year, metric: Metric) -> ComparedFigure {
    let association = shown.association.get();
    let read = |outcome: &Option<std::sync::Arc<samplan::outcome::Outcome>>| {
        outcome.as_ref().and_then(|outcome| outcome.projection.get(association.as_ref(), year, metric))
    };
    ComparedFigure::of(shown.context.outcome.with(read), shown.context.scenario_outcome.with(read))
}

fn was(language: Language, metric: Metric, cell: &ComparedFigure, unit: Unit) -> AnyView {
    let old = cell
        .old
        .map_or_else(|| text::unknown(language).to_owned(), |old| words::figure_value(language, metric, old, unit));
    match cell.difference {
        Some(difference) if !difference.is_zero() => {
            let change = words::figure_change(language, metric, difference, unit);
            let told = text::WasLabel { old: &old, difference: &change }.say(language);
            view! {
                <span class="was"><span aria-hidden="true">{old}" "<b>{change}</b></span>
                    <span class="visually-hidden">{told}</span></span>
            }
            .into_any()
        }
        Some(_) => view! { <span class="was">{label::as_without_changes(language)}</span> }.into_any(),
        None => view! { <span class="was">{old}</span> }.into_any(),
    }
}

/// A name short enough for a card.
fn short(language: Language, metric: Metric) -> &'static str {
    match metric {
        Metric::Result => label::result(language),
        Metric::Equity => label::equity(language),
        Metric::AdminShare => words::category::administration(language),
        other => words::metric(language, other),
    }
}
