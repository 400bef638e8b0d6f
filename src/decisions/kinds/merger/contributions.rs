//! What the members of a merged association pay.

use super::lens::{change, of};
use crate::decisions::step_lens::StepLens;
use crate::decisions::step_lens::when;
use crate::state::memo::memo;
use crate::ui::form;
use crate::words::{self, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, MergedContributions};
use samplan::money::Decimal;
use samplan::plan::Id;
use samplan::sorted::SortedMap;

fn place(contributions: &MergedContributions) -> usize {
    match contributions {
        MergedContributions::Legacy => 0,
        MergedContributions::PerInhabitant(_) => 1,
        MergedContributions::Shares(_) => 2,
        MergedContributions::Levels(_) => 3,
    }
}

fn is(decision: &Decision, wanted: usize) -> bool {
    of(decision).is_some_and(|one| place(&one.contributions) == wanted)
}

pub fn body(lens: StepLens) -> AnyView {
    const WAYS: [words::Word; 4] =
        [text::legacy, text::merged_per_inhabitant, text::merged_shares, text::merged_levels];
    let chosen = lens.get(|decision| of(decision).map(|one| place(&one.contributions)));
    let choose = Callback::new(move |wanted: usize| {
        let Some(begun) = untrack(|| begin(lens, wanted)) else { return };
        lens.set(|decision| {
            change(decision, |one| {
                if place(&one.contributions) != wanted {
                    one.contributions = begun;
                }
            });
        });
    });
    view! {
        {form::choice_of(text::merged_contributions, &WAYS, chosen, choose)}
        {when(lens, |decision| is(decision, 1), per_inhabitant)}
        {when(lens, |decision| is(decision, 2) || is(decision, 3), by_member)}
    }
    .into_any()
}

/// Each way begins as what is paid before, so that nothing moves until the user says what does.
fn begin(lens: StepLens, wanted: usize) -> Option<MergedContributions> {
    let merger = lens.step(|step| of(&step.decision).cloned()).flatten()?;
    let outcome = lens.context.outcome.get()?;
    Some(match wanted {
        0 => MergedContributions::Legacy,
        1 => MergedContributions::PerInhabitant(merger.present_per_inhabitant(&outcome.budget)),
        2 => merger.present_shares(&outcome.budget),
        _ => merger.present_levels(&outcome.budget),
    })
}

fn per_inhabitant(lens: StepLens) -> AnyView {
    view! {
        {lens.lever(DecisionField::PerInhabitant)}
        {lens.check(
            text::others_follow,
            |decision| match &of(decision)?.contributions {
                MergedContributions::PerInhabitant(key) => Some(key.others_follow),
                _ => None,
            },
            |decision, on| change(decision, |one| {
                if let MergedContributions::PerInhabitant(key) = &mut one.contributions {
                    key.others_follow = on;
                }
            }),
        )}
    }
    .into_any()
}

fn by_member(lens: StepLens) -> AnyView {
    let parts = memo(move || {
        let keys = |map: &SortedMap<Id, Decimal>| map.keys().cloned().collect::<Vec<_>>();
        let parts = lens.step(|step| match of(&step.decision).map(|one| &one.contributions) {
            Some(MergedContributions::Shares(shares)) => {
                keys(shares).into_iter().map(DecisionField::MemberShare).collect()
            }
            Some(MergedContributions::Levels(levels)) => {
                keys(levels).into_iter().map(DecisionField::MemberLevel).collect()
            }
            _ => Vec::new(),
        });
        parts.unwrap_or_default()
    });
    let levers = move || parts.get().into_iter().map(|part| lens.lever(part)).collect_view();
    view! { <div class="inset levers">{levers}</div> }.into_any()
}
