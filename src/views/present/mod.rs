//! The projector view. Its page prepares a showing: the slides in order, what stands on each, the question, the
//! proposal and who stands where. [`show`] is the showing itself, over the whole page.

mod lever_name;
mod positions;
mod preview;
mod question_and_proposal;
mod show;
mod slide_fields;
mod slides;
mod thumbnail;

pub use show::{RESUME, SHOWING, ShowKey, is_projector, layer, resume, showing};

use crate::commands::show::start;

use crate::commands::edit::commit_or_warn;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::form::{choice, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::edit::{Edit, ScenarioEdit, free_scenario};
use samplan::plan::{Scenario, is_same_name};

/// The page that prepares a showing.
#[component]
pub fn Present() -> impl IntoView {
    let context = context();
    open_one(context);
    let chosen = RwSignal::new(0usize);
    let open = memo(move || context.with_scenario(|_, scenario| scenario.id.clone()));
    // A showing begins with the slide that is chosen here.
    Effect::new(move |_| {
        let slide = slides::current(context).get(chosen.get()).map(|slide| slide.id.clone());
        context.first_slide.set(slide);
    });
    on_cleanup(move || context.first_slide.set(None));
    let inside = move || {
        match open.get() {
        Some(_) => view! {
            <div class="columns">
                <section class="card" aria-labelledby="slides-title">{slides::slides(context, chosen)}</section>
                <div class="side">
                    <section class="card" aria-labelledby="slide-title">
                        {preview::preview(context, chosen)}
                        {slide_fields::fields(context, chosen)}
                    </section>
                    <section class="card" aria-labelledby="told-title">{question_and_proposal::question_and_proposal(context)}</section>
                    <section class="card" aria-labelledby="positions-title" data-test="positions">
                        <h2 id="positions-title">{text_fn(label::positions)}</h2>
                        {positions::editor(context)}
                    </section>
                </div>
            </div>
        }
        .into_any(),
        None if context.plan().is_some_and(|plan| !plan.scenarios.is_empty()) => {
            view! { <section class="card no-scenario"><p>{text_fn(text::base_shown)}</p></section> }.into_any()
        }
        None => view! {
            <section class="card no-scenario">
                <p>{text_fn(text::no_scenario)}</p>
                <button type="button" data-test="first-scenario" on:click=click(move || add(context))>
                    <Icon shape=Shape::Plus/>{text_fn(words::scenario::new)}
                </button>
            </section>
        }
        .into_any(),
    }
    };
    view! {
        <div class="present">
            <header class="head">
                <div>
                    <h1>{text_fn(words::view::present)}</h1>
                    <p class="muted">{text_fn(text::about)}</p>
                </div>
                {scenarios(context)}
                <button type="button" class="primary start" data-test="start-show" on:click=click(move || start(context))>
                    <Icon shape=Shape::Screen/>{text_fn(text::start)}<kbd aria-hidden="true">"P"</kbd>
                </button>
            </header>
            {inside}
        </div>
    }
}

/// The first scenario is open until another is chosen.
fn open_one(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let open = context.scenario.get_untracked();
    let there = open.is_some_and(|id| plan.scenario_by_id(&id).is_some());
    if !there && !context.place.is_scenario_chosen() {
        context.place.begin_with_scenario(plan.scenarios.first().map(|one| one.id.clone()));
    }
}

/// Which scenario is shown.
fn scenarios(context: Context) -> AnyView {
    let listed = memo(move || {
        let plan = context.plan();
        let named = plan.map_or_else(Vec::new, |plan| words::scenarios(&plan));
        let named = named.into_iter().map(|(id, name)| (Some(id), name));
        std::iter::once((None, label::the_plan(context.language()).to_owned())).chain(named).collect::<Vec<_>>()
    });
    let names = Signal::derive(move || listed.with(|listed| listed.iter().map(|(_, name)| name.clone()).collect()));
    let chosen = Signal::derive(move || {
        let open = context.scenario.get();
        listed.with(|listed| listed.iter().position(|(id, _)| *id == open)).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        let id = listed.with_untracked(|listed| listed.get(place).map(|(id, _)| id.clone()));
        context.place.open_scenario(id.flatten());
    });
    choice(text_signal(label::scenario), names, chosen, choose)
}

fn add(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let names = (plan.scenarios.len().saturating_add(1)..)
        .map(|number| words::scenario::NewName { number }.say(context.language()));
    let taken = |name: &str| plan.scenarios.iter().any(|one| is_same_name(&one.name, name));
    let name = names.take(1000).find(|name| !taken(name)).unwrap_or_default();
    let scenario = Scenario::new(free_scenario(&plan, &name), &name);
    let id = scenario.id.clone();
    if !commit_or_warn(context, Edit::Scenario(id.clone(), ScenarioEdit::Add(Box::new(scenario)))) {
        return;
    }
    context.place.open_scenario(Some(id));
}
