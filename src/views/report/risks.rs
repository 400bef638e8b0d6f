//! The risks: those of the register, and the lines that are graded.

use super::state::Page;
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::explore::{RiskEntry, RiskEntryOf, register};
use samplan::money::Unit;
use samplan::plan::{Grade, Plan};
use samplan::sorted::sort_by_key;

/// A risk in words.
struct RiskWords {
    what: String,
    likelihood: Option<Grade>,
    effect: Option<Grade>,
    cost: String,
    done: String,
}

/// Whether there are any.
pub fn any(plan: &Plan) -> bool {
    !register(plan, None).is_empty()
}

/// The table, gravest first.
pub fn risks(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let Some(plan) = page.context.plan() else { return ().into_any() };
    let mut all: Vec<RiskWords> =
        register(&plan, None).into_iter().map(|entry| told(language, unit, &plan, entry)).collect();
    sort_by_key(&mut all, |risk| {
        std::cmp::Reverse((risk.likelihood.min(risk.effect), risk.likelihood.max(risk.effect)))
    });
    let (costs, done) = (all.iter().any(|one| !one.cost.is_empty()), all.iter().any(|one| !one.done.is_empty()));
    let grade = |grade: Option<Grade>| grade.map_or("–", |grade| words::grade(language, grade));
    let rows = all.into_iter().map(|risk| {
        view! {
            <tr>
                <th scope="row">{risk.what}</th>
                <td class="word">{grade(risk.likelihood)}</td>
                <td class="word">{grade(risk.effect)}</td>
                {costs.then(|| view! { <td>{risk.cost}</td> })}
                {done.then(|| view! { <td class="word">{risk.done}</td> })}
            </tr>
        }
    });
    let heads = [label::likelihood(language), label::effect(language)]
        .map(|word| view! { <th scope="col" class="word">{word}</th> });
    view! {
        <div class="wide" tabindex="0" role="region" aria-label=label::risks(language)>
            <table class="paper-table">
                <caption class="visually-hidden">{label::risks(language)}</caption>
                <thead><tr>
                    <th scope="col">{label::risk(language)}</th>
                    {heads.into_iter().collect_view()}
                    {costs.then(|| view! { <th scope="col">{text::worst_case(language)}</th> })}
                    {done.then(|| view! { <th scope="col" class="word">{label::mitigation(language)}</th> })}
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn told(language: Language, unit: Unit, plan: &Plan, entry: RiskEntry) -> RiskWords {
    let association = plan.association(&entry.association);
    let line = entry.line.as_ref().and_then(|id| association?.line(id));
    let risk = match &entry.of {
        RiskEntryOf::Risk(id) => association.and_then(|one| one.risks.iter().find(|risk| risk.id == *id)),
        RiskEntryOf::Line(_) => None,
    };
    let done = risk.map(|risk| [&risk.mitigation, &risk.owner]).into_iter().flatten();
    let done: Vec<&str> = done.map(|one| one.trim_end_matches('.')).filter(|one| !one.is_empty()).collect();
    RiskWords {
        what: match (&entry.of, line) {
            (RiskEntryOf::Line(_), _) => text::LineRisk { line: &entry.name }.say(language),
            (RiskEntryOf::Risk(_), Some(line)) => format!("{} ({})", entry.name, line.name),
            (RiskEntryOf::Risk(_), None) => entry.name.clone(),
        },
        likelihood: entry.likelihood,
        effect: entry.effect,
        cost: entry.amount.map(|amount| words::kr(amount, unit)).unwrap_or_default(),
        done: done.join(". "),
    }
}
