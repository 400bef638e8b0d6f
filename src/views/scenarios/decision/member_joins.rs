//! MemberJoins: a municipality joins from a month and pays by a key.

use super::super::handle::StepHandle;
use super::when;
use crate::ui::field::Kind;
use crate::ui::form::{self, Take};
use crate::ui::text::{said, say};
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, JoinKey, MemberJoins, Part};
use samplan::money::{self, Decimal};
use samplan::plan::Id;

fn of(decision: &Decision) -> Option<&MemberJoins> {
    match decision {
        Decision::MemberJoins(joins) => Some(joins),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut MemberJoins)) {
    if let Decision::MemberJoins(joins) = decision {
        change(joins);
    }
}

pub fn body(handle: StepHandle) -> AnyView {
    view! {
        {handle.association_choice(|decision, id| change(decision, |one| one.association = id))}
        <div class="pair-fields">{name(handle)}{inhabitants(handle)}</div>
        {handle.lever(Part::From)}
        {key(handle)}
        {when(handle, |decision| key_is(decision, 0), |handle| handle.lever(Part::PerInhabitant))}
        {when(handle, |decision| key_is(decision, 2), |handle| handle.lever(Part::Amount))}
        {when(handle, |decision| !key_is(decision, 3), |handle| view! {
            <div>
                {handle.check(
                    text::others_follow,
                    |decision| of(decision).map(|one| one.others_follow),
                    |decision, on| change(decision, |one| one.others_follow = on),
                )}
                <p class="hint">{say(text::others_follow_note)}</p>
            </div>
        }.into_any())}
        <details class="more">
            <summary>{say(text::more)}</summary>
            {handle.lever(Part::BuyIn)}
            {handle.text_field(
                text::population_source,
                |decision| of(decision).map(|one| one.source.clone()),
                |decision, source| change(decision, |one| one.source = source),
            )}
        </details>
    }
    .into_any()
}

fn key_place(key: &JoinKey) -> usize {
    match key {
        JoinKey::PerInhabitant(_) => 0,
        JoinKey::Average => 1,
        JoinKey::Amount(_) => 2,
        JoinKey::ZeroSum => 3,
    }
}

fn key_is(decision: &Decision, place: usize) -> bool {
    of(decision).is_some_and(|one| key_place(&one.key) == place)
}

fn key(handle: StepHandle) -> AnyView {
    const KEYS: [words::Word; 4] =
        [label::kronor_per_inhabitant, text::key_average, text::key_amount, text::key_zero_sum];
    let chosen = handle.get(|decision| of(decision).map(|one| key_place(&one.key)));
    let choose = Callback::new(move |place: usize| {
        handle.set(|decision| {
            change(decision, |one| {
                if key_place(&one.key) == place {
                    return;
                }
                one.key = match place {
                    0 => JoinKey::PerInhabitant(Decimal::TEN),
                    1 => JoinKey::Average,
                    2 => JoinKey::Amount(Decimal::from(100_000)),
                    _ => JoinKey::ZeroSum,
                };
            });
        });
    });
    form::choice_of(text::key, &KEYS, chosen, choose)
}

/// A new name gives a new id too, so that later decisions name the municipality by what it is called.
fn name(handle: StepHandle) -> AnyView {
    let take = Take::new(move |name: String| {
        let name = name.trim().to_owned();
        let taken = untrack(|| {
            handle.account(|account| account.members.iter().map(|member| member.id.clone()).collect::<Vec<Id>>())
        });
        let taken = taken.unwrap_or_default();
        handle.change(|decision| {
            change(decision, |one| {
                let own = one.member.clone();
                one.member = Id::from_name(&name, |id| taken.iter().any(|other| other.as_str() == id && *other != own));
                one.name = name;
            });
        })
    });
    let value = handle.get(|decision| of(decision).map(|one| one.name.clone()));
    form::text(said(text::member_name), value, take)
}

fn inhabitants(handle: StepHandle) -> AnyView {
    let value = Signal::derive(move || {
        handle.step(|step| of(&step.decision).and_then(|one| one.inhabitants).map(Decimal::from)).flatten()
    });
    let take = Take::new(move |count: Option<Decimal>| {
        let whole = match count.map(money::count) {
            Some(None) => return Err(words::line_panel::whole_number(handle.context.language()).to_owned()),
            count => count.flatten(),
        };
        handle.change(|decision| change(decision, |one| one.inhabitants = whole))
    });
    form::number(said(label::inhabitants), Kind::Number, value, take)
}
