//! The navigation beside the views.

use crate::commands::Action;
use crate::state::context;
use crate::state::route::Route;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::say;
use crate::words;
use leptos::prelude::*;
use samplan::finding::Severity;

/// The views, and help below them.
#[component]
pub fn Sidebar() -> impl IntoView {
    let context = context();
    let has_plan = move || context.session.plan().with(Option::is_some);
    let grave = move || {
        let outcome = context.outcome.get();
        let findings = outcome.map(|outcome| {
            outcome.report.findings.iter().filter(|finding| finding.severity <= Severity::Warning).count()
        });
        findings.unwrap_or_default()
    };
    view! {
        <nav class="sidebar" aria-label=say(words::shell::views)>
            <ul>
                <li><Entry route=Route::Home shape=Shape::Home/></li>
                <Show when=has_plan>
                    <li>
                        <Entry route=Route::Budget shape=Shape::Table/>
                        {move || (grave() > 0).then(|| view! {
                            <span class="badge" aria-hidden="true" data-test="findings-count">{grave()}</span>
                            <span class="visually-hidden">{words::shell::FindingsCount { count: grave() }.say(context.language())}</span>
                        })}
                    </li>
                    <li><Entry route=Route::Plan shape=Shape::Gear/></li>
                    <li><Entry route=Route::Scenarios shape=Shape::Sliders/></li>
                    <li><Entry route=Route::Compare shape=Shape::Sides/></li>
                    <li><Entry route=Route::Explore shape=Shape::Compass/></li>
                    <li><Entry route=Route::Present shape=Shape::Screen/></li>
                    <li><Entry route=Route::Report shape=Shape::Sheet/></li>
                </Show>
            </ul>
            <ul class="below">
                <li>
                    <button class="entry" on:click=on_mouse(move |_| Action::Help.run(context))>
                        <Icon shape=Shape::Help/><span>{move || Action::Help.name(context.language())}</span>
                    </button>
                </li>
                <li><Entry route=Route::Accessibility shape=Shape::Person/></li>
            </ul>
        </nav>
    }
}

#[component]
fn Entry(route: Route, shape: Shape) -> impl IntoView {
    let context = context();
    let name = move || {
        let language = context.language();
        match route {
            Route::Home => words::view::home(language),
            Route::New => words::view::new_plan(language),
            Route::Budget => words::view::budget(language),
            Route::Plan => words::view::plan(language),
            Route::Scenarios => words::view::scenarios(language),
            Route::Compare => words::view::compare(language),
            Route::Explore => words::view::explore(language),
            Route::Present => words::view::present(language),
            Route::Report => words::view::report(language),
            Route::Meet => words::view::meet(language),
            Route::Accessibility => words::view::accessibility(language),
            Route::Bench => "Bench",
        }
    };
    view! {
        <a class="entry" href=move || context.place.address(route)
            aria-current=move || (context.route.get() == route).then_some("page")>
            <Icon shape=shape/><span>{name}</span>
        </a>
    }
}
