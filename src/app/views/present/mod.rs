//! The projector view: the open scenario as slides for a room.

use leptos::prelude::*;

/// The view.
#[component]
pub fn Present() -> impl IntoView {
    view! { <div class="present"></div> }
}
