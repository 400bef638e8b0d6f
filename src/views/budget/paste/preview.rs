//! The preview of a table: each column's year, what each row becomes, how each cell was read, and the questions where
//! they belong.

use super::super::rows::row_name;
use super::cell::cells;
use super::column::ColumnHead;
use super::row::RowHead;
use super::work::Paste;
use crate::state::memo::memo;
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::edit::RowUse;
use samplan::table::{ColumnKind, Figure, Reading, Role, Row};

/// The preview.
#[component]
pub fn Preview(paste: Paste) -> impl IntoView {
    let of_reading = move |what: fn(&Reading) -> Vec<usize>| {
        memo(move || paste.reading.with(|reading| reading.as_ref().map(what).unwrap_or_default()))
    };
    let columns = of_reading(|reading| {
        let shown = reading.columns.iter().enumerate().filter(|(_, column)| column.kind != ColumnKind::Name);
        shown.map(|(place, _)| place).collect()
    });
    let rows = of_reading(|reading| {
        let named = reading.has_names();
        let told = reading.rows.iter().enumerate().filter(|(place, row)| {
            is_told(row, named) || reading.questions.iter().any(|question| question.row == Some(*place))
        });
        told.map(|(place, _)| place).collect()
    });
    view! {
        <div class="sheet-scroll paste-scroll" tabindex="0" role="region" aria-label=text_fn(words::paste::read)>
            <table class="plain-table paste-preview" data-test="paste-preview">
                <thead><tr>
                    <th scope="col">{text_fn(label::line)}</th>
                    {move || paste.named.get().then(|| view! { <th scope="col">{text_fn(words::paste::row_use)}</th> })}
                    {keyed_list(move || columns.get(), move |place| view! { <ColumnHead paste place/> })}
                </tr></thead>
                <tbody>{keyed_list(move || rows.get(), move |place| view! { <PreviewRow paste place columns/> })}</tbody>
            </table>
        </div>
    }
}

/// Headings and empty rows have nothing to decide about, unless a question stands there.
fn is_told(row: &Row, named: bool) -> bool {
    let figures = row.cells.iter().any(|cell| !matches!(cell, Figure::Empty | Figure::Text));
    row.role != Role::Heading && figures && (named || !row.cells.is_empty())
}

#[component]
fn PreviewRow(paste: Paste, place: usize, columns: Memo<Vec<usize>>) -> impl IntoView {
    let context = paste.table.context;
    let name = memo(move || {
        paste.reading.with(|reading| {
            let row = reading.as_ref().ok().and_then(|reading| reading.rows.get(place));
            row.map(|row| row.name.clone()).unwrap_or_default()
        })
    });
    let said = move || {
        let name = name.get();
        if name.is_empty() && !paste.named.get() {
            return over(paste, place);
        }
        if name.is_empty() { words::paste::empty_name(context.language()).to_owned() } else { name }
    };
    let left = move || {
        let skipped = paste.uses.with(|uses| matches!(uses.get(place), Some(RowUse::Skip | RowUse::Unanswered)));
        if paste.named.get() { skipped } else { paste.lies_over(place).is_none_or(|row| !row.is_editable()) }
    };
    view! {
        <tr class:skipped=left>
            <th scope="row">{said}</th>
            {move || paste.named.get().then(|| view! { <td class="use"><RowHead paste place/></td> })}
            {cells(paste, place, columns)}
        </tr>
    }
}

/// What a row of figures alone lies over, and whether it takes them.
fn over(paste: Paste, place: usize) -> String {
    let language = paste.table.context.language();
    let Some(row) = paste.lies_over(place) else { return words::paste::beyond(language).to_owned() };
    let name = paste.table.with_association(|one| row_name(language, &row, Some(one))).unwrap_or_default();
    if row.is_editable() { name } else { words::paste::Computed { name }.say(language) }
}
