//! The preview of a pasted table: each column's year, what each row becomes, how each cell was read.

use super::super::state::Table;
use super::Choices;
use crate::ui::field::Choice;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::RowUse;
use samplan::exchange::table::{Cell, Note, Reading};
use samplan::money::{self, Unit};
use samplan::plan::Category;

/// The preview.
#[component]
pub fn Preview(table: Table, reading: Reading, choices: RwSignal<Choices>) -> impl IntoView {
    let context = table.context;
    let language = context.language();
    let names = reading.has_names;
    let head = reading.columns.iter().enumerate().map(|(place, column)| {
        let heading = if column.heading.is_empty() {
            words::paste::Column { number: place + 1 }.say(language)
        } else {
            column.heading.clone()
        };
        view! {
            <th scope="col">
                <span class="small">{heading}</span>
                {names.then(|| view! { <ColumnYear table place choices/> })}
            </th>
        }
    });
    let head = head.collect_view();
    let rows = reading.rows.iter().enumerate().map(|(place, row)| {
        let cells = row.cells.iter().map(|cell| view! { <td>{cell_view(language, cell)}</td> }).collect_view();
        let name = if row.name.is_empty() { words::paste::empty_name(language).to_owned() } else { row.name.clone() };
        let notes = row.notes.iter().map(|note| {
            let text = match note {
                Note::MixedSigns => words::paste::mixed(language),
                Note::Footnote => words::paste::footnote(language),
            };
            view! { <span class="small muted">" "{text}</span> }
        });
        let notes = notes.collect_view();
        let skipped = move || choices.with(|choices| choices.uses.get(place) == Some(&RowUse::Skip));
        view! {
            <tr class:skipped=move || names && skipped()>
                <th scope="row">{name}{notes}</th>
                {names.then(|| view! { <td class="use"><RowChoice table place choices/></td> })}
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="sheet-scroll" tabindex="0" role="region" aria-label=words::paste::read(language)>
            <table class="plain-table paste-preview" data-test="paste-preview">
                <thead><tr>
                    <th scope="col">{label::line(language)}</th>
                    {names.then(|| view! { <th scope="col">{words::paste::row_use(language)}</th> })}
                    {head}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn cell_view(language: words::Language, cell: &Cell) -> AnyView {
    match cell {
        Cell::Empty => ().into_any(),
        Cell::Amount { kronor, sign_dropped } => {
            let note =
                sign_dropped.then(|| view! { <span class="small muted">" "{words::paste::sign(language)}</span> });
            view! { <span>{money::plain(*kronor, Unit::Kronor)}</span>{note} }.into_any()
        }
        Cell::Percent(share) => {
            let text = format!("{} {}", words::percent(language, *share), label::per_cent(language));
            view! { <span class="muted">{text}</span> }.into_any()
        }
        Cell::Unreadable { text, .. } => {
            view! { <span class="field-error">{words::paste::Unreadable { text }.say(language)}</span> }.into_any()
        }
    }
}

#[component]
fn ColumnYear(table: Table, place: usize, choices: RwSignal<Choices>) -> impl IntoView {
    let context = table.context;
    let options = Signal::derive(move || {
        let mut options: Vec<(Option<Year>, String)> = vec![(None, label::leave_out(context.language()).to_owned())];
        let mut years = table.years();
        // A year that the heading names can be pasted even if the table does not show it (yet).
        let named = choices.with(|choices| choices.years.get(place).copied().flatten());
        years.extend(named.filter(|year| !years.contains(year)));
        options.extend(years.into_iter().map(|year| (Some(year), year.to_string())));
        options
    });
    let value = Signal::derive(move || choices.with(|choices| choices.years.get(place).copied().flatten()));
    view! {
        <Choice label=Signal::derive(move || words::paste::YearOf { number: place + 1 }.say(context.language())) hide_label=true options value
            on_change=move |year| choices.update(|choices| {
                if let Some(slot) = choices.years.get_mut(place) {
                    *slot = year;
                }
            })/>
    }
}

#[component]
fn RowChoice(table: Table, place: usize, choices: RwSignal<Choices>) -> impl IntoView {
    let context = table.context;
    let options = Signal::derive(move || {
        let language = context.language();
        let mut options = vec![(RowUse::Skip, label::leave_out(language).to_owned())];
        options.extend(Category::ALL.map(|category| {
            (
                RowUse::NewLine(category),
                words::paste::NewLine { category: words::category(language, category) }.say(language),
            )
        }));
        options.push((RowUse::SavedMoney, words::decision::equity_use(language).to_owned()));
        let lines = table.with_association(|association| association.lines.clone()).unwrap_or_default();
        options.extend(lines.into_iter().map(|line| {
            let name = words::paste::Existing { name: &line.name }.say(language);
            (RowUse::Existing(line.id), name)
        }));
        options
    });
    let value =
        Signal::derive(move || choices.with(|choices| choices.uses.get(place).cloned().unwrap_or(RowUse::Skip)));
    view! {
        <Choice label=Signal::derive(move || words::paste::row_use(context.language()).to_owned()) hide_label=true options value
            on_change=move |chosen: RowUse| choices.update(|choices| {
                if let Some(slot) = choices.uses.get_mut(place) {
                    *slot = chosen.clone();
                }
            })/>
    }
}
