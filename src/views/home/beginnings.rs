//! The ways to begin, and what a first visit sees of them.

use crate::commands::Action;
use crate::state::context;
use crate::state::route::Route;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{self, home as text, removed_storage};
use leptos::prelude::*;

/// What a first visit sees.
pub fn welcome() -> AnyView {
    view! {
        <header class="welcome">
            <h1>{text_fn(text::welcome_title)}</h1>
            <p>{text_fn(text::welcome)}</p>
            <Beginnings/>
        </header>
    }
    .into_any()
}

/// The ways to begin. A view has one primary button: with a plan open that is the bar's, and here none.
#[component]
pub fn Beginnings() -> impl IntoView {
    let context = context();
    let new = move || {
        if context.new_plan_begun.get() {
            text::continue_new(context.language())
        } else {
            words::view::new_plan(context.language())
        }
    };
    view! {
        <div class="beginnings">
            <button type="button" class:primary=move || context.session.plan().with(Option::is_none)
                on:click=on_mouse(move |_| Action::NewPlan.run(context))><Icon shape=Shape::Plus/>{new}</button>
            <button type="button" on:click=on_mouse(move |_| Action::OpenFile.run(context))>
                <Icon shape=Shape::Upload/>{text_fn(words::action::open_file)}
            </button>
            <Show when=move || context.session.plan().with(Option::is_some)>
                <a class="button" href=move || context.place.address(Route::Meet)><Icon shape=Shape::Sides/>{text_fn(words::meet::title)}</a>
            </Show>
            <span class="muted small">{text_fn(text::drop)}</span>
        </div>
    }
}

/// Says that nothing can be kept, where that is so.
pub fn blocked() -> AnyView {
    (!context().storage.is_usable())
        .then(|| warning("blocked", text_fn(text::blocked_title), text_fn(text::blocked)))
        .into_any()
}

/// Says that more may be stored than is known yet, where the browser is slow to tell, and what it took away itself.
pub fn storage_news() -> AnyView {
    let storage = context().storage;
    let silent =
        move || storage.is_silent().then(|| warning("silent", text_fn(text::silent_title), text_fn(text::silent)));
    let removed = move || {
        let restored = storage.removed()?;
        Some(warning("removed", text_fn(text::removed_title), move || removed_storage(context().language(), restored)))
    };
    (silent, removed).into_any()
}

/// What there is to know of the storage before anything else.
fn warning(test: &'static str, title: impl IntoView + 'static, what: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="blocked" role="status" data-test=test>
            <h2><Icon shape=Shape::Warning/>{title}</h2>
            <p>{what}</p>
        </section>
    }
    .into_any()
}
