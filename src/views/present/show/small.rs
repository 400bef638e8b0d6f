//! A slide as a picture: only to be looked at, in the slides' own styles (`style/present.css`).

use super::slide;
use super::stage::Stage;
use crate::state::Context;
use leptos::prelude::*;
use samplan::plan::Slide;

/// A slide by itself, at a part of the size that it is drawn for.
pub fn in_small(context: Context, of: &Slide, scale: f64) -> AnyView {
    beside(Stage::new(context), of, scale)
}

/// A slide beside the one that is shown.
pub fn beside(stage: Stage, of: &Slide, scale: f64) -> AnyView {
    let slide = slide::slide(stage.aside(scale), of);
    view! { <div class="small-slide" inert aria-hidden="true"><div class="show"><div class="slide-box">{slide}</div></div></div> }
        .into_any()
}
