//! EquityUse: planned use of saved money by year.

use crate::decisions::step_lens::{StepLens, last_value};
use crate::decisions::view::{DecisionContext, DecisionView};
use crate::words::{Word, decision as named, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, EquityUse};

fn of(decision: &Decision) -> Option<&EquityUse> {
    match decision {
        Decision::EquityUse(used) => Some(used),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut EquityUse)) {
    if let Decision::EquityUse(used) = decision {
        change(used);
    }
}

fn body(lens: StepLens) -> AnyView {
    view! {
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {lens.years(
            |decision| of(decision).map(|one| one.amounts.keys().copied().collect()),
            DecisionField::AmountIn,
            |decision, year| change(decision, |one| {
                let amount = last_value(&one.amounts);
                one.amounts.insert(year, amount);
            }),
            |decision, year| change(decision, |one| {
                one.amounts.remove(&year);
            }),
        )}
    }
    .into_any()
}

impl DecisionView for EquityUse {
    const NAME: Word = named::equity_use;
    const WHAT: Word = named::equity_use_what;
    const EXAMPLE: Word = named::equity_use_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "sparade-medel";
    const WHAT_SAYS_MORE: bool = true;

    fn title(&self, about: &DecisionContext) -> String {
        named::equity_use(about.language).to_owned()
    }

    fn number_name(_: &DecisionField) -> Option<Word> {
        None
    }

    fn has_said(&self, _: &DecisionField) -> bool {
        false
    }

    fn choices(&self, _: &DecisionContext) -> Vec<String> {
        Vec::new()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
