//! Columns: years beside each other, as bars, stacks, lines, strokes and spans.

use super::figure::{ChartFigure, ChartLook, ChartPoint, Columns, Series, SeriesKind};
use super::look::{plotted, position, put};
use samplan::money::Decimal;
use serde_json::{Value, json};

/// The most places beside each other that all have their name in the narrowest drawing on paper.
const MOST_NAMED: usize = 8;

/// The option of the library.
pub fn option(figure: &ChartFigure, columns: &Columns) -> Value {
    let look = figure.look;
    let casings = columns.series.iter().filter_map(|one| casing(look, one));
    let series: Vec<Value> = casings.chain(columns.series.iter().map(|one| series(look, one))).collect();
    let mut value_axis = look.value_axis();
    if !columns.with_axis {
        put(&mut value_axis, "show", json!(false));
        put(&mut value_axis, "splitLine", json!({ "show": false }));
    }
    // Of nothing but noughts the library would make parts of a krona.
    let mut values = columns.series.iter().flat_map(|one| &one.points).filter_map(|point| point.value);
    if values.all(|value| value.is_zero()) {
        let one = figure.axis.divisor;
        merge(&mut value_axis, json!({ "min": 0, "max": one, "interval": one }));
    }
    // Room for a number under the lowest point and its mark; as much where all stand over, for charts beside each other.
    let under = columns
        .series
        .iter()
        .any(|one| one.kind != SeriesKind::Stacked && one.points.iter().any(|at| at.label.is_some()));
    let margin = if look == ChartLook::Paper && under { 24.0 } else { look.px(14.0, 8.0) };
    // Each place on paper says its name as long as they fit.
    let width = match look {
        ChartLook::Paper if columns.places.len() <= MOST_NAMED => json!({ "lineHeight": 14, "interval": 0 }),
        _ => json!({ "hideOverlap": true }),
    };
    let mut axis_label = json!({
        "color": look.ink(), "fontSize": look.px(28.0, look.text()), "fontWeight": if look == ChartLook::Work { 400 } else { 600 },
        "margin": margin,
    });
    merge(&mut axis_label, width);
    let has_spans = columns.series.iter().all(|one| one.kind == SeriesKind::Span);
    if has_spans {
        // Steps are named: each keeps its name, cut where it must be.
        merge(
            &mut axis_label,
            json!({ "interval": 0, "hideOverlap": false, "overflow": "truncate", "width": "place" }),
        );
    }
    look.option(
        figure,
        json!({
            "grid": { "left": look.px(4.0, 8.0), "right": look.px(8.0, 16.0), "bottom": look.px(4.0, 8.0), "containLabel": true },
            "legend": if has_spans { Value::Null } else { look.legend() },
            "tooltip": { "trigger": if has_spans { "item" } else { "axis" } },
            "xAxis": {
                "type": "category", "data": columns.places, "axisLabel": axis_label, "z": 5,
                "axisLine": { "lineStyle": { "color": look.ink(), "width": look.px(3.0, 1.0) } },
            },
            "yAxis": value_axis,
            "series": series,
        }),
    )
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}

/// The ground's colour under a line, a little wider, so that the line is seen on the darkest bar. It has no name and so no
/// place in the legend, and says nothing when it is pointed at.
fn casing(look: ChartLook, one: &Series) -> Option<Value> {
    if !matches!(one.kind, SeriesKind::Line | SeriesKind::Dashed) {
        return None;
    }
    let data: Vec<Value> =
        one.points.iter().map(|point| point.value.map_or(Value::Null, |it| json!(plotted(it)))).collect();
    Some(json!({
        "type": "line", "z": 4, "symbol": "none", "silent": true, "data": data,
        "lineStyle": { "width": line_width(look) * 2.4, "color": look.ground(), "type": "solid" },
    }))
}

fn series(look: ChartLook, one: &Series) -> Value {
    let data: Vec<Value> = one.points.iter().enumerate().map(|(place, point)| item(look, one, place, point)).collect();
    let stroke = look.stroke(one.tint);
    let mut drawn = json!({
        "name": one.name, "data": data, "label": look.label(), "labelLayout": { "hideOverlap": true },
        "silent": look != ChartLook::Work, "emphasis": { "disabled": look != ChartLook::Work },
    });
    let own = match one.kind {
        SeriesKind::Bar | SeriesKind::Stacked => json!({
            "type": "bar", "stack": (one.kind == SeriesKind::Stacked).then_some("one"), "itemStyle": look.style(one.tint),
            "barMaxWidth": look.px(220.0, bar_width(look, one.kind)),
            "barCategoryGap": if look == ChartLook::Paper { "12%" } else { "24%" }, "barGap": "10%",
        }),
        SeriesKind::Line | SeriesKind::Dashed => {
            let dashed = one.kind == SeriesKind::Dashed;
            json!({
                "type": "line", "z": 5, "symbol": if dashed { "diamond" } else { "rect" }, "symbolSize": look.px(16.0, 8.0),
                "lineStyle": {
                    "width": line_width(look), "color": stroke,
                    "type": if dashed { "dashed" } else { "solid" },
                },
                "itemStyle": {
                    "color": stroke, "decal": { "symbol": "none" }, "borderColor": look.ground(), "borderWidth": look.px(3.0, 1.5),
                },
            })
        }
        SeriesKind::Stroke => json!({
            "type": "line", "z": 5, "symbol": "rect", "symbolSize": [86, 4], "lineStyle": { "width": 0 },
            "itemStyle": { "color": stroke, "decal": { "symbol": "none" } },
        }),
        SeriesKind::Span => json!({
            "type": "custom", "renderItem": "floating-bar", "encode": { "x": 0, "y": [1, 2] }, "itemStyle": look.style(one.tint),
        }),
    };
    merge(&mut drawn, own);
    drawn
}

fn item(look: ChartLook, one: &Series, place: usize, point: &ChartPoint) -> Value {
    let Some(value) = point.value else { return Value::Null };
    let at = match point.from {
        Some(from) => json!([place, plotted(from), plotted(value)]),
        None => json!(plotted(value)),
    };
    let mut item = json!({ "value": at, "text": point.text });
    if let Some(side) = point.label {
        put(&mut item, "label", json!({ "show": true, "position": position(side) }));
    }
    if let Some(tint) = point.tint {
        put(&mut item, "itemStyle", look.style(tint));
    }
    // What goes under nought is red; paper tells it by its sign and place alone.
    if value < Decimal::ZERO && look != ChartLook::Paper && one.kind != SeriesKind::Stacked && under_nought(one, point)
    {
        put(&mut item, "itemStyle", json!({ "color": "--error", "borderColor": "--error" }));
    }
    item
}

fn line_width(look: ChartLook) -> f64 {
    look.px(5.0, if look == ChartLook::Paper { 2.0 } else { 3.0 })
}

/// The widest that a bar gets.
fn bar_width(look: ChartLook, kind: SeriesKind) -> f64 {
    match (look, kind) {
        (ChartLook::Paper, SeriesKind::Stacked) => 78.0,
        (ChartLook::Paper, _) => 44.0,
        (_, SeriesKind::Stacked) => 110.0,
        _ => 64.0,
    }
}

/// Whether the point stands for an amount that can be under nought, and not for a step between two.
fn under_nought(one: &Series, point: &ChartPoint) -> bool {
    one.kind != SeriesKind::Span || point.from.is_some_and(|from| from.is_zero())
}
