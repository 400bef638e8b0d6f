//! One slide: what is on all of them.

use super::fit;
use super::headline::headline;
use super::kinds::{self, DrawSlide};
use super::opening::place;
use super::stage::Stage;
use crate::words::{self, show as text};
use leptos::prelude::*;
use samplan::plan::{Slide, SlideKind};

/// A slide.
pub fn slide(stage: Stage, slide: &Slide) -> AnyView {
    match kinds::of(slide.kind).draw {
        DrawSlide::Whole(draw) => draw(stage, slide),
        DrawSlide::Framed(kind, body) => framed(stage, slide, kind, body(stage, slide)),
    }
}

/// Nothing to show: every slide is hidden, or the amounts cannot be reckoned with.
pub fn nothing(stage: Stage) -> AnyView {
    let said = Signal::derive(move || text::nothing(stage.language()).to_owned());
    view! { <section class="slide" data-test="slide" data-kind="nothing"><h2 class="medium" tabindex="-1">{said}</h2></section> }
        .into_any()
}

/// Where one is, a heading, and what the slide shows. A text of the users' own stands under the heading, but where it
/// is the slide.
fn framed(stage: Stage, slide: &Slide, kind: &'static str, body: AnyView) -> AnyView {
    let own = slide.title.clone();
    let kind_of = slide.kind;
    let title = Signal::derive(move || {
        if !own.is_empty() {
            return fit::cut(&own, fit::HEADING);
        }
        let stated = headline(stage, kind_of);
        stated.map_or_else(
            || words::slide_kind(stage.language(), kind_of).to_owned(),
            |stated| fit::cut(&stated, fit::HEADING),
        )
    });
    let is_body = matches!(slide.kind, SlideKind::Text | SlideKind::ThinkFirst);
    let under = fit::under(&slide.text);
    let under = (!under.is_empty() && !is_body).then(|| view! { <p class="under">{under}</p> });
    view! {
        <section class="slide" data-test="slide" data-kind=kind>
            <header>
                <p class="where">{place(stage)}</p>
                <h2 tabindex="-1" class=Signal::derive(move || title.with(|title| fit::heading(title)))>{title}</h2>
                {under}
            </header>
            <div class="main">{body}</div>
        </section>
    }
    .into_any()
}
