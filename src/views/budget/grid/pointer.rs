//! The pointer in the grid: Shift and a click, a drag over cells, and the handle that fills.

use super::super::place::CellPlace;
use super::super::state::{BudgetTable, Reach};
use super::cells;
use super::sight::cell_id;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

/// The button went down.
pub fn down(table: BudgetTable, event: &MouseEvent) {
    table.tapped.set_value(false);
    if event.button() != 0 || on(event, "button, input, select").is_some() {
        return;
    }
    if on(event, ".fill-handle").is_some() {
        event.prevent_default();
        table.filling.set(Some(untrack(|| table.block())));
        return;
    }
    let Some(place) = cell(event) else { return };
    let focused = document().active_element().is_some_and(|at| at.id() == cell_id(place));
    table.tapped.set_value(focused && table.cursor.get_untracked() == place);
    if event.shift_key() {
        // The browser would select text.
        event.prevent_default();
        table.stretch(place.row, place.column);
        return;
    }
    table.reach.set(None);
    table.dragging.set(true);
}

/// A finger has no key to begin with: a second tap on a cell begins to type in it.
pub fn clicked(table: BudgetTable, event: &MouseEvent) {
    let by_finger = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if by_finger && table.tapped.get_value() && table.typing.with_untracked(Option::is_none) {
        table.begin(None);
    }
}

/// The pointer came over a cell.
pub fn over(table: BudgetTable, event: &MouseEvent) {
    if event.buttons() & 1 == 0 {
        table.dragging.set(false);
        return;
    }
    let Some(place) = cell(event) else { return };
    if let Some(from) = table.filling.get_untracked() {
        let to = from.stretched(place);
        table.cursor.set(to.first);
        table.reach.set(Some(Reach::To(to.last)));
    } else if table.dragging.get_untracked() && table.typing.with_untracked(Option::is_none) {
        event.prevent_default();
        table.stretch(place.row, place.column);
    }
}

/// The button went up, wherever that was.
pub fn up(table: BudgetTable) {
    table.dragging.set(false);
    if let Some(from) = table.filling.get_untracked() {
        table.filling.set(None);
        cells::fill(table, from, untrack(|| table.block()));
    }
}

fn on(event: &MouseEvent, selector: &str) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())?.closest(selector).ok().flatten()
}

/// The cell under the pointer, by its id.
fn cell(event: &MouseEvent) -> Option<CellPlace> {
    let id = on(event, "[id^='cell-']")?.id();
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some(CellPlace { row: row.parse().ok()?, column: column.parse().ok()? })
}
