//! The grid's keys, as in a spreadsheet.

use super::super::lines;
use super::super::place::Place;
use super::super::state::Table;
use super::cells;
use super::sight::show_cell;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

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
    let fresh = table.typing.with_untracked(|typing| typing.as_ref().is_some_and(|typing| typing.fresh));
    let Place { row, column } = place;
    let to = match event.key().as_str() {
        "Enter" if back => (previous_row(table, row), column),
        "Enter" => (next_row(table, row), column),
        "Tab" if back => (row, column.saturating_sub(1)),
        "Tab" => (row, column.saturating_add(1)),
        // What a first key began, an arrow ends; in a text that was opened to be changed it moves among the letters.
        "ArrowUp" if fresh => (row.saturating_sub(1), column),
        "ArrowDown" if fresh => (row.saturating_add(1), column),
        "ArrowLeft" if fresh => (row, column.saturating_sub(1)),
        "ArrowRight" if fresh => (row, column.saturating_add(1)),
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            table.typing.set(None);
            table.go(row, column);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if table.take(&input.value()) {
        table.go(to.0, to.1);
    }
}

fn moving(table: Table, event: &KeyboardEvent) {
    let Place { row, column } = table.cursor.get_untracked();
    let primary = event.ctrl_key() || event.meta_key();
    if let Some(done) = selecting(table, event, primary) {
        if done {
            event.prevent_default();
        }
        return;
    }
    let last = usize::MAX;
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => lines::shift(table, false),
        "ArrowDown" if event.alt_key() => lines::shift(table, true),
        "Enter" if event.shift_key() => table.go(previous_row(table, row), column),
        "Enter" | "F2" if !primary && !event.alt_key() => {
            // Enter on a button inside the cell is the button's.
            if event.target().is_some_and(|target| target.dyn_into::<web_sys::HtmlButtonElement>().is_ok()) {
                return;
            }
            table.begin(None);
        }
        // Along the row, and out of the table at its ends.
        "Tab" if event.shift_key() && column > 0 => table.go(row, column.saturating_sub(1)),
        "Tab" if !event.shift_key() && column < table.years().len() => table.go(row, column.saturating_add(1)),
        "Delete" | "Backspace" => cells::clear(table),
        "Escape" if table.reach.with_untracked(Option::is_some) => table.reach.set(None),
        "a" | "A" if primary => {
            table.cursor.set(Place::default());
            table.stretch(last, last);
        }
        "d" | "D" if primary => cells::fill_down(table),
        "r" | "R" if primary => cells::fill_right(table),
        "i" | "I" if primary => match table.line() {
            Some(line) => table.context.place.open_line(Some(line.id)),
            None => return,
        },
        key if !primary && !event.alt_key() && begins(key, column) => {
            // Letters that begin a name are no shortcuts.
            event.stop_propagation();
            table.begin(Some(key.to_owned()));
        }
        key => match moved(key, primary, Place { row, column }) {
            Some(to) => table.go(to.row, to.column),
            None => return,
        },
    }
    event.prevent_default();
}

/// With Shift the block is stretched; `None` when the key is about something else.
fn selecting(table: Table, event: &KeyboardEvent, primary: bool) -> Option<bool> {
    if !event.shift_key() || event.alt_key() {
        return None;
    }
    let from = table.reach.get_untracked().unwrap_or(table.cursor.get_untracked());
    let to = moved(&event.key(), primary, from)?;
    table.stretch(to.row, to.column);
    let corner = table.reach.get_untracked().unwrap_or(table.cursor.get_untracked());
    show_cell(corner);
    Some(true)
}

/// Where a key moves to.
fn moved(key: &str, primary: bool, Place { row, column }: Place) -> Option<Place> {
    let last = usize::MAX;
    let (row, column) = match key {
        "ArrowUp" if primary => (0, column),
        "ArrowDown" if primary => (last, column),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => (row.saturating_add(1), column),
        "ArrowLeft" if primary => (row, 0),
        "ArrowRight" if primary => (row, last),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, column.saturating_add(1)),
        "Home" => (if primary { 0 } else { row }, 0),
        "End" => (if primary { last } else { row }, last),
        "PageUp" => (row.saturating_sub(10), column),
        "PageDown" => (row.saturating_add(10), column),
        _ => return None,
    };
    Some(Place { row, column })
}

/// Whether a key begins to type: any letter in a name, and what an amount or something to reckon begins with elsewhere.
fn begins(key: &str, column: usize) -> bool {
    let mut letters = key.chars();
    let (first, more) = (letters.next(), letters.next().is_some());
    let begins = |letter: char| match column {
        0 => !letter.is_whitespace() && !letter.is_control(),
        _ => letter.is_ascii_digit() || matches!(letter, '-' | '\u{2212}' | '+' | ',' | '.' | '=' | '('),
    };
    !more && first.is_some_and(begins)
}

fn next_row(table: Table, row: usize) -> usize {
    let rows = table.rows.get_untracked();
    let below = rows.iter().enumerate().skip(row.saturating_add(1)).find(|(_, row)| row.is_editable());
    below.map_or(row, |(place, _)| place)
}

fn previous_row(table: Table, row: usize) -> usize {
    let rows = table.rows.get_untracked();
    let above = rows.iter().enumerate().take(row).rfind(|(_, row)| row.is_editable());
    above.map_or(row, |(place, _)| place)
}
