//! What the cards of decisions hold: the choices and levers of each kind, one file a kind.

mod activity_change;
mod contribution_change;
mod equity_use;
mod index_change;
mod member_joins;
mod member_leaves;
mod merger;
mod merger_contributions;
mod merger_overhead;
mod one_off;
mod step_down;

use super::handle::StepHandle;
use crate::state::memo::memo;
use leptos::prelude::*;
use samplan::decision::DecisionKind;

/// The inside of a decision's card.
pub fn body(handle: StepHandle) -> AnyView {
    let kind = memo(move || handle.step(|step| step.decision.kind()));
    let shown = move || {
        Some(match kind.get()? {
            DecisionKind::StepDown => step_down::body(handle),
            DecisionKind::Merger => merger::body(handle),
            DecisionKind::MemberJoins => member_joins::body(handle),
            DecisionKind::MemberLeaves => member_leaves::body(handle),
            DecisionKind::ContributionChange => contribution_change::body(handle),
            DecisionKind::ActivityChange => activity_change::body(handle),
            DecisionKind::IndexChange => index_change::body(handle),
            DecisionKind::EquityUse => equity_use::body(handle),
            DecisionKind::OneOff => one_off::body(handle),
        })
    };
    shown.into_any()
}

/// Shows something while a part of the decision is as `when` says.
fn when(
    handle: StepHandle,
    when: fn(&samplan::decision::Decision) -> bool,
    view: fn(StepHandle) -> AnyView,
) -> AnyView {
    let holds = memo(move || handle.step(|step| when(&step.decision)).unwrap_or_default());
    (move || holds.get().then(|| view(handle))).into_any()
}
