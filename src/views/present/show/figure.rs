//! A key figure for the back row: what it was and what it is.

use super::stage::Stage;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::decision::DecisionGroup;
use samplan::money::{Decimal, Unit};
use samplan::plan::{Metric, MetricKind};

/// Big figures are told in thousands whatever the screen is set to: nobody reads seven digits from the back row.
pub const UNIT: Unit = Unit::Thousands;

/// A figure of the year that is shown, old → new where it differs from the base.
pub fn figure(stage: Stage, metric: Metric) -> AnyView {
    let told = move || {
        let year = stage.year()?;
        let cell = stage.cell(year, metric);
        let language = stage.language();
        let write = |value: Decimal| words::figure_cell(language, metric, value, UNIT);
        let new = cell.new?;
        let written = write(new);
        let changed = cell.old.zip(cell.difference).filter(|(_, difference)| !difference.is_zero());
        let size = if written.chars().count() > 7 { "value long" } else { "value" };
        let old = changed.map(|(old, _)| {
            view! {
                <span class="key-figure old"><span class="visually-hidden">{text::was(language)}" "</span>{write(old)}</span>
                <span class="key-figure arrow" aria-hidden="true">"→"</span>
            }
        });
        let change = changed.map(|(_, difference)| {
            text::Change { change: words::figure_change(language, metric, difference, UNIT) }.say(language)
        });
        Some(view! {
            <div class="big-figure" data-test=format!("big-{metric:?}")>
                <p class="label">{label(stage, metric)}</p>
                <p class=size>
                    {old}
                    <span class="key-figure new" class:negative=new < Decimal::ZERO>{written}</span>
                </p>
                <p class="change">{change.unwrap_or_else(|| label::as_without_changes(language).to_owned())}</p>
            </div>
        })
    };
    told.into_any()
}

fn label(stage: Stage, metric: Metric) -> String {
    let year = stage.year().map(|year| year.to_string()).unwrap_or_default();
    named(stage, metric, &year)
}

/// A metric's name with a year, and its unit where it counts kronor.
pub fn named(stage: Stage, metric: Metric, year: &str) -> String {
    let language = stage.language();
    let name = match metric {
        Metric::Result => label::result(language),
        Metric::Equity => label::equity(language),
        other => words::metric(language, other),
    };
    match metric.kind() {
        MetricKind::Share | MetricKind::Count { .. } => format!("{name} {year}"),
        MetricKind::Money => format!("{name} {year}, tkr"),
    }
}

/// Whether all that is decided is how money is divided, where nothing says what a coordinator costs: then base money is
/// what the shares move.
fn only_divides(stage: Stage) -> bool {
    let divides = stage.context.plan().zip(stage.context.scenario.get()).is_some_and(|(plan, open)| {
        let steps = plan.scenario_by_id(&open).into_iter().flat_map(|scenario| &scenario.steps);
        steps.filter(|step| step.on).all(|step| step.decision.group() != DecisionGroup::Measure)
    });
    divides && !stage.knows(Metric::Fte) && stage.differs(Metric::Base)
}

/// The two key figures that say most: those that differ from the base before the others, staff and places where they
/// are known before money, and what is left in the end before what a year takes of it.
pub fn most_telling(stage: Stage) -> Vec<Metric> {
    let order = [Metric::Fte, Metric::Places, Metric::Equity, Metric::Result];
    untrack(|| {
        if only_divides(stage) {
            return vec![Metric::Base, Metric::Equity];
        }
        let known = order.into_iter().filter(|metric| stage.knows(*metric));
        let (differ, same): (Vec<_>, Vec<_>) = known.partition(|metric| stage.differs(*metric));
        differ.into_iter().chain(same).take(2).collect()
    })
}
