//! The elements of cells: their ids, the focus, and bringing one into sight.

use super::super::place::CellPlace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of a cell's element.
pub fn cell_id(place: CellPlace) -> String {
    format!("cell-{}-{}", place.row, place.column)
}

fn element(place: CellPlace) -> Option<HtmlElement> {
    let found = document().get_element_by_id(&cell_id(place)).or_else(|| {
        // A heading is one cell wide.
        document().get_element_by_id(&cell_id(CellPlace { row: place.row, column: 0 }))
    });
    found.and_then(|cell| cell.dyn_into::<HtmlElement>().ok())
}

/// Gives a cell the focus.
pub fn focus_cell(place: CellPlace) {
    if let Some(cell) = element(place) {
        let _ = cell.focus();
    }
}

/// Scrolls a cell into sight without giving it the focus.
pub fn show_cell(place: CellPlace) {
    if let Some(cell) = element(place) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        cell.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
