//! Above the table: which association is shown, and what can be done with lines and years.

use super::lines;
use super::rows::Section;
use super::source::Source;
use super::state::Table;
use crate::state::memo::memo;
use crate::ui::form::{on_event, on_mouse};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::say;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::edit::{Edit, PlanEdit};
use samplan::plan::Id;

const SECTIONS: [Section; 5] =
    [Section::Contribution, Section::Other, Section::Overhead, Section::Activity, Section::Financial];

/// The toolbar.
#[component]
pub fn Toolbar(table: Table) -> impl IntoView {
    let context = table.context;
    let one = move || table.shown.get().is_some();
    let add_year = move |_| {
        if lines::commit(table, Edit::Plan(PlanEdit::AddYear)) {
            let last = table.years().last().map(ToString::to_string).unwrap_or_default();
            context.notices.say(words::budget::YearAdded { year: last }.say(context.language()));
        }
    };
    let open_paste = move |_| {
        table.pasted.set(Source::default());
        table.pasting.set(true);
    };
    // The first choice is the label; choosing puts it back.
    let add_line = move |event: leptos::ev::Event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        if let Some(section) = place.checked_sub(1).and_then(|place| SECTIONS.get(place)) {
            lines::add(table, *section);
        }
        use wasm_bindgen::JsCast;
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
            select.set_selected_index(0);
        }
    };
    view! {
        <header class="view-head">
            <h1 id="budget-title">{say(words::view::budget)}</h1>
            <Associations table/>
            <div class="tools">
                <Show when=one>
                    <select class="add-line" aria-label=say(words::budget::line_of) on:change=on_event(add_line)
                        data-test="add-line">
                        <option value="0">{move || format!("+ {}", label::line(context.language()))}</option>
                        {SECTIONS.iter().enumerate().map(|(place, section)| view! {
                            <option value=(place + 1).to_string()>{move || section.name(context.language())}</option>
                        }).collect_view()}
                    </select>
                </Show>
                <button on:click=on_mouse(add_year) data-test="add-year">
                    <Icon shape=Shape::Plus/>{say(label::year)}
                </button>
                <Show when=one>
                    <button on:click=on_mouse(open_paste) data-test="paste">
                        <Icon shape=Shape::Clipboard/>{say(words::budget::paste)}
                    </button>
                </Show>
            </div>
        </header>
        <Show when=one><LineBar table/></Show>
    }
}

/// Tabs for the associations, when there are several.
#[component]
fn Associations(table: Table) -> impl IntoView {
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
                    aria-label=say(words::budget::associations)>
                    {associations.into_iter().map(|(id, name)| tab(Some(id), name)).collect_view()}
                    {tab(None, label::all_associations(context.language()).to_owned())}
                </div>
            }
        })
    }
}

/// What can be done with the cursor's line.
#[component]
fn LineBar(table: Table) -> impl IntoView {
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
