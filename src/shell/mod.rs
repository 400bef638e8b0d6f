//! The shell: top bar, navigation, messages and help around every view.

mod drafts;
pub mod full;
pub mod help;
pub mod notice;
mod print_head;
mod removed;
mod sidebar;
mod title;
mod topbar;
mod waiting;

use crate::components::share;
use crate::decisions;
use crate::exports;
use crate::state::context;
use crate::ui::form::on_mouse;
use crate::ui::text::text_fn;
use crate::views;
use crate::words;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let context = context();
    title::follow(context);
    removed::follow(context);
    // Its module is there: nobody is taken to a view before that.
    let view = move || views::draw(context.route.get());
    let busy = move || context.place.travel().slow().with(Option::is_some).then_some("true");
    view! {
        <a class="skip" href="#main" on:click=on_mouse(move |event| {
            event.prevent_default();
            focus_main();
        })>{text_fn(words::shell::skip)}</a>
        <topbar::TopBar/>
        <print_head::PrintHead/>
        <div class="frame">
            <sidebar::Sidebar/>
            <main id="main" tabindex="-1" aria-busy=busy><drafts::LeftBehind/>{view}</main>
        </div>
        {views::present::layer(context)}
        {views::meet::place(context)}
        {exports::place(context)}
        {share::place(context, false)}
        {full::place(context)}
        {waiting::sign(context)}
        {decisions::leaving_question(context)}
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
