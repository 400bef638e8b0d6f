//! What differs from the base, in words.

use super::Page;
use crate::decisions;
use crate::words::{self, Language, report as text};
use leptos::prelude::*;
use samplan::comparison::{Difference, Subject};
use samplan::money::{self, Unit};
use samplan::plan::Plan;

/// Who there is, then sums, then lines; what members pay has a table of its own.
pub fn differences(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let shown = page.read(|plan, scenario, comparison| {
        // With one decision there is nothing to ask about which.
        let several = scenario.is_some_and(|one| one.steps.iter().filter(|step| step.on).count() > 1);
        let column = Page::column(comparison);
        let found = comparison.differences(column, None).unwrap_or_default();
        let mut told: Vec<(String, String)> = Vec::new();
        for one in comparison.structure(column) {
            told.push((decisions::structural(language, plan, &one), String::new()));
        }
        let is_sum = |one: &&Difference| !matches!(one.subject, Subject::Line { .. });
        let sums = found.iter().filter(is_sum);
        let lines = found.iter().filter(|one| !is_sum(one));
        // Contributions and all activities are sums of what is told here or in the table of contributions.
        let wanted = sums
            .chain(lines)
            .filter(|one| !is_told_elsewhere(&one.subject) && !comparison.is_contribution(&one.subject));
        let wanted: Vec<&Difference> = wanted.collect();
        for same in wanted.chunk_by(|one, other| one.subject == other.subject) {
            told.extend(sentence(language, plan, same, unit, several));
        }
        if told.is_empty() {
            let told =
                if found.is_empty() { text::no_difference(language) } else { text::only_contributions(language) };
            return view! { <p>{told}</p> }.into_any();
        }
        let items = told.into_iter().map(|(what, how)| view! { <li><b>{what}</b>" "{how}</li> });
        view! { <ul class="points">{items.collect_view()}</ul> }.into_any()
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
    same: &[&Difference],
    unit: Unit,
    several: bool,
) -> Option<(String, String)> {
    let first = same.first()?;
    let what = decisions::subject(language, plan, &first.subject);
    let years: Vec<String> = same
        .iter()
        .map(|one| {
            let rate = matches!(one.subject, Subject::IndexRate(_));
            let write =
                |value| if rate { words::percent_as_typed(language, value) } else { money::kronor(value, unit) };
            let change = if rate { write(one.difference) } else { money::delta(one.difference, unit) };
            text::FromTo { year: one.year, old: write(one.old), new: write(one.new), change }.say(language)
        })
        .collect();
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

fn all_causes(same: &[&Difference]) -> Vec<samplan::comparison::Cause> {
    let mut all = Vec::new();
    for cause in same.iter().flat_map(|one| &one.causes) {
        if !all.contains(cause) {
            all.push(cause.clone());
        }
    }
    all
}
