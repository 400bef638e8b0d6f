//! The grid and the clipboard: a block goes out as text with tabs and as HTML, and comes in through the preview.

use super::super::late::once_fetched;
use super::super::place::CellPlace;
use super::super::rows::{Row, row_name};
use super::super::state::{BudgetTable, Reach};
use super::cells;
use crate::commands;
use crate::state::modules::Module;
use crate::tables::TableSource;
use crate::words;
use leptos::prelude::*;
use samplan::edit::{CopyFrom, copied_block};
use samplan::money;
use samplan::table::{Copied, as_html, as_text};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};

/// Something was pasted on the grid: one amount goes into the cell or the whole block, a name where a name is, a block
/// into the preview. In a cell that is being typed in, a block opens the preview too: several numbers are never one.
pub fn pasted(table: BudgetTable, event: &ClipboardEvent) {
    let Some(source) = taken(table, event) else { return };
    let text = source.text.trim();
    if table.typing.with_untracked(Option::is_some) {
        if !source.is_block() {
            return;
        }
        table.typing.set(None);
    }
    event.prevent_default();
    let place = table.cursor.get_untracked();
    let one = money::read_amount(text, table.context.unit()).ok().filter(|_| !source.is_block());
    if let Some(amount) = one.filter(|_| table.reach.with_untracked(Option::is_some)) {
        cells::put_one(table, amount);
        return;
    }
    if place.column > 0 {
        return if one.is_some() { put_whole(table, place, text) } else { preview(table, source) };
    }
    let row = untrack(|| table.row());
    if one.is_some() || !matches!(row, Some(Row::Line(_))) {
        return preview(table, source);
    }
    // One cell is a name; what is one, the module that reads tables knows. Without it the preview says so.
    once_fetched(table, Module::Edit, move |_| {
        let stayed = table.cursor.get_untracked() == place && untrack(|| table.row()) == row;
        let free = table.typing.with_untracked(Option::is_none);
        if stayed && free && commands::table::is_known_as_one_cell(&source) {
            put_whole(table, place, source.text.trim());
        } else {
            preview(table, source);
        }
    });
}

/// What was pasted is all that the cursor's cell holds.
fn put_whole(table: BudgetTable, place: CellPlace, text: &str) {
    table.begin(Some(text.to_owned()));
    if table.typing.with_untracked(Option::is_some) && table.take(text) {
        table.go(place.row, place.column);
    }
}

/// A block goes in from its upper left cell; from the cursor's where all are chosen.
fn preview(table: BudgetTable, source: TableSource) {
    if table.reach.get_untracked() != Some(Reach::All) {
        table.cursor.set(untrack(|| table.block()).first);
    }
    table.reach.set(None);
    table.pasted.set(source);
    table.pasting.set(true);
}

/// A block was pasted beside the table, where nothing else takes it: it goes into the preview.
pub fn pasted_beside(table: BudgetTable, event: &ClipboardEvent) {
    let beside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let other = "input, textarea, select, [contenteditable], dialog, [role=grid]";
    let beside = beside.is_none_or(|at| at.closest(other).is_ok_and(|found| found.is_none()));
    if !beside || table.pasting.get_untracked() {
        return;
    }
    if let Some(source) = taken(table, event).filter(TableSource::is_block) {
        event.prevent_default();
        table.pasted.set(source);
        table.pasting.set(true);
    }
}

/// The table that is pasted. A file that was copied is opened; all associations together take none, and that is said.
fn taken(table: BudgetTable, event: &ClipboardEvent) -> Option<TableSource> {
    let source = TableSource::of(event);
    let file = if source.is_none() { TableSource::file(event) } else { None };
    if table.shown.with_untracked(Option::is_none) {
        if file.is_some() || source.is_some_and(|source| source.is_block()) {
            table.context.notices.warn(words::budget::choose_one(untrack(|| table.context.language())).to_owned());
        }
        return None;
    }
    if let Some(file) = file {
        event.prevent_default();
        commands::table::with(table.context, file, move |opened| commands::table::bring(table.context, opened));
    }
    source
}

/// The block was copied. Whether it was.
pub fn copied(table: BudgetTable, event: &ClipboardEvent) -> bool {
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
pub fn cut(table: BudgetTable, event: &ClipboardEvent) {
    if copied(table, event) {
        cells::clear(table);
    }
}

/// The block's cells.
fn copied_rows(table: BudgetTable) -> Vec<Vec<Copied>> {
    let (block, language) = (table.block(), table.context.language());
    let (Some(plan), Some(outcome)) = (table.plan(), table.outcome()) else { return Vec::new() };
    let shown = table.shown.get();
    let association = shown.as_ref().and_then(|id| plan.association(id));
    let name = |row: &Row| row_name(language, row, association);
    let from = CopyFrom {
        outcome: &outcome,
        association,
        rows: &table.rows.get(),
        years: &table.years(),
        unit: table.context.unit(),
        name: &name,
        percent: &|share| words::percent(language, share),
    };
    copied_block(from, &(block.first.row..=block.last.row), &(block.first.column..=block.last.column))
}
