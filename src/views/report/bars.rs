//! The charts: what the money goes to, the equity, and the coordinators or else the result.

use super::Page;
use super::paper_chart::{DOTS, Fill, INK, LINES, PALE, SOLID, STRIPES, item, label, option, paper_chart};
use super::tables::unit_name;
use crate::ui::text::said;
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::Comparison;
use samplan::money::{self, Decimal, Unit};
use samplan::plan::Metric;
use serde_json::{Value, json};

/// The kinds of cost from the bottom up. The small ones come first, so that the mark of the contributions seldom covers a
/// number.
const KINDS: [(Metric, Fill); 5] = [
    (Metric::Overhead, PALE),
    (Metric::Base, SOLID),
    (Metric::Process, STRIPES),
    (Metric::Structure, DOTS),
    (Metric::Untagged, LINES),
];

/// The most years of which both columns fit beside each other.
const MOST_BESIDE: usize = 4;
/// The most characters of a number that fits.
const LONGEST_LABEL: usize = 11;
/// The most points whose numbers fit.
const MOST_LABELS: usize = 6;

/// The section.
pub fn charts(page: Page) -> AnyView {
    let [costs, equity, third] = page.charts;
    let failed = said(words::budget::chart_failed);
    let titled = move |title: fn(Page) -> String| Signal::derive(move || title(page));
    let of = move |option: fn(Page) -> Option<Value>| Signal::derive(move || option(page));
    view! {
        {paper_chart("chart-costs", titled(|page| in_unit(page, text::chart_costs)), costs, failed, of(cost_option))}
        <div class="half-charts">
            {paper_chart("chart-half", titled(|page| in_unit(page, words::metric::equity)), equity, failed, of(equity_option))}
            {paper_chart("chart-half", titled(third_title), third, failed, of(third_option))}
        </div>
    }
    .into_any()
}

/// Whether a number is no wider than the bar that it stands in.
fn short(text: &str) -> bool {
    text.chars().count() <= LONGEST_LABEL
}

fn in_unit(page: Page, word: words::Word) -> String {
    format!("{}, {}", word(page.context.language()), unit_name(page.context.unit()))
}

fn divisor(unit: Unit) -> u32 {
    match unit {
        Unit::Kronor => 1,
        Unit::Thousands => 1000,
    }
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

fn cost_option(page: Page) -> Option<Value> {
    let (language, unit) = (page.context.language(), page.context.unit());
    page.read(|_, _, comparison| {
        let places = places(language, comparison);
        let bar = |metric: Metric, place: &Option<(usize, Year)>| {
            place.as_ref().and_then(|(column, year)| value(comparison, *column, *year, metric))
        };
        let highest = places.iter().filter_map(|(_, place)| bar(Metric::Cost, place)).max().unwrap_or_default();
        // A number in a bar too low for it would cover what it tells of.
        let fits = |value: Decimal| value * Decimal::from(14) >= highest;
        let mut series: Vec<Value> = Vec::new();
        for (metric, fill) in KINDS {
            if !places.iter().any(|(_, place)| bar(metric, place).is_some_and(|value| !value.is_zero())) {
                continue;
            }
            let data: Vec<Value> = places
                .iter()
                .map(|(_, place)| match bar(metric, place).filter(|value| !value.is_zero()) {
                    Some(value) if fits(value) && short(&money::kronor(value, unit)) => {
                        item(value, money::kronor(value, unit))
                    }
                    Some(value) => {
                        json!({ "value": f64::try_from(value).unwrap_or_default(), "label": { "show": false } })
                    }
                    None => Value::Null,
                })
                .collect();
            let name = if metric == Metric::Overhead {
                label::board_and_administration(language)
            } else {
                words::metric(language, metric)
            };
            series.push(json!({ "type": "bar", "stack": "cost", "name": name, "data": data, "barMaxWidth": 78,
                "barCategoryGap": "12%", "itemStyle": fill.style(), "label": label("inside") }));
        }
        // The contributions as a bar's mark, not as a line: two columns of one year have nothing to be drawn between.
        let marks: Vec<Value> = places
            .iter()
            .map(|(_, place)| bar(Metric::Contributions, place).map_or(Value::Null, |value| item(value, String::new())))
            .collect();
        series.push(
            json!({ "type": "line", "name": words::category::contribution(language), "data": marks, "symbol": "rect",
            "symbolSize": [86, 4], "lineStyle": { "width": 0 }, "itemStyle": { "color": INK }, "z": 5 }),
        );
        let names: Vec<String> = places.iter().map(|(name, _)| name.clone()).collect();
        option(
            &text::ChartAbout { title: text::chart_costs(language) }.say(language),
            &names,
            series,
            divisor(unit),
            language.decimal_mark(),
        )
    })
}

fn equity_option(page: Page) -> Option<Value> {
    pair_option(page, Metric::Equity, words::metric::equity)
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

fn third_option(page: Page) -> Option<Value> {
    match third_metric(page) {
        Metric::Fte => pair_option(page, Metric::Fte, text::chart_fte),
        metric => pair_option(page, metric, words::metric::result),
    }
}

/// A metric by year in the base and on the page. Equity goes on from year to year and is drawn as a line.
fn pair_option(page: Page, metric: Metric, title: words::Word) -> Option<Value> {
    let (language, unit) = (page.context.language(), page.context.unit());
    page.read(|_, _, comparison| {
        let column = Page::column(comparison);
        let as_line = metric == Metric::Equity && comparison.horizon.len() > 1;
        let cells = comparison.horizon.iter().map(|year| comparison.cell(column, None, year, metric));
        let mut told = cells.flat_map(|cell| [cell.old, cell.new]).flatten();
        let labelled = comparison.horizon.len() <= MOST_LABELS
            && told.all(|value| short(&words::figure_cell(language, metric, value, unit)));
        let series = columns(language, column).map(|(place, name)| {
            let is_base = place == 0 && column > 0;
            let data = comparison.horizon.iter().map(|year| {
                let cell = comparison.cell(column, None, year, metric);
                let Some(value) = (if is_base { cell.old } else { cell.new }) else { return Value::Null };
                let mut point = item(value, words::figure_cell(language, metric, value, unit));
                if labelled {
                    // The higher of two points has its number over it, the lower under it; a bar at its end.
                    let over = if as_line { is_base == (cell.old > cell.new) } else { value >= Decimal::ZERO };
                    point["label"] = label(if over { "top" } else { "bottom" });
                }
                point
            });
            let data: Vec<Value> = data.collect();
            if as_line {
                json!({ "type": "line", "name": name, "data": data, "symbolSize": 8, "itemStyle": { "color": INK },
                    "symbol": if is_base { "emptyCircle" } else { "rect" }, "label": { "show": labelled },
                    "lineStyle": { "color": INK, "width": 2, "type": if is_base { "dashed" } else { "solid" } } })
            } else {
                let fill = if is_base { PALE } else { SOLID };
                json!({ "type": "bar", "name": name, "data": data, "barMaxWidth": 44, "barGap": "10%",
                    "itemStyle": fill.style(), "label": { "show": labelled } })
            }
        });
        let scale = if metric == Metric::Fte { 1 } else { divisor(unit) };
        let about = text::ChartAbout { title: title(language) }.say(language);
        let mut drawn = option(&about, &years(comparison), series.collect(), scale, language.decimal_mark());
        // Room for a number under the lowest point.
        drawn["xAxis"]["axisLabel"]["margin"] = json!(17);
        drawn
    })
}
