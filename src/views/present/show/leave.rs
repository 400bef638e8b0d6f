//! Leaving: what was moved is kept or thrown away as the room says, never silently.

use super::fit;
use super::stage::Stage;
use crate::commands::edit::{commit_step, tell};
use crate::ui::dialog::Dialog;
use crate::ui::form::{check, click};
use crate::ui::text::{text_fn, text_signal};
use crate::views::present::lever_name::lever_name;
use crate::words::{self, show as text};
use leptos::prelude::*;
use samplan::edit::free_scenario;
use samplan::plan::is_same_name;
use samplan::show::{self, LeverChange};

/// The most characters of a scenario's name that its copy keeps, so that there is room for what it is a copy of.
const MOST_NAME: usize = 120;

/// Leaves, or asks first when something was moved.
pub fn ask(stage: Stage) {
    if stage.leaving.is_disposed() {
        return;
    }
    if moved(stage).is_empty() { close(stage) } else { stage.leaving.set(true) }
}

/// Whether something was moved that is not kept.
pub fn is_moved(stage: Stage) -> bool {
    !stage.leaving.is_disposed() && !moved(stage).is_empty()
}

/// What was moved and is not kept.
pub fn moved(stage: Stage) -> Vec<LeverChange> {
    let context = stage.context;
    let plans = context.session.saved_plan().zip(context.session.plan().get_untracked());
    let scenario = context.scenario.get_untracked();
    plans.map_or_else(Vec::new, |(plan, copy)| show::lever_changes(&plan, &copy, scenario.as_ref()))
}

fn close(stage: Stage) {
    stage.context.session.end_show();
    stage.context.show.set(false);
}

/// Keeps the scenario's moves as a new scenario, and the plan's own where `with_plan`, as one step of undo.
fn keep(stage: Stage, with_plan: bool) {
    let context = stage.context;
    let mut moves = moved(stage);
    moves.retain(|one| with_plan || !one.is_of_plan());
    let Some(kept) = context.session.saved_plan() else { return close(stage) };
    let open = context.scenario.get_untracked();
    let named = open.as_ref().and_then(|id| kept.scenario_by_id(id));
    let name = named.map(|one| free_name(stage, &one.name)).unwrap_or_default();
    let copy = free_scenario(&kept, &name);
    let Some(edit) = show::into_edit(&moves, open.as_ref(), &copy, &name) else { return close(stage) };
    // What cannot be kept is not thrown away: the showing goes on.
    if let Err(refusal) = edit.apply(&kept) {
        stage.leaving.set(false);
        context.notices.warn(words::refusal(context.language(), &refusal));
        return;
    }
    close(stage);
    let step = match commit_step(context, edit) {
        Ok(step) => step,
        Err(why) => return context.notices.warn(why),
    };
    let made = context
        .session
        .plan()
        .with_untracked(|plan| plan.as_ref().is_some_and(|plan| plan.scenarios.iter().any(|one| one.id == copy)));
    let told = if made {
        text::Kept { name: &name }.say(context.language())
    } else {
        text::kept_plan(context.language()).to_owned()
    };
    if made {
        context.place.open_scenario(Some(copy));
    }
    if let Some(step) = step {
        tell(context, told, step, move || context.place.open_scenario(open.clone()));
    }
}

fn free_name(stage: Stage, of: &str) -> String {
    let plan = stage.context.session.saved_plan();
    let taken =
        |name: &str| plan.as_ref().is_some_and(|plan| plan.scenarios.iter().any(|one| is_same_name(&one.name, name)));
    let language = stage.context.language();
    let of = &fit::cut(of, MOST_NAME);
    let first = text::CopyName { name: of }.say(language);
    if !taken(&first) {
        return first;
    }
    let mut numbered = (2..1000).map(|number| text::CopyNameNumber { name: of, number }.say(language));
    numbered.find(|name| !taken(name)).unwrap_or(first)
}

/// The question.
pub fn dialog(stage: Stage) -> AnyView {
    let context = stage.context;
    let with_plan = RwSignal::new(false);
    let inside = move || {
        let (of_plan, of_scenario): (Vec<_>, Vec<_>) =
            untrack(|| moved(stage)).into_iter().partition(LeverChange::is_of_plan);
        let only_plan = of_scenario.is_empty();
        let own = (!of_plan.is_empty()).then(|| {
            let box_ = (!only_plan).then(|| {
                check(text_signal(text::also_plan), with_plan.into(), Callback::new(move |on| with_plan.set(on)))
            });
            view! { <p>{text::of_plan(context.language())}</p>{list(stage, of_plan)}{box_} }
        });
        let keep_word = if only_plan { text::keep_plan } else { text::keep };
        view! {
            {(!only_plan).then(|| view! { <p>{text::moved(context.language())}</p>{list(stage, of_scenario)} })}
            {own}
            <div class="actions">
                <button type="button" on:click=click(move || stage.leaving.set(false))>{text_fn(text::go_on)}</button>
                <button type="button" data-test="show-discard" on:click=click(move || close(stage))>{text_fn(text::discard)}</button>
                <button type="button" class="primary" data-test="show-keep" autofocus
                    on:click=click(move || keep(stage, only_plan || with_plan.get_untracked()))>{text_fn(keep_word)}</button>
            </div>
        }
    };
    view! { <Dialog open=stage.leaving title=text_signal(text::leave_title)>{inside()}</Dialog> }.into_any()
}

fn list(stage: Stage, moves: Vec<LeverChange>) -> AnyView {
    let context = stage.context;
    let language = context.language();
    let Some(plan) = context.session.plan().get_untracked() else { return ().into_any() };
    let open = context.scenario.get_untracked();
    let scenario = open.and_then(|id| plan.scenario_by_id(&id));
    let told = |value, unit| words::lever_value(language, value, unit, context.unit());
    let items = moves.into_iter().map(|one| {
        let name = lever_name(language, &plan, scenario, &one.address, context.unit());
        view! { <li>{name}": "{told(one.old, one.unit)}" → "<b>{told(one.new, one.unit)}</b></li> }
    });
    view! { <ul class="moves" data-test="moves">{items.collect_view()}</ul> }.into_any()
}
