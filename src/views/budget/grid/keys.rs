//! The grid's keys, as in a spreadsheet.

use super::super::lines;
use super::super::rows::Row;
use super::super::source::Source;
use super::super::state::{Place, Table};
use leptos::prelude::*;
use samplan::money;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent};

/// A key was pressed in the grid.
pub fn pressed(table: Table, event: &KeyboardEvent) {
    if table.typing.with_untracked(Option::is_some) {
        typing(table, event);
    } else {
        moving(table, event);
    }
}

fn typing(table: Table, event: &KeyboardEvent) {
    let place = table.cursor.get_untracked();
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let back = event.shift_key();
    match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            if table.take(&input.value()) {
                let row = if back { previous_row(table, place.row) } else { next_row(table, place.row) };
                table.go(row, place.column);
            }
        }
        "Tab" => {
            event.prevent_default();
            if table.take(&input.value()) {
                let column = if back { place.column.saturating_sub(1) } else { place.column + 1 };
                table.go(place.row, column);
            }
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            table.typing.set(None);
            table.go(place.row, place.column);
        }
        _ => {}
    }
}

fn moving(table: Table, event: &KeyboardEvent) {
    let Place { row, column } = table.cursor.get_untracked();
    let primary = event.ctrl_key() || event.meta_key();
    let last = usize::MAX;
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => lines::shift(table, false),
        "ArrowDown" if event.alt_key() => lines::shift(table, true),
        "ArrowUp" if primary => table.go(0, column),
        "ArrowDown" if primary => table.go(last, column),
        "ArrowUp" => table.go(row.saturating_sub(1), column),
        "ArrowDown" => table.go(row + 1, column),
        "ArrowLeft" if primary => table.go(row, 0),
        "ArrowRight" if primary => table.go(row, last),
        "ArrowLeft" => table.go(row, column.saturating_sub(1)),
        "ArrowRight" => table.go(row, column + 1),
        "Home" => table.go(if primary { 0 } else { row }, 0),
        "End" => table.go(if primary { last } else { row }, last),
        "PageUp" => table.go(row.saturating_sub(10), column),
        "PageDown" => table.go(row + 10, column),
        "Enter" | "F2" if !primary && !event.alt_key() => {
            // Enter on a button inside the cell is the button's.
            if event.target().is_some_and(|target| target.dyn_into::<web_sys::HtmlButtonElement>().is_ok()) {
                return;
            }
            table.begin(None);
        }
        "Delete" | "Backspace" => table.clear(),
        "i" | "I" if primary => match table.line() {
            Some(line) => table.context.place.open_line(Some(line.id)),
            None => return,
        },
        key if !primary && !event.alt_key() && begins_amount(key) && column > 0 => table.begin(Some(key.to_owned())),
        _ => return,
    }
    event.prevent_default();
}

fn begins_amount(key: &str) -> bool {
    let mut letters = key.chars();
    let first = letters.next();
    letters.next().is_none()
        && first.is_some_and(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '\u{2212}'))
}

fn next_row(table: Table, row: usize) -> usize {
    let rows = table.rows.get_untracked();
    let below = rows.iter().enumerate().skip(row + 1).find(|(_, row)| row.is_editable());
    below.map_or(row, |(place, _)| place)
}

fn previous_row(table: Table, row: usize) -> usize {
    let rows = table.rows.get_untracked();
    let above = rows.iter().enumerate().take(row).rfind(|(_, row)| row.is_editable());
    above.map_or(row, |(place, _)| place)
}

/// Cells were pasted on the grid: one amount goes into the cell, a block into the preview. In a cell that is being typed
/// in, a block opens the preview too: several numbers are never one.
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
    let is_one = !block && money::read_amount(text, table.context.unit()).is_ok();
    let line = table.row().is_some_and(|row| row.is_editable());
    if is_one && place.column > 0 && line {
        table.begin(Some(text.to_owned()));
        if table.typing.with_untracked(Option::is_some) && table.take(text) {
            table.go(place.row, place.column);
        }
        return;
    }
    table.pasted.set(source);
    table.pasting.set(true);
}

/// The cursor's cell was copied: the amount as a spreadsheet reads it.
pub fn copied(table: Table, event: &ClipboardEvent) {
    if table.typing.with_untracked(Option::is_some) {
        return;
    }
    let place = table.cursor.get_untracked();
    let (Some(Row::Line(id)), Some(year)) = (table.row(), table.year()) else { return };
    if place.column == 0 {
        return;
    }
    if let (Some(amount), Some(data)) = (table.amount(&id, year), event.clipboard_data()) {
        let _ = data.set_data("text/plain", &money::plain(amount, table.context.unit()));
        event.prevent_default();
    }
}
