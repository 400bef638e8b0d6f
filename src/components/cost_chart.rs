//! The chart: cost by kind stacked against contributions, with equity; its table beside it.

use crate::charts::{Chart, Drawn, colour};
use crate::state::context;
use crate::ui::memo::memo;
use crate::ui::text::say;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::money::{self, Decimal, Unit};
use samplan::outcome::Outcome;
use samplan::plan::{Id, Metric};
use serde_json::{Value, json};
use std::sync::Arc;

/// The kinds of cost from the bottom up, with their colour.
pub const KINDS: [(Metric, &str); 5] = [
    (Metric::Base, "--base"),
    (Metric::Process, "--process"),
    (Metric::Structure, "--structure"),
    (Metric::Untagged, "--untagged"),
    (Metric::Overhead, "--administration"),
];

/// One series' values by year.
#[derive(Debug, Clone, PartialEq)]
struct Series {
    metric: Metric,
    colour: &'static str,
    values: Vec<Decimal>,
}

/// The chart with its table.
#[component]
pub fn CostChart(outcome: Memo<Option<Arc<Outcome>>>, #[prop(into)] shown: Signal<Option<Id>>) -> impl IntoView {
    let context = context();
    let years = move || {
        outcome.with(|outcome| {
            outcome.as_ref().map_or_else(Vec::new, |one| one.projection.horizon.iter().collect::<Vec<_>>())
        })
    };
    let drawn = RwSignal::new(Drawn::Waiting);
    let series = memo(move || {
        let (outcome, shown) = (outcome.get()?, shown.get());
        let values = |metric: Metric| -> Vec<Decimal> {
            let years = outcome.projection.horizon.iter();
            years.map(|year| outcome.projection.get(shown.as_ref(), year, metric).unwrap_or_default()).collect()
        };
        let mut series: Vec<Series> =
            KINDS.iter().map(|(metric, colour)| Series { metric: *metric, colour, values: values(*metric) }).collect();
        series.retain(|one| one.values.iter().any(|value| !value.is_zero()));
        series.push(Series { metric: Metric::Contributions, colour: "--ink", values: values(Metric::Contributions) });
        series.push(Series { metric: Metric::Equity, colour: "--equity", values: values(Metric::Equity) });
        Some(series)
    });
    let name = move |metric: Metric| {
        let language = context.language();
        match metric {
            Metric::Overhead => words::category(language, samplan::plan::Category::Administration),
            Metric::Contributions => words::category(language, samplan::plan::Category::Contribution),
            metric => words::metric(language, metric),
        }
    };
    let option = memo(move || {
        // The theme decides the colours.
        context.settings.track();
        let named: Vec<String> = years().iter().map(ToString::to_string).collect();
        let about = words::budget::chart_about(context.language());
        series.get().map(|series| option(&series, &named, context.unit(), about, name))
    });
    let head = move || years().into_iter().map(|year| view! { <th scope="col">{year.number()}</th> }).collect_view();
    let body = move || {
        series
            .get()
            .unwrap_or_default()
            .into_iter()
            .map(|one| {
                let cells = one
                    .values
                    .iter()
                    .map(|value| view! { <td>{money::kronor(*value, context.unit())}</td> })
                    .collect_view();
                view! { <tr><th scope="row">{name(one.metric)}</th>{cells}</tr> }
            })
            .collect_view()
    };
    let message = move || match drawn.get() {
        Drawn::Waiting => Some(words::budget::chart_loading(context.language())),
        Drawn::Failed => Some(words::budget::chart_failed(context.language())),
        Drawn::Yes => None,
    };
    view! {
        <section class="card chart-card" aria-labelledby="chart-title">
            <h2 id="chart-title">{say(words::budget::chart)}", "
                {move || if context.unit() == Unit::Thousands { "tkr" } else { "kr" }}</h2>
            <p class="small muted" role="status">{message}</p>
            <Chart option drawn/>
            <details>
                <summary>{say(label::show_as_a_table)}</summary>
                <div class="sheet-scroll">
                    <table class="plain-table" data-test="chart-table">
                        <thead><tr><td></td>{head}</tr></thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}

fn option(
    series: &[Series],
    years: &[String],
    unit: Unit,
    about: &str,
    name: impl Fn(Metric) -> &'static str,
) -> Value {
    let ink = colour("--ink-2");
    let drawn: Vec<Value> = series.iter().map(|one| {
        let is_line = matches!(one.metric, Metric::Contributions | Metric::Equity);
        let data: Vec<Value> = one.values.iter().map(|value| {
            json!({ "value": value.to_string().parse::<f64>().unwrap_or_default(), "text": money::kronor(*value, unit) })
        }).collect();
        let shade = if one.metric == Metric::Untagged { colour("--ink-3") } else { colour(one.colour) };
        let mut drawn = json!({ "name": name(one.metric), "data": data, "itemStyle": { "color": shade } });
        if is_line {
            drawn["type"] = json!("line");
            drawn["lineStyle"] = json!({ "width": 3, "color": shade, "type": if one.metric == Metric::Equity { "dashed" } else { "solid" } });
            drawn["symbol"] = json!(if one.metric == Metric::Equity { "circle" } else { "rect" });
            drawn["symbolSize"] = json!(8);
        } else {
            drawn["type"] = json!("bar");
            drawn["stack"] = json!("cost");
            drawn["barMaxWidth"] = json!(110);
            drawn["itemStyle"]["borderColor"] = json!(colour("--surface"));
            drawn["itemStyle"]["borderWidth"] = json!(1);
        }
        drawn
    }).collect();
    // A legend of more names than this takes two rows; on a small screen one row that can be leafed through.
    let narrow = window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < 700.0);
    let head = if series.len() > 5 && !narrow { 80 } else { 48 };
    json!({
        "grid": { "left": 8, "right": 16, "top": head, "bottom": 8, "containLabel": true },
        "legend": { "type": if narrow { "scroll" } else { "plain" }, "top": 0, "left": 0, "textStyle": { "color": ink, "fontFamily": "Inter" }, "itemGap": 18 },
        "tooltip": { "trigger": "axis" },
        "xAxis": { "type": "category", "data": years, "axisLabel": { "color": ink }, "axisLine": { "lineStyle": { "color": colour("--line-2") } } },
        "yAxis": { "type": "value", "axisLabel": { "color": ink }, "splitLine": { "lineStyle": { "color": colour("--line") } } },
        "samplan": { "divisor": if unit == Unit::Thousands { 1000 } else { 1 }, "decimalSeparator": "," },
        "aria": { "label": { "description": about } },
        "series": drawn,
    })
}
