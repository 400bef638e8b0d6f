//! Beside the page: which scenario, which sections in what order, and printing. Nothing of it is printed.

use super::printing;
use super::sections;
use super::state::Page;
use crate::state::memo::memo;
use crate::ui::focus::{focus_new, moved_by_keys};
use crate::ui::form::{choice, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language, label, report as text};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use samplan::plan::SectionKind;

/// The side.
pub fn side(page: Page) -> AnyView {
    let context = page.context;
    let moved = RwSignal::new(String::new());
    let order = page.layout.order();
    let base = memo(move || context.scenario.with(Option::is_none));
    let base_note = move || base.get().then(|| view! { <p class="hint">{text_fn(text::base_note)}</p> });
    view! {
        <aside class="report-side" aria-label=Signal::derive(move || text::side(context.language()))>
            <h2>{text_fn(words::view::report)}</h2>
            {scenarios(page)}
            {base_note}
            <button type="button" class="primary" data-test="print" on:click=click(move || printing::print(page))>
                {text_fn(text::print)}</button>
            <p class="hint">{text_fn(text::print_hint)}</p>
            <h3 id="report-sections">{text_fn(text::sections)}</h3>
            <p class="hint">{text_fn(text::sections_hint)}</p>
            <ol class="sections" aria-labelledby="report-sections">
                {keyed_list(move || order.get(), move |kind| row(page, kind, moved))}
            </ol>
            <p class="visually-hidden" role="status">{moved}</p>
        </aside>
    }
    .into_any()
}

/// Which scenario the page is about.
fn scenarios(page: Page) -> AnyView {
    let context = page.context;
    let names = Signal::derive(move || {
        let plan = context.plan();
        let named = plan.iter().flat_map(|plan| words::scenarios(plan)).map(|(_, name)| name);
        std::iter::once(label::the_plan(context.language()).to_owned()).chain(named).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let place = context.with_scenario(|plan, open| plan.scenarios.iter().position(|one| one.id == open.id));
        place.flatten().map_or(0, |place| place.saturating_add(1))
    });
    let choose = Callback::new(move |place: usize| {
        let plan = context.session.plan().get_untracked();
        let id = plan.and_then(|plan| plan.scenarios.get(place.checked_sub(1)?).map(|one| one.id.clone()));
        context.place.open_scenario(id);
    });
    view! { <div data-test="report-scenario">{choice(text_signal(label::scenario), names, chosen, choose)}</div> }
        .into_any()
}

fn row(page: Page, kind: SectionKind, moved: RwSignal<String>) -> AnyView {
    let context = page.context;
    let test = sections::of(kind).name;
    let name = Signal::derive(move || words::report_section(context.language(), kind).to_owned());
    let shown = Signal::derive(move || page.layout.with(kind, |one| !one.hidden));
    let there = memo(move || sections::has(page, kind));
    let choose: Box<dyn FnMut(Event)> = Box::new(move |event| page.layout.show(kind, event_target_checked(&event)));
    let shift = move |down: bool, back_to: &'static str| {
        if page.layout.shift(kind, down) {
            let all = untrack(|| page.layout.sections());
            let place = all.iter().position(|one| one.kind == kind).map_or(0, |place| place.saturating_add(1));
            moved.set(
                text::Moved { name: name.get_untracked(), place, count: all.len() }.say(untrack(|| context.language())),
            );
            focus_new(format!("#section-{test} {back_to}"));
        }
    };
    let keys: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if let Some(down) = moved_by_keys(&event) {
            shift(down, "input");
        }
    });
    let tool = move |shape: Shape, down: bool, class: &'static str, word: fn(Language, String) -> String| {
        let back_to = if down { ".down" } else { ".up" };
        view! {
            <button type="button" class=class on:click=click(move || shift(down, back_to))
                aria-label=Signal::derive(move || word(context.language(), name.get()))><Icon shape=shape/></button>
        }
    };
    let nothing = move || (!there.get()).then(|| view! { <span class="nothing">{text_fn(text::nothing)}</span> });
    view! {
        <li id=format!("section-{test}") data-test=format!("section-{test}") on:keydown=keys>
            <label class="check"><input type="checkbox" prop:checked=shown on:change=choose/>
                <span>{name}{nothing}</span></label>
            {tool(Shape::Up, false, "icon up", |language, name| text::Up { name }.say(language))}
            {tool(Shape::Down, true, "icon down", |language, name| text::Down { name }.say(language))}
        </li>
    }
    .into_any()
}
