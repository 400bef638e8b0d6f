//! Wires the app: makes what the views share, and puts them into the page.

use crate::commands::{self, files};
use crate::late;
use crate::state::drafts::Drafts;
use crate::state::leaving;
use crate::state::route::Route;
use crate::state::settings;
use crate::state::storage::Storage;
use crate::state::{self, Context};
use crate::{crash, shell, views};
use leptos::prelude::*;

/// Puts the app into the page and says that it is ready.
pub async fn mount(storage: Storage, drafts: Drafts) {
    late::begin();
    // The page says that it is opening until the view that its address names is there. One that cannot be had is told of
    // by the app, which opens without it.
    if let Some(arrival) = late::fetch(Route::from_address(&window().location().hash().unwrap_or_default())) {
        let _ = arrival.await;
    }
    if crash::is_taken_over() {
        return;
    }
    leptos::mount::mount_to(state::app_element(), move || {
        let context = Context::new(storage, drafts);
        provide_context(context);
        settings::follow(context);
        context.session.reopen_last();
        context.session.follow_tabs();
        leaving::follow(context);
        context.place.travel().fetch_with(late::fetch);
        context.place.follow(move || context.session.plan().with_untracked(Option::is_some));
        commands::follow_keys(context);
        files::follow_drops(context);
        provide_context(views::new_plan::Form::start(context.settings.get_untracked().language, context.drafts));
        shell::Shell()
    })
    .forget();
    state::mark_ready();
}
