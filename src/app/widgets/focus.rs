//! Keeping the keyboard's place when what had the focus comes or goes.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the first element that the selector finds once the page has been brought up to date.
pub fn focus_soon(selector: impl Into<String>) {
    let selector = selector.into();
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
