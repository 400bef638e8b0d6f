//! Home: stored plans, the examples, a new plan, opening a file; and what could not be read or cannot be stored.

mod aside;
mod examples;
mod keeping;
mod plans;
mod rename;
mod when;

pub use when::today;

use super::super::actions::Action;
use super::super::context::context;
use super::super::widgets::icon::{Icon, Shape};
use super::super::words::home as text;
use super::new_plan::Form;
use leptos::prelude::*;

/// The start view.
#[component]
pub fn Home() -> impl IntoView {
    let context = context();
    let sorted = Memo::new(move |_| aside::sort(context));
    let broken = Memo::new(move |_| sorted.with(|(broken, _)| broken.clone()));
    let cards = Memo::new(move |_| sorted.with(|(_, cards)| cards.clone()));
    let has_plan = Memo::new(move |_| context.session.plan().with(Option::is_some));
    let has_plans = Memo::new(move |_| has_plan.get() || cards.with(|cards| !cards.is_empty()));
    view! {
        <div class="home">
            <Show when=move || has_plans.get() fallback=|| view! { <Welcome/> }>
                <header class="view-head">
                    <h1>{move || text::plans_title(context.language())}</h1>
                    <Beginnings/>
                </header>
            </Show>
            <Show when=move || !context.vault.store().is_usable()>
                <section class="blocked" role="status" data-test="blocked">
                    <h2><Icon shape=Shape::Warning/>{move || text::blocked_title(context.language())}</h2>
                    <p>{move || text::blocked(context.language())}</p>
                </section>
            </Show>
            <Show when=move || broken.with(|broken| !broken.is_empty())><aside::AsideTexts broken/></Show>
            <Show when=move || has_plans.get()><plans::Plans cards/></Show>
            <examples::Examples/>
        </div>
    }
}

/// What a first visit sees.
#[component]
fn Welcome() -> impl IntoView {
    let context = context();
    view! {
        <header class="welcome">
            <h1>{move || text::welcome_title(context.language())}</h1>
            <p>{move || text::welcome(context.language())}</p>
            <Beginnings/>
        </header>
    }
}

/// The ways to begin. A view has one primary button: with a plan open that is the bar's, and here none.
#[component]
fn Beginnings() -> impl IntoView {
    let context = context();
    let begun = move || use_context::<Form>().is_some_and(|form| form.is_touched());
    let new = move || if begun() { text::continue_new(context.language()) } else { text::new_plan(context.language()) };
    view! {
        <div class="beginnings">
            <button type="button" class:primary=move || context.session.plan().with(Option::is_none)
                on:click=move |_| Action::NewPlan.run(context)><Icon shape=Shape::Plus/>{new}</button>
            <button type="button" on:click=move |_| Action::OpenFile.run(context)>
                <Icon shape=Shape::Upload/>{move || text::open_file(context.language())}
            </button>
            <span class="muted small">{move || text::drop(context.language())}</span>
        </div>
    }
}
