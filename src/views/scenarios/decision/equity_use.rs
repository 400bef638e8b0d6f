//! EquityUse: planned use of saved money by year.

use super::super::handle::{StepHandle, last_value};
use leptos::prelude::*;
use samplan::decision::{Decision, EquityUse, Part};

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

pub fn body(handle: StepHandle) -> AnyView {
    view! {
        {handle.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {handle.years(
            |decision| of(decision).map(|one| one.amounts.keys().copied().collect()),
            Part::AmountIn,
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
