//! The exploration view: which assumptions matter, what would have to be true, how sure one can be, whether this year's
//! forecast can be believed, what the money gives, and when things must be decided. Six tools on one page, one at a time.

mod calendar;
mod cooperative_task;
mod forecast;
mod gains;
mod goal_seek;
mod measure;
mod risk;
mod sensitivity;
mod shown;
mod tool;
mod value_field;

use crate::state::context;
use crate::state::memo::memo;
use crate::state::route::ExploreTool as Tool;
use crate::ui::form::{self};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label};
use leptos::prelude::*;
use measure::MeasureQuery;
use samplan::plan::Id;
use shown::ExploreShown;

/// The view.
#[component]
pub fn Explore() -> impl IntoView {
    let context = context();
    let tool = context.place.tool();
    let one = memo(move || {
        let plan = context.plan()?;
        let chosen = context.association.get().filter(|id| plan.association(id).is_some());
        chosen.or_else(|| plan.associations.first().map(|association| association.id.clone()))
    });
    let shown = ExploreShown { context, sought: MeasureQuery::new(context), one };
    let body = move || match tool.get() {
        Tool::Sensitivity => sensitivity::view(shown),
        Tool::GoalSeek => goal_seek::view(shown),
        Tool::Risk => risk::view(shown),
        Tool::Gains => gains::view(shown),
        Tool::Forecast => forecast::view(shown),
        Tool::Calendar => calendar::view(shown),
    };
    view! {
        <div class="explore">
            <div class="explore-head">
                <h1>{text_fn(words::view::explore)}</h1>
                {scenario_choice(shown)}
            </div>
            {tool::tabs()}
            <section class="tool" aria-labelledby="tool-title" data-test="tool">{body}</section>
        </div>
    }
}

/// Which scenario the tools ask about, for those that ask about one.
fn scenario_choice(shown: ExploreShown) -> AnyView {
    let context = shown.context;
    let ids = move || {
        let plan = context.plan();
        let ids = plan.map_or_else(Vec::new, |plan| plan.scenarios.iter().map(|one| one.id.clone()).collect());
        std::iter::once(None).chain(ids.into_iter().map(Some)).collect::<Vec<Option<Id>>>()
    };
    let names = Signal::derive(move || {
        let base = label::the_plan(context.language()).to_owned();
        let plan = context.plan();
        let named = plan.map_or_else(Vec::new, |plan| words::scenarios(&plan));
        std::iter::once(base).chain(named.into_iter().map(|(_, name)| name)).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let open = context.scenario.get();
        ids().iter().position(|id| *id == open).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        context.place.open_scenario(untrack(ids).into_iter().nth(place).flatten());
    });
    let choice = move || {
        tool::asks_scenario(context.place.tool().get())
            .then(|| form::choice(text_signal(label::applies_to), names, chosen, choose))
    };
    view! { <div class="acts-on" data-test="acts-on">{choice}</div> }.into_any()
}
