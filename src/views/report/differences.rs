//! What differs from the base, in words.

use super::state::Page;
use crate::decisions;
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{Subject, YearDifference};
use samplan::money::Unit;
use samplan::plan::Plan;

/// Who there is, then sums, then lines; what members pay has a table of its own.
pub fn differences(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let shown = page.read(|plan, scenario, comparison| {
        // With one decision there is nothing to ask about which.
        let several = scenario.is_some_and(|one| one.steps.iter().filter(|step| step.on).count() > 1);
        let column = Page::column(comparison);
        let found = comparison.differences(column, None).unwrap_or_default();
        let structure = comparison.structure(column).into_iter();
        let structure = structure.map(|one| (decisions::structural(language, plan, &one), String::new()));
        // Contributions and all activities are sums of what is told here or in the table of contributions.
        let told = |wanted: &dyn Fn(&YearDifference) -> bool| {
            let wanted: Vec<&YearDifference> = found
                .iter()
                .filter(|one| {
                    wanted(one) && !is_told_elsewhere(&one.subject) && !comparison.is_contribution(&one.subject)
                })
                .collect();
            let same = wanted.chunk_by(|one, other| one.subject == other.subject);
            same.filter_map(|same| sentence(language, plan, same, unit, several)).collect::<Vec<_>>()
        };
        let is_line = |one: &YearDifference| matches!(one.subject, Subject::Line { .. });
        let sums: Vec<_> = structure.chain(told(&|one| !is_line(one))).collect();
        let lines = told(&is_line);
        if sums.is_empty() && lines.is_empty() {
            let told =
                if found.is_empty() { text::no_difference(language) } else { text::only_contributions(language) };
            return view! { <p>{told}</p> }.into_any();
        }
        // Sums hold what their lines say: told apart, nobody adds both.
        let both = !sums.is_empty() && !lines.is_empty();
        let titled = |title: &'static str, told: Vec<(String, String)>| {
            let items = told.into_iter().map(|(what, how)| view! { <li><b>{what}</b>" "{how}</li> }).collect_view();
            view! { {both.then(|| view! { <h3>{title}</h3> })}<ul class="points">{items}</ul> }.into_any()
        };
        let sums = (!sums.is_empty()).then(|| titled(label::sums(language), sums));
        let lines = (!lines.is_empty()).then(|| titled(text::changed_lines(language), lines));
        view! { {sums}{lines} }.into_any()
    });
    shown.unwrap_or_else(|| ().into_any())
}

fn is_told_elsewhere(subject: &Subject) -> bool {
    use samplan::plan::Category::{Activity, Contribution};
    matches!(subject, Subject::Category(Activity | Contribution) | Subject::Member { .. } | Subject::Party(_))
}

/// `Insatser bas` `2016: 1 200 → 2 668 tkr (+1 468); 2017: … Genom Trappsteg.`
fn sentence(
    language: Language,
    plan: &Plan,
    same: &[&YearDifference],
    unit: Unit,
    several: bool,
) -> Option<(String, String)> {
    let first = same.first()?;
    let what = decisions::subject(language, plan, &first.subject);
    let rate = matches!(first.subject, Subject::IndexRate(_));
    let write =
        |value| if rate { words::percent_as_typed(language, value) } else { words::kronor(language, value, unit) };
    let change =
        |one: &YearDifference| if rate { write(one.difference) } else { words::delta(language, one.difference, unit) };
    let years: Vec<String> = match constant(same) {
        Some(last) => vec![text::EveryYear { first: first.year, last, change: change(first) }.say(language)],
        // Years on end with the same figures are told once.
        None => same
            .chunk_by(|one, next| next.year.since(one.year) == 1 && (one.old, one.new) == (next.old, next.new))
            .filter_map(|span| {
                let (one, last) = (span.first()?, span.last()?);
                let year = words::first_last(language, one.year, last.year);
                Some(text::FromTo { year, old: write(one.old), new: write(one.new), change: change(one) }.say(language))
            })
            .collect(),
    };
    let suffix = match first.subject {
        Subject::IndexRate(_) => String::new(),
        _ => format!(" {}", words::unit_name(unit)),
    };
    let causes = several.then(|| decisions::causes(language, plan, &all_causes(same), unit)).flatten();
    let told = format!("{}{suffix}", years.join("; "));
    Some((
        format!("{what}."),
        match causes {
            Some(causes) => text::Through { told, causes }.say(language),
            None => format!("{told}."),
        },
    ))
}

/// The last year of a difference that is the same every year from the first; nothing where it is not.
fn constant(same: &[&YearDifference]) -> Option<Year> {
    let (first, last) = (same.first()?, same.last()?);
    let all = same.iter().all(|one| one.difference == first.difference);
    let gapless = usize::from(last.year.since(first.year)).saturating_add(1) == same.len();
    (same.len() > 1 && all && gapless).then_some(last.year)
}

fn all_causes(same: &[&YearDifference]) -> Vec<samplan::comparison::Cause> {
    let mut all = Vec::new();
    for cause in same.iter().flat_map(|one| &one.causes) {
        if !all.contains(cause) {
            all.push(cause.clone());
        }
    }
    all
}
