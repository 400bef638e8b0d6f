//! The decisions as cards, by group in the order in which they apply: on and off, moved within their group by dragging or
//! by keys.

use super::picker;
use super::shown::ScenarioShown;
use crate::commands::edit::commit_and_tell;
use crate::decisions::{self, StepLens};
use crate::state::Context;
use crate::state::memo::memo;
use crate::state::route::PlanSection;
use crate::ui::focus::moved_by_keys;
use crate::ui::form::{self, OnChange, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::words::{self, scenario as text};
use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{Effect, effects, partly_held, trace};
use samplan::decision::{DecisionGroup, Reach};
use samplan::edit::{Edit, ScenarioEdit, StepField, free_step};
use samplan::finding::Detail;
use samplan::plan::Id;
use std::sync::Arc;

/// What the decisions do in a year, and those that do not hold in all the years that they name.
type Effects = Option<Arc<(Year, Vec<Effect>, Vec<(Id, Reach)>)>>;

/// The cards, and the way to one more.
pub fn cards(here: ScenarioShown) -> AnyView {
    let context = here.context;
    let open = memo(move || context.with_scenario(|_, scenario| scenario.id.clone()));
    let shown = move || open.get().map(|scenario| list(here, scenario));
    shown.into_any()
}

fn list(here: ScenarioShown, scenario: Id) -> AnyView {
    let context = here.context;
    let effects = memo(move || effects_of(here));
    let picking = RwSignal::new(false);
    let dragged = RwSignal::new(None::<Id>);
    let scenario = StoredValue::new(scenario);
    let steps = memo(move || {
        context
            .with_scenario(|_, one| one.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    // Many decisions are read as a list first and opened one at a time; one that is added later begins open.
    let folded = steps.with_untracked(|steps| if steps.len() > MOST_OPEN { steps.clone() } else { Vec::new() });
    let folded = StoredValue::new(folded);
    let groups = DecisionGroup::ALL.map(|group| {
        let mine = memo(move || steps_of(context, group));
        let cards = move || {
            keyed_list(
                move || mine.get(),
                move |id| {
                    let folded = RwSignal::new(folded.with_value(|folded| folded.contains(&id)));
                    card(StepLens::new(context, scenario.get_value(), id), effects, dragged, folded)
                },
            )
        };
        let some = memo(move || !mine.with(Vec::is_empty));
        move || some.get().then(|| section(context, group, cards().into_any()))
    });
    let empty =
        move || steps.with(Vec::is_empty).then(|| view! { <p class="muted empty">{text_fn(text::no_decisions)}</p> });
    view! {
        {groups}
        {empty}
        <button type="button" class="add-decision" data-test="add-decision" on:click=click(move || picking.set(true))>
            <Icon shape=Shape::Plus/>{text_fn(text::add)}
        </button>
        {picker::picker(context, picking)}
    }
    .into_any()
}

/// One group's heading and cards.
fn section(context: Context, group: DecisionGroup, cards: AnyView) -> AnyView {
    let named = move || words::decision_group(context.language(), group);
    view! {
        <section class="decision-group" data-test=format!("group-{group:?}")>
            <h2>{move || named().0}</h2>
            <p class="muted small">{move || named().1}</p>
            <ol class="cards">{cards}</ol>
        </section>
    }
    .into_any()
}

/// The scenario's steps of a group, in their order.
fn steps_of(context: Context, group: DecisionGroup) -> Vec<Id> {
    let of = context.with_scenario(|_, one| {
        let steps = one.steps.iter().filter(|step| step.decision.group() == group);
        steps.map(|step| step.id.clone()).collect()
    });
    of.unwrap_or_default()
}

/// With more decisions than this the cards begin folded.
const MOST_OPEN: usize = 6;

/// The decision's place among all in the order in which they apply, from 0.
fn place(lens: StepLens) -> usize {
    let id = lens.id();
    let all = || DecisionGroup::ALL.into_iter().flat_map(|group| steps_of(lens.context, group));
    all().position(|step| step == id).unwrap_or_default()
}

/// Puts a decision where another of its group is; one of another group stays.
fn put(lens: StepLens, step: Id, at: &Id) {
    let to = untrack(|| {
        lens.scenario(|_, scenario| {
            let group = |id: &Id| scenario.steps.iter().find(|one| one.id == *id).map(|one| one.decision.group());
            let to = scenario.steps.iter().position(|one| one.id == *at)?;
            (group(&step) == group(at)).then_some(to)
        })
    });
    if let Some(to) = to.flatten() {
        lens.around(ScenarioEdit::MoveStep { step, to });
    }
}

fn shift(lens: StepLens, down: bool) {
    let id = lens.id();
    let neighbour = untrack(|| {
        let group = lens.step(|step| step.decision.group())?;
        let steps = steps_of(lens.context, group);
        let place = steps.iter().position(|step| *step == id)?;
        let to = if down { place.checked_add(1) } else { place.checked_sub(1) };
        steps.get(to?).cloned()
    });
    if let Some(at) = neighbour {
        put(lens, id.clone(), &at);
        focus_card(&id);
    }
}

fn focus_card(id: &Id) {
    use wasm_bindgen::JsCast;
    let id = format!("step-{id}");
    request_animation_frame(move || {
        let card = document().get_element_by_id(&id).and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(card) = card {
            let _ = card.focus();
        }
    });
}

/// What each decision does in the year of the key figures.
fn effects_of(here: ScenarioShown) -> Effects {
    let found = here.year().and_then(|year| {
        let association = here.association.get();
        let found = here.context.with_scenario(|plan, scenario| {
            let trace = trace(plan, Some(scenario)).ok()?;
            let effects = effects(&trace, scenario, association.as_ref(), year).ok()?;
            Some((year, effects, partly_held(&trace, scenario)))
        });
        found.flatten()
    });
    found.map(Arc::new)
}

/// What the decision does now, in kronor; one that is off or cannot apply does nothing.
fn effect(lens: StepLens, effects: Memo<Effects>) -> Option<AnyView> {
    let (language, unit) = (lens.context.language(), lens.context.unit());
    let last = lens.context.plan()?.horizon().last();
    let id = lens.id();
    let told = effects.with(|found| {
        let (year, found, _) = found.as_deref()?;
        let mine = found.iter().find(|effect| effect.step == id)?;
        Some(words::effect(language, mine, *year, last, unit))
    })?;
    Some(view! { <p class="effect" data-test="decision-effect">{told}</p> }.into_any())
}

/// In which years it holds and in which not, where something that it is about is not there in all that it names.
fn reach(lens: StepLens, effects: Memo<Effects>) -> Option<AnyView> {
    let language = lens.context.language();
    let id = lens.id();
    let reach = effects.with(|found| {
        let (.., reaches) = found.as_deref()?;
        reaches.iter().find(|(step, _)| *step == id).map(|(_, reach)| reach.clone())
    })?;
    let told = lens.scenario(|plan, scenario| decisions::reach(language, plan, scenario, &id, &reach))?;
    Some(view! { <p class="skipped" role="status" data-test="reach"><Icon shape=Shape::Warning/>{told}</p> }.into_any())
}

fn card(lens: StepLens, effects: Memo<Effects>, dragged: RwSignal<Option<Id>>, folded: RwSignal<bool>) -> AnyView {
    let context = lens.context;
    let title = memo(move || {
        let (language, unit, id) = (context.language(), context.unit(), lens.id());
        let titled = lens.scenario(|plan, scenario| decisions::step_title(language, plan, scenario, &id, unit));
        titled.unwrap_or_default()
    });
    let on = memo(move || lens.step(|step| step.on).unwrap_or_default());
    let number = memo(move || place(lens).saturating_add(1));
    let open = memo(move || on.get() && !folded.get());
    let switch: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| {
        let on = event_target_checked(&event);
        if let Err(why) = lens.update(StepField::Switch, |step| step.on = on) {
            context.notices.warn(why);
        }
    });
    let keys: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if let Some(down) = moved_by_keys(&event) {
            shift(lens, down);
        }
    });
    let start: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        if let Some(transfer) = event.data_transfer() {
            let _ = transfer.set_data("text/plain", lens.id().as_str());
            transfer.set_effect_allowed("move");
        }
        dragged.set(Some(lens.id()));
    });
    let end: Box<dyn FnMut(DragEvent)> = Box::new(move |_| {
        dragged.try_set(None);
    });
    let over: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        if dragged.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    });
    let drop: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        let Some(step) = dragged.get_untracked() else { return };
        event.prevent_default();
        dragged.set(None);
        if step != lens.id() {
            put(lens, step, &lens.id());
        }
    });
    let titled = move |word: fn(words::Language, String) -> String| {
        Signal::derive(move || word(context.language(), title.get()))
    };
    view! {
        <li id=format!("step-{}", lens.id()) class="decision card" class:off=move || !on.get() tabindex="-1"
            data-test="decision" on:keydown=keys on:dragover=over on:drop=drop>
            <header>
                <input type="checkbox" role="switch" class="switch" prop:checked=on on:change=switch
                    aria-label=titled(|language, title| text::On { title }.say(language))/>
                <h3>
                    <button type="button" class="fold" on:click=click(move || folded.update(|folded| *folded = !*folded))
                        aria-expanded=Signal::derive(move || (!folded.get()).to_string())>
                        {Signal::derive(move || format!("{} · {}", number.get(), title.get()))}
                    </button>
                </h3>
                <span class="grip" draggable="true" on:dragstart=start on:dragend=end
                    title=Signal::derive(text_fn(text::drag))><Icon shape=Shape::Grip/></span>
            </header>
            <p class="what muted small">{move || about(lens)}</p>
            {move || skipped(lens)}{move || overruled(lens)}{move || reach(lens, effects)}
            {move || effect(lens, effects)}
            {move || open.get().then(|| view! { <div class="inside">{decisions::body(lens)}{plan_years(lens)}{own_name(lens)}</div> })}
            {tools(lens, title)}
        </li>
    }
    .into_any()
}

/// Which years the card's lists have, and where there can be more.
fn plan_years(lens: StepLens) -> AnyView {
    let context = lens.context;
    let told = Signal::derive(move || {
        let years = words::years(context.language(), lens.horizon().get());
        text::PlanYears { years }.say(context.language())
    });
    let lead = move || context.place.go_to_section(PlanSection::About, None);
    view! {
        <p class="small muted">
            {told}" "<button type="button" class="link" on:click=click(lead)>{text_fn(text::more_years)}</button>
        </p>
    }
    .into_any()
}

/// A name that the users give it, so that a title that has become untrue can be mended.
fn own_name(lens: StepLens) -> AnyView {
    let name = Signal::derive(move || lens.step(|step| step.name.clone()).unwrap_or_default());
    let take =
        OnChange::new(move |name: String| lens.update(StepField::Name, |step| name.trim().clone_into(&mut step.name)));
    view! {
        <details class="more">
            <summary>{text_fn(text::name_it)}</summary>
            {form::text(text_signal(text::own_name), name, take)}
        </details>
    }
    .into_any()
}

fn about(lens: StepLens) -> String {
    let language = lens.context.language();
    let kind = lens.step(|step| (step.decision.kind(), step.on));
    let Some((kind, on)) = kind else { return String::new() };
    let what = decisions::what(language, kind);
    if on { what.to_owned() } else { format!("{what} ({})", text::off(language)) }
}

/// Why it cannot apply to what it meets.
fn skipped(lens: StepLens) -> Option<AnyView> {
    let context = lens.context;
    let id = lens.id();
    let reason = context.scenario_outcome.with(|outcome| {
        let skipped = outcome.as_ref()?.skipped.iter().find(|skipped| skipped.step == id)?;
        Some(skipped.reason.clone())
    })?;
    let at = lens.step(|step| step.decision.association().cloned()).flatten();
    let told = lens.scenario(|plan, scenario| {
        words::reason(context.language(), &reason, &|id| words::name_of(plan, Some(scenario), at.as_ref(), id))
    })?;
    let text = text::Skipped { reason: told }.say(context.language());
    Some(
        view! { <p class="skipped" role="status" data-test="skipped"><Icon shape=Shape::Warning/>{text}</p> }
            .into_any(),
    )
}

/// Another card of its kind that sets its shares aside.
fn overruled(lens: StepLens) -> Option<AnyView> {
    let context = lens.context;
    let id = lens.id();
    let from = context.scenario_outcome.with(|outcome| {
        let findings = outcome.as_ref()?.report.findings.iter();
        let mut mine = findings.filter_map(|finding| match &finding.detail {
            Detail::StepDownOverruled(one) if one.earlier == id => Some(one.from),
            _ => None,
        });
        mine.next()
    })?;
    let text = text::Overruled { from }.say(context.language());
    Some(
        view! { <p class="skipped" role="status" data-test="overruled"><Icon shape=Shape::Warning/>{text}</p> }
            .into_any(),
    )
}

fn tools(lens: StepLens, title: Memo<String>) -> AnyView {
    let context = lens.context;
    let duplicate = move || {
        let named = untrack(|| lens.scenario(|_, scenario| free_step(scenario, lens.id().as_str())));
        if let Some(id) = named
            && lens.around(ScenarioEdit::DuplicateStep { step: lens.id(), id: id.clone() })
        {
            focus_card(&id);
        }
    };
    let remove = move || {
        let told = text::Deleted { title: title.get_untracked() }.say(context.language());
        let edit = Edit::Scenario(lens.scenario_id(), ScenarioEdit::RemoveStep(lens.id()));
        if commit_and_tell(context, edit, told) {
            focus_later(super::details::NAME);
        }
    };
    let tool = move |shape: Shape,
                     word: fn(words::Language, String) -> String,
                     test: &'static str,
                     what: Box<dyn FnMut(leptos::ev::MouseEvent)>| {
        view! {
            <button type="button" class="icon" on:click=what data-test=test
                aria-label=Signal::derive(move || word(context.language(), title.get()))><Icon shape=shape/></button>
        }
    };
    view! {
        <div class="card-tools">
            {tool(Shape::Up, |language, title| text::Up { title }.say(language), "decision-up", click(move || shift(lens, false)))}
            {tool(Shape::Down, |language, title| text::Down { title }.say(language), "decision-down", click(move || shift(lens, true)))}
            {tool(Shape::Copy, |language, title| text::Copy { title }.say(language), "decision-copy", click(duplicate))}
            {tool(Shape::Bin, |language, title| text::Delete { title }.say(language), "decision-remove", click(remove))}
        </div>
    }
    .into_any()
}
