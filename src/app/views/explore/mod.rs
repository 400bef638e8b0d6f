//! The exploration view: which assumptions matter, what would have to be true, how sure one can be, and when.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Explore() -> impl IntoView {
    view! { <div class="explore"></div> }
}
