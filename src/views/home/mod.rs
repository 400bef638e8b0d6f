//! Home: stored plans, the examples, a new plan, opening a file; and what could not be read or cannot be stored.

mod beginnings;
mod bin;
mod examples;
mod keeping;
mod plans;
mod quarantine;
mod rename;
mod room;
mod shelf;
mod versions;

pub use shelf::{SHELF, shelf};

use crate::components::part::part;
use crate::state::context;
use crate::state::memo::memo;
use crate::state::modules::Module;
use beginnings::{blocked, storage_news, welcome};
use leptos::prelude::*;

/// The start view.
#[component]
pub fn Home() -> impl IntoView {
    let context = context();
    // What is done with stored plans comes when there is one: a first visit does without.
    let is_first = memo(move || {
        let is_empty = context.storage.plans().is_empty();
        is_empty && SHELF.get().is_none() && context.session.plan().with(Option::is_none)
    });
    let top = move || match is_first.get() {
        true => (welcome(), blocked()).into_any(),
        false => part(context, Module::Shelf, move || SHELF.get().map(|draw| draw(context))),
    };
    view! {
        <div class="home">
            {storage_news()}
            {top}
            <examples::Examples/>
        </div>
    }
}
