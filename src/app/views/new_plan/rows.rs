//! Keeping the keyboard's place when rows come and go.

use leptos::prelude::*;
use samplan::edit::draft::Row;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the first field of a row that is about to appear.
pub fn focus_row(row: Row) {
    focus(format!("[data-row=\"{row}\"] input"));
}

/// Moves the focus to the element with this id.
pub fn focus_id(id: &str) {
    focus(format!("#{id}"));
}

/// Moves the focus to the first field with an error.
pub fn focus_first_error() {
    focus(".new-plan .field.invalid input".to_owned());
}

fn focus(selector: String) {
    // After the page has been brought up to date.
    set_timeout(
        move || {
            let found = document().query_selector(&selector).ok().flatten();
            if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
            }
        },
        Duration::ZERO,
    );
}
