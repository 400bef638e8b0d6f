//! The open scenario's name and description, and what can be done with it as a whole.

use crate::commands::edit::{commit_or_warn, commit_step, tell};
use crate::state::Context;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::memo::memo;
use crate::ui::text::{focus_later, say};
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::budget::Made;
use samplan::edit::{Edit, MadeNames, ScenarioEdit, free_scenario};
use samplan::plan::Id;

/// The id of the field for the name.
pub const NAME: &str = "scenario-name";

/// Name, description and tools; for the base what it is.
pub fn details(context: Context) -> AnyView {
    let open = memo(move || context.with_scenario(|_, scenario| scenario.id.clone()));
    let shown = move || match open.get() {
        None => view! {
            <div class="scenario-head">
                <h2 id="decisions-title">{say(label::the_plan)}</h2>
                <p class="muted">{say(text::base_what)}</p>
                <p class="muted">{say(text::base_hint)}</p>
            </div>
        }
        .into_any(),
        Some(id) => head(context, id),
    };
    shown.into_any()
}

fn head(context: Context, id: Id) -> AnyView {
    let id = StoredValue::new(id);
    let edit = move |edit: ScenarioEdit| Edit::Scenario(id.get_value(), edit);
    let name = memo(move || context.with_scenario(|_, scenario| scenario.name.clone()).unwrap_or_default());
    let about = memo(move || context.with_scenario(|_, scenario| scenario.description.clone()).unwrap_or_default());
    let rename: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| {
        let typed: String = event_target_value(&event);
        if let Err(refusal) = context.session.commit(edit(ScenarioEdit::Name(typed.trim().to_owned()))) {
            context.notices.warn(words::refusal(context.language(), &refusal));
            set_value(&event, &name.get_untracked());
        }
    });
    let describe: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| {
        commit_or_warn(context, edit(ScenarioEdit::Description(event_target_value(&event))));
    });
    let place = move || {
        let plan = context.session.plan().get_untracked()?;
        let place = plan.scenarios.iter().position(|one| id.with_value(|id| one.id == *id))?;
        Some((place, plan.scenarios.len()))
    };
    let shift = move |later: bool| {
        let Some((place, count)) = place() else { return };
        let to = if later { place + 1 } else { place.saturating_sub(1) };
        if to != place && to < count {
            commit_or_warn(context, edit(ScenarioEdit::Move { to }));
        }
    };
    let duplicate = move || {
        let Some(plan) = context.session.plan().get_untracked() else { return };
        let copy = label::CopyOf { name: name.get_untracked() }.say(context.language());
        let copy_id = free_scenario(&plan, &copy);
        if commit_or_warn(context, edit(ScenarioEdit::Duplicate { id: copy_id.clone(), name: copy })) {
            context.scenario.set(Some(copy_id));
            focus_later(NAME);
        }
    };
    let remove = move || {
        let gone = id.get_value();
        let told = text::Removed { name: name.get_untracked() }.say(context.language());
        if commit_with_way_back(context, gone, ScenarioEdit::Remove, told) {
            focus_later("main");
        }
    };
    let promote = move || promote(context, &id.get_value());
    let tool =
        move |shape: Shape, word: words::Word, test: &'static str, what: Box<dyn FnMut(leptos::ev::MouseEvent)>| {
            view! {
                <button type="button" class="icon" on:click=what data-test=test
                    title=Signal::derive(move || word(context.language()))
                    aria-label=Signal::derive(move || word(context.language()))><Icon shape=shape/></button>
            }
        };
    view! {
        <div class="scenario-head">
            <div class="scenario-name">
                <h2 id="decisions-title" class="visually-hidden">{say(label::decisions)}</h2>
                <input id=NAME class="plain" maxlength="200" prop:value=name on:change=rename
                    aria-label=Signal::derive(say(text::name))/>
                {tool(Shape::Back, text::earlier, "scenario-earlier", click(move || shift(false)))}
                {tool(Shape::Forth, text::later, "scenario-later", click(move || shift(true)))}
                {tool(Shape::Copy, text::duplicate, "scenario-duplicate", click(duplicate))}
                {tool(Shape::Bin, text::remove, "scenario-remove", click(remove))}
            </div>
            <textarea class="plain" rows="1" prop:value=about on:change=describe
                placeholder=Signal::derive(say(text::description))
                aria-label=Signal::derive(say(text::description))></textarea>
            <button type="button" class="link" on:click=click(promote) data-test="promote">{say(text::promote)}</button>
        </div>
    }
    .into_any()
}

/// Makes a scenario the plan's base, with a way back.
pub fn promote(context: Context, id: &Id) {
    let language = context.language();
    let plan = context.session.plan().get_untracked();
    let Some(name) = plan.and_then(|plan| plan.scenario_by_id(id).map(|one| one.name.clone())) else {
        return;
    };
    let names = MadeNames {
        base: words::made(language, Made::Base).to_owned(),
        process: words::made(language, Made::Process).to_owned(),
        merger_cost: words::made(language, Made::MergerCost).to_owned(),
        contribution: words::made(language, Made::Contribution).to_owned(),
        source: text::PromotedSource { name: &name }.say(language),
    };
    let told = words::compare::Promoted { scenario: &name }.say(language);
    commit_with_way_back(context, id.clone(), ScenarioEdit::Promote(names), told);
}

/// Commits an edit after which the scenario is gone, and opens it again when that is taken back. Whether it was taken.
fn commit_with_way_back(context: Context, id: Id, edit: ScenarioEdit, told: String) -> bool {
    match commit_step(context, Edit::Scenario(id.clone(), edit)) {
        Ok(step) => {
            context.scenario.set(None);
            if let Some(step) = step {
                tell(context, told, step, move || context.scenario.set(Some(id.clone())));
            }
            true
        }
        Err(why) => {
            context.notices.warn(why);
            false
        }
    }
}

fn set_value(event: &leptos::ev::Event, value: &str) {
    use wasm_bindgen::JsCast;
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_value(value);
    }
}
