//! A curve over the values of a lever, with its target and marked spots.

use super::figure::{Along, ChartFigure, Curve, Spot};
use super::legend::Tint;
use super::look::{numbers, plotted, put};
use serde_json::{Value, json};

/// The option of the library.
pub fn option(figure: &ChartFigure, curve: &Curve) -> Value {
    let look = figure.look;
    let place = |spot: &Spot| match &curve.along {
        Along::Numbers(_) => json!(plotted(spot.at)),
        Along::Names => json!(spot.name),
    };
    let item = |spot: &Spot| json!({ "value": [place(spot), plotted(spot.value)], "text": spot.text });
    let items = |spots: &[Spot]| spots.iter().map(item).collect::<Vec<Value>>();
    let label = json!({ "color": look.ink(), "fontSize": look.text(), "hideOverlap": true });
    let axis = match &curve.along {
        Along::Numbers(form) => json!({
            "type": "value", "axisLabel": label, "samplan": numbers(form), "min": "dataMin", "max": "dataMax",
        }),
        Along::Names => json!({
            "type": "category", "axisLabel": label, "data": curve.line.iter().map(|spot| &spot.name).collect::<Vec<_>>(),
        }),
    };
    let (target, told) = &curve.target;
    let colour = look.stroke(Tint::Curve);
    let mut series = vec![
        json!({
            "type": "line", "name": curve.name, "data": items(&curve.line), "showSymbol": false,
            "lineStyle": { "width": 3, "color": colour }, "itemStyle": { "color": colour },
            "markLine": {
                "symbol": "none", "data": [{ "yAxis": plotted(*target), "text": told }],
                "lineStyle": { "color": "--ink", "type": "dashed", "width": 2 },
                "label": { "position": "insideStartTop", "color": "--ink" },
            },
        }),
        // Unseen, so that the axis reaches to a target that the curve does not.
        json!({
            "type": "line", "symbol": "none", "silent": true,
            "data": curve.line.iter().take(1).map(|spot| json!([place(spot), plotted(*target)])).collect::<Vec<_>>(),
        }),
    ];
    let mut named = vec![curve.name.clone()];
    for (name, tint, spots) in &curve.marks {
        named.push(name.clone());
        let (symbol, size) = if *tint == Tint::Answer { ("diamond", 15) } else { ("circle", 11) };
        series.push(json!({
            "type": "line", "name": name, "data": items(spots), "symbol": symbol, "symbolSize": size, "z": 4,
            "lineStyle": { "width": 0 },
            "itemStyle": { "color": look.stroke(*tint), "borderColor": "--surface", "borderWidth": 1 },
        }));
    }
    let mut legend = look.legend();
    put(&mut legend, "data", json!(named));
    let mut value_axis = look.value_axis();
    put(&mut value_axis, "scale", json!(true));
    look.option(
        figure,
        json!({
            "grid": { "left": 8, "right": 28, "bottom": 8, "containLabel": true },
            "legend": legend, "tooltip": { "trigger": "item" }, "xAxis": axis, "yAxis": value_axis, "series": series,
        }),
    )
}
