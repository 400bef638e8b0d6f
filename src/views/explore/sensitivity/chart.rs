//! The tornado: a lying bar from the measure at a lever's low end to that at its high end, the longest first.

use super::{Answer, FEW, Tool};
use crate::charts::{Chart, Drawn, colour, divisor, plotted};
use crate::ui::memo::memo;
use crate::words::{self, label, sensitivity as text};
use leptos::prelude::*;
use samplan::explore::Bar;
use samplan::money::Decimal;
use serde_json::{Value, json};
use std::sync::Arc;

/// The most bars that a chart is drawn with; the table shows the others too.
const MOST: usize = 40;

/// The chart. A taller element for more bars: chart elements do not change their height.
pub fn chart(tool: Tool, answer: &Arc<Answer>, moving: usize) -> AnyView {
    let answer = Arc::clone(answer);
    let drawn = move || {
        let count = if tool.all.get() { moving.min(MOST) } else { moving.min(FEW) };
        let class = match count {
            0..=3 => "tornado few",
            4..=12 => "tornado",
            13..=24 => "tornado many",
            _ => "tornado most",
        };
        let answer = Arc::clone(&answer);
        let option = memo(move || {
            // The theme decides the colours.
            tool.context.settings.track();
            Some(option(tool, &answer, count))
        });
        view! { <div class=class><Chart option drawn=RwSignal::new(Drawn::Waiting)/></div> }
    };
    drawn.into_any()
}

fn option(tool: Tool, answer: &Answer, count: usize) -> Value {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let sensitivity = &answer.sensitivity;
    let metric = sensitivity.measure.metric;
    let bars = || sensitivity.bars.iter().take(count).enumerate();
    let names: Vec<String> =
        bars().map(|(_, bar)| words::lever_address(language, &answer.plan, &bar.address, unit)).collect();
    let half = |name: &str, shade: &str, at: fn(&Bar) -> Decimal, end: fn(&Bar) -> Decimal| {
        let data: Vec<Value> = bars()
            .map(|(place, bar)| {
                let (at, end) = (at(bar), end(bar));
                let value = words::lever_value(language, end, bar.unit, unit);
                let figure = words::figure_value(language, metric, at, unit);
                json!({ "value": [place, plotted(sensitivity.now), plotted(at)], "text": format!("{value}: {figure}") })
            })
            .collect();
        json!({
            "type": "custom", "renderItem": "floating-bar", "name": name, "encode": { "y": 0, "x": [1, 2] }, "data": data,
            "itemStyle": { "color": colour(shade) },
        })
    };
    let ink = colour("--ink-2");
    let mut low = half(text::at_low(language), "--process", |bar| bar.at_low, |bar| bar.low);
    let now = words::figure_value(language, metric, sensitivity.now, unit);
    low["markLine"] = json!({
        "symbol": "none", "data": [{ "xAxis": plotted(sensitivity.now), "text": label::NowValue { value: now }.say(language) }],
        "lineStyle": { "color": colour("--ink"), "type": "solid", "width": 1.5 },
        "label": { "color": colour("--ink"), "position": "start" },
    });
    json!({
        "grid": { "left": 8, "right": 24, "top": 64, "bottom": 8, "containLabel": true },
        "legend": { "top": 0, "left": 0, "textStyle": { "color": ink } },
        "tooltip": { "trigger": "item" },
        "xAxis": { "type": "value", "scale": true, "axisLabel": { "color": ink, "hideOverlap": true } },
        "yAxis": {
            "type": "category", "inverse": true, "data": names,
            "axisLabel": { "color": ink, "width": label_width(), "overflow": "break", "lineHeight": 15, "interval": 0 },
        },
        "samplan": { "divisor": divisor(metric, unit), "decimalSeparator": language.decimal_mark().to_string() },
        "aria": { "label": { "description": text::chart_about(language) } },
        "series": [low, half(text::at_high(language), "--base", |bar| bar.at_high, |bar| bar.high)],
    })
}

/// Names take at most a third of the page: on a small screen the bars need the room.
fn label_width() -> f64 {
    let page = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(1024.0);
    (page / 3.5).min(250.0)
}
