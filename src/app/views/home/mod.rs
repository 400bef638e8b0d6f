//! The view.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Home() -> impl IntoView {
    view! { <h1>"Home"</h1> }
}
