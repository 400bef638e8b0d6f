//! The comparison view: two to four scenarios side by side.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Compare() -> impl IntoView {
    view! { <div class="compare"></div> }
}
