//! Printing: everything is in place before the browser lays out the pages.

use super::state::Page;
use crate::charts::Drawn;
use crate::components::when::today;
use crate::words::{self, label};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use samplan::plan::SectionKind;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// How long the print button waits for charts and fingerprint.
const PATIENCE: Duration = Duration::from_secs(5);

/// Keeps day and title right, and takes what is being typed when the browser is about to print.
pub fn follow(page: Page) {
    let context = page.context;
    Effect::new(move |_| page.today.set(today(context.language())));
    let shown = StoredValue::new(String::new());
    let before = window_event_listener_untyped("beforeprint", move |_| {
        let focused = document().active_element();
        if let Some(field) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.blur();
        }
        page.today.try_set(untrack(|| today(context.language())));
        shown.set_value(document().title());
        document().set_title(&untrack(|| title(page)));
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        if let Some(title) = shown.try_get_value().filter(|title| !title.is_empty()) {
            document().set_title(&title);
        }
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// What the browser calls the file.
fn title(page: Page) -> String {
    let context = page.context;
    let plan = context.plan().map(|plan| plan.name.clone()).unwrap_or_default();
    let told = context.with_scenario(words::scenario_name);
    let told = told.unwrap_or_else(|| label::the_plan(context.language()).to_owned());
    format!("{} – {plan} – {told}", words::view::report(context.language()))
}

/// Prints when charts and fingerprint are there, or have been waited for long enough.
pub fn print(page: Page) {
    spawn_local(async move {
        let late = Rc::new(Cell::new(false));
        let when_late = late.clone();
        set_timeout(move || when_late.set(true), PATIENCE);
        while !late.get() {
            match ready(page) {
                // The page has been left meanwhile.
                None => return,
                Some(true) => break,
                Some(false) => TimeoutFuture::new(50).await,
            }
        }
        if ready(page).is_some() {
            let _ = window().print();
        }
    });
}

/// Whether all is in place; nothing when the view is gone.
fn ready(page: Page) -> Option<bool> {
    let fingerprint = page.fingerprint.try_get_untracked()?;
    let waiting = |drawn: &RwSignal<Drawn>| drawn.try_get_untracked() == Some(Drawn::Waiting);
    let charts = untrack(|| page.layout.with(SectionKind::Charts, |one| !one.hidden));
    let secure = window().is_secure_context();
    Some(!(charts && page.charts.iter().any(waiting)) && (!secure || fingerprint.is_some()))
}
