//! What is decided when: targets with their month, and the year's cycle.

use super::state::Page;
use crate::words::{self, Language, report as text};
use leptos::prelude::*;
use samplan::explore::{Lateness, schedule};
use samplan::plan::{AnnualEvent, Target};
use samplan::sorted::sort_by_key;

/// The lists that there is something in.
pub fn timeline(page: Page) -> AnyView {
    let language = page.context.language();
    let Some(plan) = page.context.plan() else { return ().into_any() };
    let targets = plan.targets.iter().map(|target| {
        let begins = schedule(target, target.date).begins;
        let told = match (target.done, begins < target.date) {
            (true, _) => Some(text::done(language).to_owned()),
            (false, true) => Some(text::Begins { month: words::month(language, begins) }.say(language)),
            (false, false) => None,
        };
        view! {
            <li><b>{words::month(language, target.date)}</b>" "{target.name.clone()}". "{told}{steps(language, target)}</li>
        }
    });
    let targets = (!plan.targets.is_empty()).then(|| {
        view! { <h3>{text::targets(language)}</h3><ul class="points">{targets.collect_view()}</ul> }
    });
    let mut cycle: Vec<&AnnualEvent> = plan.calendar.iter().collect();
    sort_by_key(&mut cycle, |event| (event.month, event.day));
    let rows = cycle.iter().map(|event| {
        let what = event.what.trim_end_matches('.');
        let what = (!what.is_empty()).then(|| format!(": {what}"));
        let owner = (!event.owner.is_empty() && event.owner != event.name).then(|| format!(" ({})", event.owner));
        view! { <li><b>{when(language, event)}</b>" "{event.name.clone()}{what}{owner}</li> }
    });
    let cycle = (!plan.calendar.is_empty()).then(|| {
        view! { <h3>{text::cycle(language)}</h3><ul class="points columns">{rows.collect_view()}</ul> }
    });
    view! { {targets}{cycle} }.into_any()
}

/// The steps on the way that are left to do, dated backwards from the target.
fn steps(language: Language, target: &Target) -> Option<AnyView> {
    let left = schedule(target, target.date).steps.into_iter().filter(|one| one.lateness != Lateness::Done);
    let told: Vec<_> = left
        .map(|one| {
            let first = words::month(language, one.first);
            let when = match one.first == one.last {
                true => first,
                false => format!("{first} – {}", words::month(language, one.last)),
            };
            view! { <li><b>{when}</b>" "{words::target_step(language, &one.what)}</li> }
        })
        .collect();
    (!told.is_empty()).then(|| view! { <ul class="points columns">{told}</ul> }.into_any())
}

/// `17 december`, `mars–maj`.
fn when(language: Language, event: &AnnualEvent) -> String {
    let month = words::month_name(language, event.month);
    match (event.day, event.last) {
        (Some(day), _) => format!("{day} {month}"),
        (None, Some(last)) if last != event.month => format!("{month}–{}", words::month_name(language, last)),
        _ => month.to_owned(),
    }
}
