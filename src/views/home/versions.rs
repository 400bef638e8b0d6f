//! A plan as earlier sessions found it: compared with now, or opened as a plan of its own.

use super::keeping;
use crate::commands::files;
use crate::components::when;
use crate::state::engine;
use crate::state::memo::memo;
use crate::state::route::Route;
use crate::state::storage::PlanEntry;
use crate::state::storage::past::{self, Version};
use crate::state::{Context, Other, context};
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, version as text};
use leptos::prelude::*;
use samplan::plan::Plan;
use wasm_bindgen_futures::spawn_local;

/// The dialog with the versions of the plan that is asked about.
#[component]
pub fn Versions(asked: RwSignal<Option<PlanEntry>>) -> impl IntoView {
    let context = context();
    let open = RwSignal::new(false);
    let found = RwSignal::new(None::<Vec<Version>>);
    Effect::new(move |_| {
        let Some(entry) = asked.get() else { return };
        found.set(None);
        open.set(true);
        spawn_local(async move { found.set(Some(past::versions(&entry.key).await)) });
    });
    let title = memo(move || {
        let name = asked.with(|asked| asked.as_ref().map(|entry| entry.name.clone())).unwrap_or_default();
        text::Title { name }.say(context.language())
    });
    let inside = move || match (found.get(), asked.get()) {
        (Some(versions), Some(entry)) if !versions.is_empty() => {
            let rows = versions.into_iter().map(|version| row(context, open, &entry, version)).collect_view();
            view! { <p class="muted">{text_fn(text::what)}</p><ul class="plan-list" data-test="versions">{rows}</ul> }
                .into_any()
        }
        (Some(_), _) => view! { <p>{text_fn(text::none)}</p> }.into_any(),
        (None, _) => ().into_any(),
    };
    view! { <Dialog open=open title=title wide=true>{inside}</Dialog> }
}

fn row(context: Context, open: RwSignal<bool>, entry: &PlanEntry, version: Version) -> AnyView {
    let language = context.settings.with_untracked(|settings| settings.language);
    let at = when::moment(language, version.at);
    let plan = match engine::read(&version.text) {
        Ok(plan) => plan,
        Err(error) => {
            let why = words::read_error(language, &error).join(" ");
            return view! { <li><strong>{at}</strong><p class="muted">{why}</p></li> }.into_any();
        }
    };
    let lines = plan.associations.iter().map(|one| one.lines.len()).fold(0, usize::saturating_add);
    let facts = text::Facts { years: words::years(language, plan.horizon()), lines, scenarios: plan.scenarios.len() }
        .say(language);
    let (shown, name, compared, entry, changed) = (plan.clone(), at.clone(), at.clone(), entry.clone(), version.at);
    let compare = move || {
        if keeping::is_open(context, &entry) || context.session.open(&entry.key) {
            open.set(false);
            context.other.set(Some(Other { changed, ..Other::new(&compared, shown.clone()) }));
            context.place.go(Route::Meet);
        }
    };
    let as_new = move || {
        open.set(false);
        let called = text::NameOf { name: &plan.name, when: &name }.say(language);
        files::open_plan(context, Plan { name: called, ..plan.clone() });
    };
    view! {
        <li>
            <strong>{at}</strong>
            <p class="muted">{facts}</p>
            <div class="tools">
                <button type="button" on:click=click(compare)>{text_fn(text::compare)}</button>
                <button type="button" on:click=click(as_new)>{text_fn(words::meet::dropped_open)}</button>
            </div>
        </li>
    }
    .into_any()
}
