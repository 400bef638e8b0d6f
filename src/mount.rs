//! Wires the app: makes what the views share, and puts them into the page.

use crate::commands::{self, files};
use crate::late;
use crate::state::drafts::Drafts;
use crate::state::leaving;
use crate::state::modules::{self, Module};
use crate::state::route::Route;
use crate::state::settings;
use crate::state::storage::{self, Storage};
use crate::state::{self, Context};
use crate::{crash, shell, views};
use leptos::prelude::*;

/// Starts the app. A first visit needs no plan's code; with something stored nothing is looked at before it can be read.
pub async fn start() {
    late::begin();
    if storage::is_anything_stored().await && modules::fetch(Module::Plan).await.is_err() {
        return state::say_failed();
    }
    let storage = Storage::open().await;
    // The page says that it is opening until the view that its address names is there. One that cannot be had is told of
    // by the app, which opens without it.
    if let Some(arrival) = late::fetch_view(Route::from_address(&window().location().hash().unwrap_or_default())) {
        let _ = arrival.await;
    }
    if crash::is_taken_over() {
        return;
    }
    mount(storage, Drafts::open().await);
    late::fetch_ahead();
}

/// Puts the app into the page and says that it is ready.
fn mount(storage: Storage, drafts: Drafts) {
    // A page without a body has nowhere to say anything.
    let Some(app) = state::app_element() else { return };
    leptos::mount::mount_to(app, move || {
        let context = Context::new(storage, drafts);
        provide_context(context);
        settings::follow(context.settings, context.storage);
        context.session.reopen_last();
        context.session.follow_tabs();
        leaving::follow(context);
        context.place.travel().fetch_with(late::fetch_view);
        context.place.follow(move || context.session.plan().with_untracked(Option::is_some));
        commands::follow_keys(context);
        files::follow_drops(context);
        files::open_inside(context);
        provide_context(views::new_plan::Begun::new());
        shell::Shell()
    })
    .forget();
    state::mark_ready();
}
