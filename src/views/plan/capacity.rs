//! Capacity: what a coordinator costs and how many places one gives. It may be left out.

use super::add_form::AddForm;
use super::lens::AssociationLens;
use super::section::TITLE;
use crate::state::memo::memo;
use crate::ui::field::{Choice, NumberField, NumberKind, TextField};
use crate::ui::form::on_mouse;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::ui::years::YearFields;
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::budget::AmountOrigin;
use samplan::calendar::Year;
use samplan::edit::AssociationEdit;
use samplan::money::{self, Decimal, Unit};
use samplan::plan::{Capacity, Id};
use samplan::sorted::SortedMap;

#[component]
pub fn CapacityFields(association: AssociationLens) -> impl IntoView {
    let context = association.context;
    let is_given = association.part(|one| one.capacity.is_some());
    let horizon = association.plan().horizon();
    let unit = Signal::derive(move || if context.unit() == Unit::Thousands { "tkr" } else { "kr" });
    let add = move |typed: String| {
        let cost = money::read_amount(&typed, context.unit());
        let cost = cost.map_err(|problem| {
            words::number_problem(context.language(), words::ExpectedNumber::Amount, problem, &typed)
        })?;
        association.commit(AssociationEdit::Capacity(Some(Capacity {
            cost_per_fte: SortedMap::from([(horizon.get_untracked().first, cost)]),
            index: None,
            places_per_fte: None,
            enrolled: None,
            source: String::new(),
        })))
    };
    view! {
        <p class="hint">{text_fn(text::capacity_what)}</p>
        <Show when=move || is_given.get() fallback=move || view! {
            <p>{text_fn(text::no_capacity)}</p>
            <AddForm id="add-capacity" label=label::cost_per_full_time_post button=text::add_capacity suffix=unit on_add=add/>
        }>
            <Given association=association/>
        </Show>
    }
}

#[component]
fn Given(association: AssociationLens) -> impl IntoView {
    let context = association.context;
    let capacity = association.part(|one| one.capacity.clone());
    let change = move |change: &dyn Fn(&mut Capacity)| {
        let Some(mut changed) = capacity.get_untracked() else { return Ok(()) };
        change(&mut changed);
        association.commit(AssociationEdit::Capacity(Some(changed)))
    };
    let index = memo(move || capacity.get().and_then(|capacity| capacity.index));
    let places = memo(move || capacity.get().and_then(|capacity| capacity.places_per_fte));
    let enrolled = memo(move || capacity.get().and_then(|capacity| capacity.enrolled).map(Decimal::from));
    let source = memo(move || capacity.get().map(|capacity| capacity.source).unwrap_or_default());
    let named = association
        .plan()
        .part(|plan| plan.indices.iter().map(|index| (Some(index.id.clone()), index.name.clone())).collect::<Vec<_>>());
    let indices = Signal::derive(move || {
        let none = (None, words::line_panel::no_index(context.language()).to_owned());
        std::iter::once(none).chain(named.get()).collect::<Vec<_>>()
    });
    let years = association
        .years(|one| one.capacity.iter().flat_map(|capacity| capacity.cost_per_fte.keys().copied()).collect());
    let cost = move |year: Year| capacity.with(|capacity| capacity.as_ref()?.cost_per_fte.get(&year).copied());
    let set_cost = move |year: Year, cost: Option<Decimal>| {
        change(&|capacity| {
            match cost {
                Some(cost) => capacity.cost_per_fte.insert(year, cost),
                None => capacity.cost_per_fte.remove(&year),
            };
        })
    };
    let goes_on = Callback::new(move |year: Year| goes_on(association, year));
    let set_enrolled = move |count: Option<Decimal>| match count.map(money::count) {
        Some(None) => Err(words::line_panel::whole_number(context.language()).to_owned()),
        count => change(&|capacity| capacity.enrolled = count.flatten()),
    };
    let set_index = move |index: Option<Id>| {
        if let Err(why) = change(&|capacity| capacity.index.clone_from(&index)) {
            context.notices.warn(why);
        }
    };
    let remove = move |_| {
        association.set(AssociationEdit::Capacity(None));
        focus_later(TITLE);
    };
    view! {
        <YearFields label=text_signal(label::cost_per_full_time_post) years=years kind=NumberKind::Money beside=goes_on value=cost on_change=set_cost/>
        <div class="columns">
            <Choice label=text_signal(text::cost_index) options=indices value=index on_change=set_index/>
            <NumberField label=text_signal(label::places_per_coordinator) value=places kind=NumberKind::Number
                on_change=move |places| change(&|capacity| capacity.places_per_fte = places)/>
            <NumberField label=text_signal(text::enrolled) hint=text_signal(text::enrolled_hint) value=enrolled kind=NumberKind::Number
                on_change=set_enrolled/>
        </div>
        <TextField label=text_signal(label::source) multiline=true value=source
            on_change=move |source: String| change(&|capacity| capacity.source.clone_from(&source))/>
        <div class="buttons">
            <button type="button" class="danger" on:click=on_mouse(remove)>{text_fn(text::remove_capacity)}</button>
        </div>
    }
}

/// What a year costs when no cost is given for it.
fn goes_on(association: AssociationLens, year: Year) -> String {
    let context = association.context;
    let id = association.id();
    let cost = context.outcome.with(|outcome| {
        let budget = &outcome.as_ref()?.budget;
        let place = budget.horizon.position(year)?;
        let capacity = budget.association(&id)?.capacity.as_ref()?;
        match capacity.origins.get(place)? {
            AmountOrigin::Given => None,
            _ => capacity.cost_per_fte.get(place).copied(),
        }
    });
    cost.map(|cost| words::line_panel::Continues { amount: words::kr(cost, context.unit()) }.say(context.language()))
        .unwrap_or_default()
}
