//! The view.

use leptos::prelude::*;

/// The view.
#[component]
pub fn PlanSettings() -> impl IntoView {
    view! { <h1>"PlanSettings"</h1> }
}
