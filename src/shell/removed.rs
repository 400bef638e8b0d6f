//! Says at once, in any view, that the browser had taken its database away; Home goes on saying it.

use crate::state::Context;
use crate::words::{home as text, removed_storage};
use leptos::prelude::*;

/// Says it at the start, or when a slow browser has answered.
pub fn follow(context: Context) {
    Effect::new(move |_| {
        let Some(restored) = context.storage.removed() else { return };
        let language = untrack(|| context.language());
        context.notices.warn(format!("{}. {}", text::removed_title(language), removed_storage(language, restored)));
    });
}
