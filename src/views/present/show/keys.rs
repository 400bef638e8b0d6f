//! The keys of a showing, those of presenters' remotes among them.

use super::full_screen;
use super::leave;
use super::stage::Stage;
use crate::words::{Word, label, show as text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// The keys with what they do, for the help.
pub const KEYS: [(&str, Word); 9] = [
    ("→ · Space · Page Down", text::key_next),
    ("← · Page Up", text::key_back),
    ("Home · End", text::key_ends),
    ("↑ · ↓", text::key_year),
    ("R", text::key_reveal),
    ("B · .", text::key_blank),
    ("F", text::key_full),
    ("N", label::note_positions),
    ("Esc", text::key_leave),
];

/// A key was pressed while slides are shown.
pub fn pressed(stage: Stage, event: &KeyboardEvent) {
    let dialog = document().query_selector("dialog[open]").ok().flatten();
    if dialog.is_some() || event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let focused = document().active_element();
    let key = event.key();
    if stage.blank.get_untracked() && !matches!(key.as_str(), "Tab" | "Shift") {
        event.prevent_default();
        stage.blank.set(false);
        return;
    }
    // What is typed into a field is not a key of the showing; Esc leaves the field.
    if is_writing() {
        if key == "Escape" {
            event.prevent_default();
            crate::ui::focus::focus_new(".show h2");
        }
        if !matches!(key.as_str(), "PageDown" | "PageUp") {
            return;
        }
    }
    let is = |element: &Option<Element>, tag: &str| element.as_ref().is_some_and(|one| one.tag_name() == tag);
    // A slider keeps the keys that move it; a remote's are not among them.
    let slider = is(&focused, "INPUT");
    let button = is(&focused, "BUTTON");
    match key.as_str() {
        "ArrowRight" if !slider => stage.next(),
        "ArrowLeft" if !slider => stage.back(),
        "ArrowDown" if !slider => stage.step_year(false),
        "ArrowUp" if !slider => stage.step_year(true),
        "Home" if !slider => stage.go(0),
        "End" if !slider => stage.go(stage.count()),
        "PageDown" => stage.next(),
        "PageUp" => stage.back(),
        " " if event.shift_key() && !button => stage.back(),
        " " | "Enter" if !button => stage.next(),
        "r" | "R" => stage.reveal(),
        "b" | "B" | "." => stage.blank.set(true),
        "f" | "F" => full_screen::toggle(),
        "n" | "N" => stage.noting.set(stage.context.scenario.with_untracked(Option::is_some)),
        "Escape" => leave::ask(stage),
        _ => return,
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
