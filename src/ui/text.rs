//! Words of the interface as signals, and edits whose refusal comes back as words.

use crate::state::{Context, context};
use crate::words;
use leptos::prelude::*;
use samplan::edit::Edit;

pub use words::Word;

/// A word as a signal, for labels.
pub fn said(word: Word) -> Signal<String> {
    let context = context();
    Signal::derive(move || word(context.language()).to_owned())
}

/// A word as what a view shows.
pub fn say(word: Word) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let context = context();
    move || word(context.language())
}

/// Commits an edit from a field; the refusal is what the field shows.
pub fn commit(context: Context, edit: Edit) -> Result<(), String> {
    context.session.commit(edit).map_err(|refusal| words::refusal(context.language(), &refusal))
}

/// Commits an edit from something that has no place for an error; a refusal becomes a message.
pub fn commit_or_warn(context: Context, edit: Edit) {
    if let Err(why) = commit(context, edit) {
        context.notices.warn(why);
    }
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
