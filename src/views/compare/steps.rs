//! Decision by decision: how a measure gets from the base to a scenario, as a chart of steps with its table.

use super::measures::of_year;
use super::other;
use super::shown::{ComparisonShown, name};
use crate::charts::{
    Chart, ChartFigure, ChartLook, ChartPoint, Columns, Drawn, Numbers, Picture, Series, SeriesKind, Tint,
};
use crate::decisions;
use crate::state::memo::memo;
use crate::ui::form;
use crate::ui::segments::Segments;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, compare as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{Credit, Credits, Waterfall};
use samplan::money::Decimal;
use samplan::plan::{Id, Metric};

/// The steps of one scenario, with their names.
#[derive(Clone, PartialEq)]
struct Steps {
    scenario: Id,
    metric: Metric,
    year: Year,
    waterfall: Waterfall,
    titles: Vec<String>,
}

/// The chart and its table.
pub fn steps(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let wanted = RwSignal::new((None::<Id>, None::<Year>));
    let credit = RwSignal::new(Credit::default());
    let drawn = RwSignal::new(Drawn::Waiting);
    let found = memo(move || found(shown, wanted.get(), credit.get()));
    let figure = memo(move || found.with(|found| found.as_ref().map(|found| figure(shown, found))));
    let title = move || {
        found.with(|found| {
            let found = found.as_ref()?;
            Some(of_year(context.language(), found.metric, &name(context, Some(&found.scenario)), found.year))
        })
    };
    let rows = move || found.get().map(|found| rows(shown, &found));
    let unknown = memo(move || found.with(|found| found.as_ref().is_some_and(|found| found.waterfall.unknown)));
    view! {
        <section class="card compare-card" aria-labelledby="steps-title" data-test="waterfall">
            <h2 id="steps-title">{text_fn(text::waterfall)}</h2>
            <div class="pair-fields">{scenario_choice(shown, wanted, found)}{year_choice(shown, wanted, found)}</div>
            <Segments label=text_signal(text::credit) value=credit on_change=move |chosen| credit.set(chosen)
                options=vec![
                    (Credit::LeftOut, text_signal(text::credit_left_out)),
                    (Credit::InOrder, text_signal(text::credit_in_order)),
                ]/>
            <p class="small muted">{title}". "{move || match credit.get() {
                Credit::LeftOut => text::credit_left_out_what(context.language()),
                Credit::InOrder => text::credit_in_order_what(context.language()),
            }}</p>
            {move || unknown.get().then(|| view! { <p>{text_fn(text::unknown_somewhere)}</p> })}
            <div hidden=move || unknown.get()>
                <Chart figure drawn/>
                <div class="scroll"><table class="plain-table parts"><tbody>{rows}</tbody></table></div>
            </div>
        </section>
    }
    .into_any()
}

fn found(shown: ComparisonShown, wanted: (Option<Id>, Option<Year>), credit: Credit) -> Option<Steps> {
    let context = shown.context;
    let comparison = shown.comparison.get()?;
    let plan = context.plan()?;
    let is_own = |id: &Id| !other::is_other(id);
    let with = comparison.columns.iter().filter(|one| one.scenario.as_ref().is_some_and(is_own));
    let column = with.clone().find(|one| one.scenario == wanted.0).or_else(|| with.clone().next())?;
    let scenario = column.scenario.clone()?;
    let year = wanted.1.filter(|year| comparison.horizon.contains(*year)).unwrap_or(comparison.horizon.last());
    let metric = shown.metric.get();
    let of = plan.scenario_by_id(&scenario)?;
    let credits = Credits::of(&column.trace, of, credit).ok()?;
    let waterfall = credits.waterfall(shown.association.get().as_ref(), year, metric).ok()?;
    let title = |step: &Id| decisions::step_title(context.language(), &plan, of, step, context.unit());
    let titles = waterfall.bars.iter().map(|bar| title(&bar.step)).collect();
    Some(Steps { scenario, metric, year, waterfall, titles })
}

fn scenario_choice(
    shown: ComparisonShown,
    wanted: RwSignal<(Option<Id>, Option<Year>)>,
    found: Memo<Option<Steps>>,
) -> AnyView {
    let ids = move || {
        let chosen = shown.chosen.get();
        chosen.into_iter().flatten().filter(|id| !other::is_other(id)).collect::<Vec<Id>>()
    };
    let names = Signal::derive(move || ids().iter().map(|id| name(shown.context, Some(id))).collect::<Vec<_>>());
    let chosen = Signal::derive(move || {
        let now = found.with(|found| found.as_ref().map(|found| found.scenario.clone()));
        ids().iter().position(|id| Some(id) == now.as_ref()).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        let id = untrack(ids).into_iter().nth(place);
        wanted.update(|wanted| wanted.0 = id);
    });
    form::choice(text_signal(label::scenario), names, chosen, choose)
}

fn year_choice(
    shown: ComparisonShown,
    wanted: RwSignal<(Option<Id>, Option<Year>)>,
    found: Memo<Option<Steps>>,
) -> AnyView {
    let years = move || {
        shown.comparison.with(|one| one.as_ref().map_or_else(Vec::new, |one| one.horizon.iter().collect::<Vec<Year>>()))
    };
    let names = Signal::derive(move || years().iter().map(Year::to_string).collect::<Vec<_>>());
    let chosen = Signal::derive(move || {
        let now = found.with(|found| found.as_ref().map(|found| found.year));
        years().iter().position(|year| Some(*year) == now).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        let year = untrack(years).into_iter().nth(place);
        wanted.update(|wanted| wanted.1 = year);
    });
    form::choice(text_signal(label::year), names, chosen, choose)
}

fn rows(shown: ComparisonShown, found: &Steps) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let write = |value: Decimal| words::figure_value(language, found.metric, value, unit);
    let bars = found.waterfall.bars.iter().zip(&found.titles).map(|(bar, title)| {
        let change = words::figure_change(language, found.metric, bar.change, unit);
        view! { <tr><th scope="row">{title.clone()}</th><td>{change}</td></tr> }
    });
    let together = together(found).map(|amount| {
        let change = words::figure_change(language, found.metric, amount, unit);
        view! { <tr><th scope="row">{text::together(language)}</th><td>{change}</td></tr> }
    });
    view! {
        <tr><th scope="row">{label::the_plan(language)}</th><td>{write(found.waterfall.start)}</td></tr>
        {bars.collect_view()}
        {together}
        <tr class="strong">
            <th scope="row">{words::scenario::with_decisions(language)}</th><td>{write(found.waterfall.end)}</td>
        </tr>
    }
    .into_any()
}

/// What the decisions only do together, when it is more than the decimals of a ratio.
fn together(found: &Steps) -> Option<Decimal> {
    let amount = samplan::money::round_dp(found.waterfall.together, 6);
    (!amount.is_zero()).then_some(amount)
}

fn figure(shown: ComparisonShown, found: &Steps) -> ChartFigure {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let whole = |value: Decimal| {
        ChartPoint::span(Decimal::ZERO, value, words::figure_cell(language, found.metric, value, unit))
    };
    let steps = found.waterfall.bars.iter().map(|bar| {
        let change = words::figure_change(language, found.metric, bar.change, unit);
        // More and less are told apart by sign and place; neither is good or bad in itself.
        let tint = if bar.change.is_sign_negative() { Tint::Less } else { Tint::More };
        ChartPoint { tint: Some(tint), ..ChartPoint::span(bar.before, bar.after, change) }
    });
    let mut points = vec![whole(found.waterfall.start)];
    points.extend(steps);
    let rest = together(found);
    if let Some(rest) = rest {
        let change = words::figure_change(language, found.metric, rest, unit);
        let span = ChartPoint::span(found.waterfall.together_from(), found.waterfall.end, change);
        points.push(ChartPoint { tint: Some(Tint::Level), ..span });
    }
    points.push(whole(found.waterfall.end));
    let mut places = vec![label::the_plan(language).to_owned()];
    places.extend(found.titles.iter().cloned());
    if rest.is_some() {
        places.push(text::together(language).to_owned());
    }
    places.push(words::scenario::with_decisions(language).to_owned());
    let name = words::metric(language, found.metric).to_owned();
    let series = vec![Series { name, tint: Tint::Whole, kind: SeriesKind::Span, points }];
    ChartFigure {
        about: text::waterfall_about(language).to_owned(),
        picture: Picture::Columns(Columns { places, series, with_axis: true }),
        axis: Numbers::of(found.metric, unit, language.decimal_mark()),
        look: ChartLook::Work,
    }
}
