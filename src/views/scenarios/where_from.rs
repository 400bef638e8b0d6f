//! Where a figure comes from: what it is reckoned from, down to lines and their sources, and which decisions moved it.

use super::shown::ScenarioShown;
use crate::decisions;
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::words::{self, Language, label, scenario as text};
use leptos::prelude::*;
use samplan::budget::AmountOrigin;
use samplan::calendar::Year;
use samplan::comparison::trace;
use samplan::comparison::{Credit, Credits, FigureSource, PartOf, Provenance, Rule, Waterfall, provenance};
use samplan::money::{Decimal, Unit};
use samplan::plan::{Id, Metric, Plan, Scenario};

/// The dialog; open while a figure is asked for.
pub fn dialog(shown: ScenarioShown) -> AnyView {
    let context = shown.context;
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(shown.asked.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            shown.asked.set(None);
        }
        now
    });
    let title = Signal::derive(move || {
        let asked = shown.asked.get();
        asked.map_or_else(String::new, |(year, metric)| {
            let language = context.language();
            label::MetricIn { metric: words::metric(language, metric), year }.say(language)
        })
    });
    let body = move || {
        let (year, metric) = shown.asked.get()?;
        let plan = context.plan()?;
        let scenario = context.scenario.get();
        let scenario = scenario.as_ref().and_then(|id| plan.scenario_by_id(id));
        let association = shown.association.get();
        let trace = trace(&plan, scenario).ok()?;
        let found = provenance(&trace, association.as_ref(), year, metric).ok()?;
        let moved = scenario.and_then(|scenario| {
            let credits = Credits::of(&trace, scenario, Credit::LeftOut).ok()?;
            let way = credits.waterfall(association.as_ref(), year, metric).ok().filter(|way| !way.unknown)?;
            Some(moved(context.language(), context.unit(), &plan, scenario, metric, &way))
        });
        Some(explained(shown, &plan, metric, year, &found, moved))
    };
    view! { <Dialog open=open title=title>{move || body()}</Dialog> }.into_any()
}

fn explained(
    shown: ScenarioShown,
    plan: &Plan,
    metric: Metric,
    year: Year,
    found: &Provenance,
    moved: Option<AnyView>,
) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let rule = match found.rule {
        Rule::Lines => text::rule_lines(language),
        Rule::Given => text::rule_given(language),
        Rule::Figures => text::rule_figures(language),
        Rule::Ratio => text::rule_ratio(language),
        Rule::Product => text::rule_product(language),
    };
    let value = found
        .value
        .map_or_else(|| text::unknown(language).to_owned(), |value| words::figure_value(language, metric, value, unit));
    let parts = found.parts.iter().map(|part| part_row(shown, plan, year, part)).collect_view();
    view! {
        <p class="asked-figure" data-test="asked-figure">{value}</p>
        <p class="muted">{rule}</p>
        {(!found.parts.is_empty()).then(|| view! { <table class="plain-table parts"><tbody>{parts}</tbody></table> })}
        {moved}
    }
    .into_any()
}

fn part_row(shown: ScenarioShown, plan: &Plan, year: Year, part: &PartOf) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let amount = part.amount.map_or_else(
        || text::unknown(language).to_owned(),
        |amount| {
            let amount = if part.minus { Decimal::ZERO.saturating_sub(amount) } else { amount };
            match &part.what {
                FigureSource::Metric(metric) => words::figure_value(language, *metric, amount, unit),
                FigureSource::PlacesPerFte => words::count(language, amount, 2),
                _ => words::kr(amount, unit),
            }
        },
    );
    let name = match &part.what {
        FigureSource::Metric(metric) => {
            let metric = *metric;
            view! {
                <button type="button" class="link" on:click=click(move || shown.asked.set(Some((year, metric))))>
                    {words::metric(language, metric)}
                </button>
            }
            .into_any()
        }
        FigureSource::Category(category) => words::category(language, *category).into_any(),
        FigureSource::Transfers => text::transfers(language).into_any(),
        FigureSource::CostPerFte => label::cost_per_full_time_post(language).into_any(),
        FigureSource::PlacesPerFte => label::places_per_coordinator(language).into_any(),
        FigureSource::Line { association, name, made, source, origin } => {
            let title = match made {
                Some(made) if name.is_empty() => words::made(language, *made).to_owned(),
                _ => name.to_string(),
            };
            let title = if shown.association.get().is_none() && plan.associations.len() > 1 {
                words::decision::Of { what: title, association: words::association(language, plan, None, association) }
                    .say(language)
            } else {
                title
            };
            view! { <span>{title}</span><span class="note">{line_note(language, plan, source.as_ref(), *origin)}</span> }
                .into_any()
        }
    };
    view! { <tr><th scope="row">{name}</th><td>{amount}</td></tr> }.into_any()
}

/// Where a line's amount comes from, with the document's place when the plan tells it.
fn line_note(language: Language, plan: &Plan, source: Option<&(Id, Id)>, origin: AmountOrigin) -> String {
    let origin = match origin {
        AmountOrigin::Given => words::budget::given(language),
        AmountOrigin::Continued => words::budget::continues(language),
        AmountOrigin::Before => words::line_panel::before(language),
        AmountOrigin::Gap => words::budget::gap(language),
        AmountOrigin::Fixed | AmountOrigin::Decision => text::origin_decision(language),
    };
    let line = source.and_then(|(association, line)| plan.association(association)?.line(line));
    match line.map(|line| line.source.as_str()).filter(|source| !source.is_empty()) {
        Some(source) => format!("{origin}. {}", label::FromSource { source }.say(language)),
        None => origin.to_owned(),
    }
}

fn moved(language: Language, unit: Unit, plan: &Plan, scenario: &Scenario, metric: Metric, way: &Waterfall) -> AnyView {
    let bars = way.bars.iter().filter(|bar| !bar.change.is_zero());
    let rows = bars
        .map(|bar| {
            let title = decisions::step_title(language, plan, scenario, &bar.step, unit);
            let change = words::figure_change(language, metric, bar.change, unit);
            view! { <tr><th scope="row">{title}</th><td>{change}</td></tr> }
        })
        .collect::<Vec<_>>();
    if rows.is_empty() {
        return view! { <p class="muted">{text::moved_by_none(language)}</p> }.into_any();
    }
    let write = |value: Decimal| words::figure_value(language, metric, value, unit);
    let together = samplan::money::round_dp(way.together, 6);
    let together = (!together.is_zero()).then(|| {
        let change = words::figure_change(language, metric, together, unit);
        view! { <tr><th scope="row">{words::compare::together(language)}</th><td>{change}</td></tr> }
    });
    view! {
        <h3>{text::moved_by(language)}</h3>
        <p class="small muted">{words::compare::credit_left_out_what(language)}</p>
        <table class="plain-table parts" data-test="moved-by">
            <tbody>
                <tr><th scope="row">{label::the_plan(language)}</th><td>{write(way.start)}</td></tr>
                {rows}
                {together}
                <tr class="strong">
                    <th scope="row">{text::with_decisions(language)}</th><td>{write(way.end)}</td>
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}
