//! The accessibility statement: target, tests, what is missing, and whom to tell.

use crate::components::publisher::publisher;
use crate::state::context;
use crate::words::{Language, accessibility as text};
use leptos::prelude::*;

/// Where people report to the supervisor; opened only when somebody follows the link.
const SUPERVISOR: &str = "https://www.digg.se/tdosanmalan";

/// The statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let context = context();
    let say = move |word: fn(Language) -> &'static str| move || word(context.language());
    let list = move |words: &'static [fn(Language) -> &'static str]| {
        let items = words.iter().map(|word| view! { <li>{say(*word)}</li> }).collect_view();
        view! { <ul class="bullets">{items}</ul> }
    };
    view! {
        <article class="prose">
            <h1>{say(text::title)}</h1>
            <p>{say(text::intro)}</p>
            <h2>{say(text::works_title)}</h2>
            {list(&[text::works_keyboard, text::works_colour, text::works_themes, text::works_errors])}
            <h2>{say(text::tested_title)}</h2>
            <p>{say(text::tested)}</p>
            <h2>{say(text::gaps_title)}</h2>
            {list(&[text::gap_audit, text::gap_readers, text::gap_browsers])}
            <h2>{say(text::report_title)}</h2>
            <p>{say(text::report)}</p>
            {publisher()}
            <h2>{say(text::supervisor_title)}</h2>
            <p>{say(text::supervisor)}</p>
            <p><a href=SUPERVISOR rel="noreferrer">{say(text::supervisor_link)}</a></p>
        </article>
    }
}
