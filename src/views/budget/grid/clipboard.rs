//! The grid and the clipboard: a block goes out as text with tabs and as HTML, and comes in through the preview.

use super::super::place::Place;
use super::super::rows::Row;
use super::super::state::Table;
use super::cell::value_of;
use super::cells;
use crate::tables::Source;
use crate::words;
use leptos::prelude::*;
use samplan::money::{self, Unit};
use samplan::plan::Metric;
use samplan::table::{Copied, as_html, as_text};
use web_sys::ClipboardEvent;

/// Cells were pasted on the grid: one amount goes into the cell or the whole block, a block into the preview. In a cell
/// that is being typed in, a block opens the preview too: several numbers are never one.
pub fn pasted(table: Table, event: &ClipboardEvent) {
    if table.shown.with_untracked(Option::is_none) {
        return;
    }
    let Some(source) = Source::of(event) else { return };
    let text = source.text.trim();
    let block = text.contains(['\t', '\n', '\r']);
    if table.typing.with_untracked(Option::is_some) {
        if !block {
            return;
        }
        table.typing.set(None);
    }
    event.prevent_default();
    let place = table.cursor.get_untracked();
    let one = money::read_amount(text, table.context.unit()).ok().filter(|_| !block);
    if let Some(amount) = one.filter(|_| table.reach.with_untracked(Option::is_some)) {
        cells::put_one(table, amount);
        return;
    }
    let line = table.row().is_some_and(|row| row.is_editable());
    if one.is_some() && place.column > 0 && line {
        table.begin(Some(text.to_owned()));
        if table.typing.with_untracked(Option::is_some) && table.take(text) {
            table.go(place.row, place.column);
        }
        return;
    }
    // A block goes in from its upper left cell.
    table.cursor.set(untrack(|| table.block()).first);
    table.reach.set(None);
    table.pasted.set(source);
    table.pasting.set(true);
}

/// The block was copied. Whether it was.
pub fn copied(table: Table, event: &ClipboardEvent) -> bool {
    if table.typing.with_untracked(Option::is_some) {
        return false;
    }
    let rows = untrack(|| copied_rows(table));
    let Some(data) = event.clipboard_data() else { return false };
    if data.set_data("text/plain", &as_text(&rows)).is_err() || data.set_data("text/html", &as_html(&rows)).is_err() {
        return false;
    }
    event.prevent_default();
    true
}

/// The block was cut: copied and emptied.
pub fn cut(table: Table, event: &ClipboardEvent) {
    if copied(table, event) {
        cells::clear(table);
    }
}

/// The block's cells. With names go the years and the unit, so that the table says by itself what it is.
fn copied_rows(table: Table) -> Vec<Vec<Copied>> {
    let block = table.block();
    let years = table.years();
    let named = block.first.column == 0 && !block.is_one();
    let columns = block.first.column.max(1)..=block.last.column;
    let mut rows = Vec::new();
    if named {
        let unit = if table.context.unit() == Unit::Thousands { "tkr" } else { "kr" };
        let heads = columns.clone().filter_map(|column| years.get(column.saturating_sub(1)));
        let heads = heads.map(|year| Copied::Words(year.to_string()));
        rows.push([Copied::Words(unit.to_owned())].into_iter().chain(heads).collect());
    }
    let listed = table.rows.get();
    for (place, row) in listed.iter().enumerate().take(block.last.row.saturating_add(1)).skip(block.first.row) {
        let name = (block.first.column == 0).then(|| Copied::Words(name(table, row)));
        let values = columns.clone().map(|column| value(table, row, Place { row: place, column }));
        rows.push(name.into_iter().chain(values).collect());
    }
    rows
}

fn name(table: Table, row: &Row) -> String {
    let language = table.context.language();
    match row {
        Row::Heading(section) => section.name(language).to_owned(),
        Row::Sum(metric) => words::metric(language, *metric).to_owned(),
        Row::EquityUse => words::metric(language, Metric::EquityUse).to_owned(),
        Row::Line(id) => {
            let name = table.with_association(|association| association.line(id).map(|line| line.name.clone()));
            name.flatten().unwrap_or_default()
        }
    }
}

fn value(table: Table, row: &Row, place: Place) -> Copied {
    let nothing = || Copied::Words(String::new());
    let Some(year) = table.years().get(place.column.saturating_sub(1)).copied() else { return nothing() };
    let Some(value) = value_of(table, row, year) else { return nothing() };
    match row {
        Row::Sum(Metric::AdminShare) => Copied::Words(words::percent(table.context.language(), value)),
        Row::Sum(Metric::Fte | Metric::Places) => Copied::Number(value),
        _ => Copied::Amount(value, table.context.unit()),
    }
}
