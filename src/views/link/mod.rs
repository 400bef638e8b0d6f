//! Links: what one holds that was opened, with nothing saved before somebody says so; and the dialog that makes one.

mod code;
mod errors;
mod outgoing;
mod plan;
mod scenarios;
mod ways;

pub use outgoing::share;

use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::text::text_fn;
use crate::words::link as text;
use leptos::prelude::*;
use samplan::exchange::{LinkContent, LinkError, read_link};
use std::sync::Arc;

/// What the link in the address holds.
#[component]
pub fn Link() -> impl IntoView {
    let context = context();
    let held = memo(move || context.place.link().with(|link| read_link(link)));
    let inside = move || match held.get() {
        Ok(LinkContent::Plan(plan)) => plan::held(context, Arc::new(*plan)),
        Ok(LinkContent::Scenarios(file)) => scenarios::held(context, Arc::new(*file)),
        Err(error) => refused(context, &error),
    };
    view! { <div class="link-view">{inside}</div> }
}

/// Why nothing can be opened.
fn refused(context: Context, error: &LinkError) -> AnyView {
    let error = error.clone();
    let lines = move || {
        let lines = errors::worded(context.language(), &error);
        lines.into_iter().take(12).map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <section class="card" role="alert" data-test="link-refused">
            <h1>{text_fn(text::not_opened)}</h1>
            <ul class="sentences">{lines}</ul>
            <p>{text_fn(text::mend)}</p>
            <div class="buttons">{ways::leave(context)}</div>
        </section>
    }
    .into_any()
}
