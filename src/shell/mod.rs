//! The shell: top bar, navigation, messages and help around every view.

mod help;
pub mod notice;
mod sidebar;
mod topbar;

use crate::state::context;
use crate::state::route::Route;
use crate::ui::form::on_mouse;
use crate::ui::text::say;
use crate::views;
use crate::words;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let context = context();
    let view = move || match context.route.get() {
        Route::Home => views::home::Home().into_any(),
        Route::New => views::new_plan::NewPlan().into_any(),
        Route::Budget => views::budget::Budget().into_any(),
        Route::Plan => views::plan::PlanSettings().into_any(),
        Route::Scenarios => views::scenarios::Scenarios().into_any(),
        Route::Compare => views::compare::Compare().into_any(),
        Route::Explore => views::explore::Explore().into_any(),
        Route::Present => views::present::Present().into_any(),
        Route::Report => views::report::Report().into_any(),
        Route::Meet => views::meet::Meet().into_any(),
        Route::Accessibility => views::accessibility::Accessibility().into_any(),
        Route::Bench => views::bench::Bench().into_any(),
    };
    view! {
        <a class="skip" href="#main" on:click=on_mouse(move |event| {
            event.prevent_default();
            focus_main();
        })>{say(words::shell::skip)}</a>
        <topbar::TopBar/>
        <div class="frame">
            <sidebar::Sidebar/>
            <main id="main" tabindex="-1">{view}</main>
        </div>
        {views::present::layer(context)}
        {views::meet::dropped(context)}
        <notice::NoticeArea/>
        <help::Help/>
    }
}

fn focus_main() {
    use wasm_bindgen::JsCast;
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = main.focus();
    }
}
