//! The plan's description and its years.

use super::lens::PlanLens;
use crate::ui::field::TextField;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{label, plan_settings as text};
use leptos::prelude::*;
use samplan::calendar::Horizon;
use samplan::edit::PlanEdit;

#[component]
pub fn About(plan: PlanLens) -> impl IntoView {
    let context = plan.context;
    let language = move || context.language();
    let horizon = plan.horizon();
    let is_shortest = move || horizon.get().years <= 1;
    let is_longest = move || horizon.get().years >= Horizon::MOST_YEARS;
    let add = move |_| {
        if !is_longest() {
            plan.set(PlanEdit::AddYear);
        }
    };
    let drop_last = move |_| {
        if !is_shortest() {
            plan.set(PlanEdit::DropLastYear);
        }
    };
    let roll = move |_| {
        if !is_shortest() {
            let source = text::RollSource { year: horizon.get_untracked().first }.say(language());
            plan.set(PlanEdit::DropFirstYear { source });
        }
    };
    view! {
        <TextField label=text_signal(text::description) hint=text_signal(text::description_hint) multiline=true
            value=plan.part(|plan| plan.description.clone())
            on_change=move |description| plan.commit(PlanEdit::Description(description))/>
        <div class="part">
            <h3>{text_fn(label::years)}</h3>
            <p data-test="years">{move || {
                let horizon = horizon.get();
                text::YearsAre { count: horizon.years, first: horizon.first, last: horizon.last() }.say(language())
            }}</p>
            <div class="buttons">
                <button type="button" on:click=on_mouse(add) aria-disabled=move || is_longest().to_string() data-test="add-year">
                    <Icon shape=Shape::Plus/>{move || label::AddYear { year: horizon.get().last().next() }.say(language())}
                </button>
                <button type="button" on:click=on_mouse(drop_last) aria-disabled=move || is_shortest().to_string() data-test="drop-year">
                    <Icon shape=Shape::Bin/>{move || label::RemoveYear { year: horizon.get().last() }.say(language())}
                </button>
            </div>
            <p class="hint">{move || match () {
                () if is_shortest() => text::last_year(language()),
                () if is_longest() => text::most_years(language()),
                () => text::drop_hint(language()),
            }}</p>
        </div>
        <div class="part roll">
            <h3>{text_fn(text::roll_title)}</h3>
            <p class="hint">{move || {
                let first = horizon.get().first;
                text::RollWhat { year: first, next: first.next() }.say(language())
            }}</p>
            <div class="buttons">
                <button type="button" on:click=on_mouse(roll) aria-disabled=move || is_shortest().to_string() data-test="roll">
                    {move || text::Roll { year: horizon.get().first.next() }.say(language())}
                </button>
            </div>
        </div>
    }
}
