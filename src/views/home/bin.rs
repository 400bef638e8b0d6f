//! The bin: the plans that were deleted last, taken back or thrown away for good.

use crate::components::when;
use crate::state::storage::PlanEntry;
use crate::state::{Context, context};
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::bin as text;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The bin, when there is something in it.
#[component]
pub fn Bin() -> impl IntoView {
    let context = context();
    let entries = Signal::derive(move || context.storage.plans().trash());
    let shown = move || {
        let entries = entries.get();
        (!entries.is_empty()).then(|| {
            let count = entries.len();
            let keys: Vec<_> = entries.iter().map(|entry| entry.key.clone()).collect();
            let empty = move || spawn_local(context.storage.forget_deleted(keys.clone()));
            let rows = entries.into_iter().map(|entry| row(context, entry)).collect_view();
            view! {
                <details class="bin" data-test="bin">
                    <summary>{move || text::Title { count }.say(context.language())}</summary>
                    <p class="hint">{text_fn(text::what)}</p>
                    <ul class="plan-list">{rows}</ul>
                    <button type="button" class="danger" on:click=click(empty)>{text_fn(text::empty)}</button>
                </details>
            }
        })
    };
    shown.into_any()
}

fn row(context: Context, entry: PlanEntry) -> AnyView {
    let (name, key) = (entry.name.clone(), entry.key.clone());
    let forget = {
        let key = key.clone();
        move || spawn_local(context.storage.forget_deleted(vec![key.clone()]))
    };
    let back = move || {
        let language = context.settings.with_untracked(|settings| settings.language);
        if context.storage.restore(&key) {
            context.notices.say(crate::words::home::Restored { name: &name }.say(language));
        } else {
            context.notices.warn(text::taken(language).to_owned());
        }
    };
    let shown = entry.name.clone();
    let for_good = entry.name.clone();
    view! {
        <li>
            <strong>{entry.name}</strong>
            <p class="muted">{move || text::Deleted { when: when::moment(context.language(), entry.deleted.unwrap_or_default()) }.say(context.language())}</p>
            <div class="tools">
                <button type="button" class="quiet" on:click=click(back)
                    aria-label=move || text::TakeBackWhat { name: &shown }.say(context.language())>{text_fn(text::take_back)}</button>
                <button type="button" class="quiet" on:click=click(forget)
                    aria-label=move || text::ForGoodWhat { name: &for_good }.say(context.language())>{text_fn(text::for_good)}</button>
            </div>
        </li>
    }
    .into_any()
}
