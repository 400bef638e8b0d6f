//! What the figures rest on: the decisions with their numbers, and the plan's assumptions with their sources.

use super::state::Page;
use crate::decisions::{self, DecisionContext};
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::comparison::partly_held;
use samplan::decision::{Reach, SkippedDecision};
use samplan::lever::{LeverAddress, of_step};
use samplan::money::Unit;
use samplan::plan::{AdminShareOf, Association, Id, Plan, ScenarioStep};
use samplan::sorted::SortedMap;

/// The section.
pub fn assumptions(page: Page) -> AnyView {
    let context = page.context;
    let (language, unit) = (context.language(), context.unit());
    let skipped = context.scenario_outcome.with(|outcome| outcome.as_ref().map(|one| one.skipped.clone()));
    let shown = page.read(|plan, scenario, comparison| {
        let decisions = scenario.map(|scenario| {
            let trace = comparison.columns.iter().find(|column| column.scenario.as_ref() == Some(&scenario.id));
            let reaches = trace.map(|column| partly_held(&column.trace, scenario)).unwrap_or_default();
            decisions(&DecisionContext { language, plan, scenario, unit }, &skipped.unwrap_or_default(), &reaches)
        });
        let mut facts: Vec<(String, String)> = Vec::new();
        let several = plan.associations.len() > 1;
        for association in &plan.associations {
            let of = if several { format!(", {}", association.name) } else { String::new() };
            facts.extend(of_association(language, unit, plan, association, &of));
        }
        facts.extend(indices(language, plan));
        facts.push((words::metric(language, samplan::plan::Metric::AdminShare).to_owned(), admin(language, plan)));
        let facts = facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
        view! { {decisions}<dl class="facts">{facts.collect_view()}</dl> }.into_any()
    });
    shown.unwrap_or_else(|| ().into_any())
}

fn decisions(about: &DecisionContext, skipped: &[SkippedDecision], reaches: &[(Id, Reach)]) -> AnyView {
    let DecisionContext { language, plan, scenario, unit } = *about;
    if scenario.steps.is_empty() {
        return view! { <p>{text::no_decisions(language)}</p> }.into_any();
    }
    let items = scenario.steps.iter().map(|step| {
        let title = decisions::step_title(language, plan, scenario, &step.id, unit);
        let why = skipped.iter().find(|one| one.step == step.id).map(|one| {
            let at = step.decision.association();
            let told = words::reason(language, &one.reason, &|id| words::name_of(plan, Some(scenario), at, id));
            words::scenario::Skipped { reason: told }.say(language)
        });
        let off = (!step.on).then(|| text::off(language));
        let (what, numbers) = told(about, step);
        let reach = reaches.iter().find(|(id, _)| *id == step.id);
        let reach = reach.map(|(id, reach)| decisions::reach(language, plan, scenario, id, reach));
        view! { <li><b>{title}"."</b>" "{what}" "{numbers}" "{off}" "{why}" "{reach}</li> }
    });
    view! { <h3>{text::decisions(language)}</h3><ol class="points">{items.collect_view()}</ol> }.into_any()
}

/// What a decision does, its numbers and its choices: `2016: 60 %, 2017: 40 %. Andel av: Insatsramen.`
fn told(about: &DecisionContext, step: &ScenarioStep) -> (String, String) {
    let DecisionContext { language, plan, scenario, unit } = *about;
    let (told, has_said) = decisions::assumption(about, step);
    let levers = of_step(plan, scenario, &step.id).into_iter().filter_map(|lever| {
        let LeverAddress::Decision { part, .. } = &lever.address else { return None };
        if has_said(part) {
            return None;
        }
        let name = decisions::number_name(language, plan, scenario, &step.decision, part);
        Some(format!("{name}:\u{a0}{}", words::lever_value(language, lever.value, lever.unit, unit)))
    });
    let levers = levers.collect::<Vec<_>>().join(", ");
    let all = std::iter::once(levers).chain(told.choices);
    let numbers: Vec<_> =
        all.filter(|one| !one.is_empty()).map(|one| format!("{}.", one.trim_end_matches('.'))).collect();
    (told.what, numbers.join(" "))
}

fn of_association(
    language: Language,
    unit: Unit,
    plan: &Plan,
    association: &Association,
    of: &str,
) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let equity = &association.opening_equity;
    let mut told = words::kr(equity.amount, unit);
    if !equity.claim.is_zero() {
        told = text::WithClaim { amount: told, claim: words::kr(equity.claim, unit) }.say(language);
    }
    let opening = words::plan_settings::Opening { year: plan.first_year }.say(language);
    facts.push((format!("{opening}{of}"), sourced(language, told, &[&equity.source])));
    if let Some(capacity) = &association.capacity {
        let mut told = by_year(&capacity.cost_per_fte, |amount| words::kr(*amount, unit));
        if let Some(index) = capacity.index.as_ref().and_then(|id| plan.index(id)) {
            told = text::Follows { told, index: &index.name }.say(language);
        }
        if let Some(places) = capacity.places_per_fte {
            told = text::WithPlaces { told, places: words::Counted::new(language, places, 2) }.say(language);
        }
        let name = format!("{}{of}", label::cost_per_full_time_post(language));
        facts.push((name, sourced(language, told, &[&capacity.source])));
    }
    if !association.source.is_empty() {
        facts.push((
            format!("{}{of}", text::budget_lines(language)),
            sourced(language, String::new(), &[&association.source]),
        ));
    }
    facts
}

fn indices(language: Language, plan: &Plan) -> Vec<(String, String)> {
    if plan.indices.is_empty() {
        return vec![(label::index(language).to_owned(), text::no_index(language).to_owned())];
    }
    let told = plan.indices.iter().map(|index| {
        let rates = by_year(&index.rates, |rate| words::percent_as_typed(language, *rate));
        let rates = if rates.is_empty() { text::no_rate(language).to_owned() } else { rates };
        (
            words::compare::Index { index: &index.name }.say(language),
            sourced(language, rates, &[&index.source, &index.date]),
        )
    });
    told.collect()
}

fn admin(language: Language, plan: &Plan) -> String {
    let definitions = &plan.definitions;
    let what = if definitions.board_counts {
        label::board_administration_and_audit(language)
    } else {
        text::admin_alone(language)
    };
    match definitions.share_of {
        AdminShareOf::Cost => text::AdminOfCost { what }.say(language),
        AdminShareOf::Contributions => text::AdminOfContributions { what }.say(language),
    }
}

/// `2016: 771 tkr, 2017: 790 tkr`; one value alone is only itself.
fn by_year<T>(values: &SortedMap<samplan::calendar::Year, T>, write: impl Fn(&T) -> String) -> String {
    let told: Vec<String> = values.iter().map(|(year, value)| format!("{year}:\u{a0}{}", write(value))).collect();
    told.join(", ")
}

fn sourced(language: Language, told: String, sources: &[&str]) -> String {
    let known: Vec<&str> = sources.iter().copied().filter(|one| !one.is_empty()).collect();
    let source =
        (!known.is_empty()).then(|| text::Source { source: known.join(", ").trim_end_matches('.') }.say(language));
    let told = (!told.is_empty()).then(|| format!("{told}."));
    [told, source].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
