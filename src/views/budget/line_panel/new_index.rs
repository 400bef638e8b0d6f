//! A new index, made where it is chosen.

use super::lens::LineLens;
use crate::commands::edit::commit;
use crate::commands::list;
use crate::ui::field::{NumberField, NumberKind, TextField};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, plan_settings};
use leptos::prelude::*;
use samplan::edit::{Edit, LineChange, LineEdit, ListChange};
use samplan::money::{self, Decimal};
use samplan::plan::{Id, Index};
use samplan::sorted::SortedMap;

/// Name and rate, and the button that makes the index and lets the line follow it.
#[component]
pub fn NewIndex(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let name = RwSignal::new(String::new());
    let rate = RwSignal::new(None::<Decimal>);
    let refused = RwSignal::new(None::<String>);
    let make = move |_| {
        let made = made(lens, &name.get_untracked(), rate.get_untracked());
        if made.is_ok() {
            name.set(String::new());
            rate.set(None);
        }
        refused.set(made.err());
    };
    view! {
        <details class="new-index" data-test="new-index">
            <summary>{text_fn(words::line_panel::new_index)}</summary>
            <TextField label=text_signal(plan_settings::new_index) value=name live=true
                on_change=move |typed: String| { name.set(typed); Ok(()) }/>
            <NumberField label=text_signal(words::line_panel::rate) value=rate kind=NumberKind::Percent
                on_change=move |typed| { rate.set(typed); Ok(()) }/>
            {move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
            <button type="button" on:click=on_mouse(make)>
                <Icon shape=Shape::Plus/>{move || words::line_panel::make_index(context.language())}
            </button>
        </details>
    }
}

fn made(lens: LineLens, name: &str, rate: Option<Decimal>) -> Result<(), String> {
    let context = lens.context;
    let language = untrack(|| context.language());
    let name = name.trim();
    if name.is_empty() {
        return Err(plan_settings::name_first(language).to_owned());
    }
    if money::read_percent(name).is_ok() {
        return Err(words::line_panel::NameIsNumber { name }.say(language));
    }
    let edit = untrack(|| {
        lens.with(|plan, _, line| {
            let id = Id::from_name(name, |id| plan.indices.iter().any(|index| index.id.as_str() == id));
            let rates: SortedMap<_, _> = rate.map(|rate| (plan.first_year, rate)).into_iter().collect();
            let index =
                Index { id: id.clone(), name: name.to_owned(), rates, source: String::new(), date: String::new() };
            let mut now = line.clone();
            now.index = Some(id);
            Edit::All(vec![
                list::indices(context).edit(ListChange::add(index)),
                Edit::Line(lens.association_id(), LineEdit::changed(line, now, LineChange::Index)),
            ])
        })
    });
    edit.map_or(Ok(()), |edit| commit(context, edit))
}
