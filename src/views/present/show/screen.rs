//! The screen of a showing: kept awake, filled where the browser lets it, in the projector's colours, and nothing
//! behind it within reach.

use super::full_screen;
use super::keys;
use super::leave;
use super::stage::Stage;
use crate::state::Context;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `web/src/shell.ts`.
    #[wasm_bindgen(js_namespace = ["window", "samplan"])]
    fn awake(on: bool);
}

/// The width and height that slides are drawn for.
const DRAWN_FOR: (f64, f64) = (1920.0, 1080.0);

/// The part of the presenter's window that the slide takes (`style/show_windows.css`).
const PRESENTED: f64 = 0.6;

/// What gaps and padding take of the rest.
const BESIDE_LESS: f64 = 72.0;

/// Charts on a phone are told no smaller than this.
const LEAST_SCALE: f64 = 0.45;

/// Takes the screen, and gives it back when the showing's view goes away.
pub fn take(stage: Stage) {
    let context = stage.context;
    let focused = StoredValue::new_local(document().active_element());
    let keydown = window_event_listener(ev::keydown, move |event| keys::pressed(stage, &event));
    let resize = window_event_listener(ev::resize, move |_| fit(stage));
    // The browser takes Esc for itself while it fills the screen: to leave the one is to leave the other.
    let left = window_event_listener_untyped("fullscreenchange", move |_| {
        // What is being written stays.
        let writing = stage.noting.try_get_untracked().unwrap_or_default() || keys::is_writing();
        if full_screen::is_taken_back() && !writing {
            leave::ask(stage);
        }
    });
    // A reload, and a window that is closed, ask the browser's own question while something moved is not kept.
    let unload = window_event_listener(ev::beforeunload, move |event| {
        if leave::is_moved(stage) {
            event.prevent_default();
        }
    });
    // The browser's back key leaves the showing, and asks what leaving asks.
    let back = window_event_listener_untyped("popstate", move |_| leave::ask(stage));
    Effect::new(move |_| {
        stage.followed.track();
        fit(stage);
    });
    set_theme("projector");
    set_inert(true);
    awake(true);
    full_screen::begin();
    crate::ui::focus::focus_new(".show[role] > .slide-box h2");
    on_cleanup(move || {
        keydown.remove();
        resize.remove();
        left.remove();
        unload.remove();
        back.remove();
        awake(false);
        full_screen::end();
        set_inert(false);
        restore_theme(context);
        let focused = focused.try_get_value().flatten();
        // After the view is gone.
        set_timeout(move || keys::give_back(focused.clone()), std::time::Duration::ZERO);
    });
}

fn fit(stage: Stage) {
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    // With a projector's window the slide takes its part of the presenter's.
    let scale = if stage.followed.get_untracked() {
        width * PRESENTED / DRAWN_FOR.0
    } else {
        (width / DRAWN_FOR.0).min(height / DRAWN_FOR.1).max(LEAST_SCALE)
    };
    stage.scale.set(scale);
}

/// The scale of the next slide's picture beside the presenter's own (`style/show_windows.css`).
pub fn beside_scale(stage: Stage) -> f64 {
    let width = stage.scale.get() * DRAWN_FOR.0 / PRESENTED;
    (width * (1.0 - PRESENTED) - BESIDE_LESS).max(0.0) / DRAWN_FOR.0
}

fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

fn restore_theme(context: Context) {
    set_theme(context.settings.with_untracked(|settings| settings.theme.as_str()));
}

/// What is behind the slides cannot be reached while they are shown; messages stay above them.
fn set_inert(inert: bool) {
    for selector in [".skip", ".topbar", ".frame"] {
        if let Some(element) = document().query_selector(selector).ok().flatten() {
            let _ = element.toggle_attribute_with_force("inert", inert);
        }
    }
}
