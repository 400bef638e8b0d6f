//! The accessibility statement: target, tests, what is missing, and whom to tell.

use crate::components::prose::sentences;
use crate::components::publisher::publisher;
use crate::ui::text::text_fn;
use crate::words::accessibility as text;
use leptos::prelude::*;

/// Where people report to the supervisor; opened only when somebody follows the link.
const SUPERVISOR: &str = "https://www.digg.se/tdosanmalan";

/// The statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>{text_fn(text::title)}</h1>
            <p>{text_fn(text::intro)}</p>
            <h2>{text_fn(text::works_title)}</h2>
            {sentences(&[text::works_keyboard, text::works_colour, text::works_themes, text::works_errors])}
            <h2>{text_fn(text::tested_title)}</h2>
            <p>{text_fn(text::tested)}</p>
            <h2>{text_fn(text::gaps_title)}</h2>
            {sentences(&[text::gap_audit, text::gap_readers, text::gap_browsers])}
            <h2>{text_fn(text::report_title)}</h2>
            <p>{text_fn(text::report)}</p>
            {publisher()}
            <h2>{text_fn(text::supervisor_title)}</h2>
            <p>{text_fn(text::supervisor)}</p>
            <p><a href=SUPERVISOR rel="noreferrer">{text_fn(text::supervisor_link)}</a></p>
        </article>
    }
}
