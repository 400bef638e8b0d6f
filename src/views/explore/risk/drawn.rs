//! What the simulation draws, stated before it runs: levers with their distributions, risks with their probabilities.

use super::tool::RiskTool;
use super::{result, run};
use crate::commands::edit::commit;
use crate::decisions;
use crate::state::route::ExploreTool;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange, click};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, simulation as text};
use leptos::prelude::*;
use samplan::edit::{Edit, PlanEdit};
use samplan::explore::{RiskEntry, RiskEntryOf, register_of};
use samplan::lever;
use samplan::money::Decimal;
use samplan::plan::{Grade, Likelihoods, Plan};

/// So many levers are listed before all of them are asked for: a country's plan has thousands.
const FEW: usize = 60;

/// What is drawn.
pub fn drawn(tool: RiskTool) -> AnyView {
    let context = tool.context;
    let all = RwSignal::new(false);
    let body = move || {
        let plan = context.plan()?;
        let outcome = context.scenario_outcome.get()?;
        let settings = run::settings(tool, &plan);
        let language = context.language();
        let risks: Vec<RiskEntry> = register_of(&plan, &outcome.budget, settings.association.as_ref())
            .into_iter()
            .filter(|one| matches!(one.of, RiskEntryOf::Risk(_)) && one.likelihood.is_some() && one.amount.is_some())
            .collect();
        let own = settings.is_own(&plan);
        let fixed = settings.levers.iter().filter(|range| !range.has_width()).map(|range| &range.lever);
        let fixed = result::without_width(tool, &plan, fixed);
        let levers = levers(tool, &plan, &settings, all);
        let what = if own { text::own_ranges(language) } else { text::usual_ranges(language) };
        let ranges = click(move || tool.context.place.show_tool(ExploreTool::Sensitivity));
        let none = risks.is_empty().then(|| view! { <p class="small muted">{text::no_risks(language)}</p> });
        let table = (!risks.is_empty()).then(|| events(tool, &plan, &risks));
        Some(view! {
            <details class="more" data-test="drawn">
                <summary>{text::Drawn { levers: settings.drawn().count(), risks: risks.len() }.say(language)}</summary>
                <p class="small">{what}" "<button type="button" class="link" on:click=ranges>{text::change_ranges(language)}</button></p>
                {levers}
                {fixed}{table}{none}
            </details>
        })
    };
    view! { {body}{likelihoods(tool)} }.into_any()
}

fn levers(
    tool: RiskTool,
    plan: &Plan,
    settings: &samplan::explore::SimulationSettings,
    all: RwSignal<bool>,
) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let count = settings.drawn().count();
    let listed = if all.get() { count } else { FEW };
    let rest = (count > listed).then(|| {
        let show = click(move || all.set(true));
        let name = label::ShowAll { count }.say(language);
        view! { <button type="button" class="link" on:click=show>{name}</button> }
    });
    let rows = settings.drawn().take(listed).filter_map(|range| {
        let lever = lever::lever(plan, &range.lever)?;
        let value = |value: Decimal| words::lever_value(language, value, lever.unit, unit);
        let name = decisions::lever_address(language, plan, &range.lever, unit);
        let source = (!range.source.is_empty()).then(|| label::FromSource { source: &range.source }.say(language));
        let why: Vec<String> = (!range.reason.is_empty()).then(|| range.reason.clone()).into_iter().chain(source).collect();
        let why = (!why.is_empty()).then(|| view! { <span class="now">{why.join(" ")}</span> });
        Some(view! {
            <tr><th scope="row">{name}{why}</th><td>{value(range.low)}</td><td>{value(lever.value)}</td><td>{value(range.high)}</td></tr>
        })
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=text::distributions(language)>
            <table class="plain-table" data-test="distributions">
                <thead><tr>
                    <th scope="col">{text::triangle(language)}</th>
                    <th scope="col">{words::sensitivity::low(language)}</th>
                    <th scope="col">{label::now(language)}</th>
                    <th scope="col">{words::sensitivity::high(language)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {rest}
    }
    .into_any()
}

fn events(tool: RiskTool, plan: &Plan, risks: &[RiskEntry]) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let rows = risks.iter().map(|entry| {
        let probability =
            entry.likelihood.map(|grade| words::percent_as_typed(language, plan.rules.likelihoods.of(grade)));
        let amount = entry.amount.map(|amount| words::kr(amount, unit));
        view! { <tr><th scope="row">{entry.name.clone()}</th><td>{probability}</td><td>{amount}</td></tr> }
    });
    view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{text::event(language)}</th>
                <th scope="col">{label::likelihood(language)}</th>
                <th scope="col">{text::event_amount(language)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What the words low, medium and high are in numbers.
fn likelihoods(tool: RiskTool) -> AnyView {
    let context = tool.context;
    let field = move |grade: Grade| {
        let label = Signal::derive(move || words::grade(context.language(), grade).to_owned());
        let value = Signal::derive(move || context.plan().map(|plan| plan.rules.likelihoods.of(grade)));
        let take = OnChange::new(move |number: Option<Decimal>| {
            let Some(plan) = context.session.plan().get_untracked() else { return Ok(()) };
            let mut rules = plan.rules.clone();
            let number = number.unwrap_or_else(|| Likelihoods::default().of(grade));
            match grade {
                Grade::Low => rules.likelihoods.low = number,
                Grade::Medium => rules.likelihoods.medium = number,
                Grade::High => rules.likelihoods.high = number,
            }
            commit(context, Edit::Plan(PlanEdit::Rules(rules)))
        });
        form::number(label, NumberKind::Percent, value, take)
    };
    view! {
        <details class="more" data-test="likelihoods">
            <summary>{text_fn(text::likelihoods)}</summary>
            <p class="small muted">{text_fn(text::likelihoods_what)}</p>
            <div class="fields" role="group" aria-label=text_signal(text::likelihoods)>
                {field(Grade::Low)}{field(Grade::Medium)}{field(Grade::High)}
            </div>
        </details>
    }
    .into_any()
}
