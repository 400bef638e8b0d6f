//! Merger: which associations become one, when, and on what terms.

use super::super::handle::StepHandle;
use super::{merger_contributions, merger_overhead, when};
use crate::state::memo::memo;
use crate::ui::form;
use crate::ui::text::{said, say};
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{BaseGrant, Decision, MergedEquity, Merger, Part};
use samplan::money::Decimal;
use samplan::plan::Id;

pub fn of(decision: &Decision) -> Option<&Merger> {
    match decision {
        Decision::Merger(merger) => Some(merger),
        _ => None,
    }
}

pub fn change(decision: &mut Decision, change: impl FnOnce(&mut Merger)) {
    if let Decision::Merger(merger) = decision {
        change(merger);
    }
}

pub fn body(handle: StepHandle) -> AnyView {
    view! {
        {handle.text_field(
            text::merged_name,
            |decision| of(decision).map(|one| one.name.clone()),
            |decision, name| change(decision, |one| one.name = name),
        )}
        {associations(handle)}
        {handle.lever(Part::Year)}
        {merger_contributions::body(handle)}
        {merger_overhead::body(handle)}
        {grant(handle)}
        <details class="more">
            <summary>{say(text::more)}</summary>
            <p class="part-name">{say(text::one_off_costs)}</p>
            {one_off(handle)}
            {equity(handle)}
        </details>
    }
    .into_any()
}

fn associations(handle: StepHandle) -> AnyView {
    let context = handle.context;
    let listed = memo(move || {
        let plan = context.plan();
        plan.map_or_else(Vec::new, |plan| plan.associations.iter().map(|one| one.id.clone()).collect::<Vec<Id>>())
    });
    let boxes = move || {
        listed
            .get()
            .into_iter()
            .map(|id| {
                let (of_name, of_value) = (id.clone(), id.clone());
                let name = Signal::derive(move || {
                    context.plan().map(|plan| words::association(&plan, None, &of_name)).unwrap_or_default()
                });
                let value = Signal::derive(move || {
                    let merging =
                        |decision: &Decision| of(decision).is_some_and(|one| one.associations.contains(&of_value));
                    handle.step(|step| merging(&step.decision)).unwrap_or_default()
                });
                let take = Callback::new(move |on: bool| {
                    let id = id.clone();
                    handle.set(|decision| {
                        change(decision, |one| {
                            one.associations.retain(|other| *other != id);
                            if on {
                                one.associations.push(id);
                            }
                        });
                    });
                });
                form::check(name, value, take)
            })
            .collect_view()
    };
    view! { <fieldset class="boxes"><legend>{say(text::merging)}</legend>{boxes}</fieldset> }.into_any()
}

fn one_off(handle: StepHandle) -> AnyView {
    handle.years_from(
        |decision| of(decision).map(|one| one.one_off.keys().copied().collect()),
        Part::OneOff,
        |decision, year| {
            change(decision, |one| {
                let amount = one.one_off.last_key_value().map_or(Decimal::from(100_000), |(_, amount)| *amount);
                one.one_off.insert(year, amount);
            });
        },
        |decision, year| {
            change(decision, |one| {
                one.one_off.remove(&year);
            });
        },
        0,
    )
}

fn grant(handle: StepHandle) -> AnyView {
    let there = |decision: &Decision| of(decision).is_some_and(|one| one.base_grant.is_some());
    view! {
        <div>
            {handle.check(
                text::grant,
                |decision| of(decision).map(|one| one.base_grant.is_some()),
                |decision, on| change(decision, |one| one.base_grant = on.then(BaseGrant::preset)),
            )}
            {when(handle, there, grant_fields)}
        </div>
    }
    .into_any()
}

fn of_grant(decision: &Decision) -> Option<&BaseGrant> {
    of(decision)?.base_grant.as_ref()
}

fn change_grant(decision: &mut Decision, with: impl FnOnce(&mut BaseGrant)) {
    change(decision, |one| {
        if let Some(grant) = &mut one.base_grant {
            with(grant);
        }
    });
}

fn grant_fields(handle: StepHandle) -> AnyView {
    let kept = |decision: &Decision| of_grant(decision).is_some_and(|grant| grant.kept_until.is_some());
    let keep = Callback::new(move |on: bool| {
        let last = handle.horizon().get_untracked().last();
        handle.set(|decision| change_grant(decision, |grant| grant.kept_until = on.then_some(last)));
    });
    view! {
        <div class="inset">
            {handle.lever(Part::BaseGrant)}
            {handle.check(
                text::grant_matched,
                |decision| of_grant(decision).map(|grant| grant.matched),
                |decision, on| change_grant(decision, |grant| grant.matched = on),
            )}
            {form::check(
                said(text::grant_kept),
                handle.get(|decision| of_grant(decision).map(|grant| grant.kept_until.is_some())),
                keep,
            )}
            {when(handle, kept, |handle| handle.lever(Part::KeptUntil))}
            <details class="more">
                <summary>{say(label::source)}</summary>
                {handle.text_field(
                    label::source,
                    |decision| of_grant(decision).map(|grant| grant.source.clone()),
                    |decision, source| change_grant(decision, |grant| grant.source = source),
                )}
                {handle.text_field(
                    label::date_of_the_source,
                    |decision| of_grant(decision).map(|grant| grant.date.clone()),
                    |decision, date| change_grant(decision, |grant| grant.date = date),
                )}
            </details>
        </div>
    }
    .into_any()
}

fn equity(handle: StepHandle) -> AnyView {
    const WAYS: [words::Word; 2] = [text::transferred, text::paid_out];
    let chosen = handle.get(|decision| of(decision).map(|one| usize::from(one.equity == MergedEquity::PaidOut)));
    let choose = Callback::new(move |place: usize| {
        let equity = if place == 0 { MergedEquity::Transferred } else { MergedEquity::PaidOut };
        handle.set(|decision| change(decision, |one| one.equity = equity));
    });
    form::choice_of(label::equity, &WAYS, chosen, choose)
}
