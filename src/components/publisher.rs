//! Who has put this Samplan on the web and how to reach them: read from `site.json` beside the app, which they fill in.

use crate::commands::parts::fetch_text;
use crate::state::context;
use crate::ui::text::text_fn;
use crate::words::{Language, label, publisher as text, waiting};
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;

const FILE: &str = "site.json";

/// What the file says. Both may be empty: that is how it comes with a build.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Site {
    #[serde(default)]
    publisher: String,
    /// An e-mail address, a telephone number or a web address.
    #[serde(default)]
    contact: String,
}

/// How far the reading is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    Waiting,
    Told(Site),
    Unreachable,
    Broken,
}

/// The publisher and how to reach them, or why that is not known.
pub fn publisher() -> AnyView {
    let context = context();
    let answer = RwSignal::new(Answer::Waiting);
    spawn_local(async move {
        let read = match fetch_text(FILE).await.map(|text| serde_json::from_str::<Site>(&text)) {
            Some(Ok(site)) => Answer::Told(site),
            Some(Err(_)) => Answer::Broken,
            None => Answer::Unreachable,
        };
        let _ = answer.try_set(read);
    });
    let told = move || {
        let language = context.language();
        let plain = |word: fn(Language) -> &'static str| {
            view! { <p>{word(language)}" "{text::else_ask(language)}</p> }.into_any()
        };
        match answer.get() {
            Answer::Waiting => view! { <p class="muted">{waiting::part(language)}</p> }.into_any(),
            Answer::Unreachable => plain(text::unreachable),
            Answer::Broken => plain(text::broken),
            Answer::Told(site) if site.publisher.trim().is_empty() && site.contact.trim().is_empty() => plain(text::unnamed),
            Answer::Told(site) => view! {
                <dl class="publisher">
                    {fact(text::by(language), site.publisher.trim().to_owned().into_any(), site.publisher.trim().is_empty())}
                    {fact(text::contact(language), contact(site.contact.trim()), site.contact.trim().is_empty())}
                </dl>
            }
            .into_any(),
        }
    };
    view! {
        <section aria-labelledby="publisher-title" data-test="publisher">
            <h2 id="publisher-title">{text_fn(label::publisher)}</h2>
            {told}
        </section>
    }
    .into_any()
}

fn fact(name: &'static str, value: AnyView, empty: bool) -> Option<AnyView> {
    (!empty).then(|| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
}

/// A link where it is an address, else as it is written.
fn contact(written: &str) -> AnyView {
    let one_word = !written.contains(char::is_whitespace);
    let address = if one_word && (written.starts_with("https://") || written.starts_with("http://")) {
        Some(written.to_owned())
    } else if one_word && written.contains('@') && !written.contains(':') {
        Some(format!("mailto:{written}"))
    } else {
        None
    };
    match address {
        Some(address) => view! { <a href=address rel="noreferrer">{written.to_owned()}</a> }.into_any(),
        None => written.to_owned().into_any(),
    }
}
