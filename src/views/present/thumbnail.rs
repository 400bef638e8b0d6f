//! Each slide of the list in small, as the room will see it; what it says stands beside it in words.

use super::show::in_small;
use crate::state::Context;
use leptos::prelude::*;
use samplan::plan::Slide;
use std::time::Duration;

/// A slide of the list as a thumbnail. They are drawn one after another when the list stands, so that nobody waits for them;
/// on a narrow screen the words have the room.
pub fn thumbnail(context: Context, place: usize, slide: Slide) -> AnyView {
    let wide = window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= LEAST_WIDTH);
    if !wide {
        return ().into_any();
    }
    let due = RwSignal::new(false);
    let wait = FIRST.saturating_add(EACH.saturating_mul(u32::try_from(place).unwrap_or_default()));
    let timer = set_timeout_with_handle(
        move || {
            due.try_set(true);
        },
        wait,
    );
    on_cleanup(move || {
        if let Ok(timer) = &timer {
            timer.clear();
        }
    });
    let drawn = move || if due.get() { small(context, &slide, THUMBNAIL) } else { None };
    view! { <span class="thumbnail" data-test="thumbnail">{drawn}</span> }.into_any()
}

/// The scale of a thumbnail (`style/present.css`).
const THUMBNAIL: f64 = 128.0 / 1920.0;
/// The narrowest window with thumbnails (`style/present.css`).
const LEAST_WIDTH: f64 = 621.0;
const FIRST: Duration = Duration::from_millis(150);
const EACH: Duration = Duration::from_millis(40);

/// A slide at a scale; nothing while the showing itself stands over the page.
pub fn small(context: Context, slide: &Slide, scale: f64) -> Option<AnyView> {
    if context.show.get() {
        return None;
    }
    // It is beside the kept plan that a slide's figures are told.
    context.session.plan().track();
    Some(in_small(context, slide, scale))
}
