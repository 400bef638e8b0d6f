//! The chosen slide in small, as the room will see it; what it says stands in the list and its fields as well.

use super::show::in_small;
use super::slides::current;
use crate::state::Context;
use crate::state::memo::memo;
use leptos::prelude::*;

/// The slide at `chosen`; nothing while the showing itself stands over the page.
pub fn preview(context: Context, chosen: RwSignal<usize>) -> AnyView {
    let slide = memo(move || current(context).into_iter().nth(chosen.get()));
    let drawn = move || {
        if context.show.get() {
            return None;
        }
        // It is beside the kept plan that a slide's figures are told.
        context.session.plan().track();
        slide.with(|slide| slide.as_ref().map(|slide| in_small(context, slide)))
    };
    view! {
        <div class="slide-preview" inert aria-hidden="true" data-test="slide-preview">
            <div class="show"><div class="slide-box">{drawn}</div></div>
        </div>
    }
    .into_any()
}
