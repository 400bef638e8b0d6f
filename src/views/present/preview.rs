//! The chosen slide in small, as the room will see it; what it says stands in the list and its fields as well.

use super::slides::current;
use super::thumbnail::small;
use crate::state::Context;
use crate::state::memo::memo;
use leptos::prelude::*;

/// The slide at `chosen`; nothing while the showing itself stands over the page.
pub fn preview(context: Context, chosen: RwSignal<usize>) -> AnyView {
    let slide = memo(move || current(context).into_iter().nth(chosen.get()));
    let drawn = move || slide.with(|slide| slide.as_ref().and_then(|slide| small(context, slide, 0.25)));
    view! { <div class="slide-preview" data-test="slide-preview">{drawn}</div> }.into_any()
}
