//! The browser's full screen: filled, given back, and by whom.
//!
//! The browser tells late that the screen was filled or given back, on a slow machine after the next of the two: what
//! counts is what the app has asked for, not what the page is when the word comes. The shell asks for the next turning
//! when the browser has told of the last: no word is about two of them.

use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `web/src/shell.ts`.
    #[wasm_bindgen(js_namespace = ["window", "samplan"])]
    fn fullscreen(on: bool);
}

thread_local! {
    /// Whether the app has asked for the screen and not given it back.
    static WANTED: Cell<bool> = const { Cell::new(false) };
    /// Whether the app has given the screen back, and the browser has not told of it yet.
    static GIVING_BACK: Cell<bool> = const { Cell::new(false) };
}

/// Fills the screen for a showing that begins.
pub fn begin() {
    GIVING_BACK.set(false);
    WANTED.set(true);
    fullscreen(true);
}

/// Gives the screen back when a showing ends.
pub fn end() {
    WANTED.set(false);
    fullscreen(false);
}

/// Fills the screen, or stops filling it, and goes on showing.
pub fn toggle() {
    let full = is_on() && !GIVING_BACK.get();
    WANTED.set(!full);
    if full {
        GIVING_BACK.set(true);
    }
    fullscreen(!full);
}

/// Stops filling the screen before a window is opened: browsers take the screen back from what opens one, which is not to
/// end the showing.
pub fn make_way() {
    if is_on() && !GIVING_BACK.get() {
        toggle();
    }
    WANTED.set(false);
}

/// Whether the screen was given back by somebody else than the app, asked at each `fullscreenchange`.
pub fn is_taken_back() -> bool {
    if is_on() || GIVING_BACK.replace(false) {
        return false;
    }
    WANTED.replace(false)
}

fn is_on() -> bool {
    document().fullscreen_element().is_some()
}
