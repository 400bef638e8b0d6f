//! In short: the three figures that matter at the end of the plan, beside what they are without the decisions, and when the
//! saved money runs out.

use super::state::Page;
use crate::words::{self, report as text};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::plan::Metric;

/// What the plan gives, what is kept of it, and what there is for activities.
const FIGURES: [Metric; 3] = [Metric::ActivityRoom, Metric::Result, Metric::Equity];

/// The summary.
pub fn summary(page: Page) -> AnyView {
    let context = page.context;
    let (language, unit) = (context.language(), context.unit());
    let figures = page.read(|plan, scenario, comparison| {
        let (year, column) = (plan.horizon().last(), Page::column(comparison));
        let each = FIGURES.into_iter().map(|metric| {
            let cell = comparison.cell(column, None, year, metric);
            let write = |value: Option<Decimal>| {
                value.map_or_else(|| "–".to_owned(), |value| words::figure_value(language, metric, value, unit))
            };
            let before = (scenario.is_some() && cell.differs())
                .then(|| text::WithoutIs { figure: write(cell.old) }.say(language));
            let name = words::label::MetricIn { metric: words::metric(language, metric), year }.say(language);
            view! { <div><dt>{name}</dt><dd><b>{write(cell.new)}</b>{before.map(|told| view! { <span>{told}</span> })}</dd></div> }
        });
        each.collect_view()
    });
    let gone = context
        .scenario_outcome
        .with(|outcome| outcome.as_ref().map(|outcome| words::money_out(language, outcome, None)));
    let gone = gone.map(
        |told| view! { <div class="wide-fact"><dt>{words::label::saved_money(language)}</dt><dd>{told}</dd></div> },
    );
    figures.map(|figures| view! { <dl class="in-short" data-test="in-short">{figures}{gone}</dl> }).into_any()
}
