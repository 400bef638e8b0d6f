//! What stands in a section: what follows from the plan, or what the users wrote.

use super::state::Page;
use super::text_box::text_box;
use crate::state::Context;
use crate::ui::form::OnChange;
use crate::words;
use leptos::prelude::*;
use samplan::edit::PresentationEdit;
use samplan::plan::Scenario;

/// What follows from the plan, told again when it changes.
pub fn told(page: Page, tell: fn(Page) -> AnyView) -> AnyView {
    (move || tell(page)).into_any()
}

/// A text that is the scenario's own.
pub fn own(
    page: Page,
    test: &'static str,
    label: words::Word,
    read: fn(&Scenario) -> String,
    edit: fn(String) -> PresentationEdit,
) -> AnyView {
    let context: Context = page.context;
    let words = Signal::derive(move || context.with_scenario(|_, scenario| read(scenario)).unwrap_or_default());
    let write = OnChange::new(move |typed: String| page.layout.try_tell(edit(typed)));
    text_box(context, "whole", format!("text-{test}"), label, words, write)
}
