//! A tornado: lying spans from what is now to each end of a lever.

use super::figure::{ChartFigure, TornadoChart};
use super::look::{plotted, put};
use serde_json::{Value, json};

/// The option of the library.
pub fn option(figure: &ChartFigure, tornado: &TornadoChart) -> Value {
    let look = figure.look;
    let mut series: Vec<Value> = tornado
        .series
        .iter()
        .map(|one| {
            let data = one.points.iter().enumerate().filter_map(|(place, point)| {
                let (from, value) = point.from.zip(point.value)?;
                Some(json!({ "value": [place, plotted(from), plotted(value)], "text": point.text }))
            });
            json!({
                "type": "custom", "renderItem": "floating-bar", "name": one.name, "encode": { "y": 0, "x": [1, 2] },
                "data": data.collect::<Vec<_>>(), "itemStyle": look.style(one.tint),
            })
        })
        .collect();
    if let Some(first) = series.first_mut() {
        first["markLine"] = json!({
            "symbol": "none", "data": [{ "xAxis": plotted(tornado.now), "text": tornado.now_text }],
            "lineStyle": { "color": "--ink", "type": "solid", "width": 1.5 },
            "label": { "color": "--ink", "position": "start" },
        });
    }
    let mut value_axis = look.value_axis();
    put(&mut value_axis, "scale", json!(true));
    if let Some(label) = value_axis.get_mut("axisLabel") {
        put(label, "hideOverlap", json!(true));
    }
    look.option(
        figure,
        json!({
            "grid": { "left": 8, "right": 24, "bottom": 8, "containLabel": true },
            "legend": look.legend(), "tooltip": { "trigger": "item" },
            "xAxis": value_axis,
            "yAxis": {
                "type": "category", "inverse": true, "data": tornado.rows,
                "axisLabel": {
                    "color": look.ink(), "width": "third", "fontSize": 12, "interval": 0,
                    "hideOverlap": false,
                },
            },
            "series": series,
        }),
    )
}
