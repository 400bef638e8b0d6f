//! The page for the minutes: one document from the open scenario.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Report() -> impl IntoView {
    view! { <div class="report"></div> }
}
