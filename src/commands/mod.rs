//! The actions: one registry behind menus, shortcuts and the help.

mod action;
pub mod copy;
mod disk;
pub mod edit;
pub mod files;
pub mod list;
pub mod merge;
pub mod parts;
pub mod scenario;
pub mod show;
pub mod table;

pub use action::Action;

use crate::state::Context;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

/// Runs actions by their shortcuts. A field keeps its own keys: undo inside a text belongs to the text, and letters
/// are letters.
pub fn follow_keys(context: Context) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        // The showing has keys of its own, and nothing behind it is to move.
        if event.default_prevented() || event.is_composing() || context.show.get_untracked() {
            return;
        }
        let in_field = in_text_field(&event);
        let letters = context.settings.with_untracked(|settings| settings.letter_keys);
        for &action in Action::ALL {
            let chord = action.chords().iter().find(|chord| chord.matches(&event));
            let Some(chord) = chord else { continue };
            if chord.is_single_letter() && (in_field || !letters) {
                continue;
            }
            if in_field && matches!(action, Action::Undo | Action::Redo) {
                continue;
            }
            event.prevent_default();
            action.run(context);
            return;
        }
    });
    let _ = document().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

pub fn in_text_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "checkbox" | "radio" | "range" | "button")
        }
        _ => false,
    })
}
