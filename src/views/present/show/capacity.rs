//! Staff and places, against those enrolled today.

use super::chart::{self, Picture, number, picture};
use super::figure::figure;
use super::stage::Stage;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Decimal;
use samplan::plan::Metric;
use samplan::show::{Queue, queue};
use serde_json::{Value, json};

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
        picture(stage, Box::new(move || Some(option(stage, if places { Metric::Places } else { Metric::Fte }))));
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

fn waiting(stage: Stage, year: Year) -> Option<Queue> {
    let plan = stage.context.plan()?;
    let outcome = stage.context.scenario_outcome.get()?;
    queue(&plan, &outcome.projection, stage.association().as_ref(), year).ok().flatten()
}

fn option(stage: Stage, metric: Metric) -> Picture {
    let language = stage.language();
    let years = stage.years();
    let many = years.len() > chart::MOST_LABELLED;
    let told = |value: Option<Decimal>| {
        value.map_or_else(String::new, |value| words::figure_cell(language, metric, value, super::figure::UNIT))
    };
    let item = |value: Option<Decimal>| json!({ "value": value.map(number), "text": told(value) });
    let cells: Vec<_> = years.iter().map(|year| stage.cell(*year, metric)).collect();
    let new: Vec<Value> = cells.iter().map(|cell| item(cell.new)).collect();
    let old: Vec<Value> = cells.iter().map(|cell| item(cell.old)).collect();
    let name = words::metric(language, metric);
    let mut series = vec![chart::bars(stage, name, "--base", None, new, !many)];
    let mut about = text::ChartCapacity { name }.say(language);
    for (year, cell) in years.iter().zip(&cells) {
        about = format!("{about} {year}: {}.", told(cell.new));
    }
    if cells.iter().any(|cell| cell.differs()) {
        series.push(chart::line(stage, label::the_plan(language), "--ink", "dashed", old));
    }
    let enrolled = years.first().and_then(|year| waiting(stage, *year)).filter(|_| metric == Metric::Places);
    if let Some(queue) = enrolled {
        let level = years.iter().map(|_| item(Some(queue.enrolled))).collect();
        let name = text::Enrolled { count: words::count(language, queue.enrolled, 0) }.say(language);
        series.push(chart::line(stage, &name, "--process-ink", "solid", level));
    }
    Picture { about, option: chart::by_year(stage, &years, series, many) }
}
