//! The year's cycle over the twelve months to come.

use super::cycle_editor;
use super::tool::{CalendarTool, event_button, span};
use crate::components::calendar_file;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{self, Language, label, timeline as text};
use leptos::prelude::*;
use samplan::calendar::Month;
use samplan::explore::{Occurrence, occurrences};
use samplan::plan::AnnualEvent;

/// The months that are shown, from this one on.
pub fn months(tool: CalendarTool) -> (Month, Month) {
    calendar_file::months(tool.today)
}

/// The list.
pub fn cycle(tool: CalendarTool) -> AnyView {
    let context = tool.context;
    let rows = move || {
        let Some(plan) = context.plan() else { return ().into_any() };
        let (from, to) = months(tool);
        let found = occurrences(&plan, from, to);
        let each = found.into_iter().filter_map(|one| {
            let event = plan.calendar.iter().find(|event| event.id == one.event)?;
            Some(row(tool, event, &one))
        });
        each.collect_view().into_any()
    };
    let empty = memo(move || tool.events().is_empty());
    let body = move || {
        if empty.get() {
            return view! { <p class="empty-state" data-test="cycle-empty">{text_fn(text::no_events)}</p> }.into_any();
        }
        view! {
            <div class="scroll" tabindex="0" role="group" aria-labelledby="cycle-title">
                <table class="plain-table cycle" data-test="cycle">
                    <thead><tr>
                        <th scope="col">{text_fn(text::when)}</th>
                        <th scope="col">{text_fn(text::event)}</th>
                        <th scope="col">{text_fn(words::line_panel::owner)}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let title = move || {
        let (from, to) = months(tool);
        text::Cycle { span: span(context.language(), from, to) }.say(context.language())
    };
    view! {
        <section class="card explore-card" aria-labelledby="cycle-title">
            <h3 id="cycle-title" tabindex="-1">{title}</h3>
            <p class="small muted">{text_fn(text::cycle_what)}</p>
            {body}
            <div class="buttons">
                <button type="button" on:click=click(move || cycle_editor::add(tool)) data-test="event-add">
                    <Icon shape=Shape::Plus/>{text_fn(text::add_event)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn row(tool: CalendarTool, event: &AnnualEvent, one: &Occurrence) -> AnyView {
    let language = tool.context.language();
    let id = event.id.clone();
    let edit = click(move || cycle_editor::open(tool, id.clone()));
    let what = (!event.what.is_empty()).then(|| view! { <span class="about">{event.what.clone()}</span> });
    view! {
        <tr>
            <td>{when(language, one)}</td>
            <th scope="row">{event.name.clone()}{what}</th>
            <td class="words">{event.owner.clone()}</td>
            <td>
                <button type="button" id=event_button(&event.id) on:click=edit data-test="event-edit"
                    aria-label=label::ChangeWhat { name: &event.name }.say(language)>{label::change(language)}</button>
            </td>
        </tr>
    }
    .into_any()
}

/// `22 januari 2016`, `mars 2016`, `december 2016–februari 2017`.
fn when(language: Language, one: &Occurrence) -> String {
    match one.day {
        Some(day) if one.first == one.last => text::Day { day, month: words::month(language, one.first) }.say(language),
        Some(day) => {
            text::FromDay { day, month: words::month(language, one.first), last: words::month(language, one.last) }
                .say(language)
        }
        None => span(language, one.first, one.last),
    }
}
