//! The navigation beside the views.

use crate::commands::Action;
use crate::state::context;
use crate::state::engine;
use crate::state::route::Route;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::views;
use crate::words;
use leptos::prelude::*;

/// The views, and help below them.
#[component]
pub fn Sidebar() -> impl IntoView {
    let context = context();
    let has_plan = move || context.session.plan().with(Option::is_some);
    let grave = move || {
        // As many as there are cards: one for each cause, whatever its years. Nothing until the rules have judged.
        let counted = context.outcome.get().and_then(|outcome| engine::counted(&outcome));
        counted.map_or(0, |(errors, warnings)| errors.saturating_add(warnings))
    };
    view! {
        <nav class="sidebar" aria-label=text_fn(words::shell::views)>
            <ul>
                <li><Entry route=Route::Home/></li>
                <Show when=has_plan>
                    <li>
                        <Entry route=Route::Budget/>
                        {move || (grave() > 0).then(|| view! {
                            <span class="badge" aria-hidden="true" data-test="findings-count">{grave()}</span>
                            <span class="visually-hidden">{words::shell::FindingsCount { count: grave() }.say(context.language())}</span>
                        })}
                    </li>
                    <li><Entry route=Route::Plan/></li>
                    <li><Entry route=Route::Scenarios/></li>
                    <li><Entry route=Route::Compare/></li>
                    <li><Entry route=Route::Explore/></li>
                    <li><Entry route=Route::Present/></li>
                    <li><Entry route=Route::Report/></li>
                </Show>
            </ul>
            <ul class="below">
                <li>
                    <button class="entry" on:click=on_mouse(move |_| Action::Help.run(context))>
                        <Icon shape=Shape::Help/><span>{move || Action::Help.name(context.language())}</span>
                    </button>
                </li>
                <li><Entry route=Route::Accessibility/></li>
            </ul>
        </nav>
    }
}

#[component]
fn Entry(route: Route) -> impl IntoView {
    let context = context();
    let name = views::title(route);
    let sign = views::shape(route).map(|shape| view! { <Icon shape=shape/> });
    view! {
        <a class="entry" href=move || context.place.address(route)
            aria-current=move || (context.route.get() == route).then_some("page")>
            {sign}<span>{text_fn(name)}</span>
        </a>
    }
}
