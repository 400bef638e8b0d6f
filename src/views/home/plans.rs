//! The stored plans: opened, renamed, copied, downloaded, deleted.

use super::keeping;
use super::rename::Rename;
use super::versions::Versions;
use crate::state::context;
use crate::state::engine;
use crate::state::modules::{self, Module};
use crate::state::route::Route;
use crate::state::storage::PlanEntry;
use crate::ui::focus::focus_soon;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::words::{self, home as text, label};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::plan::Metric;
use wasm_bindgen_futures::spawn_local;

/// The list of stored plans, the last changed first.
#[component]
pub fn Plans(entries: Memo<Vec<PlanEntry>>) -> impl IntoView {
    let asked = RwSignal::new(None::<PlanEntry>);
    view! {
        <ul class="plan-list" id="plan-list" tabindex="-1">
            <For each=move || entries.get() key=|entry| entry.key.clone() children=move |entry| {
                let key = entry.key.clone();
                let entry = Memo::new(move |before: Option<&PlanEntry>| {
                    let found = entries.with(|entries| entries.iter().find(|entry| entry.key == key).cloned());
                    found.or_else(|| before.cloned()).unwrap_or_else(|| entry.clone())
                });
                view! { <PlanRow entry asked/> }
            }/>
        </ul>
        <Versions asked/>
    }
}

#[component]
fn PlanRow(entry: Memo<PlanEntry>, asked: RwSignal<Option<PlanEntry>>) -> impl IntoView {
    let context = context();
    let renaming = RwSignal::new(false);
    let open_id = StoredValue::new(entry.with_untracked(|entry| format!("open-{}", entry.key.as_str())));
    Effect::new(move |before: Option<bool>| {
        let now = renaming.get();
        if before == Some(true) && !now {
            focus_soon(format!("#{}", open_id.get_value()));
        }
        now
    });
    let name = move || entry.with(|entry| entry.name.clone());
    let is_open = move || context.session.key().get().is_some_and(|key| entry.with(|entry| entry.key == key));
    let open = move |_| {
        let entry = entry.get_untracked();
        // What reads it is there but where another tab has just stored the first plan.
        spawn_local(async move {
            if modules::fetch(Module::Plan).await.is_err() {
                return context.notices.warn(words::waiting::reader_missing(context.language()).to_owned());
            }
            if keeping::is_open(context, &entry) || context.session.open(&entry.key) {
                context.place.go(Route::Budget);
            }
        });
    };
    // Without storage the plan is held in memory: the row says so instead of when it changed.
    let kept = context.storage.is_usable();
    let when = move || {
        if !kept {
            return text::not_kept(context.language()).to_owned();
        }
        crate::components::when::changed(context.language(), entry.with(|entry| entry.changed))
    };
    // What the plan looks at, what it ends in, and what it tries.
    let digest = Memo::new(move |_| {
        let key = entry.with(|entry| entry.key.clone());
        let plan = context.storage.plans().open(&key).ok().flatten()?.plan;
        let result = engine::reckon(&plan).and_then(|outcome| {
            let year = plan.horizon().last();
            Some((year, outcome.projection.get(None, year, Metric::Result)?))
        });
        Some((plan.horizon(), result, plan.scenarios.len()))
    });
    let digest = move || {
        let (language, unit) = (context.language(), context.unit());
        digest.with(|digest| {
            let (horizon, result, scenarios) = digest.as_ref()?;
            let scenarios = text::ScenarioCount { count: *scenarios }.say(language);
            let years = words::years(language, *horizon);
            let result = result.map(|(year, result)| {
                let negative = result < Decimal::ZERO;
                let told = text::ResultIn { year, result: words::kr(result, unit) }.say(language);
                view! { " · "<span class:negative=negative>{told}</span> }
            });
            Some(view! { <span class="digest" data-test="plan-digest">{years}{result}" · "{scenarios}</span> })
        })
    };
    let delete = move |_| {
        let entry = entry.get_untracked();
        // The row that had the focus goes away.
        focus_soon("#plan-list, #main");
        keeping::delete(context, &entry);
    };
    view! {
        <li data-test=if kept { "plan" } else { "unkept" } aria-current=move || is_open().then_some("true")>
            <Show when=move || renaming.get() fallback=move || view! {
                <button type="button" class="open" on:click=on_mouse(open) id=open_id.get_value()
                    aria-label=move || text::Open { name: name() }.say(context.language())>{name}</button>
            }>
                <Rename entry=entry open=renaming/>
            </Show>
            <p class="muted">
                {move || is_open().then(|| view! { <span class="pill">{text::open_now(context.language())}</span> })}
                {when}{digest}
            </p>
            <div class="tools" role="group" aria-label=move || text::Actions { name: name() }.say(context.language())>
                <Tool shape=Shape::Pencil label=Signal::derive(move || text::Rename { name: name() }.say(context.language()))
                    run=move || renaming.set(true)/>
                <Tool shape=Shape::Copy label=Signal::derive(move || text::Duplicate { name: name() }.say(context.language()))
                    run=move || keeping::duplicate(context, &entry.get_untracked())/>
                <Tool shape=Shape::Download label=Signal::derive(move || text::Download { name: name() }.say(context.language()))
                    run=move || keeping::download(context, &entry.get_untracked())/>
                <Tool shape=Shape::Undo label=Signal::derive(move || words::version::Title { name: name() }.say(context.language()))
                    run=move || asked.set(Some(entry.get_untracked()))/>
                <Tool shape=Shape::Bin label=Signal::derive(move || label::Remove { name: name() }.say(context.language()))
                    run=move || delete(())/>
            </div>
        </li>
    }
}

#[component]
fn Tool(shape: Shape, label: Signal<String>, run: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="icon" aria-label=move || label.get() title=move || label.get()
            on:click=on_mouse(move |_| run())><Icon shape=shape/></button>
    }
}
