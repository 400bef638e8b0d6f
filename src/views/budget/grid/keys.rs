//! The grid's keys, as in a spreadsheet.

use super::super::lines;
use super::super::place::CellPlace;
use super::super::state::{BudgetTable, Reach};
use super::cells;
use super::key_list::TableKey;
use super::sight::show_cell;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlButtonElement, HtmlInputElement, KeyboardEvent};

/// A key was pressed in the grid.
pub fn pressed(table: BudgetTable, event: &KeyboardEvent) {
    if table.typing.with_untracked(Option::is_some) {
        typing(table, event);
    } else {
        moving(table, event);
    }
}

fn typing(table: BudgetTable, event: &KeyboardEvent) {
    let place = table.cursor.get_untracked();
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let fresh = table.typing.with_untracked(|typing| typing.as_ref().is_some_and(|typing| typing.fresh));
    let CellPlace { row, column } = place;
    let to = match TableKey::of(event) {
        Some(TableKey::Enter) if event.key() == "Enter" => (next_row(table, row), column),
        Some(TableKey::Up) => (previous_row(table, row), column),
        Some(TableKey::Right) => (row, column.saturating_add(1)),
        Some(TableKey::Left) => (row, column.saturating_sub(1)),
        // What a first key began, an arrow ends; in a text that was opened to be changed it moves among the letters.
        Some(TableKey::Move) if fresh => match moved(&event.key(), false, place) {
            Some(to) => (to.row, to.column),
            None => return,
        },
        Some(TableKey::Leave) => {
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

fn moving(table: BudgetTable, event: &KeyboardEvent) {
    let place = table.cursor.get_untracked();
    let CellPlace { row, column } = place;
    let primary = event.ctrl_key() || event.meta_key();
    let Some(key) = TableKey::of(event) else {
        if !primary && !event.alt_key() && begins(&event.key(), column) {
            // Letters that begin a name are no shortcuts.
            event.stop_propagation();
            table.begin(Some(event.key()));
            event.prevent_default();
        }
        return;
    };
    match key {
        TableKey::Move | TableKey::Edge | TableKey::Ends | TableKey::Corner | TableKey::Page => {
            let Some(to) = moved(&event.key(), primary, place) else { return };
            table.go(to.row, to.column);
        }
        TableKey::Stretch | TableKey::StretchFar => {
            let Some(to) = moved(&event.key(), primary, table.corner()) else { return };
            table.stretch(to.row, to.column);
            show_cell(table.corner());
        }
        TableKey::All => table.reach.set(Some(Reach::All)),
        // Enter on a button inside the cell is the button's.
        TableKey::Enter if event.target().is_some_and(|at| at.dyn_into::<HtmlButtonElement>().is_ok()) => return,
        TableKey::Enter => table.begin(None),
        TableKey::Up => table.go(previous_row(table, row), column),
        // Along the row, and out of the table at its ends.
        TableKey::Right if column < table.years().len() => table.go(row, column.saturating_add(1)),
        TableKey::Left if column > 0 => table.go(row, column.saturating_sub(1)),
        TableKey::Leave if table.reach.with_untracked(Option::is_some) => table.reach.set(None),
        TableKey::Right | TableKey::Left | TableKey::Leave | TableKey::Clipboard => return,
        TableKey::Clear => cells::clear(table),
        TableKey::FillDown => cells::fill_down(table),
        TableKey::FillRight => cells::fill_right(table),
        TableKey::MoveLine => lines::shift(table, event.key() == "ArrowDown"),
        TableKey::Details => match table.line() {
            Some(line) => table.context.place.open_line(Some(line.id)),
            None => return,
        },
    }
    event.prevent_default();
}

/// Where a key moves to.
fn moved(key: &str, primary: bool, CellPlace { row, column }: CellPlace) -> Option<CellPlace> {
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
    Some(CellPlace { row, column })
}

/// Whether a key begins to type: any letter in a name, and what an amount or something to reckon begins with elsewhere.
fn begins(key: &str, column: usize) -> bool {
    let mut letters = key.chars();
    let (first, more) = (letters.next(), letters.next().is_some());
    let begins = |letter: char| match column {
        0 => !letter.is_whitespace() && !letter.is_control(),
        _ => letter.is_ascii_digit() || matches!(letter, '-' | '\u{2212}' | '\u{2013}' | '+' | ',' | '.' | '=' | '('),
    };
    !more && first.is_some_and(begins)
}

fn next_row(table: BudgetTable, row: usize) -> usize {
    let rows = table.rows.get_untracked();
    let below = rows.iter().enumerate().skip(row.saturating_add(1)).find(|(_, row)| row.is_editable());
    below.map_or(row, |(place, _)| place)
}

fn previous_row(table: BudgetTable, row: usize) -> usize {
    let rows = table.rows.get_untracked();
    let above = rows.iter().enumerate().take(row).rfind(|(_, row)| row.is_editable());
    above.map_or(row, |(place, _)| place)
}
