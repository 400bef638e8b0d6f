//! The steps of a target: how long before it each begins and how long it takes.

use super::edited::EditedTarget;
use super::step;
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, timeline as text};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::plan::{StepWhat, TargetStep};

/// The steps.
pub fn steps(edited: EditedTarget) -> AnyView {
    let count = memo(move || edited.read(|target| target.steps.len()));
    let add = click(move || {
        let name = label::new_step(edited.tool.context.language()).to_owned();
        let step = TargetStep { what: StepWhat::Own(name), months_before: 1, length: 1, done: false };
        edited.tool.warn(edited.set(&|target| target.steps.push(step.clone())));
    });
    view! {
        <fieldset class="step-fields">
            <legend>{text_fn(text::steps)}</legend>
            <p class="small muted">{text_fn(text::steps_what)}</p>
            <table class="field-table" data-test="step-fields">
                <thead><tr>
                    <th scope="col">{text_fn(text::step)}</th>
                    <th scope="col">{text_fn(text::months_before)}</th>
                    <th scope="col">{text_fn(text::length)}</th>
                    <td></td>
                </tr></thead>
                <tbody>
                    <For each=move || 0..count.get() key=|place| *place children=move |place| row(edited, place)/>
                </tbody>
            </table>
            <div class="buttons">
                <button type="button" on:click=add id="step-add" data-test="step-add"><Icon shape=Shape::Plus/>{text_fn(label::add_step)}</button>
            </div>
        </fieldset>
    }
    .into_any()
}

fn row(edited: EditedTarget, place: usize) -> AnyView {
    let context = edited.tool.context;
    let read = move || edited.read(|target| target.steps.get(place).cloned());
    let set = move |change: &dyn Fn(&mut TargetStep)| {
        edited.set(&|target| {
            if let Some(step) = target.steps.get_mut(place) {
                change(step);
            }
        })
    };
    let name = Signal::derive(move || read().map(|one| step::name(context.language(), &one.what)).unwrap_or_default());
    let own = memo(move || read().is_some_and(|one| matches!(one.what, StepWhat::Own(_))));
    let take_name = OnChange::new(move |name: String| set(&|step| step.what = StepWhat::Own(name.trim().to_owned())));
    let what = move || {
        if own.get() {
            view! { <span class="hidden-label">{form::text(text_signal(text::step), name, take_name)}</span> }
                .into_any()
        } else {
            view! { {name} }.into_any()
        }
    };
    let number = move |label: fn(words::Language, String) -> String,
                       value: Signal<Option<Decimal>>,
                       take: OnChange<Option<Decimal>>| {
        let label = Signal::derive(move || label(context.language(), name.get()));
        view! { <td><span class="hidden-label">{form::number(label, NumberKind::Number, value, take)}</span></td> }
    };
    let whole = move |number: Option<Decimal>| {
        let number = number.filter(|number| number.is_integer()).and_then(|number| i16::try_from(number).ok());
        number.ok_or_else(|| text::whole_months(context.language()).to_owned())
    };
    let before = Signal::derive(move || read().map(|one| Decimal::from(one.months_before)));
    let take_before = OnChange::new(move |typed| {
        let months = whole(typed)?;
        set(&|step| step.months_before = months)
    });
    let length = Signal::derive(move || read().map(|one| Decimal::from(one.length)));
    let take_length = OnChange::new(move |typed| {
        let months = u16::try_from(whole(typed)?).map_err(|_| text::whole_months(context.language()).to_owned())?;
        set(&|step| step.length = months)
    });
    let remove = click(move || {
        let outcome = edited.set(&|target| {
            // The last one is kept: none at all would stand for the usual ones.
            if place < target.steps.len() && target.steps.len() > 1 {
                target.steps.remove(place);
            }
        });
        edited.tool.warn(outcome);
        crate::ui::focus::focus_soon("#step-add");
    });
    let remove_label = Signal::derive(move || label::Remove { name: name.get() }.say(context.language()));
    view! {
        <tr>
            <th scope="row">{what}</th>
            {number(|language, name| text::MonthsBeforeOf { name }.say(language), before, take_before)}
            {number(|language, name| text::LengthOf { name }.say(language), length, take_length)}
            <td class="row-tools">
                <button type="button" class="icon" on:click=remove aria-label=remove_label><Icon shape=Shape::Bin/></button>
            </td>
        </tr>
    }
    .into_any()
}
