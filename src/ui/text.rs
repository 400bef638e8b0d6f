//! Words of the interface as signals.

use crate::state::context;
use crate::words;
use leptos::prelude::*;

pub use words::Word;

/// A word as a signal, for labels.
pub fn text_signal(word: Word) -> Signal<String> {
    let context = context();
    Signal::derive(move || word(context.language()).to_owned())
}

/// A word as what a view shows.
pub fn text_fn(word: Word) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let context = context();
    move || word(context.language())
}

/// Moves the focus to the element with this id once what is being changed is on the page.
pub fn focus_later(id: &'static str) {
    use wasm_bindgen::JsCast;
    request_animation_frame(move || {
        let element =
            document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    });
}
