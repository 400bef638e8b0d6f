//! Pieces of pages that are read.

use crate::ui::text::text_fn;
use crate::words::Word;
use leptos::prelude::*;

/// A list of sentences.
pub fn sentences(words: &'static [Word]) -> AnyView {
    let items = words.iter().map(|word| view! { <li>{text_fn(*word)}</li> }).collect_view();
    view! { <ul class="bullets">{items}</ul> }.into_any()
}
