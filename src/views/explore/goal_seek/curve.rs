//! The way from lever to measure as a curve with the target, and its table.

use super::seek::{AnsweredGoal, GoalSeekState};
use crate::charts::{Along, Chart, ChartFigure, ChartLook, Curve, Drawn, Numbers, Picture, Spot, Tint};
use crate::decisions;
use crate::state::memo::memo;
use crate::views::explore::measure;
use crate::words::{self, goal_seek as text, label};
use leptos::prelude::*;
use samplan::explore::{GoalSeekAnswer, GoalSeekPoint, GoalSeekResult};
use samplan::lever::LeverUnit;
use samplan::money::Unit;
use samplan::plan::Metric;
use samplan::sorted::sort_by_key;
use std::sync::Arc;

/// The most rows of the table: a curve has two hundred points.
const ROWS: usize = 21;

/// The curve.
pub fn curve(seek: GoalSeekState, asked: &Arc<AnsweredGoal>) -> AnyView {
    let context = seek.context;
    let Ok(found) = &asked.answer else { return ().into_any() };
    if found.curve.len() < 2 {
        return ().into_any();
    }
    let language = context.language();
    let drawn = RwSignal::new(Drawn::Waiting);
    let kept = Arc::clone(asked);
    let figure = memo(move || kept.answer.as_ref().ok().map(|found| figure(seek, &kept, found)));
    let lever = decisions::lever_address(language, &asked.plan, &asked.goal.lever, context.unit());
    let measure = measure::named(language, &asked.plan, &asked.goal.measure);
    let rows = rows(seek, asked, found);
    view! {
        <section class="card explore-card" aria-labelledby="curve-title">
            <h3 id="curve-title">{text::Curve { measure: &measure, lever: &lever }.say(language)}</h3>
            <Chart figure drawn/>
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
fn solved(found: &GoalSeekResult) -> Vec<GoalSeekPoint> {
    match &found.answer {
        GoalSeekAnswer::One(solution) => [Some(solution.at), solution.across].into_iter().flatten().collect(),
        GoalSeekAnswer::Several(all) => all.iter().map(|solution| solution.at).collect(),
        GoalSeekAnswer::None { nearest } => vec![*nearest],
        GoalSeekAnswer::NoEffect { .. } => Vec::new(),
    }
}

fn rows(seek: GoalSeekState, asked: &AnsweredGoal, found: &GoalSeekResult) -> AnyView {
    let (language, unit) = (seek.context.language(), seek.context.unit());
    let solved = solved(found);
    let apart = found.curve.len().div_ceil(ROWS);
    let mut points: Vec<GoalSeekPoint> = found.curve.iter().step_by(apart.max(1)).copied().collect();
    points.extend(&solved);
    sort_by_key(&mut points, |point| point.value);
    points.dedup();
    let each = points.into_iter().map(|point| {
        let strong = solved.contains(&point);
        let value = words::lever_value(language, point.value, asked.lever.unit, Unit::Kronor);
        let metric = words::figure_value(language, asked.goal.measure.metric, point.metric, unit);
        view! { <tr class:strong=strong><th scope="row">{value}</th><td>{metric}</td></tr> }
    });
    each.collect_view().into_any()
}

fn figure(seek: GoalSeekState, asked: &AnsweredGoal, found: &GoalSeekResult) -> ChartFigure {
    let context = seek.context;
    let (language, unit) = (context.language(), context.unit());
    let of = asked.lever.unit;
    let metric = asked.goal.measure.metric;
    let spot = |point: &GoalSeekPoint| {
        let name = words::lever_value(language, point.value, of, unit);
        let text = format!("{name} – {}", words::figure_value(language, metric, point.metric, unit));
        Spot { at: point.value, name, value: point.metric, text }
    };
    let spots = |points: &[GoalSeekPoint]| points.iter().map(spot).collect::<Vec<Spot>>();
    let decimal_mark = language.decimal_mark();
    let along = match of {
        // As numbers they would be counted.
        LeverUnit::Month | LeverUnit::Year => Along::Names,
        LeverUnit::Percent => Along::Numbers(Numbers { divisor: 0.01, decimal_mark, suffix: "\u{a0}%" }),
        LeverUnit::Kronor => Along::Numbers(Numbers::of(Metric::Cost, unit, decimal_mark)),
        LeverUnit::KronorPerInhabitant
        | LeverUnit::Months
        | LeverUnit::Years
        | LeverUnit::Inhabitants
        | LeverUnit::Places => Along::Numbers(Numbers { divisor: 1.0, decimal_mark, suffix: "" }),
    };
    let now: Vec<GoalSeekPoint> = found.now.iter().copied().collect();
    // What no value answers has no mark, nor a name in the legend.
    let marks = [(label::now(language), Tint::Now, now), (text::answer(language), Tint::Answer, solved(found))];
    let marks = marks.into_iter().filter(|(_, _, points)| !points.is_empty());
    let target = words::figure_value(language, metric, asked.goal.target, unit);
    ChartFigure {
        about: text::curve_about(language).to_owned(),
        picture: Picture::Curve(Curve {
            name: measure::named(language, &asked.plan, &asked.goal.measure),
            along,
            line: spots(&found.curve),
            target: (asked.goal.target, text::TargetLine { target }.say(language)),
            marks: marks.map(|(name, tint, points)| (name.to_owned(), tint, spots(&points))).collect(),
        }),
        axis: Numbers::of(metric, unit, decimal_mark),
        look: ChartLook::Work,
    }
}
