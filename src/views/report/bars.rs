//! The charts: what the money goes to, the equity, and the coordinators or else the result.

use super::paper_chart::paper_chart;
use super::state::Page;
use crate::charts::{
    COSTS, ChartFigure, ChartLook, ChartPoint, Columns, Numbers, Picture, Series, SeriesKind, TextSide, Tint,
};
use crate::ui::text::text_signal;
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::Comparison;
use samplan::money::Decimal;
use samplan::plan::Metric;

/// The most years of which both columns fit beside each other.
const MOST_BESIDE: usize = 4;
/// How many characters fit beside each other over a chart of the paper's width, and over one of half of it.
const ROOM: usize = 87;
const HALF_ROOM: usize = 42;

/// The section.
pub fn charts(page: Page) -> AnyView {
    let [costs, equity, third] = page.charts;
    let failed = text_signal(words::budget::chart_failed);
    let titled = move |title: fn(Page) -> String| Signal::derive(move || title(page));
    let of = move |figure: fn(Page) -> Option<ChartFigure>| Signal::derive(move || figure(page));
    view! {
        {paper_chart("chart-costs", titled(|page| in_unit(page, text::chart_costs)), costs, failed, of(cost_figure))}
        <div class="half-charts">
            {paper_chart("chart-half", titled(|page| in_unit(page, words::metric::equity)), equity, failed, of(equity_figure))}
            {paper_chart("chart-half", titled(third_title), third, failed, of(third_figure))}
        </div>
    }
    .into_any()
}

/// Whether a number, and a space after it, is no wider than its place beside so many others.
fn short(text: &str, count: usize, room: usize) -> bool {
    text.chars().count().saturating_add(1).saturating_mul(count) <= room
}

fn in_unit(page: Page, word: words::Word) -> String {
    format!("{}, {}", word(page.context.language()), words::unit_name(page.context.unit()))
}

fn value(comparison: &Comparison, column: usize, year: Year, metric: Metric) -> Option<Decimal> {
    comparison.cell(column, None, year, metric).new
}

/// A bar of the costs: its name under it, and whose it is; a gap between years where there are two for each.
fn places(language: Language, comparison: &Comparison) -> Vec<(String, Option<(usize, Year)>)> {
    let column = Page::column(comparison);
    let years: Vec<Year> = comparison.horizon.iter().collect();
    if column == 0 || years.len() > MOST_BESIDE {
        return years.into_iter().map(|year| (year.to_string(), Some((column, year)))).collect();
    }
    let mut places = Vec::new();
    for year in years {
        if !places.is_empty() {
            places.push((String::new(), None));
        }
        places.push((format!("{year}\n{}", text::without(language)), Some((0, year))));
        places.push((format!("{year}\n{}", text::with(language)), Some((column, year))));
    }
    places
}

fn cost_figure(page: Page) -> Option<ChartFigure> {
    let (language, unit) = (page.context.language(), page.context.unit());
    page.read(|_, _, comparison| {
        let places = places(language, comparison);
        let bar = |metric: Metric, place: &Option<(usize, Year)>| {
            place.as_ref().and_then(|(column, year)| value(comparison, *column, *year, metric))
        };
        let highest = places.iter().filter_map(|(_, place)| bar(Metric::Cost, place)).max().unwrap_or_default();
        // A number in a bar too low for it would cover what it tells of.
        let fits = |value: Decimal| value.saturating_mul(Decimal::from(14)) >= highest;
        let mut series = Vec::new();
        // The small ones come first, so that the mark of the contributions seldom covers a number.
        for (metric, tint) in
            COSTS.into_iter().rev().take(1).chain(COSTS.into_iter().take(COSTS.len().saturating_sub(1)))
        {
            let points: Vec<ChartPoint> = places
                .iter()
                .map(|(_, place)| match bar(metric, place).filter(|value| !value.is_zero()) {
                    Some(value) => {
                        let text = words::kronor(language, value, unit);
                        let side = (fits(value) && short(&text, places.len(), ROOM)).then_some(TextSide::Inside);
                        ChartPoint::new(Some(value), text).labelled(side)
                    }
                    None => ChartPoint::default(),
                })
                .collect();
            if points.iter().all(|point| point.value.is_none()) {
                continue;
            }
            let name = if metric == Metric::Overhead {
                label::board_and_administration(language)
            } else {
                words::metric(language, metric)
            };
            series.push(Series { name: name.to_owned(), tint, kind: SeriesKind::Stacked, points });
        }
        // The contributions as a bar's mark, not as a line: two columns of one year have nothing to be drawn between.
        let marks = places.iter().map(|(_, place)| ChartPoint::new(bar(Metric::Contributions, place), String::new()));
        series.push(Series {
            name: words::category::contribution(language).to_owned(),
            tint: Tint::Contributions,
            kind: SeriesKind::Stroke,
            points: marks.collect(),
        });
        let names = places.iter().map(|(name, _)| name.clone()).collect();
        figure(page, text::chart_costs(language), names, series, Metric::Cost)
    })
}

/// A chart on paper.
fn figure(page: Page, title: &str, places: Vec<String>, series: Vec<Series>, metric: Metric) -> ChartFigure {
    let (language, unit) = (page.context.language(), page.context.unit());
    ChartFigure {
        about: text::ChartAbout { title }.say(language),
        picture: Picture::Columns(Columns { places, series, with_axis: true }),
        axis: Numbers::of(metric, unit, language.decimal_mark()),
        look: ChartLook::Paper,
    }
}

fn equity_figure(page: Page) -> Option<ChartFigure> {
    pair_figure(page, Metric::Equity, words::metric::equity)
}

/// The base and the page's own column, with what they are called; only one of them on the base's page.
fn columns(language: Language, column: usize) -> impl Iterator<Item = (usize, &'static str)> {
    let base = (column > 0).then(|| (0, text::without(language)));
    let own = if column > 0 { text::with(language) } else { text::plan_as_is(language) };
    base.into_iter().chain([(column, own)])
}

fn years(comparison: &Comparison) -> Vec<String> {
    comparison.horizon.iter().map(|year| year.to_string()).collect()
}

/// The coordinators where they are known; the result where they are not.
fn third_metric(page: Page) -> Metric {
    let known = page.read(|_, _, comparison| {
        let column = Page::column(comparison);
        comparison.horizon.iter().any(|year| value(comparison, column, year, Metric::Fte).is_some())
    });
    if known.unwrap_or_default() { Metric::Fte } else { Metric::Result }
}

fn third_title(page: Page) -> String {
    match third_metric(page) {
        Metric::Fte => text::chart_fte(page.context.language()).to_owned(),
        _ => in_unit(page, words::metric::result),
    }
}

fn third_figure(page: Page) -> Option<ChartFigure> {
    match third_metric(page) {
        Metric::Fte => pair_figure(page, Metric::Fte, text::chart_fte),
        metric => pair_figure(page, metric, words::metric::result),
    }
}

/// A metric by year in the base and on the page. Equity goes on from year to year and is drawn as a line.
fn pair_figure(page: Page, metric: Metric, title: words::Word) -> Option<ChartFigure> {
    let (language, unit) = (page.context.language(), page.context.unit());
    page.read(|_, _, comparison| {
        let column = Page::column(comparison);
        let as_line = metric == Metric::Equity && comparison.horizon.len() > 1;
        let cells = comparison.horizon.iter().map(|year| comparison.cell(column, None, year, metric));
        let mut told = cells.flat_map(|cell| [cell.old, cell.new]).flatten();
        // Two points of a line have their numbers over and under it, two bars theirs beside each other.
        let beside = if as_line || column == 0 { 1 } else { 2 };
        let count = comparison.horizon.len().saturating_mul(beside);
        let labelled = told.all(|value| short(&words::figure_cell(language, metric, value, unit), count, HALF_ROOM));
        let series = columns(language, column).map(|(place, name)| {
            let is_base = place == 0 && column > 0;
            let points = comparison.horizon.iter().map(|year| {
                let cell = comparison.cell(column, None, year, metric);
                let Some(value) = (if is_base { cell.old } else { cell.new }) else { return ChartPoint::default() };
                // The higher of two points has its number over it, the lower under it; a bar at its end.
                let over = if as_line { is_base == (cell.old > cell.new) } else { value >= Decimal::ZERO };
                let side = labelled.then_some(if over { TextSide::Over } else { TextSide::Under });
                ChartPoint::new(Some(value), words::figure_cell(language, metric, value, unit)).labelled(side)
            });
            Series {
                name: name.to_owned(),
                tint: if is_base { Tint::Plan } else { Tint::Scenario },
                kind: match (as_line, is_base) {
                    (true, true) => SeriesKind::Dashed,
                    (true, false) => SeriesKind::Line,
                    (false, _) => SeriesKind::Bar,
                },
                points: points.collect(),
            }
        });
        figure(page, title(language), years(comparison), series.collect(), metric)
    })
}
