//! Wires the app: makes what the views share, and puts them into the page.

use crate::state::storage::Storage;
use crate::state::{self, Context};
use crate::{shell, views};
use leptos::prelude::*;

/// Puts the app into the page and says that it is ready.
pub fn mount(storage: Storage) {
    leptos::mount::mount_to(state::app_element(), move || {
        let context = Context::start(storage);
        provide_context(context);
        provide_context(views::new_plan::Form::start(context.settings.get_untracked().language));
        shell::Shell()
    })
    .forget();
    state::mark_ready();
}
