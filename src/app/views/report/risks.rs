//! The risks: those of the register, and the lines that are graded.

use super::Page;
use crate::app::words::{self, Language, report as text};
use leptos::prelude::*;
use samplan::money::Unit;
use samplan::plan::{Association, Grade, Line, Plan};

/// A risk in words.
struct Told {
    what: String,
    likelihood: Option<Grade>,
    effect: Option<Grade>,
    cost: String,
    done: String,
}

/// Whether there are any.
pub fn any(plan: &Plan) -> bool {
    plan.associations.iter().any(|one| !one.risks.is_empty() || one.lines.iter().any(is_graded))
}

fn is_graded(line: &Line) -> bool {
    line.risk.is_some() || line.effect.is_some()
}

/// The table, gravest first.
pub fn risks(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let Some(plan) = page.context.plan() else { return ().into_any() };
    let mut all: Vec<Told> = plan.associations.iter().flat_map(|one| of(language, unit, one)).collect();
    all.sort_by_key(|risk| std::cmp::Reverse((risk.likelihood.min(risk.effect), risk.likelihood.max(risk.effect))));
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
    let heads = [text::likelihood(language), text::effect(language)]
        .map(|word| view! { <th scope="col" class="word">{word}</th> });
    view! {
        <div class="wide" tabindex="0" role="region" aria-label=text::risks(language)>
            <table class="paper-table">
                <caption class="visually-hidden">{text::risks(language)}</caption>
                <thead><tr>
                    <th scope="col">{text::risk(language)}</th>
                    {heads.into_iter().collect_view()}
                    {costs.then(|| view! { <th scope="col">{text::worst_case(language)}</th> })}
                    {done.then(|| view! { <th scope="col" class="word">{text::mitigation(language)}</th> })}
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn of(language: Language, unit: Unit, association: &Association) -> Vec<Told> {
    let register = association.risks.iter().map(|risk| {
        let line = risk.line.as_ref().and_then(|id| association.line(id));
        let done: Vec<&str> =
            [&risk.mitigation, &risk.owner].into_iter().filter(|one| !one.is_empty()).map(String::as_str).collect();
        Told {
            what: match line {
                Some(line) => format!("{} ({})", risk.name, line.name),
                None => risk.name.clone(),
            },
            likelihood: risk.likelihood.or(line.and_then(|line| line.risk)),
            effect: risk.effect.or(line.and_then(|line| line.effect)),
            cost: risk.amount.map(|amount| words::kr(amount, unit)).unwrap_or_default(),
            done: done.join(". "),
        }
    });
    let told = |line: &Line| association.risks.iter().any(|risk| risk.line.as_ref() == Some(&line.id));
    let lines = association.lines.iter().filter(|line| is_graded(line) && !told(line)).map(|line| Told {
        what: text::line_risk(language, &line.name),
        likelihood: line.risk,
        effect: line.effect,
        cost: String::new(),
        done: String::new(),
    });
    register.chain(lines).collect()
}
