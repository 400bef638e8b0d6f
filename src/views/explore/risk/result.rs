//! What came out of the simulation: the fan of what is looked at, the chance that saved money is gone, and what drives it.

use super::run::{RunOutcome, count};
use super::tool::RiskTool;
use crate::charts::{
    Chart, ChartFigure, ChartLook, ChartPoint, Columns, Drawn, Numbers, Picture, Series, SeriesKind, Tint,
};
use crate::decisions;
use crate::state::memo::memo;
use crate::views::explore::measure::{self, in_sentence, look_instead};
use crate::words::{self, label, simulation as text};
use leptos::prelude::*;
use samplan::explore::{Fan, Still, Uncertainty};
use samplan::lever::LeverAddress;
use samplan::money::{self, Decimal};
use samplan::plan::Plan;
use std::sync::Arc;

/// The most drivers that are listed.
const MOST: usize = 8;

/// The result.
pub fn result(tool: RiskTool, outcome: &Arc<RunOutcome>) -> AnyView {
    let context = tool.context;
    let (language, unit) = (context.language(), context.unit());
    let kept = Arc::clone(outcome);
    let figure = memo(move || Some(figure(tool, &kept)));
    let of = outcome.association.as_ref().map(|id| {
        let scenario = outcome.scenario.as_ref().and_then(|id| outcome.plan.scenario_by_id(id));
        words::association(language, &outcome.plan, scenario, id)
    });
    let measure = outcome.measure(language);
    let title = match of {
        Some(association) => words::explore::MeasureOf { measure, association }.say(language),
        None => measure,
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
            outcome.held.iter().map(|lever| decisions::lever_address(language, &outcome.plan, lever, unit)).collect();
        view! { <p class="small muted">{text::Held { names: names.join(", ") }.say(language)}</p> }
    });
    let still = without_width(tool, &outcome.plan, outcome.without_width.iter());
    // Where nothing spreads there is nothing to draw.
    let body = match &outcome.summary.still {
        Some(still) => still_told(tool, outcome, still),
        None => view! { <Chart figure drawn=RwSignal::new(Drawn::Waiting)/>{fan(tool, outcome)} }.into_any(),
    };
    view! {
        {stale}
        <h4 id="fan-title">{title}</h4>
        <p class="small muted" data-test="simulation-done">{text::Done { runs, seed: outcome.seed }.say(language)}</p>
        {body}
        <div class="pair-tables">{gone(tool, outcome)}{drivers(tool, outcome)}</div>
        {held}{still}
    }
    .into_any()
}

/// The levers whose own range has no width, so that nothing of them is drawn.
pub fn without_width<'a>(
    tool: RiskTool,
    plan: &Plan,
    levers: impl Iterator<Item = &'a LeverAddress>,
) -> Option<AnyView> {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let names: Vec<_> = levers.map(|lever| decisions::lever_address(language, plan, lever, unit)).collect();
    let told = text::WithoutWidth { names: names.join(", ") };
    (!names.is_empty())
        .then(|| view! { <p class="small muted" data-test="without-width">{told.say(language)}</p> }.into_any())
}

fn fan(tool: RiskTool, outcome: &RunOutcome) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let cell = |amount: Decimal| {
        view! { <td class:negative=amount < Decimal::ZERO>{words::figure_cell(language, outcome.metric, amount, unit)}</td> }
    };
    let rows = outcome.summary.fan.iter().map(|fan| {
        let cells = [fan.p5, fan.p25, fan.p50, fan.p75, fan.p95, fan.mean, fan.plan].map(cell);
        view! { <tr><th scope="row">{fan.year.to_string()}</th>{cells.collect_view()}</tr> }
    });
    let per_cent =
        |(number, of): (u8, u8)| view! { <th scope="col">{text::AtMostIn { number, of }.say(language)}</th> };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="fan-title">
            <table class="plain-table by-year" data-test="fan">
                <thead><tr>
                    <th scope="col">{label::year(language)}</th>
                    {[(1, 20), (1, 4), (1, 2), (3, 4), (19, 20)].map(per_cent).collect_view()}
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
fn still_told(tool: RiskTool, outcome: &RunOutcome, still: &Still) -> AnyView {
    let language = tool.context.language();
    let measure = outcome.measure(language);
    let (why, instead) = match still {
        Still::NothingMoved => (text::still_nothing_drawn(language).to_owned(), &[][..]),
        Still::OneRun => (text::still_one_run(language).to_owned(), &[][..]),
        Still::NotThere { .. } | Still::PaysNothing { .. } => {
            let measure = in_sentence(&measure);
            let told = measure::still_told(tool.context, &outcome.plan, &measure, still);
            (told.unwrap_or_default(), &[][..])
        }
        Still::SpentByStepDown { instead } => (text::StillStepDown { measure }.say(language), instead.as_slice()),
        Still::Untouched { instead } => (text::StillUntouched { measure }.say(language), instead.as_slice()),
    };
    let look = look_instead(language, instead);
    view! { <p class="empty-state" data-test="simulation-still">{why}" "{look}</p> }.into_any()
}

fn gone(tool: RiskTool, outcome: &RunOutcome) -> AnyView {
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
        <div class="scroll" tabindex="0" role="group" aria-labelledby="gone-title">
            <h4 id="gone-title">{title}</h4>
            <table class="plain-table by-year" data-test="gone">
                <thead><tr>
                    <th scope="col">{text::by_end_of(language)}</th>
                    <th scope="col">{label::likelihood(language)}</th>
                    <th scope="col">{text::in_runs(language)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn drivers(tool: RiskTool, outcome: &RunOutcome) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let plan = &outcome.plan;
    let decimals = outcome.summary.decimals();
    if outcome.summary.certain_drivers().next().is_none() {
        return ().into_any();
    }
    let name = |of: &Uncertainty| match of {
        Uncertainty::Lever(address) => decisions::lever_address(language, plan, address, unit),
        Uncertainty::Risk { association, risk } => {
            let risks = plan.association(association).map(|one| one.risks.as_slice()).unwrap_or_default();
            risks
                .iter()
                .find(|one| one.id == *risk)
                .map_or_else(|| words::gone(language, words::Named::Risk), |one| one.name.clone())
        }
    };
    let rows = outcome.summary.certain_drivers().take(MOST).map(|driver| {
        let share = Decimal::try_from(driver.share).unwrap_or_default();
        let way = if driver.correlation < 0.0 { text::lowers(language) } else { text::raises(language) };
        view! { <tr><th scope="row">{name(&driver.of)}</th><td>{money::percent(share, decimals, language.decimal_mark())}</td><td>{way}</td></tr> }
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="drivers-title">
            <h4 id="drivers-title">{text::drivers(language)}</h4>
            <table class="plain-table" data-test="drivers">
                <thead><tr>
                    <th scope="col">{text::driver(language)}</th>
                    <th scope="col">{text::driver_share(language)}</th>
                    <th scope="col">{outcome.measure(language)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The fan: for each year a bar over nine runs of ten with the middle half in it, the median and the plan as lines.
fn figure(tool: RiskTool, outcome: &RunOutcome) -> ChartFigure {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let fans = &outcome.summary.fan;
    let metric = outcome.metric;
    let kr = |amount: Decimal| words::figure_value(language, metric, amount, unit);
    let span = |name: &str, tint: Tint, low: fn(&Fan) -> Decimal, high: fn(&Fan) -> Decimal| {
        let point = |fan: &Fan| {
            let (low, high) = (low(fan), high(fan));
            ChartPoint::span(low, high, text::FromTo { low: kr(low), high: kr(high) }.say(language))
        };
        Series { name: name.to_owned(), tint, kind: SeriesKind::Span, points: fans.iter().map(point).collect() }
    };
    let line = |name: &str, tint: Tint, kind: SeriesKind, of: fn(&Fan) -> Decimal| {
        let points = fans.iter().map(|fan| ChartPoint::new(Some(of(fan)), kr(of(fan)))).collect();
        Series { name: name.to_owned(), tint, kind, points }
    };
    ChartFigure {
        about: text::fan_about(language).to_owned(),
        picture: Picture::Columns(Columns {
            places: fans.iter().map(|fan| fan.year.to_string()).collect(),
            series: vec![
                span(text::nine_of_ten(language), Tint::FanWide, |fan| fan.p5, |fan| fan.p95),
                span(text::half(language), Tint::FanMiddle, |fan| fan.p25, |fan| fan.p75),
                line(text::median(language), Tint::Equity, SeriesKind::Line, |fan| fan.p50),
                line(label::the_plan(language), Tint::Plan, SeriesKind::Dashed, |fan| fan.plan),
            ],
            with_axis: true,
        }),
        axis: Numbers::of(metric, unit, language.decimal_mark()),
        look: ChartLook::Work,
    }
}
