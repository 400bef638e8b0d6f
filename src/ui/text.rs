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

/// A name that may be broken after its strokes, which no browser does by itself: `Försäkringskassan/` `Arbetsförmedlingen`.
/// What is copied has nothing more than the name.
pub fn at_strokes(name: &str) -> Vec<AnyView> {
    name.split_inclusive('/').map(|part| view! { {part.to_owned()}<wbr/> }.into_any()).collect()
}

/// What was typed or pasted into a field, without what nobody sees: control characters, and the marks of direction that
/// text from other programs carries, which turn figures around where the text stands.
pub fn typed(text: &str) -> String {
    let unseen = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\r' | '\t')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().filter(|c| !unseen(*c)).collect()
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
