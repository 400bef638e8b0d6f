//! On paper: which plan and view this is, in which unit, and the day.

use crate::components::when::today;
use crate::state::context;
use crate::views;
use crate::words;
use leptos::prelude::*;

/// The head of what is printed; the page for the minutes has its own.
#[component]
pub fn PrintHead() -> impl IntoView {
    let context = context();
    let day = RwSignal::new(String::new());
    let tell = move || day.set(untrack(|| today(context.language())));
    Effect::new(move |_| {
        context.language();
        tell();
    });
    // The app may have been open since yesterday.
    let before = window_event_listener_untyped("beforeprint", move |_| tell());
    on_cleanup(move || before.remove());
    let told = move || {
        let language = context.language();
        let plan = context.plan().map(|plan| plan.name.clone());
        let scenario = context.with_scenario(words::scenario_name);
        let view = views::title(context.route.get())(language).to_owned();
        [plan, scenario, Some(view)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <p class="print-head" aria-hidden="true">
            <b>{told}</b>
            <span>{move || words::unit_name(context.unit())}" · "{day}</span>
        </p>
    }
}
