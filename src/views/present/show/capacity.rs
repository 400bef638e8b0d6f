//! Staff and places, against those enrolled today.

use super::chart::{self, SlideChart, picture};
use super::figure::{UNIT, figure};
use super::stage::Stage;
use crate::charts::{ChartPoint, Series, SeriesKind, Tint};
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Decimal;
use samplan::plan::{Metric, MetricKind};
use samplan::show::{Queue, queue};

/// Key figures, the queue, and the years as a chart.
pub fn capacity(stage: Stage) -> AnyView {
    let places = untrack(|| stage.knows(Metric::Places));
    if !untrack(|| stage.knows(Metric::Fte)) {
        let none = move || text::no_capacity(stage.language());
        return view! { <p class="running medium">{none}</p> }.into_any();
    }
    let waiting = move || {
        let queue = stage.year().and_then(|year| waiting(stage, year))?;
        let language = stage.language();
        let told = text::QueueOf { count: words::Counted::new(language, queue.enrolled, 0) }.say(language);
        Some(view! {
            <div class="big-figure" data-test="queue">
                <p class="label">{text::queue(language)}</p>
                <p class="value"><span class="key-figure new">{words::count(language, queue.without, 0)}</span></p>
                <p class="change">{told}</p>
            </div>
        })
    };
    let drawn =
        picture(stage, Box::new(move || Some(one_metric(stage, if places { Metric::Places } else { Metric::Fte }))));
    view! {
        <div class="show-answer">
            <div class="show-figures">
                {figure(stage, Metric::Fte)}
                {places.then(|| figure(stage, Metric::Places))}
                {waiting}
            </div>
            {drawn}
        </div>
    }
    .into_any()
}

/// Who is enrolled and has no place in a year; nothing where the plan does not say.
pub fn waiting(stage: Stage, year: Year) -> Option<Queue> {
    let plan = stage.context.plan()?;
    let outcome = stage.context.scenario_outcome.get()?;
    queue(&plan, &outcome, stage.association().as_ref(), year).ok().flatten()
}

/// A metric by year as it is shown, with the plan as a line where it differs.
pub fn one_metric(stage: Stage, metric: Metric) -> SlideChart {
    let language = stage.language();
    let years = stage.years();
    let told = |value: Option<Decimal>| {
        value.map_or_else(String::new, |value| words::figure_cell(language, metric, value, UNIT))
    };
    let point = |value: Option<Decimal>| ChartPoint::new(value, told(value));
    let cells: Vec<_> = years.iter().map(|year| stage.cell(*year, metric)).collect();
    let new = cells.iter().map(|cell| point(cell.new)).collect();
    let name = words::metric(language, metric);
    // Staff and places are what the base gives.
    let tint = match metric {
        Metric::Equity => Tint::Equity,
        Metric::Fte | Metric::Places => Tint::Base,
        _ => Tint::Scenario,
    };
    let named = match metric.kind() {
        MetricKind::Money => format!("{name}, {}", words::unit_name(UNIT)),
        MetricKind::Share | MetricKind::Count { .. } => name.to_owned(),
    };
    let mut series = vec![chart::bars(&named, tint, SeriesKind::Bar, new)];
    let mut about = text::ChartCapacity { name }.say(language);
    for (year, cell) in years.iter().zip(&cells) {
        about = format!("{about} {year}: {}.", told(cell.new));
    }
    if cells.iter().any(|cell| cell.differs()) {
        let points = cells.iter().map(|cell| point(cell.old)).collect();
        series.push(Series {
            name: label::the_plan(language).to_owned(),
            tint: Tint::Plan,
            kind: SeriesKind::Dashed,
            points,
        });
    }
    let enrolled = years.first().and_then(|year| waiting(stage, *year)).filter(|_| metric == Metric::Places);
    if let Some(queue) = enrolled {
        let points = years.iter().map(|_| point(Some(queue.enrolled))).collect();
        let name = text::Enrolled { count: words::count(language, queue.enrolled, 0) }.say(language);
        series.push(Series { name, tint: Tint::Level, kind: SeriesKind::Line, points });
    }
    SlideChart { about, picture: chart::by_year(&years, series), metric }
}
