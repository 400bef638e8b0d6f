//! The scenarios side by side: the base first, then each, then a new one.

use crate::commands::edit::commit_or_warn;
use crate::commands::merge::begin_merger;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{focus_later, text_fn};
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::edit::{Edit, ScenarioEdit, free_scenario};
use samplan::plan::{Id, Scenario, is_same_name};

/// The tabs.
pub fn tabs(context: Context) -> AnyView {
    let listed = memo(move || {
        let plan = context.plan();
        plan.map_or_else(Vec::new, |plan| words::scenarios(&plan))
    });
    let can_merge = memo(move || {
        context.plan().is_some_and(|plan| plan.associations.iter().filter(|one| one.life.last.is_none()).count() > 1)
    });
    let tab = move |id: Option<Id>, name: String| {
        let pressed = id.clone();
        view! {
            <button type="button" class="tab" on:click=click(move || context.place.open_scenario(id.clone()))
                aria-pressed=Signal::derive(move || (context.scenario.get() == pressed).to_string())>{name}</button>
        }
    };
    let all = move || {
        let base = tab(None, label::the_plan(context.language()).to_owned());
        let each = listed.get().into_iter().map(|(id, name)| tab(Some(id), name)).collect_view();
        view! { {base}{each} }
    };
    view! {
        <div class="tabs" role="group" aria-label=Signal::derive(move || words::view::scenarios(context.language()).to_owned())
            data-test="scenario-tabs">
            {all}
            <button type="button" class="tab new" data-test="new-scenario" on:click=click(move || add(context))>
                <Icon shape=Shape::Plus/>{text_fn(text::new)}
            </button>
            {move || can_merge.get().then(|| view! {
                <button type="button" class="tab new" data-test="begin-merger" on:click=click(move || begin_merger(context))>
                    <Icon shape=Shape::Plus/>{text_fn(words::together::merge)}
                </button>
            })}
        </div>
    }
    .into_any()
}

/// Adds an empty scenario and opens it with its name ready to be typed.
fn add(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let taken = |name: &str| plan.scenarios.iter().any(|scenario| is_same_name(&scenario.name, name));
    let names =
        (plan.scenarios.len().saturating_add(1)..).map(|number| text::NewName { number }.say(context.language()));
    let name = names.take(1000).find(|name| !taken(name)).unwrap_or_default();
    let scenario = Scenario::new(free_scenario(&plan, &name), &name);
    let id = scenario.id.clone();
    if !commit_or_warn(context, Edit::Scenario(id.clone(), ScenarioEdit::Add(Box::new(scenario)))) {
        return;
    }
    context.place.open_scenario(Some(id));
    focus_later(super::details::NAME);
}
