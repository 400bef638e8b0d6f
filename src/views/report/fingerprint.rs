//! The file's fingerprint: the SHA-256 of the text that an export downloads, so that a printed page can be held against
//! the file it was made from.

use crate::state::Context;
use leptos::prelude::*;
use samplan::exchange;
use std::sync::Arc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How many bytes of it are shown; two hexadecimal digits each.
const SHOWN: usize = 6;

/// The fingerprint of the open plan. While a new one is computed there is none, so that a wrong one is never printed; a
/// browser without the means (no secure connection) shows none.
pub fn follow(context: Context) -> RwSignal<Option<String>> {
    let shown = RwSignal::new(None);
    Effect::new(move |_| {
        shown.set(None);
        let Some(plan) = context.plan() else { return };
        spawn_local(async move {
            let digest = of(&exchange::write(&plan)).await;
            let now = context.session.plan().try_get_untracked().flatten();
            if now.is_some_and(|now| Arc::ptr_eq(&now, &plan)) {
                shown.try_set(digest);
            }
        });
    });
    shown
}

async fn of(text: &str) -> Option<String> {
    let subtle = window().crypto().ok().filter(|_| window().is_secure_context())?.subtle();
    let bytes = js_sys::Uint8Array::from(text.as_bytes());
    let digest = subtle.digest_with_str_and_buffer_source("SHA-256", &bytes).ok()?;
    let digest = js_sys::Uint8Array::new(&JsFuture::from(digest).await.ok()?).to_vec();
    let pairs = digest.chunks(2).take(SHOWN / 2).map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect());
    Some(pairs.collect::<Vec<String>>().join("\u{a0}"))
}
