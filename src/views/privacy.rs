//! What is stored about whom, for how long, how it is removed, and whom to ask. `docs/privacy.md` says the same.

use crate::components::prose::sentences;
use crate::components::publisher::publisher;
use crate::ui::text::say;
use crate::words::privacy as text;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>{say(text::title)}</h1>
            <p>{say(text::intro)}</p>
            <h2>{say(text::stored_title)}</h2>
            {sentences(&[text::stored_plans, text::stored_settings, text::stored_files])}
            <p>{say(text::shared_computer)}</p>
            <h2>{say(text::remove_title)}</h2>
            {sentences(&[text::remove_one, text::remove_all])}
            <h2>{say(text::people_title)}</h2>
            <p>{say(text::people)}</p>
            <h2>{say(text::server_title)}</h2>
            <p>{say(text::server)}</p>
            {publisher()}
        </article>
    }
}
