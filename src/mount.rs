//! Wires the app: makes what the views share, and puts them into the page.

use crate::state::{self, Context};
use crate::{shell, views};
use leptos::prelude::*;

/// Puts the app into the page and says that it is ready.
pub fn mount() {
    leptos::mount::mount_to(state::app_element(), || {
        let context = Context::start();
        provide_context(context);
        provide_context(views::new_plan::Form::start(context.settings.get_untracked().language));
        shell::Shell()
    })
    .forget();
    state::mark_ready();
}
