//! A field for a value of a lever, by what the value counts.

use crate::state::Context;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use leptos::prelude::*;
use samplan::calendar::{Horizon, Year};
use samplan::lever::{LeverUnit, month_value, value_month};
use samplan::money::Decimal;

/// The field. Nothing in it is a value of its own where the caller allows it.
pub fn value_field(
    context: Context,
    label: Signal<String>,
    unit: LeverUnit,
    value: Signal<Option<Decimal>>,
    take: OnChange<Option<Decimal>>,
) -> AnyView {
    match unit {
        LeverUnit::Month => {
            let fallback = Horizon { first: Year::EARLIEST, years: 1 };
            let horizon = Signal::derive(move || context.plan().map_or(fallback, |plan| plan.horizon()));
            let month = Signal::derive(move || value.get().and_then(value_month));
            form::month(label, month, horizon, OnChange::new(move |month| take.run(Some(month_value(month)))))
        }
        LeverUnit::Year => year_field(context, label, value, take),
        _ => form::number(label, NumberKind::of(unit), value, take),
    }
}

/// Years are chosen: a field would write them as counts, `2 016`.
fn year_field(
    context: Context,
    label: Signal<String>,
    value: Signal<Option<Decimal>>,
    take: OnChange<Option<Decimal>>,
) -> AnyView {
    let years = move || {
        let plan = context.plan();
        let mut years: Vec<Decimal> =
            plan.map_or_else(Vec::new, |plan| plan.horizon().iter().map(|year| year.number().into()).collect());
        years.extend(value.get());
        years.sort_unstable();
        years.dedup();
        years
    };
    let names = Signal::derive(move || years().iter().map(|year| year.normalize().to_string()).collect());
    let chosen = Signal::derive(move || {
        let now = value.get();
        years().iter().position(|year| Some(*year) == now).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        if let Err(why) = take.run(untrack(years).get(place).copied()) {
            context.notices.warn(why);
        }
    });
    form::choice(label, names, chosen, choose)
}
