//! The view.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Budget() -> impl IntoView {
    view! { <h1>"Budget"</h1> }
}
