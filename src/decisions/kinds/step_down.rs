//! StepDown: base's share of the activities, year by year.

use crate::decisions::step_lens::when;
use crate::decisions::step_lens::{StepLens, last_value};
use crate::decisions::view::{DecisionContext, DecisionView, pair};
use crate::ui::form;
use crate::words::{self, Word, decision as named, label, lever, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Basis, Decision, DecisionField, StepDown};

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

fn body(lens: StepLens) -> AnyView {
    let chosen =
        lens.get(|decision| of(decision).and_then(|one| Basis::ALL.iter().position(|basis| *basis == one.basis)));
    let choose = Callback::new(move |place: usize| {
        let Some(basis) = Basis::ALL.get(place).copied() else { return };
        lens.set(|decision| {
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
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {form::pills(label::share_of, &BASES, chosen, choose)}
        {lens.years(
            |decision| of(decision).map(|one| one.base_shares.keys().copied().collect()),
            DecisionField::BaseShare,
            |decision, year| change(decision, |one| {
                let share = last_value(&one.base_shares);
                one.base_shares.insert(year, share);
            }),
            |decision, year| change(decision, |one| {
                one.base_shares.remove(&year);
            }),
        )}
        {when(lens, |decision| of(decision).is_some_and(|one| one.basis == Basis::PreviousBase), previous)}
    }
    .into_any()
}

/// Last year's base: read from the plan, or typed.
fn previous(lens: StepLens) -> AnyView {
    let typed = |decision: &Decision| of(decision).is_some_and(|one| one.previous_base.is_some());
    view! {
        {lens.check(
            text::previous_from_table,
            |decision| of(decision).map(|one| one.previous_base.is_none()),
            |decision, read| change(decision, |one| one.previous_base = (!read).then(Default::default)),
        )}
        {when(lens, typed, |lens| lens.lever(DecisionField::PreviousBase))}
    }
    .into_any()
}

impl DecisionView for StepDown {
    const NAME: Word = named::step_down;
    const WHAT: Word = named::step_down_what;
    const EXAMPLE: Word = named::step_down_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "trappsteg";
    const WHAT_SAYS_MORE: bool = true;

    fn title(&self, about: &DecisionContext) -> String {
        named::step_down_title(about.language).to_owned()
    }

    fn number_name(part: &DecisionField) -> Option<Word> {
        match part {
            DecisionField::Year => Some(lever::first_step),
            _ => None,
        }
    }

    fn has_said(&self, part: &DecisionField) -> bool {
        // The first step is the first of the years that are told.
        *part == DecisionField::Year
    }

    fn choices(&self, about: &DecisionContext) -> Vec<String> {
        let language = about.language;
        let basis = match self.basis {
            Basis::ActivityRoom => text::basis_room(language),
            Basis::PlannedActivities => text::basis_planned(language),
            Basis::Contributions => text::basis_contributions(language),
            Basis::PreviousBase => text::basis_previous(language),
        };
        vec![pair(label::share_of(language), basis)]
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
