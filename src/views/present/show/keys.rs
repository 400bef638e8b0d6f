//! The keys of a showing, those of presenters' remotes among them.

use super::full_screen;
use super::leave;
use super::stage::Stage;
use crate::components::picture;
use crate::keys::{key, keys};
use crate::words::{label, show as text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

keys! {
    /// What the keys of a showing do.
    ShowKey {
        /// The next slide, or what is hidden on this one.
        Next [key("ArrowRight"), key(" "), key("Enter"), key("PageDown")] text::key_next;
        /// The slide before.
        Back [key("ArrowLeft"), key("PageUp"), key(" ").shift()] text::key_back;
        /// The first slide.
        First [key("Home")] text::key_first;
        /// The last slide.
        Last [key("End")] text::key_last;
        /// The year after.
        Later [key("ArrowUp")] text::year_after;
        /// The year before.
        Earlier [key("ArrowDown")] text::year_before;
        /// The answer to what the room was asked to think of first.
        Reveal [key("R")] text::key_reveal;
        /// A dark screen.
        Blank [key("B"), key(".")] text::key_blank;
        /// The slide's chart on the clipboard.
        Picture [key("C")] text::key_picture;
        /// Full screen, and back.
        FullScreen [key("F")] text::key_full;
        /// What was said.
        Note [key("N")] label::note_positions;
        /// Out of the showing.
        Leave [key("Escape")] text::key_leave;
    }
}

/// A key was pressed while slides are shown.
pub fn pressed(stage: Stage, event: &KeyboardEvent) {
    let dialog = document().query_selector("dialog[open]").ok().flatten();
    if dialog.is_some() || event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let focused = document().active_element();
    let pressed = event.key();
    if stage.blank.get_untracked() && !matches!(pressed.as_str(), "Tab" | "Shift") {
        event.prevent_default();
        stage.blank.set(false);
        return;
    }
    // What is typed into a field is not a key of the showing; Esc leaves the field.
    if is_writing() {
        if pressed == "Escape" {
            event.prevent_default();
            crate::ui::focus::focus_new(".show[role] > .slide-box h2");
        }
        if !matches!(pressed.as_str(), "PageDown" | "PageUp") {
            return;
        }
    }
    let is = |tag: &str| focused.as_ref().is_some_and(|one| one.tag_name() == tag);
    // A slider keeps the keys that move it, a button those that press it; a remote's are not among them.
    let kept = match pressed.as_str() {
        "PageDown" | "PageUp" => false,
        " " | "Enter" => is("BUTTON"),
        "Home" | "End" => is("INPUT"),
        other => other.starts_with("Arrow") && is("INPUT"),
    };
    if kept {
        return;
    }
    match ShowKey::of(event) {
        Some(ShowKey::Next) => stage.next(),
        Some(ShowKey::Back) => stage.back(),
        Some(ShowKey::First) => stage.go(0),
        Some(ShowKey::Last) => stage.go(stage.count()),
        Some(ShowKey::Later) => stage.step_year(true),
        Some(ShowKey::Earlier) => stage.step_year(false),
        Some(ShowKey::Reveal) => stage.reveal(),
        Some(ShowKey::Blank) => stage.blank.set(true),
        Some(ShowKey::Picture) => picture::copy(stage.context),
        Some(ShowKey::FullScreen) => full_screen::toggle(),
        Some(ShowKey::Note) => stage.noting.set(stage.context.scenario.with_untracked(Option::is_some)),
        Some(ShowKey::Leave) => leave::ask(stage),
        None => return,
    }
    event.prevent_default();
}

/// Whether something is being written in a field.
pub fn is_writing() -> bool {
    let field = document().active_element().filter(|one| matches!(one.tag_name().as_str(), "INPUT" | "TEXTAREA"));
    field.is_some_and(|one| !matches!(one.get_attribute("type").as_deref(), Some("range" | "checkbox" | "radio")))
}

/// Puts the focus where it was before the showing.
pub fn give_back(focus: Option<Element>) {
    let focus = focus.filter(|one| one.is_connected()).and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok());
    let main = || document().get_element_by_id("main").and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = focus.or_else(main) {
        let _ = element.focus();
    }
}
