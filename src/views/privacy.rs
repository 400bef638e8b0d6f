//! What is stored about whom, for how long, how it is removed, and whom to ask. `docs/privacy.md` says the same.

use crate::components::prose::sentences;
use crate::components::publisher::publisher;
use crate::ui::text::text_fn;
use crate::words::privacy as text;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>{text_fn(text::title)}</h1>
            <p>{text_fn(text::intro)}</p>
            <h2>{text_fn(text::stored_title)}</h2>
            {sentences(&[text::stored_plans, text::stored_settings, text::stored_files])}
            <p>{text_fn(text::shared_computer)}</p>
            <h2>{text_fn(text::remove_title)}</h2>
            {sentences(&[text::remove_one, text::remove_all])}
            <h2>{text_fn(text::people_title)}</h2>
            <p>{text_fn(text::people)}</p>
            <h2>{text_fn(text::server_title)}</h2>
            <p>{text_fn(text::server)}</p>
            {publisher()}
        </article>
    }
}
