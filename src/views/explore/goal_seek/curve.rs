//! The way from lever to measure as a curve with the target, and its table.

use super::{Asked, Seek};
use crate::charts::{Chart, Drawn, colour, divisor, plotted};
use crate::ui::memo::memo;
use crate::views::explore::measure;
use crate::words::{self, goal_seek as text, label};
use leptos::prelude::*;
use samplan::explore::{Answer, Point, Sought};
use samplan::lever::Unit as LeverUnit;
use samplan::money::{Decimal, Unit};
use serde_json::{Value, json};
use std::sync::Arc;

/// The most rows of the table: a curve has two hundred points.
const ROWS: usize = 21;

/// The curve.
pub fn curve(seek: Seek, asked: &Arc<Asked>) -> AnyView {
    let context = seek.context;
    let Ok(found) = &asked.answer else { return ().into_any() };
    if found.curve.len() < 2 {
        return ().into_any();
    }
    let language = context.language();
    let drawn = RwSignal::new(Drawn::Waiting);
    let kept = Arc::clone(asked);
    let drawing = memo(move || {
        context.settings.track();
        kept.answer.as_ref().ok().map(|found| option(seek, &kept, found))
    });
    let lever = words::lever_address(language, &asked.plan, &asked.goal.lever, context.unit());
    let measure = measure::named(language, &asked.plan, &asked.goal.measure);
    let rows = rows(seek, asked, found);
    view! {
        <section class="card explore-card" aria-labelledby="curve-title">
            <h3 id="curve-title">{text::Curve { measure: &measure, lever: &lever }.say(language)}</h3>
            <Chart option=drawing drawn/>
            <details class="more">
                <summary>{label::show_as_a_table(language)}</summary>
                <div class="scroll" tabindex="0" role="group" aria-labelledby="curve-title">
                    <table class="plain-table" data-test="goal-table">
                        <thead><tr><th scope="col">{lever}</th><th scope="col">{measure}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// The values that answer, which the table shows beside some of the others.
fn solved(found: &Sought) -> Vec<Point> {
    match &found.answer {
        Answer::One(solution) => [Some(solution.at), solution.across].into_iter().flatten().collect(),
        Answer::Several(all) => all.iter().map(|solution| solution.at).collect(),
        Answer::None { nearest } => vec![*nearest],
        Answer::NoEffect { .. } => Vec::new(),
    }
}

fn rows(seek: Seek, asked: &Asked, found: &Sought) -> AnyView {
    let (language, unit) = (seek.context.language(), seek.context.unit());
    let solved = solved(found);
    let apart = found.curve.len().div_ceil(ROWS);
    let mut points: Vec<Point> = found.curve.iter().step_by(apart.max(1)).copied().collect();
    points.extend(&solved);
    points.sort_by_key(|point| point.value);
    points.dedup();
    let each = points.into_iter().map(|point| {
        let strong = solved.contains(&point);
        let value = words::lever_value(language, point.value, asked.lever.unit, Unit::Kronor);
        let metric = words::figure_value(language, asked.goal.measure.metric, point.metric, unit);
        view! { <tr class:strong=strong><th scope="row">{value}</th><td>{metric}</td></tr> }
    });
    each.collect_view().into_any()
}

fn option(seek: Seek, asked: &Asked, found: &Sought) -> Value {
    let context = seek.context;
    let (language, unit) = (context.language(), context.unit());
    let of = asked.lever.unit;
    let metric = asked.goal.measure.metric;
    // Months and years stand side by side by name: as numbers they would be counted.
    let named = matches!(of, LeverUnit::Month | LeverUnit::Year);
    let value = |value: Decimal| words::lever_value(language, value, of, unit);
    let place = |point: &Point| if named { json!(value(point.value)) } else { json!(plotted(point.value)) };
    let item = |point: &Point| {
        let told = format!("{} – {}", value(point.value), words::figure_value(language, metric, point.metric, unit));
        json!({ "value": [place(point), plotted(point.metric)], "text": told })
    };
    let curve: Vec<Value> = found.curve.iter().map(item).collect();
    let marks: Vec<Value> = solved(found).iter().map(item).collect();
    let now: Vec<Value> = found.now.iter().map(item).collect();
    let ink = colour("--ink-2");
    let mark = |name: &str, data: Vec<Value>, symbol: &str, size: u8, shade: &str| {
        json!({
            "type": "line", "name": name, "data": data, "symbol": symbol, "symbolSize": size, "z": 4,
            "lineStyle": { "width": 0 }, "itemStyle": { "color": colour(shade), "borderColor": colour("--surface"), "borderWidth": 1 },
        })
    };
    let x_divisor = match of {
        LeverUnit::Percent => 0.01,
        LeverUnit::Kronor if unit == Unit::Thousands => 1000.0,
        _ => 1.0,
    };
    let suffix = if of == LeverUnit::Percent { "\u{a0}%" } else { "" };
    let decimal = language.decimal_mark().to_string();
    let mut axis = json!({
        "type": if named { "category" } else { "value" }, "axisLabel": { "color": ink, "hideOverlap": true },
        "samplan": { "divisor": x_divisor, "decimalSeparator": decimal, "suffix": suffix },
    });
    if named {
        axis["data"] = found.curve.iter().map(|point| value(point.value)).collect();
    } else {
        axis["min"] = json!("dataMin");
        axis["max"] = json!("dataMax");
    }
    let target = words::figure_value(language, metric, asked.goal.target, unit);
    let at_target = |point: &Point| json!([place(point), plotted(asked.goal.target)]);
    json!({
        "grid": { "left": 8, "right": 28, "top": 48, "bottom": 8, "containLabel": true },
        "legend": {
            "top": 0, "left": 0, "textStyle": { "color": ink },
            "data": [words::metric(language, metric), label::now(language), text::answer(language)],
        },
        "tooltip": { "trigger": "item" },
        "xAxis": axis,
        "yAxis": { "type": "value", "scale": true, "axisLabel": { "color": ink } },
        "samplan": { "divisor": divisor(metric, unit), "decimalSeparator": decimal },
        "aria": { "label": { "description": text::curve_about(language) } },
        "series": [
            {
                "type": "line", "name": words::metric(language, metric), "data": curve, "showSymbol": false,
                "lineStyle": { "width": 3, "color": colour("--base") }, "itemStyle": { "color": colour("--base") },
                "markLine": {
                    "symbol": "none", "data": [{ "yAxis": plotted(asked.goal.target), "text": text::TargetLine { target: &target }.say(language) }],
                    "lineStyle": { "color": colour("--error"), "type": "dashed", "width": 2 },
                    "label": { "position": "insideStartTop", "color": colour("--ink") },
                },
            },
            // Unseen, so that the axis reaches to a target that the curve does not.
            {
                "type": "line", "data": found.curve.iter().take(1).map(&at_target).collect::<Vec<Value>>(),
                "symbol": "none", "silent": true,
            },
            mark(label::now(language), now, "circle", 11, "--administration"),
            mark(text::answer(language), marks, "diamond", 15, "--process"),
        ],
    })
}
