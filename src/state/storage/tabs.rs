//! What other tabs do to the stored plans, heard at once: from the durable copy when it is on the disk, and where there is
//! none from local storage, of which the browser tells by itself.

use super::durable;
use super::local_store::known;
use super::plan_store::{PLAN, PlanKey};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::StorageEvent;

/// What another tab did.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// It wrote a plan.
    Wrote(PlanKey, String),
    /// It took a plan away.
    Removed(PlanKey),
    /// What it wrote came to light only now, after this tab had changed the same plan.
    Parted(PlanKey),
    /// Something else in local storage changed.
    Other,
}

/// Follows the other tabs for as long as the page lives.
pub(super) fn follow(is_durable: impl Fn() -> bool + Copy + 'static, hear: Rc<dyn Fn(Heard)>) {
    let by_channel = hear.clone();
    durable::listen(move |key, text| {
        if is_durable() {
            let key = PlanKey::new(&key);
            by_channel(text.map_or_else(|| Heard::Removed(key.clone()), |text| Heard::Wrote(key.clone(), text)));
        }
    });
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        let plan = event.key().and_then(|name| known(&name)?.strip_prefix(PLAN).map(PlanKey::new));
        hear(match (plan.filter(|_| !is_durable()), event.new_value()) {
            (Some(key), Some(text)) => Heard::Wrote(key, text),
            (Some(key), None) => Heard::Removed(key),
            (None, _) => Heard::Other,
        });
    });
    let _ = window().add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    listener.forget();
}
