//! What differs, in words: who there is, sums, contributions, and line by line.

use super::shown::{ComparisonShown, name};
use crate::decisions;
use crate::ui::text::text_fn;
use crate::words::{self, compare as text, label};
use leptos::prelude::*;
use samplan::comparison::{Subject, YearDifference};

/// The sentences, for each scenario beside the first.
pub fn sentences(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let all = move || {
        let comparison = shown.comparison.get()?;
        let first = comparison.columns.first()?;
        let reference = name(context, first.scenario.as_ref());
        let others = comparison.columns.iter().enumerate().skip(1);
        let parts = others.map(|(column, one)| {
            let title = text::WordsFrom { scenario: name(context, one.scenario.as_ref()), reference: &reference }
                .say(context.language());
            view! { <div class="told"><h3>{title}</h3>{of(shown, column)}</div> }
        });
        Some(parts.collect_view())
    };
    view! {
        <section class="card compare-card" aria-labelledby="words-title" data-test="what-differs">
            <h2 id="words-title">{text_fn(label::what_differs)}</h2>
            {all}
        </section>
    }
    .into_any()
}

/// Sums first; what they are made of is there to unfold.
fn of(shown: ComparisonShown, column: usize) -> Option<AnyView> {
    let context = shown.context;
    let (plan, comparison) = (context.plan()?, shown.comparison.get()?);
    let (language, unit) = (context.language(), context.unit());
    let association = shown.association.get();
    let found = comparison.differences(column, association.as_ref()).ok()?;
    let who: Vec<String> =
        comparison.structure(column).iter().map(|one| decisions::structural(language, &plan, one)).collect();
    if found.is_empty() && who.is_empty() {
        return Some(view! { <p class="muted">{text::no_difference(language)}</p> }.into_any());
    }
    let told = |wanted: fn(&Subject) -> bool| -> Vec<String> {
        let some: Vec<&YearDifference> = found.iter().filter(|one| wanted(&one.subject)).collect();
        let same = |one: &&YearDifference, next: &&YearDifference| {
            one.subject == next.subject && one.difference == next.difference && one.causes == next.causes
        };
        some.chunk_by(same).filter_map(|years| decisions::difference(language, &plan, years, unit)).collect()
    };
    let list = |title: &'static str, lines: Vec<String>, open: bool| {
        (!lines.is_empty()).then(|| {
            let count = lines.len();
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <details open=open><summary>{title}" "<span class="muted">{format!("({count})")}</span></summary>
                    <ul class="sentences">{lines}</ul></details>
            }
        })
    };
    let sums = told(|subject| matches!(subject, Subject::Category(_) | Subject::Approach(_)));
    let payers = told(|subject| matches!(subject, Subject::Member { .. } | Subject::Party(_)));
    let lines = told(|subject| matches!(subject, Subject::Line { .. }));
    let rest = told(|subject| {
        matches!(subject, Subject::EquityUse | Subject::Transfers | Subject::IndexRate(_) | Subject::CostPerFte)
    });
    Some(
        view! {
            {list(text::who(language), who, true)}
            {list(label::sums(language), sums, true)}
            {list(words::category::contribution(language), payers, false)}
            {list(text::rest(language), rest, true)}
            {list(label::line_by_line(language), lines, false)}
        }
        .into_any(),
    )
}
