//! The open scenario's name and description, and what can be done with it as a whole.

use crate::commands::edit::commit_or_warn;
use crate::commands::files;
use crate::commands::scenario::commit_with_way_back;
use crate::decisions;
use crate::decisions::leave;
use crate::state::memo::memo;
use crate::state::{Context, LinkScope};
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::name_field::name_field;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::edit::{Edit, ScenarioEdit, free_scenario};
use samplan::plan::{Id, is_same_name, scenario_users};

/// The id of the field for the name.
pub const NAME: &str = "scenario-name";

/// Name, description and tools; for the base what it is.
pub fn details(context: Context) -> AnyView {
    let open = memo(move || context.with_scenario(|_, scenario| scenario.id.clone()));
    let shown = move || match open.get() {
        None => view! {
            <div class="scenario-head">
                <h2 id="decisions-title">{text_fn(label::the_plan)}</h2>
                <p class="muted">{text_fn(text::base_what)}</p>
                <p class="muted">{text_fn(text::base_hint)}</p>
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
    let rename = Callback::new(move |name| commit_or_warn(context, edit(ScenarioEdit::Name(name))));
    // A text that is refused stays in the field, and is not called saved.
    let refused = RwSignal::new(false);
    let describe: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| {
        let description = ScenarioEdit::Description(event_target_value(&event));
        refused.set(!commit_or_warn(context, edit(description)));
    });
    let place = move || {
        let plan = context.session.plan().get_untracked()?;
        let place = plan.scenarios.iter().position(|one| id.with_value(|id| one.id == *id))?;
        Some((place, plan.scenarios.len()))
    };
    let shift = move |later: bool| {
        let Some((place, count)) = place() else { return };
        let to = if later { place.saturating_add(1) } else { place.saturating_sub(1) };
        if to != place && to < count {
            commit_or_warn(context, edit(ScenarioEdit::Move { to }));
        }
    };
    let duplicate = move || {
        let Some(plan) = context.session.plan().get_untracked() else { return };
        let taken = |name: &str| plan.scenarios.iter().any(|one| is_same_name(&one.name, name));
        let copy = words::copy_of(context.language(), &name.get_untracked(), taken);
        let copy_id = free_scenario(&plan, &copy);
        if commit_or_warn(context, edit(ScenarioEdit::Duplicate { id: copy_id.clone(), name: copy })) {
            context.place.open_scenario(Some(copy_id));
            focus_later(NAME);
        }
    };
    let take_away = move || {
        let gone = id.get_value();
        let told = text::Removed { name: name.get_untracked() };
        let told = told.say(context.settings.with_untracked(|settings| settings.language));
        if commit_with_way_back(context, gone, ScenarioEdit::Remove, told) {
            focus_later("main");
        }
    };
    let remove = move || {
        let gone = id.get_value();
        leave(context, &name.get_untracked(), |plan| scenario_users(plan, &gone), take_away);
    };
    let several = memo(move || context.plan().is_some_and(|plan| plan.scenarios.len() > 1));
    let asked = RwSignal::new(None::<Id>);
    let ask = move || asked.set(Some(id.get_value()));
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
                <h2 id="decisions-title" class="visually-hidden">{text_fn(label::decisions)}</h2>
                {name_field(NAME, text_signal(text::name), name.into(), rename)}
                {tool(Shape::Back, text::earlier, "scenario-earlier", click(move || shift(false)))}
                {tool(Shape::Forth, text::later, "scenario-later", click(move || shift(true)))}
                {tool(Shape::Copy, text::duplicate, "scenario-duplicate", click(duplicate))}
                {tool(Shape::Bin, text::remove, "scenario-remove", click(remove))}
            </div>
            <textarea class="plain" rows="1" prop:value=about on:change=describe
                placeholder=Signal::derive(text_fn(text::description))
                aria-invalid=Signal::derive(move || refused.get().to_string())
                aria-label=Signal::derive(text_fn(text::description))></textarea>
            <div class="links">
                <button type="button" class="link" on:click=click(ask) data-test="promote">{text_fn(text::promote)}</button>
                <button type="button" class="link" data-test="scenario-export"
                    on:click=click(move || files::export_scenario(context, &id.get_value()))>{text_fn(words::scenario_file::export)}</button>
                {move || several.get().then(|| view! {
                    <button type="button" class="link" data-test="scenarios-export"
                        on:click=click(move || files::export_scenarios(context))>{text_fn(words::scenario_file::export_all)}</button>
                })}
                <button type="button" class="link" data-test="scenario-share"
                    on:click=click(move || context.sharing.set(Some(LinkScope::Scenario)))>{text_fn(words::action::share)}</button>
            </div>
            {decisions::promotion_dialog(context, asked)}
        </div>
    }
    .into_any()
}
