//! The view.

use leptos::prelude::*;

/// The view.
#[component]
pub fn NewPlan() -> impl IntoView {
    view! { <h1>"NewPlan"</h1> }
}
