//! A lever: slider and exact field side by side. While the slider moves the plan is shown as it would be; letting go
//! is one step of undo.

use crate::commands::edit::commit;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use crate::words;
use leptos::prelude::*;
use samplan::calendar::{Horizon, Year};
use samplan::edit::Edit;
use samplan::lever::{self, Lever, LeverAddress, LeverUnit, month_value, value_month};
use samplan::money::Decimal;

/// A slider with its exact field. Nothing is shown when the plan has no such number.
pub fn lever(address: LeverAddress, label: Signal<String>) -> AnyView {
    let context = context();
    let address = StoredValue::new(address);
    let found = memo(move || {
        let plan = context.plan()?;
        address.with_value(|address| lever::lever(&plan, address))
    });
    let there = memo(move || found.with(|found| found.as_ref().map(|lever| lever.unit)));
    let drawn = move || there.get().map(|unit| drawn(context, address, found, unit, label));
    drawn.into_any()
}

fn drawn(
    context: Context,
    address: StoredValue<LeverAddress>,
    found: Memo<Option<Lever>>,
    unit: LeverUnit,
    label: Signal<String>,
) -> AnyView {
    let refused = RwSignal::new(None::<String>);
    let edit = move |value| Edit::Lever(address.get_value(), value);
    let moved = move |event: leptos::ev::Event| {
        let Some(value) = read(&event_target_value(&event)) else { return };
        match context.session.preview(&edit(value)) {
            Ok(()) => refused.set(None),
            Err(why) => refused.set(Some(words::refusal(context.language(), &why))),
        }
    };
    let settled = move |event: leptos::ev::Event| {
        if refused.is_disposed() {
            return;
        }
        moved(event);
        if let Some(value) = found.with_untracked(|found| found.as_ref().map(|lever| lever.value)) {
            context.session.commit_drag(edit(value));
        }
    };
    let of = move |read: fn(&Lever) -> Decimal| {
        Signal::derive(move || found.with(|found| found.as_ref().map(|lever| read(lever).normalize().to_string())))
    };
    let told = Signal::derive(move || {
        let value = found.with(|found| found.as_ref().map(|lever| lever.value)).unwrap_or_default();
        words::lever_value(context.language(), value, unit, context.unit())
    });
    let name = Signal::derive(move || words::lever::Slider { label: label.get() }.say(context.language()));
    let input: Box<dyn FnMut(leptos::ev::Event)> = Box::new(moved);
    let change: Box<dyn FnMut(leptos::ev::Event)> = Box::new(settled);
    let error = move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> });
    let long = Signal::derive(move || label.with(|label| has_long_word(label)));
    view! {
        <div class="lever" class:wide=matches!(unit, LeverUnit::Month) class:long=long>
            <span class="lever-name" aria-hidden="true">{label}</span>
            <input type="range" min=of(|lever| lever.least) max=of(|lever| lever.most) step=of(|lever| lever.step)
                prop:value=of(|lever| lever.value) aria-label=name aria-valuetext=told on:input=input on:change=change/>
            <span class="exact">{exact(context, address, found, unit, label)}</span>
            {error}
        </div>
    }
    .into_any()
}

/// Whether a name has a word that would be broken beside the slider (`style/scenario_levers.css`); it then has a row of its own.
fn has_long_word(name: &str) -> bool {
    name.split_whitespace().any(|word| word.chars().count() > LONGEST_WORD)
}

const LONGEST_WORD: usize = 12;

fn exact(
    context: Context,
    address: StoredValue<LeverAddress>,
    found: Memo<Option<Lever>>,
    unit: LeverUnit,
    label: Signal<String>,
) -> AnyView {
    let value = Signal::derive(move || found.with(|found| found.as_ref().map(|lever| lever.value)));
    let set = move |value: Decimal| commit(context, Edit::Lever(address.get_value(), value));
    let horizon = Signal::derive(move || context.plan().map_or(FALLBACK, |plan| plan.horizon()));
    match unit {
        LeverUnit::Month => {
            let month = Signal::derive(move || value.get().and_then(value_month));
            form::month(label, month, horizon, OnChange::new(move |month| set(month_value(month))))
        }
        LeverUnit::Year => {
            let years = memo(move || {
                let range = found.with(|found| found.as_ref().map(|lever| (lever.least, lever.most)));
                let (least, most) = range.unwrap_or_default();
                let year = |value: Decimal| u16::try_from(value).ok();
                let years = year(least).zip(year(most)).map_or(0..=0, |(least, most)| least..=most);
                years.map(|year| year.to_string()).collect::<Vec<_>>()
            });
            let chosen = Signal::derive(move || {
                let now = value.get().map(|value| value.normalize().to_string());
                years.with(|years| years.iter().position(|year| Some(year) == now.as_ref())).unwrap_or_default()
            });
            let choose = Callback::new(move |place: usize| {
                let year = years.with_untracked(|years| years.get(place).and_then(|year| read(year)));
                if let Some(Err(why)) = year.map(set) {
                    context.notices.warn(why);
                }
            });
            view! { <span class="hidden-label">{form::choice(label, years.into(), chosen, choose)}</span> }.into_any()
        }
        _ => {
            let kind = NumberKind::of(unit);
            let take = OnChange::new(move |value: Option<Decimal>| match value {
                Some(value) => set(value),
                None => Err(words::how_to_write(context.language(), kind.asked()).to_owned()),
            });
            view! { <span class="hidden-label">{form::number(label, kind, value, take)}</span> }.into_any()
        }
    }
}

/// For the moment in which no plan is open and the lever is about to leave the page.
const FALLBACK: Horizon = Horizon { first: Year::EARLIEST, years: 1 };

fn read(text: &str) -> Option<Decimal> {
    text.parse().ok()
}
