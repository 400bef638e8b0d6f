//! The examples: real plans that the app carries as files. A file is read when it is opened, not before.

use super::super::super::context::{Context, context};
use super::super::super::route::{self, Route};
use super::super::super::widgets::icon::{Icon, Shape};
use super::super::super::words::{self, Language, home as text};
use leptos::prelude::*;
use samplan::exchange;

/// A plan file that comes with the app.
#[derive(Clone, Copy)]
struct Example {
    /// The plan's name, as in the file.
    name: &'static str,
    /// What it shows, in one line.
    shows: fn(Language) -> &'static str,
    file: &'static str,
}

/// The file of an example.
macro_rules! plan {
    ($id:literal) => {
        include_str!(concat!("../../../../plans/", $id, ".json"))
    };
}

#[rustfmt::skip]
const EXAMPLES: &[Example] = &[
    Example { name: "Växjö samordningsförbund 2014–2016", shows: text::example_vaxjo_2014, file: plan!("vaxjo-2014") },
    Example { name: "Samordningsförbundet Värend 2016–2018", shows: text::example_varend_2016, file: plan!("varend-2016") },
    Example { name: "Växjö och Alvesta samordningsförbund 2015–2017", shows: text::example_vaxjo_alvesta_2015, file: plan!("vaxjo-alvesta-2015") },
    Example { name: "Samordningsförbundet Sydnärke 2016–2018", shows: text::example_sydnarke_2016, file: plan!("sydnarke-2016") },
    Example { name: "Samordningsförbundet Ale, Kungälv, Stenungsund och Tjörn 2014–2015", shows: text::example_akst_2014, file: plan!("akst-2014") },
    Example { name: "Växjö samordningsförbund 2011–2013", shows: text::example_vaxjo_2011, file: plan!("vaxjo-2011") },
    Example { name: "Samordningsförbundet Värend 2015, prognos efter augusti", shows: text::example_varend_2015, file: plan!("varend-2015") },
    Example { name: "Samordningsförbundet Värend, delårsbokslut januari–augusti 2015", shows: text::example_varend_2015_interim, file: plan!("varend-2015-interim") },
];

/// The list of examples.
#[component]
pub fn Examples() -> impl IntoView {
    let context = context();
    view! {
        <section class="examples" aria-labelledby="examples-title">
            <div class="section-head">
                <h2 id="examples-title">{move || text::examples_title(context.language())}</h2>
                <p class="muted">{move || text::examples_hint(context.language())}</p>
            </div>
            <ul class="plan-list">
                {EXAMPLES.iter().map(|example| view! {
                    <li data-test="example">
                        <button type="button" class="open" on:click=move |_| open(context, example)
                            lang="sv">{example.name}</button>
                        <p class="muted">{move || (example.shows)(context.language())}</p>
                        <Icon shape=Shape::Forth/>
                    </li>
                }).collect_view()}
            </ul>
        </section>
    }
}

/// Opens a copy of an example, or the copy that is on the shelf already if nobody has changed it.
fn open(context: Context, example: &Example) {
    let plan = match exchange::read(example.file) {
        Ok(plan) => plan,
        Err(error) => {
            // The tests of the plan files keep this from happening.
            let why = words::read_error(context.settings.with_untracked(|settings| settings.language), &error);
            return context.notices.warn(why.join(" "));
        }
    };
    let fresh = exchange::write(&plan);
    let shelf = context.vault.peek();
    let cards = shelf.cards();
    let unchanged = cards.iter().find(|card| shelf.text(&card.key).as_deref() == Some(fresh.as_str()));
    let is_open = context.session.plan().with_untracked(|open| open.as_deref() == Some(&plan));
    match unchanged {
        _ if is_open => {}
        Some(card) if context.session.open(&card.key) => {}
        _ => context.session.adopt(plan),
    }
    route::go(Route::Budget);
}
