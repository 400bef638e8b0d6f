//! A measure by year in all chosen scenarios, as a chart.

use super::{Shown, metric_choice, name};
use crate::charts::{Chart, Drawn, colour, divisor, plotted};
use crate::ui::memo::memo;
use crate::words::{self, compare as text};
use leptos::prelude::*;
use serde_json::{Value, json};

/// A colour for each scenario in turn; patterns tell them apart too.
const COLOURS: [&str; 4] = ["--administration", "--base", "--process", "--structure"];

/// The chart.
pub fn bars(shown: Shown) -> AnyView {
    let context = shown.context;
    let drawn = RwSignal::new(Drawn::Waiting);
    let option = memo(move || {
        // The theme decides the colours.
        context.settings.track();
        option(shown)
    });
    let title = move || {
        let language = context.language();
        text::ChartOf { metric: words::metric(language, shown.metric.get()) }.say(language)
    };
    view! {
        <section class="card compare-card" aria-labelledby="compare-chart-title">
            <h2 id="compare-chart-title">{title}</h2>
            {metric_choice(shown)}
            <Chart option drawn/>
        </section>
    }
    .into_any()
}

fn option(shown: Shown) -> Option<Value> {
    let context = shown.context;
    let comparison = shown.comparison.get()?;
    let association = shown.association.get();
    let metric = shown.metric.get();
    let (language, unit) = (context.language(), context.unit());
    let years: Vec<String> = comparison.horizon.iter().map(|year| year.to_string()).collect();
    let series = comparison.columns.iter().zip(COLOURS).enumerate().map(|(place, (column, shade))| {
        let data = comparison.horizon.iter().map(|year| {
            let value = comparison.cell(place, association.as_ref(), year, metric).new;
            value.map_or(
                Value::Null,
                |value| json!({ "value": plotted(value), "text": words::figure_cell(language, metric, value, unit) }),
            )
        });
        json!({
            "type": "bar", "name": name(context, column.scenario.as_ref()), "barMaxWidth": 64,
            "data": data.collect::<Vec<_>>(),
            "itemStyle": { "color": colour(shade), "borderColor": colour("--surface"), "borderWidth": 1 },
        })
    });
    let ink = colour("--ink-2");
    Some(json!({
        "grid": { "left": 8, "right": 16, "top": 56, "bottom": 8, "containLabel": true },
        "legend": { "type": "scroll", "top": 0, "left": 0, "textStyle": { "color": ink } },
        "tooltip": { "trigger": "axis" },
        "xAxis": { "type": "category", "data": years, "axisLabel": { "color": ink } },
        "yAxis": { "type": "value", "axisLabel": { "color": ink } },
        "samplan": { "divisor": divisor(metric, unit), "decimalSeparator": language.decimal_mark().to_string() },
        "aria": { "label": { "description": text::ChartAbout { metric: words::metric(language, metric) }.say(language) } },
        "series": series.collect::<Vec<_>>(),
    }))
}
