//! The app: what the browser shows of the model, and what it keeps. Views hold no arithmetic; every number on the
//! screen comes from the model, every word from `locales/` through [`words`].
//!
//! One [`Context`] is handed to all views: settings, the open plan with its history, what follows from it, and the
//! route. Data flows one way: edit → session → plan → outcome → views.

mod actions;
mod charts;
mod context;
mod files;
mod route;
mod session;
mod settings;
mod shell;
mod vault;
mod views;
mod widgets;
mod words;

pub use context::Context;

use leptos::prelude::*;

/// Puts the app into the page and says that it is ready.
pub fn mount() {
    leptos::mount::mount_to(context::app_element(), || {
        let context = Context::start();
        provide_context(context);
        provide_context(views::new_plan::Form::start(context.settings.get_untracked().language));
        shell::Shell()
    })
    .forget();
    context::mark_ready();
}
