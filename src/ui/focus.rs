//! Keeping the keyboard's place when things come and go.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Moves the focus to the first element that the selector finds once the page has been brought up to date.
pub fn focus_soon(selector: impl Into<String>) {
    let selector = selector.into();
    set_timeout(
        move || {
            focus(&selector);
        },
        Duration::ZERO,
    );
}

/// The same, of something that ends by itself and takes away what the first selector finds: only where that has the focus, for
/// whoever is elsewhere by then stays there.
pub fn hand_on(from: &str, to: &str) {
    if document().active_element().is_some_and(|at| at.matches(from).unwrap_or_default()) {
        focus_soon(to);
    }
}

/// Moves the focus to an element that is just being made, before the next key is pressed.
pub fn focus_new(selector: impl Into<String>) {
    let selector = selector.into();
    spawn_local(async move {
        tick().await;
        if !focus(&selector) {
            focus_soon(selector);
        }
    });
}

/// Whether Alt and an arrow ask to move what has the focus: `true` down, `false` up. The page then does not scroll.
pub fn moved_by_keys(event: &KeyboardEvent) -> Option<bool> {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return None,
    };
    let asked = event.alt_key() && !event.ctrl_key() && !event.meta_key();
    if asked {
        event.prevent_default();
    }
    asked.then_some(down)
}

fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let found = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}
