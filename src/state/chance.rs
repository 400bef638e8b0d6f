//! Chance: the one source of it in the app.

use leptos::prelude::window;
use samplan::plan::Id;

/// An id for a plan that is new.
pub fn new_plan_id() -> Id {
    let mut bytes = [0u8; 16];
    let filled = window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    Id::from_chance(u128::from_le_bytes(bytes))
}
