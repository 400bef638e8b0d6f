//! Home: stored plans, the examples, a new plan, opening a file; and what could not be read or cannot be stored.

mod bin;
mod examples;
mod keeping;
mod plans;
mod quarantine;
mod rename;
mod room;
mod versions;

use super::new_plan::Begun;
use crate::commands::Action;
use crate::state::context;
use crate::state::memo::memo;
use crate::state::route::Route;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::say;
use crate::words::{self, home as text};
use leptos::prelude::*;

/// The start view.
#[component]
pub fn Home() -> impl IntoView {
    let context = context();
    let sorted = memo(move || quarantine::sort(context));
    let broken = memo(move || sorted.with(|(broken, _)| broken.clone()));
    let entries = memo(move || sorted.with(|(_, entries)| entries.clone()));
    let has_plan = memo(move || context.session.plan().with(Option::is_some));
    let has_plans = memo(move || has_plan.get() || entries.with(|entries| !entries.is_empty()));
    view! {
        <div class="home">
            <Show when=move || has_plans.get() fallback=|| view! { <Welcome/> }>
                <header class="view-head">
                    <h1>{say(text::plans_title)}</h1>
                    <Beginnings/>
                </header>
            </Show>
            <Show when=move || !context.storage.is_usable()>
                <section class="blocked" role="status" data-test="blocked">
                    <h2><Icon shape=Shape::Warning/>{say(text::blocked_title)}</h2>
                    <p>{say(text::blocked)}</p>
                </section>
            </Show>
            <Show when=move || broken.with(|broken| !broken.is_empty())><quarantine::QuarantinedTexts broken/></Show>
            <Show when=move || has_plans.get()><plans::Plans entries/></Show>
            <bin::Bin/>
            <Show when=move || has_plans.get() && context.storage.is_usable()><room::Keeping/></Show>
            <examples::Examples/>
        </div>
    }
}

/// What a first visit sees.
#[component]
fn Welcome() -> impl IntoView {
    view! {
        <header class="welcome">
            <h1>{say(text::welcome_title)}</h1>
            <p>{say(text::welcome)}</p>
            <Beginnings/>
        </header>
    }
}

/// The ways to begin. A view has one primary button: with a plan open that is the bar's, and here none.
#[component]
fn Beginnings() -> impl IntoView {
    let context = context();
    let begun = move || use_context::<Begun>().is_some_and(|begun| begun.is_touched());
    let new = move || {
        if begun() { text::continue_new(context.language()) } else { words::view::new_plan(context.language()) }
    };
    view! {
        <div class="beginnings">
            <button type="button" class:primary=move || context.session.plan().with(Option::is_none)
                on:click=on_mouse(move |_| Action::NewPlan.run(context))><Icon shape=Shape::Plus/>{new}</button>
            <button type="button" on:click=on_mouse(move |_| Action::OpenFile.run(context))>
                <Icon shape=Shape::Upload/>{say(words::action::open_file)}
            </button>
            <Show when=move || context.session.plan().with(Option::is_some)>
                <a class="button" href=move || context.place.address(Route::Meet)><Icon shape=Shape::Sides/>{say(words::meet::title)}</a>
            </Show>
            <span class="muted small">{say(text::drop)}</span>
        </div>
    }
}
