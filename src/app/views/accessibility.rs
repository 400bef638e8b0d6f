//! The view.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Accessibility() -> impl IntoView {
    view! { <h1>"Accessibility"</h1> }
}
