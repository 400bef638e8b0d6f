//! What was being typed when the page was left: offered once more.

use crate::state::drafts::LeftDraft;
use crate::state::{Context, context};
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, draft as text};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The drafts, each with its way back, behind a line that opens: they wait, and the view stays in sight.
#[component]
pub fn LeftBehind() -> impl IntoView {
    let context = context();
    let shown = move || {
        let drafts = context.drafts.left_behind();
        (!drafts.is_empty()).then(|| {
            let title = text::Title { count: drafts.len() }.say(context.language());
            let rows = drafts.into_iter().map(|draft| row(context, draft)).collect_view();
            view! {
                <details class="left-behind" data-test="left-behind">
                    <summary>{title}</summary>
                    <ul>{rows}</ul>
                </details>
            }
        })
    };
    shown.into_any()
}

fn row(context: Context, draft: LeftDraft) -> AnyView {
    let language = context.language();
    let place = if draft.plan_name.is_empty() {
        draft.label.clone()
    } else {
        text::Place { field: &draft.label, plan: &draft.plan_name }.say(language)
    };
    let id = draft.id.clone();
    let typed = draft.text.clone();
    view! {
        <li>
            <div><p class="muted small">{place}</p><p class="typed" translate="no">{typed}</p></div>
            <div class="buttons">
                <button type="button" on:click=click(move || put_back(context, draft.clone()))>{text_fn(text::put_back)}</button>
                <button type="button" class="quiet" on:click=click(move || context.drafts.forget(&id))>{text_fn(words::home::discard_yes)}</button>
            </div>
        </li>
    }
    .into_any()
}

/// Opens the plan and the view where it was typed, and puts the text back into its field, as if it were typed again.
fn put_back(context: Context, draft: LeftDraft) {
    let plans = context.storage.plans_untracked();
    let stored = plans.entries().into_iter().map(|entry| entry.key).find(|key| key.as_str() == draft.plan);
    let is_open = context.session.key().with_untracked(|key| key.as_ref().map_or("", |key| key.as_str()) == draft.plan);
    let opened = is_open || draft.plan.is_empty() || stored.is_some_and(|key| context.session.open(&key));
    let language = context.settings.with_untracked(|settings| settings.language);
    if !opened {
        return context.notices.warn(text::no_plan(language).to_owned());
    }
    context.place.go_to_address(&draft.address);
    spawn_local(async move {
        if !context.drafts.put_back(draft).await {
            context.notices.warn(words::draft::no_field(language).to_owned());
        }
    });
}
