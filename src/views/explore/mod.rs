//! The exploration view: which assumptions matter, what would have to be true, how sure one can be, whether this year's
//! forecast can be believed, what the money gives, and when things must be decided. Six tools on one page, one at a time.

mod calendar;
mod forecast;
mod gains;
mod goal_seek;
mod measure;
mod risk;
mod sensitivity;
mod slices;
mod tool;
mod value_field;

use crate::state::memo::memo;
use crate::state::route::ExploreTool as Tool;
use crate::state::{Context, context};
use crate::ui::form::{self, click};
use crate::ui::text::{said, say};
use crate::words::{self, explore as text, label};
use leptos::prelude::*;
use measure::Sought;
use samplan::plan::{Association, Id, Plan};

/// What the tools share.
#[derive(Clone, Copy)]
struct Shown {
    context: Context,
    /// What is looked at: metric, association, year.
    sought: Sought,
    /// The association whose register or accounts are shown.
    one: Memo<Option<Id>>,
}

impl Shown {
    /// Reads the association whose register or accounts are shown, and follows it.
    fn association<T>(self, read: impl FnOnce(&Plan, &Association) -> T) -> Option<T> {
        let plan = self.context.plan()?;
        let id = self.one.get()?;
        plan.association(&id).map(|found| read(&plan, found))
    }

    /// The open scenario, while the plan has it.
    fn scenario(self) -> Option<Id> {
        self.context.with_scenario(|_, scenario| scenario.id.clone())
    }
}

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
    let shown = Shown { context, sought: Sought::new(context), one };
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
                <h1>{say(words::view::explore)}</h1>
                {scenario_choice(shown)}
            </div>
            {tool::tabs()}
            <section class="tool" aria-labelledby="tool-title" data-test="tool">{body}</section>
        </div>
    }
}

/// Which scenario the tools ask about, for those that ask about one.
fn scenario_choice(shown: Shown) -> AnyView {
    let context = shown.context;
    let ids = move || {
        let plan = context.plan();
        let ids = plan.map_or_else(Vec::new, |plan| plan.scenarios.iter().map(|one| one.id.clone()).collect());
        std::iter::once(None).chain(ids.into_iter().map(Some)).collect::<Vec<Option<Id>>>()
    };
    let names = Signal::derive(move || {
        let base = label::the_plan(context.language()).to_owned();
        let plan = context.plan();
        let named = plan.map_or_else(Vec::new, |plan| plan.scenarios.iter().map(|one| one.name.clone()).collect());
        std::iter::once(base).chain(named).collect::<Vec<_>>()
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
            .then(|| form::choice(said(text::acts_on), names, chosen, choose))
    };
    view! { <div class="acts-on" data-test="acts-on">{choice}</div> }.into_any()
}

/// A tool's heading, what it assumes and what it does not tell.
fn heading(title: words::Word, assumes: words::Word, silent: words::Word) -> AnyView {
    view! {
        <div class="tool-head">
            <h2 id="tool-title">{say(title)}</h2>
            <p class="muted">{say(assumes)}" "{say(silent)}</p>
        </div>
    }
    .into_any()
}

/// Which of the plan's associations is shown, when there are several.
fn association_choice(shown: Shown) -> AnyView {
    let context = shown.context;
    let buttons = move || {
        let plan = context.plan()?;
        (plan.associations.len() > 1).then(|| {
            let each = plan.associations.iter().map(|one| {
                let (id, pressed) = (one.id.clone(), one.id.clone());
                view! {
                    <button type="button" on:click=click(move || context.place.show_association(Some(id.clone())))
                        aria-pressed=Signal::derive(move || (shown.one.get().as_ref() == Some(&pressed)).to_string())>
                        {one.name.clone()}
                    </button>
                }
            });
            let each = each.collect_view();
            view! {
                <div class="segments associations" role="group" aria-label=label::show(context.language())>
                    {each}
                </div>
            }
        })
    };
    buttons.into_any()
}
