//! IndexChange: the rates of an index.

use super::super::handle::{StepHandle, last_value};
use super::when;
use crate::words::scenario as text;
use leptos::prelude::*;
use samplan::decision::{Decision, IndexChange, Part};

fn of(decision: &Decision) -> Option<&IndexChange> {
    match decision {
        Decision::IndexChange(changed) => Some(changed),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut IndexChange)) {
    if let Decision::IndexChange(changed) = decision {
        change(changed);
    }
}

pub fn body(handle: StepHandle) -> AnyView {
    let listed = move || {
        let plan = handle.context.plan();
        plan.map_or_else(Vec::new, |plan| plan.indices.iter().map(|one| (one.id.clone(), one.name.clone())).collect())
    };
    let first = move || handle.horizon().get_untracked().first;
    let prices = move |on: bool| {
        let first = first();
        handle.set(|decision| change(decision, |one| one.price_year = on.then(|| first.previous())));
    };
    view! {
        {handle.id_choice(
            text::index,
            listed,
            |decision| of(decision).map(|one| one.index.clone()),
            |decision, id| change(decision, |one| one.index = id),
        )}
        {handle.years(
            |decision| of(decision).map(|one| one.rates.keys().copied().collect()),
            Part::Rate,
            |decision, year| change(decision, |one| {
                let rate = last_value(&one.rates);
                one.rates.insert(year, rate);
            }),
            |decision, year| change(decision, |one| {
                one.rates.remove(&year);
            }),
        )}
        {crate::ui::form::check(
            crate::ui::text::said(text::prices),
            handle.get(|decision| of(decision).map(|one| one.price_year.is_some())),
            Callback::new(prices),
        )}
        {when(
            handle,
            |decision| of(decision).is_some_and(|one| one.price_year.is_some()),
            |handle| handle.lever(Part::PriceYear),
        )}
    }
    .into_any()
}
