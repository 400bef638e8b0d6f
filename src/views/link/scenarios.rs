//! Scenarios that came in a link: into which plan they are to go. What they give there is shown before they do.

use super::ways::{leave, listed, stored};
use crate::state::route::Route;
use crate::state::{Context, ScenariosIn};
use crate::ui::form::{self, click};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{link as text, scenario_file};
use leptos::prelude::*;
use samplan::exchange::ScenarioFile;
use std::sync::Arc;

/// The scenarios, and the choices.
pub fn held(context: Context, file: Arc<ScenarioFile>) -> AnyView {
    let names = listed(file.scenarios.iter().map(|one| one.name.as_str()));
    let (plan, count) = (file.plan.name.clone(), file.scenarios.len());
    let sentence = move || {
        let from = text::field(context.language());
        scenario_file::Holds { from, names: &names, plan: &plan }.say(context.language())
    };
    let choices = move || match context.plan() {
        Some(open) => into_open(context, &file, &open.name),
        None => into_stored(context, &file),
    };
    view! {
        <header class="view-head"><h1>{move || text::HoldsScenarios { count }.say(context.language())}</h1></header>
        <section class="card" data-test="link-scenarios">
            <p>{sentence}</p>
            <p class="hint">{text_fn(text::nothing_saved)}</p>
            {choices}
        </section>
    }
    .into_any()
}

fn receive(context: Context, file: &Arc<ScenarioFile>) {
    let from = text::field(context.settings.with_untracked(|settings| settings.language)).to_owned();
    context.arriving.set(Some(ScenariosIn { from, content: Arc::clone(file) }));
    context.place.go(Route::Scenarios);
}

fn into_open(context: Context, file: &Arc<ScenarioFile>, name: &str) -> AnyView {
    let file = Arc::clone(file);
    let name = text::Receive { name }.say(context.language());
    view! {
        <div class="buttons">
            <button type="button" class="primary" data-test="link-receive" on:click=click(move || receive(context, &file))>{name}</button>
            {leave(context)}
        </div>
    }
    .into_any()
}

/// No plan is open: one of those that are stored is, the scenarios' own first.
fn into_stored(context: Context, file: &Arc<ScenarioFile>) -> AnyView {
    let id = &file.plan.id;
    let mut plans = stored(context, |plan| plan.id == *id);
    plans.extend(stored(context, |plan| plan.id != *id));
    if plans.is_empty() {
        let plan = file.plan.name.clone();
        return view! {
            <p>{move || text::NoPlan { plan: &plan }.say(context.language())}</p>
            <div class="buttons">{leave(context)}</div>
        }
        .into_any();
    }
    let chosen = RwSignal::new(0usize);
    let names: Vec<String> = plans.iter().map(|(_, name)| name.clone()).collect();
    let file = Arc::clone(file);
    let open = move || {
        let key = plans.get(chosen.get_untracked()).map(|(key, _)| key);
        if key.is_some_and(|key| context.session.open(key)) {
            receive(context, &file);
        }
    };
    view! {
        {form::choice(text_signal(text::into), Signal::stored(names), chosen.into(), Callback::new(move |place| chosen.set(place)))}
        <div class="buttons">
            <button type="button" class="primary" data-test="link-receive" on:click=click(open)>{text_fn(text::open_and_receive)}</button>
            {leave(context)}
        </div>
    }
    .into_any()
}
