//! The view.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Bench() -> impl IntoView {
    view! { <h1>"Bench"</h1> }
}
