//! How the work is kept in this browser: what the browser has promised, the room that it takes, and what has no file yet.

use crate::components::kilobytes::kilobytes;
use crate::state::context;
use crate::state::storage::past::{self, Room};
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::keeping as text;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What is said of it, under the plans.
#[component]
pub fn Keeping() -> impl IntoView {
    let context = context();
    let room = RwSignal::new(None::<Room>);
    Effect::new(move |_| {
        // Follows what is stored.
        context.storage.plans();
        spawn_local(async move { room.set(Some(past::room().await)) });
    });
    let unfiled = Signal::derive(move || {
        let plans = context.storage.plans();
        let changed = |entry: &crate::state::storage::PlanEntry| {
            plans.filed(&entry.key).is_none_or(|filed| filed < entry.changed)
        };
        plans.entries().iter().filter(|entry| changed(entry)).count()
    });
    let drop_versions = move || {
        spawn_local(async move {
            past::forget(None).await;
            room.set(Some(past::room().await));
        });
    };
    let shown = move || {
        room.get().map(|room| {
            let versions = room.versions > 0.0;
            view! {
                <p>{move || if room.is_persisted { text::promised(context.language()) } else { text::not_promised(context.language()) }}</p>
                <p>{move || text::Room { plans: kilobytes(context.language(), room.plans), bin: kilobytes(context.language(), room.bin), versions: kilobytes(context.language(), room.versions) }.say(context.language())}</p>
                {versions.then(|| view! { <div><button type="button" on:click=click(drop_versions)>{text_fn(text::drop_versions)}</button></div> })}
            }
        })
    };
    view! {
        <details class="kept-how" data-test="keeping">
            <summary>{text_fn(text::title)}</summary>
            <div class="prose">
                <p>{move || match unfiled.get() {
                    0 => text::all_filed(context.language()).to_owned(),
                    count => text::Unfiled { count }.say(context.language()),
                }}</p>
                {shown}
            </div>
        </details>
    }
}
