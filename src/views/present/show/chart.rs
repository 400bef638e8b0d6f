//! Charts for the back row: large type, labels on the bars, patterns beside colours, and nothing under a pointer.

use super::figure::UNIT;
use super::stage::Stage;
use crate::charts::{Chart, Drawn, colour};
use crate::components::cost_chart::KINDS;
use crate::ui::memo::memo;
use crate::words::{self, show as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::{self, Decimal};
use samplan::plan::{Category, Metric};
use serde_json::{Value, json};

/// With more years than this the bars are too narrow for figures and the axis tells them.
pub const MOST_LABELLED: usize = 8;

/// Text in charts, at 1920 × 1080.
const TEXT: f64 = 25.0;

/// What a chart shows, in words and as the library's option.
pub struct Picture {
    pub about: String,
    pub option: Value,
}

/// A chart that follows what it is drawn from, in the same frame.
pub fn picture(stage: Stage, draw: Box<dyn Fn() -> Option<Picture> + Send + Sync>) -> AnyView {
    let option = memo(move || {
        let size = stage.px(TEXT);
        draw().map(|picture| {
            let Picture { about, mut option } = picture;
            option["animation"] = json!(false);
            option["textStyle"] = json!({ "fontSize": size, "fontFamily": "Inter" });
            option["tooltip"] = json!({ "show": false });
            option["aria"] = json!({ "label": { "description": about } });
            option
        })
    });
    let drawn = RwSignal::new(Drawn::Waiting);
    let failed = move || {
        (drawn.get() == Drawn::Failed).then(|| view! { <p role="alert">{text::chart_failed(stage.language())}</p> })
    };
    view! { <div class="picture"><Chart option drawn/>{failed}</div> }.into_any()
}

/// A value as the chart library has numbers: it draws, the app reckons.
pub fn number(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or_default()
}

/// A label on a pill of paper, so that it reads the same on every colour and pattern.
pub fn label(stage: Stage, position: &str) -> Value {
    let px = |at_full| stage.px(at_full);
    json!({
        "show": true, "position": position, "color": colour("--ink"), "fontSize": px(TEXT), "fontWeight": 650, "z": 4,
        "backgroundColor": colour("--paper"), "padding": [px(5.0), px(9.0)], "borderRadius": px(5.0),
    })
}

/// A pattern: patterns beside colours, for washed-out projectors and for those who do not see them.
pub fn pattern(stage: Stage, colour_name: &str) -> Value {
    let px = |at_full: f64| stage.px(at_full).max(1.0);
    let drawn = |symbol: &str, x: Value, y: Value, rotation: f64| {
        json!({ "symbol": symbol, "dashArrayX": x, "dashArrayY": y, "rotation": rotation, "symbolSize": 1,
                "color": "rgba(255,255,255,0.5)" })
    };
    match colour_name {
        "--process" => drawn("rect", json!([1, 0]), json!([px(4.0), px(8.0)]), -0.785),
        "--structure" => {
            drawn("circle", json!([[px(9.0), px(9.0)], [0, px(9.0), px(9.0), 0]]), json!([px(9.0), 0]), 0.0)
        }
        "--untagged" => drawn("rect", json!([px(3.0), px(9.0)]), json!([1, 0]), 0.0),
        "--administration" => drawn("rect", json!([1, 0]), json!([px(3.0), px(12.0)]), 0.0),
        _ => json!({ "color": "rgba(0,0,0,0)" }),
    }
}

/// A colour of the projector; untagged activities have one of their own here.
pub fn shade(name: &str) -> String {
    colour(if name == "--untagged" { "--ink-3" } else { name })
}

/// A series of bars, in a stack if one is named.
pub fn bars(
    stage: Stage,
    name: &str,
    colour_name: &str,
    stack: Option<&str>,
    data: Vec<Value>,
    labelled: bool,
) -> Value {
    let inside = if stack.is_some() { "inside" } else { "top" };
    json!({
        "type": "bar", "name": name, "stack": stack, "data": data, "barMaxWidth": stage.px(220.0), "barCategoryGap": "24%",
        "label": if labelled { label(stage, inside) } else { json!({ "show": false }) },
        "labelLayout": { "hideOverlap": true },
        "emphasis": { "disabled": true }, "silent": true,
        "itemStyle": {
            "color": shade(colour_name), "decal": pattern(stage, colour_name),
            "borderColor": colour("--paper"), "borderWidth": stage.px(2.0),
        },
    })
}

/// A line with marks.
pub fn line(stage: Stage, name: &str, colour_name: &str, kind: &str, data: Vec<Value>) -> Value {
    let shade = colour(colour_name);
    json!({
        "type": "line", "name": name, "data": data, "emphasis": { "disabled": true }, "silent": true, "z": 2,
        "symbol": if kind == "dashed" { "diamond" } else { "rect" }, "symbolSize": stage.px(16.0),
        "lineStyle": { "width": stage.px(5.0), "color": shade, "type": kind },
        "itemStyle": { "color": shade, "decal": { "color": "rgba(0,0,0,0)" } },
    })
}

/// Series over the years.
pub fn by_year(stage: Stage, years: &[Year], series: Vec<Value>, with_axis: bool) -> Value {
    let px = |at_full| stage.px(at_full);
    let ink = colour("--ink");
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    json!({
        "grid": { "left": px(4.0), "right": px(8.0), "top": px(96.0), "bottom": px(4.0), "containLabel": true },
        "legend": {
            "top": 0, "right": 0, "itemWidth": px(44.0), "itemHeight": px(26.0), "itemGap": px(30.0), "selectedMode": false,
            "textStyle": { "color": ink, "fontSize": px(TEXT), "fontFamily": "Inter" },
        },
        "xAxis": {
            "type": "category", "data": years, "z": 5,
            "axisLabel": { "color": ink, "fontSize": px(TEXT + 3.0), "fontWeight": 600, "margin": px(14.0), "hideOverlap": true },
            "axisLine": { "lineStyle": { "color": ink, "width": px(3.0) } },
        },
        "yAxis": {
            "type": "value", "show": with_axis,
            "axisLabel": { "color": ink, "fontSize": px(TEXT) },
            "splitLine": { "show": with_axis, "lineStyle": { "color": colour("--line") } },
        },
        "samplan": { "divisor": number(if with_axis { UNIT.factor() } else { Decimal::ONE }), "decimalSeparator": "," },
        "series": series,
    })
}

/// What the money pays, year by year, against the contributions.
pub fn costs(stage: Stage) -> AnyView {
    picture(stage, Box::new(move || Some(costs_option(stage))))
}

fn costs_option(stage: Stage) -> Picture {
    let language = stage.language();
    let years = stage.years();
    let many = years.len() > MOST_LABELLED;
    let mut about = text::chart_costs(language).to_owned();
    let mut read = |metric: Metric, name: &str| -> Vec<Decimal> {
        let values: Vec<Decimal> = years.iter().map(|year| stage.cell(*year, metric).new.unwrap_or_default()).collect();
        if values.iter().any(|value| !value.is_zero()) {
            let told =
                years.iter().zip(&values).map(|(year, value)| format!(" {year}: {}", money::kronor(*value, UNIT)));
            about = format!("{about} {name},{}.", told.collect::<Vec<_>>().join(","));
        }
        values
    };
    let items = |values: &[Decimal]| -> Vec<Value> {
        values.iter().map(|value| json!({ "value": number(*value), "text": money::kronor(*value, UNIT) })).collect()
    };
    let mut series = Vec::new();
    for (metric, colour_name) in KINDS {
        let name = match metric {
            Metric::Overhead => words::category(language, Category::Administration),
            other => words::metric(language, other),
        };
        let values = read(metric, name);
        if values.iter().any(|value| !value.is_zero()) {
            series.push(bars(stage, name, colour_name, Some("cost"), items(&values), !many));
        }
    }
    let name = words::category(language, Category::Contribution);
    let contributions = read(Metric::Contributions, name);
    series.push(line(stage, name, "--ink", "solid", items(&contributions)));
    Picture { about, option: by_year(stage, &years, series, many) }
}
