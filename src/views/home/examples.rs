//! The examples: real plans that stand as files beside the app. A file is fetched when it is opened, not before; the
//! service worker keeps them all for those who work offline.

use crate::commands::parts;
use crate::state::engine;
use crate::state::modules::{self, Module};
use crate::state::route::Route;
use crate::state::{Context, context};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{Language, home as text};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A plan file that comes with the app.
#[derive(Clone, Copy)]
struct Example {
    /// The plan's name, as in the file.
    name: &'static str,
    /// What it shows, in one line.
    shows: fn(Language) -> &'static str,
    /// Where the file is, from the page.
    file: &'static str,
}

#[rustfmt::skip]
const EXAMPLES: &[Example] = &[
    Example { name: "Växjö samordningsförbund 2014–2016", shows: text::example_vaxjo_2014, file: "plans/vaxjo-2014.json" },
    Example { name: "Samordningsförbundet Värend 2016–2018", shows: text::example_varend_2016, file: "plans/varend-2016.json" },
    Example { name: "Växjö och Alvesta samordningsförbund 2015–2017", shows: text::example_vaxjo_alvesta_2015, file: "plans/vaxjo-alvesta-2015.json" },
    Example { name: "Samordningsförbundet Sydnärke 2016–2018", shows: text::example_sydnarke_2016, file: "plans/sydnarke-2016.json" },
    Example { name: "Samordningsförbundet Ale, Kungälv, Stenungsund och Tjörn 2014–2015", shows: text::example_akst_2014, file: "plans/akst-2014.json" },
    Example { name: "Växjö samordningsförbund 2011–2013", shows: text::example_vaxjo_2011, file: "plans/vaxjo-2011.json" },
    Example { name: "Samordningsförbundet Värend 2015, prognos efter augusti", shows: text::example_varend_2015, file: "plans/varend-2015.json" },
    Example { name: "Samordningsförbundet Värend, delårsbokslut januari–augusti 2015", shows: text::example_varend_2015_interim, file: "plans/varend-2015-interim.json" },
];

/// The list of examples.
#[component]
pub fn Examples() -> impl IntoView {
    let context = context();
    view! {
        <section class="examples" aria-labelledby="examples-title">
            <div class="section-head">
                <h2 id="examples-title">{text_fn(text::examples_title)}</h2>
                <p class="muted">{text_fn(text::examples_hint)}</p>
            </div>
            <ul class="plan-list">
                {EXAMPLES.iter().map(|example| view! {
                    <li data-test="example">
                        <button type="button" class="open" on:click=on_mouse(move |_| open(context, example))
                            lang="sv">{example.name}</button>
                        <p class="muted">{move || (example.shows)(context.language())}</p>
                        <Icon shape=Shape::Forth/>
                    </li>
                }).collect_view()}
            </ul>
        </section>
    }
}

/// Fetches an example and opens a copy of it.
fn open(context: Context, example: &'static Example) {
    spawn_local(async move {
        let text = parts::fetch_text(example.file).await;
        let reader = modules::fetch(Module::Plan).await;
        match text.filter(|_| reader.is_ok()) {
            Some(text) => show(context, example.name, &text),
            None => {
                let language = context.settings.with_untracked(|settings| settings.language);
                context.notices.warn(text::ExampleNotFetched { name: example.name }.say(language));
            }
        }
    });
}

/// Opens a copy of an example, or the copy that is on the shelf already if nobody has changed it.
fn show(context: Context, name: &str, file: &str) {
    let plan = match engine::read(file) {
        Ok(plan) => plan,
        Err(error) => {
            // The tests of the plan files keep this from happening.
            return context.notices.file_error(name, error);
        }
    };
    let fresh = engine::write(&plan);
    let plans = context.storage.plans_untracked();
    let entries = plans.entries();
    let unchanged = entries.iter().find(|entry| fresh.is_some() && plans.text(&entry.key) == fresh);
    let is_open = context
        .session
        .plan()
        .with_untracked(|open| open.as_deref().is_some_and(|open| engine::is_same_plan(open, &plan)));
    match unchanged {
        _ if is_open => {}
        Some(entry) if context.session.open(&entry.key) => {}
        _ => context.session.open_as_new(plan),
    }
    context.place.go(Route::Budget);
}
