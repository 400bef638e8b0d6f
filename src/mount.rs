//! Wires the app: makes what the views share, and puts them into the page.

use crate::commands::{self, files};
use crate::state::settings;
use crate::state::storage::Storage;
use crate::state::{self, Context};
use crate::{shell, views};
use leptos::prelude::*;

/// Puts the app into the page and says that it is ready.
pub fn mount(storage: Storage) {
    leptos::mount::mount_to(state::app_element(), move || {
        let context = Context::new(storage);
        provide_context(context);
        settings::follow(context);
        context.session.reopen_last();
        context.session.follow_tabs();
        context.place.follow(move || context.session.plan().with_untracked(Option::is_some));
        commands::follow_keys(context);
        files::follow_drops(context);
        provide_context(views::new_plan::Form::start(context.settings.get_untracked().language));
        shell::Shell()
    })
    .forget();
    state::mark_ready();
}
