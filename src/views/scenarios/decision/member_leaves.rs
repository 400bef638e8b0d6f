//! MemberLeaves: a member gives notice and leaves.

use super::super::handle::StepHandle;
use crate::ui::form;
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, MemberLeaves, Others, Part};

fn of(decision: &Decision) -> Option<&MemberLeaves> {
    match decision {
        Decision::MemberLeaves(leaves) => Some(leaves),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut MemberLeaves)) {
    if let Decision::MemberLeaves(leaves) = decision {
        change(leaves);
    }
}

pub fn body(handle: StepHandle) -> AnyView {
    const OTHERS: [words::Word; 3] = [text::others_shrink, text::others_carry, text::others_stay];
    let listed = move || {
        let members = handle.account(|account| {
            account.members.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        });
        members.unwrap_or_default()
    };
    let chosen =
        handle.get(|decision| of(decision).and_then(|one| Others::ALL.iter().position(|others| *others == one.others)));
    let choose = Callback::new(move |place: usize| {
        if let Some(others) = Others::ALL.get(place).copied() {
            handle.set(|decision| change(decision, |one| one.others = others));
        }
    });
    let gone = move || {
        let year = handle.step(|step| of(&step.decision).map(MemberLeaves::last_year)).flatten();
        year.map(|year| text::LeavesWhen { year }.say(handle.context.language()))
    };
    view! {
        {handle.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {handle.id_choice(
            label::who,
            listed,
            |decision| of(decision).map(|one| one.member.clone()),
            |decision, id| change(decision, |one| one.member = id),
        )}
        {handle.lever(Part::Notice)}
        {handle.lever(Part::NoticeMonths)}
        <p class="hint">{gone}</p>
        {form::choice_of(text::others, &OTHERS, chosen, choose)}
        {handle.check(
            text::pay_out,
            |decision| of(decision).map(|one| one.pay_out),
            |decision, on| change(decision, |one| one.pay_out = on),
        )}
    }
    .into_any()
}
