//! What came out of the simulation: the fan of what is looked at, the chance that saved money is gone, and what drives it.

use super::Tool;
use super::simulation::{Outcome, count};
use crate::charts::{Chart, Drawn, colour, divisor, plotted};
use crate::ui::memo::memo;
use crate::words::{self, label, simulation as text};
use leptos::prelude::*;
use samplan::explore::{Fan, Still, Uncertainty};
use samplan::money::{self, Decimal};
use samplan::plan::Metric;
use serde_json::{Value, json};
use std::sync::Arc;

/// The most drivers that are listed.
const MOST: usize = 8;

/// The result.
pub fn result(tool: Tool, outcome: &Arc<Outcome>) -> AnyView {
    let context = tool.context;
    let (language, unit) = (context.language(), context.unit());
    let kept = Arc::clone(outcome);
    let option = memo(move || {
        context.settings.track();
        Some(option(tool, &kept))
    });
    let of = outcome.association.as_ref().map(|id| {
        let scenario = outcome.scenario.as_ref().and_then(|id| outcome.plan.scenario_by_id(id));
        words::association(&outcome.plan, scenario, id)
    });
    let measure = words::metric(language, outcome.metric);
    let title = match of {
        Some(association) => words::explore::MeasureOf { measure, association }.say(language),
        None => measure.to_owned(),
    };
    let kept = Arc::clone(outcome);
    let stale = move || {
        let now = (context.plan(), tool.shown.scenario());
        let same = now.0.is_some_and(|plan| Arc::ptr_eq(&plan, &kept.plan)) && now.1 == kept.scenario;
        (!same).then(|| view! { <p class="stale" data-test="simulation-stale">{text::stale(context.language())}</p> })
    };
    let runs = count(context, outcome.summary.runs);
    let held = (!outcome.held.is_empty()).then(|| {
        let names: Vec<_> =
            outcome.held.iter().map(|lever| words::lever_address(language, &outcome.plan, lever, unit)).collect();
        view! { <p class="small muted">{text::Held { names: names.join(", ") }.say(language)}</p> }
    });
    let told = outcome.summary.still.as_ref().map(|still| still_told(tool, outcome.metric, still));
    view! {
        {stale}
        <h4 id="fan-title">{title}</h4>
        <p class="small muted" data-test="simulation-done">{text::Done { runs, seed: outcome.seed }.say(language)}</p>
        {told}
        <Chart option drawn=RwSignal::new(Drawn::Waiting)/>
        {fan(tool, outcome)}
        <div class="pair-tables">{gone(tool, outcome)}{drivers(tool, outcome)}</div>
        {held}
    }
    .into_any()
}

fn fan(tool: Tool, outcome: &Outcome) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let cell = |amount: Decimal| {
        view! { <td class:negative=amount < Decimal::ZERO>{words::figure_cell(language, outcome.metric, amount, unit)}</td> }
    };
    let rows = outcome.summary.fan.iter().map(|fan| {
        let cells = [fan.p5, fan.p25, fan.p50, fan.p75, fan.p95, fan.mean, fan.plan].map(cell);
        view! { <tr><th scope="row">{fan.year.to_string()}</th>{cells.collect_view()}</tr> }
    });
    let per_cent = |number: u8| view! { <th scope="col">{text::AtMostIn { number }.say(language)}</th> };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="fan-title">
            <table class="plain-table" data-test="fan">
                <thead><tr>
                    <th scope="col">{label::year(language)}</th>
                    {[5u8, 25, 50, 75, 95].map(per_cent).collect_view()}
                    <th scope="col">{text::mean(language)}</th>
                    <th scope="col">{label::the_plan(language)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Why every run gave the same, and what to look at instead.
fn still_told(tool: Tool, metric: Metric, still: &Still) -> AnyView {
    let language = tool.context.language();
    let measure = words::metric(language, metric);
    let (why, instead) = match still {
        Still::NothingDrawn => (text::still_nothing_drawn(language).to_owned(), &[][..]),
        Still::SpentByStepDown { instead } => (text::StillStepDown { measure }.say(language), instead.as_slice()),
        Still::Untouched { instead } => (text::StillUntouched { measure }.say(language), instead.as_slice()),
    };
    let names: Vec<String> = instead.iter().map(|metric| words::metric(language, *metric).to_lowercase()).collect();
    let look = (!names.is_empty()).then(|| text::LookAt { measures: names.join(", ") }.say(language));
    view! { <p class="notice" data-test="simulation-still">{why}" "{look}</p> }.into_any()
}

fn gone(tool: Tool, outcome: &Outcome) -> AnyView {
    if outcome.summary.gone.is_empty() {
        return ().into_any();
    }
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let decimals = outcome.summary.decimals();
    let floor = outcome.plan.rules.equity_floor;
    let title = if floor.is_zero() {
        text::gone(language).to_owned()
    } else {
        text::UnderFloor { floor: words::kr(floor, unit) }.say(language)
    };
    let rows = outcome.summary.gone.iter().map(|chance| {
        view! {
            <tr>
                <th scope="row">{chance.year.to_string()}</th>
                <td>{money::percent(chance.share, decimals, language.decimal_mark())}</td>
                <td>{count(tool.context, chance.runs).to_string()}</td>
            </tr>
        }
    });
    view! {
        <div>
            <h4>{title}</h4>
            <table class="plain-table" data-test="gone">
                <thead><tr>
                    <th scope="col">{text::by_end_of(language)}</th>
                    <th scope="col">{label::probability(language)}</th>
                    <th scope="col">{text::in_runs(language)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn drivers(tool: Tool, outcome: &Outcome) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let plan = &outcome.plan;
    let decimals = outcome.summary.decimals();
    if outcome.summary.certain_drivers().next().is_none() {
        return ().into_any();
    }
    let name = |of: &Uncertainty| match of {
        Uncertainty::Lever(address) => words::lever_address(language, plan, address, unit),
        Uncertainty::Risk { association, risk } => {
            let risks = plan.association(association).map(|one| one.risks.as_slice()).unwrap_or_default();
            risks.iter().find(|one| one.id == *risk).map_or_else(|| risk.to_string(), |one| one.name.clone())
        }
    };
    let rows = outcome.summary.certain_drivers().take(MOST).map(|driver| {
        let share = Decimal::try_from(driver.share).unwrap_or_default();
        let way = if driver.correlation < 0.0 { text::lowers(language) } else { text::raises(language) };
        view! { <tr><th scope="row">{name(&driver.of)}</th><td>{money::percent(share, decimals, language.decimal_mark())}</td><td>{way}</td></tr> }
    });
    view! {
        <div>
            <h4>{text::drivers(language)}</h4>
            <table class="plain-table" data-test="drivers">
                <thead><tr>
                    <th scope="col">{text::driver(language)}</th>
                    <th scope="col">{text::driver_share(language)}</th>
                    <th scope="col">{words::metric(language, outcome.metric)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The fan: for each year a bar over nine runs of ten with the middle half in it, the median and the plan as lines.
fn option(tool: Tool, outcome: &Outcome) -> Value {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let fans = &outcome.summary.fan;
    let years: Vec<String> = fans.iter().map(|fan| fan.year.to_string()).collect();
    let metric = outcome.metric;
    let kr = |amount: Decimal| words::figure_value(language, metric, amount, unit);
    let bar = |name: &str, shade: &str, low: fn(&Fan) -> Decimal, high: fn(&Fan) -> Decimal, z: u8| {
        let data: Vec<Value> = fans
            .iter()
            .enumerate()
            .map(|(place, fan)| {
                let (low, high) = (low(fan), high(fan));
                json!({ "value": [place, plotted(low), plotted(high)], "text": text::FromTo { low: kr(low), high: kr(high) }.say(language) })
            })
            .collect();
        json!({
            "type": "custom", "renderItem": "floating-bar", "name": name, "encode": { "x": 0, "y": [1, 2] }, "data": data,
            "itemStyle": { "color": colour(shade) }, "z": z,
        })
    };
    let line = |name: &str, shade: &str, kind: &str, symbol: &str, of: fn(&Fan) -> Decimal| {
        let data: Vec<Value> =
            fans.iter().map(|fan| json!({ "value": plotted(of(fan)), "text": kr(of(fan)) })).collect();
        json!({
            "type": "line", "name": name, "data": data, "symbol": symbol, "symbolSize": 9, "z": 6,
            "lineStyle": { "width": 3, "type": kind, "color": colour(shade) }, "itemStyle": { "color": colour(shade) },
        })
    };
    let ink = colour("--ink-2");
    json!({
        "grid": { "left": 8, "right": 16, "top": 56, "bottom": 8, "containLabel": true },
        "legend": { "top": 0, "left": 0, "textStyle": { "color": ink } },
        "tooltip": { "trigger": "axis" },
        "aria": { "label": { "description": text::fan_about(language) }, "decal": { "show": false } },
        "xAxis": { "type": "category", "data": years, "axisLabel": { "color": ink } },
        "yAxis": { "type": "value", "axisLabel": { "color": ink } },
        "samplan": { "divisor": divisor(metric, unit), "decimalSeparator": language.decimal_mark().to_string() },
        "series": [
            bar(text::nine_of_ten(language), "--fan-wide", |fan| fan.p5, |fan| fan.p95, 3),
            bar(text::half(language), "--fan-middle", |fan| fan.p25, |fan| fan.p75, 4),
            line(text::median(language), "--equity", "solid", "circle", |fan| fan.p50),
            line(label::the_plan(language), "--ink", "dashed", "rect", |fan| fan.plan),
        ],
    })
}
