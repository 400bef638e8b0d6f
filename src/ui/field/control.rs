//! What all fields have: a number of their own, a refused text, a value that is put back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A number that no other field of the page has.
pub(super) fn next_number() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// A refused text and its error hold until the value changes, by undo or from elsewhere.
pub(super) fn forget_when_changed<T: Clone + PartialEq + Send + Sync + 'static>(
    value: Signal<T>,
    refused: RwSignal<Option<String>>,
    typed: RwSignal<Option<String>>,
) {
    Effect::new(move |before: Option<T>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) && refused.with_untracked(Option::is_some) {
            refused.set(None);
            typed.set(None);
        }
        now
    });
}

pub(super) fn set_event_target_value(event: &leptos::ev::Event, value: &str) {
    let Some(target) = event.target() else { return };
    if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(select) = target.dyn_ref::<web_sys::HtmlSelectElement>() {
        select.set_value(value);
    }
}
