//! The staircase: how much equity a board allows at most, by the size of the contributions.

use super::lens::PlanLens;
use super::section::TITLE;
use crate::commands::list;
use crate::state::memo::memo;
use crate::ui::field::{NumberField, NumberKind, TextField};
use crate::ui::form::{on_mouse, on_submit};
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::money::{self, Decimal, NumberError};
use samplan::plan::Stair;

#[component]
pub fn Staircase(plan: PlanLens) -> impl IntoView {
    let count = plan.part(|plan| plan.rules.staircase.len());
    view! {
        <Show when=move || count.get() != 0 fallback=move || view! { <p>{text_fn(text::no_stairs)}</p> }>
            <table class="field-table" data-test="staircase">
                <thead>
                    <tr>
                        <th scope="col" class="end">{text_fn(text::stair_up_to)}</th>
                        <th scope="col" class="end">{text_fn(text::stair_share)}</th>
                        <th scope="col" class="end">{text_fn(text::stair_amount)}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>
                    {keyed_list(move || (0..count.get()).collect(), move |place| view! { <StairRow plan=plan place=place/> })}
                </tbody>
            </table>
        </Show>
        <NewStair plan=plan/>
    }
}

#[component]
fn StairRow(plan: PlanLens, place: usize) -> impl IntoView {
    let context = plan.context;
    let stair = plan.part(move |plan| plan.rules.staircase.get(place).cloned());
    let change = move |change: &dyn Fn(&mut Stair)| list::staircase(context).change(place, change);
    let remove = move |_| {
        if let Err(why) = list::staircase(context).remove(place) {
            context.notices.warn(why);
        }
        focus_later(TITLE);
    };
    let bound = memo(move || stair.get().and_then(|stair| stair.contributions_up_to));
    let share = memo(move || stair.get().and_then(|stair| stair.most_share));
    let amount = memo(move || stair.get().and_then(|stair| stair.most_amount));
    let number = place.saturating_add(1);
    let of = move |word: fn(words::Language) -> &'static str| {
        Signal::derive(move || {
            let language = context.language();
            text::OfName { what: word(language), name: text::StairRow { number }.say(language) }.say(language)
        })
    };
    view! {
        <tr data-test="stair">
            <td data-label=text_fn(text::stair_up_to)>
                <NumberField label=of(text::stair_up_to) hide_label=true value=bound kind=NumberKind::Money
                    on_change=move |bound| change(&|stair| stair.contributions_up_to = bound)/>
                <Show when=move || bound.get().is_none()><p class="hint end">{text_fn(text::stair_no_bound)}</p></Show>
            </td>
            <td data-label=text_fn(text::stair_share)>
                <NumberField label=of(text::stair_share) hide_label=true value=share kind=NumberKind::Percent
                    on_change=move |share| change(&|stair| stair.most_share = share)/>
            </td>
            <td data-label=text_fn(text::stair_amount)>
                <NumberField label=of(text::stair_amount) hide_label=true value=amount kind=NumberKind::Money
                    on_change=move |amount| change(&|stair| stair.most_amount = amount)/>
            </td>
            <td class="row-tools">
                <button type="button" class="icon" on:click=on_mouse(remove) aria-label=move || {
                    let language = context.language();
                    label::Remove { name: text::StairRow { number }.say(language) }.say(language)
                }><Icon shape=Shape::Bin/></button>
            </td>
        </tr>
    }
}

/// A step is written whole before it is added: half a step is none.
#[component]
fn NewStair(plan: PlanLens) -> impl IntoView {
    let context = plan.context;
    let (bound, share, amount) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    let read = move |text: &str, asked, read: &dyn Fn(&str) -> Result<Decimal, NumberError>| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        read(text).map(Some).map_err(|problem| words::number_problem(context.language(), asked, problem, text))
    };
    let read_kr =
        move |text: &str| read(text, words::ExpectedNumber::Amount, &|text| money::read_amount(text, context.unit()));
    let read_share = move |text: &str| read(text, words::ExpectedNumber::PerCent, &money::read_percent);
    let add = move || -> Result<(), String> {
        let stair = Stair {
            contributions_up_to: read_kr(&bound.get_untracked())?,
            most_share: read_share(&share.get_untracked())?,
            most_amount: read_kr(&amount.get_untracked())?,
        };
        if stair.most_share.is_none() && stair.most_amount.is_none() {
            return Err(text::stair_one_needed(context.language()).to_owned());
        }
        list::staircase(context).add(stair)
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match add() {
            Ok(()) => {
                error.set(None);
                for typed in [bound, share, amount] {
                    typed.set(String::new());
                }
            }
            Err(why) => error.set(Some(why)),
        }
    };
    view! {
        <form class="new-stair" novalidate=true on:submit=on_submit(submit) aria-label=text_fn(label::new_step)>
            <div class="columns">
                <TextField label=text_signal(text::stair_up_to) hint=text_signal(text::stair_all) value=bound
                    on_change=move |text| { bound.set(text.clone()); read_kr(&text).map(|_| ()) }/>
                <TextField label=text_signal(text::stair_share) hint=text_signal(text::stair_percent) value=share
                    on_change=move |text| { share.set(text.clone()); read_share(&text).map(|_| ()) }/>
                <TextField label=text_signal(text::stair_amount) hint=text_signal(text::stair_both) value=amount
                    on_change=move |text| { amount.set(text.clone()); read_kr(&text).map(|_| ()) }/>
            </div>
            {move || error.get().map(|error| view! { <p class="field-error" role="alert">{error}</p> })}
            <div class="buttons">
                <button type="submit"><Icon shape=Shape::Plus/>{text_fn(label::add_step)}</button>
            </div>
        </form>
    }
}
