//! Above the table: which association is shown, and what can be done with lines and years.

use super::lines;
use super::rows::{Section, section_name};
use super::state::BudgetTable;
use crate::state::memo::memo;
use crate::tables::TableSource;
use crate::ui::form::{on_key, on_mouse};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::edit::{Edit, PlanEdit};
use samplan::plan::Id;
use wasm_bindgen::JsCast;

/// The toolbar.
#[component]
pub fn Toolbar(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let one = move || table.shown.get().is_some();
    let add_year = move |_| {
        if lines::commit(table, Edit::Plan(PlanEdit::AddYear)) {
            let last = table.years().last().map(ToString::to_string).unwrap_or_default();
            context.notices.say(words::budget::YearAdded { year: last }.say(context.language()));
        }
    };
    let open_paste = move |_| {
        table.pasted.set(TableSource::default());
        table.pasting.set(true);
    };
    // A list that opens: an arrow key in it chooses, and only Enter or a click adds.
    let adding = Section::OF_LINES.map(move |section| {
        let add = on_mouse(move |_| {
            close_menu();
            lines::add(table, section);
        });
        let first = section == Section::Contribution;
        view! {
            <button type="button" autofocus=first on:click=add>{move || section_name(context.language(), section)}</button>
        }
    });
    view! {
        <header class="view-head">
            <h1 id="budget-title">{text_fn(words::view::budget)}</h1>
            <Associations table/>
            <div class="tools">
                <Show when=one>
                    <button type="button" class="add-line" popovertarget="add-line-menu" data-test="add-line">
                        <Icon shape=Shape::Plus/>{text_fn(label::line)}
                    </button>
                </Show>
                <button on:click=on_mouse(add_year) data-test="add-year">
                    <Icon shape=Shape::Plus/>{text_fn(label::year)}
                </button>
                <Show when=one>
                    <button on:click=on_mouse(open_paste) data-test="paste">
                        <Icon shape=Shape::Clipboard/>{text_fn(words::budget::paste)}
                    </button>
                </Show>
            </div>
            <div id="add-line-menu" class="menu" popover="auto" role="group" aria-label=text_fn(words::budget::line_of)
                on:keydown=on_key(move |event| between(&event))>
                {adding.into_view()}
            </div>
        </header>
        <Show when=one><LineBar table/></Show>
    }
}

/// The list of sections, when it is on the page.
fn menu() -> Option<web_sys::HtmlElement> {
    document().get_element_by_id("add-line-menu")?.dyn_into().ok()
}

fn close_menu() {
    if let Some(menu) = menu() {
        let _ = menu.hide_popover();
    }
}

/// The arrows go between the choices of the list.
fn between(event: &web_sys::KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    event.prevent_default();
    let at = document().active_element();
    let next = at.and_then(|at| if down { at.next_element_sibling() } else { at.previous_element_sibling() });
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

/// Tabs for the associations, when there are several.
#[component]
fn Associations(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let all = move || {
        context.plan().map_or_else(Vec::new, |plan| {
            plan.associations.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        })
    };
    let tab = move |id: Option<Id>, name: String| {
        let of_press = id.clone();
        view! {
            <button type="button" aria-pressed=move || (table.shown.get() == of_press).to_string()
                on:click=on_mouse(move |_| {
                    context.place.open_line(None);
                    context.place.show_association(id.clone());
                })>{name}</button>
        }
    };
    move || {
        let associations = all();
        (associations.len() > 1).then(|| {
            view! {
                <div class="segments associations" role="group"
                    aria-label=text_fn(words::budget::associations)>
                    {associations.into_iter().map(|(id, name)| tab(Some(id), name)).collect_view()}
                    {tab(None, label::all_associations(context.language()).to_owned())}
                </div>
            }
        })
    }
}

/// What can be done with the cursor's line.
#[component]
fn LineBar(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let line = memo(move || table.line().map(|line| (line.id, line.name)));
    move || {
        let language = context.language();
        match line.get() {
            None => view! { <p class="line-bar small muted">{words::budget::no_row(language)}</p> }.into_any(),
            Some((id, name)) => view! {
                <div class="line-bar" role="toolbar" aria-label=words::budget::Row { name: &name }.say(language)>
                    <span class="small muted which">{words::budget::Row { name: &name }.say(language)}</span>
                    <button on:click=on_mouse(move |_| context.place.open_line(Some(id.clone()))) data-test="details">
                        <Icon shape=Shape::Pencil/>{words::budget::details(language)}
                    </button>
                    <button on:click=on_mouse(move |_| lines::duplicate(table)) data-test="duplicate">
                        <Icon shape=Shape::Copy/>{words::budget::duplicate(language)}
                    </button>
                    <button on:click=on_mouse(move |_| lines::shift(table, false)) data-test="line-up">
                        <Icon shape=Shape::Up/>{words::budget::up(language)}
                    </button>
                    <button on:click=on_mouse(move |_| lines::shift(table, true)) data-test="line-down">
                        <Icon shape=Shape::Down/>{words::budget::down(language)}
                    </button>
                    <button on:click=on_mouse(move |_| lines::remove(table)) data-test="line-remove">
                        <Icon shape=Shape::Bin/>{words::budget::remove(language)}
                    </button>
                </div>
            }
            .into_any(),
        }
    }
}
