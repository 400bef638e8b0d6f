//! The showing: slides over the whole page, with keys of its own. What is moved in it is moved on a copy of the plan.

mod capacity;
mod card_fit;
mod chart;
mod compare;
mod contributions;
mod figure;
mod findings;
pub mod fit;
mod flows;
mod full_screen;
mod guesses;
mod headline;
mod keys;
pub mod kinds;
mod leave;
mod levers;
mod opening;
mod projector;
mod proposal;
mod resume;
mod risks;
mod screen;
mod slide;
mod small;
mod space;
mod stage;
mod stands;

pub use headline::stated_now;
pub use keys::ShowKey;
pub use projector::is_projector;
pub use resume::resume;
pub use small::in_small;

use super::positions;
use crate::components::{picture, share};
use crate::state::memo::memo;
use crate::state::modules::Slot;
use crate::state::route::Route;
use crate::state::{Context, LinkScope};
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_signal;
use crate::words::{Word, action, label, show as text};
use leptos::html;
use leptos::prelude::*;
use stage::Stage;
use std::sync::Arc;

/// The place for a showing, over everything else.
pub fn layer(context: Context) -> AnyView {
    if resume::is_interrupted() {
        let go_on = move || untrack(|| RESUME.get().map_or((), |resume| resume(context)));
        context.place.travel().go(Route::Present, Arc::new(go_on), || ());
    }
    let shown = move || context.show.get().then(|| untrack(|| SHOWING.get().map(|draw| draw(context))));
    shown.into_any()
}

/// Where its module hands the showing over.
pub static SHOWING: Slot<fn(Context) -> AnyView> = Slot::new();
/// Where it hands over how one goes on that a reload interrupted.
pub static RESUME: Slot<fn(Context)> = Slot::new();

/// The showing itself.
pub fn showing(context: Context) -> AnyView {
    let stage = Stage::new(context);
    if let Some(showing) = resume::take() {
        showing.put(stage);
    }
    view(stage)
}

fn view(stage: Stage) -> AnyView {
    screen::take(stage);
    resume::keep(stage);
    let context = stage.context;
    let node = NodeRef::<html::Div>::new();
    projector::follow(stage, node);
    let beside = move || stage.followed.get().then(|| projector::beside(stage));
    let shown = memo(move || (stage.at.get(), stage.slide()));
    let slides = move || match shown.get().1 {
        Some(slide) => slide::slide(stage, &slide),
        None => slide::nothing(stage),
    };
    let overflow = move || {
        let overflows = context.scenario_outcome.with(Option::is_none);
        overflows.then(
            || view! { <p class="overflow" role="alert">{crate::words::budget::overflow(context.language())}</p> },
        )
    };
    let blank = move || {
        stage.blank.get().then(|| view! {
        <div class="blank" data-test="blank"><p class="visually-hidden" role="status">{text::blank_on(context.language())}</p></div>
    })
    };
    let noting = move || positions::editor(context);
    view! {
        <div class="show" class:presenting=stage.followed role="dialog" aria-modal="true" data-test="show"
            aria-label=Signal::derive(move || text::label(context.language()))>
            <div class="slide-box" node_ref=node>
                {slides}
                {overflow}
                {blank}
            </div>
            {beside}
            {controls(stage)}
            <Dialog open=stage.noting title=text_signal(label::positions) wide=true>{noting()}</Dialog>
            {leave::dialog(stage)}
            {share::place(context, true)}
        </div>
    }
    .into_any()
}

/// The same as the keys, for the mouse; and where in the showing one is.
fn controls(stage: Stage) -> AnyView {
    let context = stage.context;
    let tool = move |shape: Shape, word: Word, test: &'static str, what: fn(Stage)| {
        let named = Signal::derive(move || word(context.language()));
        view! {
            <button type="button" class="icon" data-test=test aria-label=named on:click=click(move || what(stage))>
                <Icon shape=shape/>
            </button>
        }
        .into_any()
    };
    let place =
        move || text::Place { at: stage.at.get().saturating_add(1), count: stage.count() }.say(context.language());
    let spoken = move || {
        text::PlaceSpoken { at: stage.at.get().saturating_add(1), count: stage.count() }.say(context.language())
    };
    let year = move || stage.year().map(|year| year.to_string());
    view! {
        <nav class="controls" aria-label=Signal::derive(move || text::controls(context.language()))>
            <div class="year-step" role="group" aria-label=Signal::derive(move || label::year_of_the_key_figures(context.language()))>
                {tool(Shape::Back, text::year_before, "show-year-before", |stage| stage.step_year(false))}
                <span data-test="show-year" role="status">{year}</span>
                {tool(Shape::Forth, text::year_after, "show-year-after", |stage| stage.step_year(true))}
            </div>
            <div class="tools">
                {tool(Shape::Moon, text::key_blank, "show-blank", |stage| stage.blank.set(true))}
                {tool(Shape::Screen, text::projector_open, "show-projector", projector::open)}
                {tool(Shape::Code, action::share, "show-share", |stage| share_shown(stage.context))}
                {tool(Shape::Copy, text::key_picture, "show-picture", |stage| picture::copy(stage.context))}
                {tool(Shape::Full, text::key_full, "show-full", |_| full_screen::toggle())}
                {tool(Shape::Close, text::key_leave, "show-leave", leave::ask)}
                {tool(Shape::Back, text::key_back, "show-back", Stage::back)}
                <span class="place" aria-hidden="true" data-test="show-place">{place}</span>
                <span class="visually-hidden" role="status">{spoken}</span>
                {tool(Shape::Forth, text::key_next, "show-next", Stage::next)}
            </div>
        </nav>
    }
    .into_any()
}

/// A link to what is shown: the plan with the open scenario.
fn share_shown(context: Context) {
    let has_scenario = context.scenario.with_untracked(Option::is_some);
    context.sharing.set(Some(if has_scenario { LinkScope::PlanWithScenario } else { LinkScope::Plan }));
}
