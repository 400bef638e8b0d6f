//! StepDown: base's share of the activities, year by year.

use super::super::handle::{StepHandle, last_value};
use super::when;
use crate::ui::form;
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Basis, Decision, Part, StepDown};

fn of(decision: &Decision) -> Option<&StepDown> {
    match decision {
        Decision::StepDown(step_down) => Some(step_down),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut StepDown)) {
    if let Decision::StepDown(step_down) = decision {
        change(step_down);
    }
}

pub fn body(handle: StepHandle) -> AnyView {
    let chosen =
        handle.get(|decision| of(decision).and_then(|one| Basis::ALL.iter().position(|basis| *basis == one.basis)));
    let choose = Callback::new(move |place: usize| {
        let Some(basis) = Basis::ALL.get(place).copied() else { return };
        handle.set(|decision| {
            change(decision, |one| {
                one.basis = basis;
                // What only the other basis reads would not be used.
                one.previous_base = one.previous_base.filter(|_| basis == Basis::PreviousBase);
            });
        });
    });
    const BASES: [words::Word; 4] =
        [text::basis_room, text::basis_planned, text::basis_contributions, text::basis_previous];
    view! {
        {handle.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {form::pills(label::share_of, &BASES, chosen, choose)}
        {handle.years(
            |decision| of(decision).map(|one| one.base_shares.keys().copied().collect()),
            Part::BaseShare,
            |decision, year| change(decision, |one| {
                let share = last_value(&one.base_shares);
                one.base_shares.insert(year, share);
            }),
            |decision, year| change(decision, |one| {
                one.base_shares.remove(&year);
            }),
        )}
        {when(handle, |decision| of(decision).is_some_and(|one| one.basis == Basis::PreviousBase), previous)}
    }
    .into_any()
}

/// Last year's base: read from the plan, or typed.
fn previous(handle: StepHandle) -> AnyView {
    let typed = |decision: &Decision| of(decision).is_some_and(|one| one.previous_base.is_some());
    view! {
        {handle.check(
            text::previous_from_table,
            |decision| of(decision).map(|one| one.previous_base.is_none()),
            |decision, read| change(decision, |one| one.previous_base = (!read).then(Default::default)),
        )}
        {when(handle, typed, |handle| handle.lever(Part::PreviousBase))}
    }
    .into_any()
}
