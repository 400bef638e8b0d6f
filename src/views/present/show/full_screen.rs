//! The browser's full screen: filled, given back, and by whom.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `web/src/shell.ts`.
    #[wasm_bindgen(js_namespace = ["window", "samplan"])]
    fn fullscreen(on: bool);
}

thread_local! {
    /// Whether the screen was given back by the key for it, and not to leave.
    static BY_KEY: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Fills the screen, or gives it back.
pub fn fill(on: bool) {
    fullscreen(on);
}

/// Fills the screen, or stops filling it.
pub fn toggle() {
    let full = is_on();
    BY_KEY.with(|by_key| by_key.set(full));
    fullscreen(!full);
}

/// Whether the screen is filled.
pub fn is_on() -> bool {
    document().fullscreen_element().is_some()
}

/// Whether it was given back by the key for it, asked once.
pub fn was_by_key() -> bool {
    BY_KEY.with(|by_key| by_key.replace(false))
}
