//! The scenarios view: the open scenario's decisions as cards with levers, and what follows from them beside it.

mod cards;
mod contributors;
mod details;
mod figures;
mod kpis;
mod picker;
mod tabs;
mod where_from;

use crate::components::association_choice::association_choice;
use crate::components::cost_chart::CostChart;
use crate::components::finding_cards;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::text::say;
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::plan::{Id, Metric};

/// The id of the heading over what the rules say.
const CHECKS: &str = "scenario-checks";

/// What the view shows beside what all views share.
#[derive(Clone, Copy)]
struct Shown {
    context: Context,
    /// The association; all together when `None`.
    association: Memo<Option<Id>>,
    /// The year of the key figures; the last when `None`.
    year: RwSignal<Option<Year>>,
    /// The figure whose origin is asked for.
    asked: RwSignal<Option<(Year, Metric)>>,
}

impl Shown {
    fn years(self) -> Vec<Year> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect())
    }

    /// The year of the key figures.
    fn year(self) -> Option<Year> {
        let years = self.years();
        self.year.get().filter(|year| years.contains(year)).or_else(|| years.last().copied())
    }
}

/// The view.
#[component]
pub fn Scenarios() -> impl IntoView {
    let context = context();
    open_one(context);
    let shown =
        Shown { context, association: association(context), year: RwSignal::new(None), asked: RwSignal::new(None) };
    let overflow =
        move || context.session.plan().with(Option::is_some) && context.scenario_outcome.with(Option::is_none);
    view! {
        <div class="scenarios">
            <h1 class="visually-hidden">{say(words::view::scenarios)}</h1>
            {tabs::tabs(context)}
            {associations(shown)}
            {kpis::kpis(shown)}
            <div class="columns">
                <section class="decisions" aria-labelledby="decisions-title">
                    {details::details(context)}
                    {cards::cards(shown)}
                </section>
                <section class="answers" aria-labelledby="answers-title">
                    <h2 id="answers-title" class="visually-hidden">{say(text::figures)}</h2>
                    <Show when=overflow>
                        <p class="field-error" role="alert">{say(words::budget::overflow)}</p>
                    </Show>
                    <CostChart outcome=context.scenario_outcome shown=Signal::derive(move || shown.association.get())/>
                    {figures::figures(shown)}
                    {contributors::contributors(shown)}
                    {findings(shown)}
                </section>
            </div>
            {where_from::dialog(shown)}
        </div>
    }
}

/// The first scenario is open until the user chooses another; a plan without any shows its base.
fn open_one(context: Context) {
    let plan = context.session.plan().get_untracked();
    let Some(plan) = plan else { return };
    let open = context.scenario.get_untracked();
    let there = open.as_ref().is_some_and(|id| plan.scenarios.iter().any(|scenario| scenario.id == *id));
    if !there && !context.place.is_scenario_chosen() {
        context.place.begin_with_scenario(plan.scenarios.first().map(|scenario| scenario.id.clone()));
    }
    // A scenario that is taken away by undo gives way to the base.
    Effect::new(move |_| {
        let gone = context.scenario.get().is_some_and(|id| {
            context.plan().is_none_or(|plan| !plan.scenarios.iter().any(|scenario| scenario.id == id))
        });
        if gone {
            context.place.begin_with_scenario(None);
        }
    });
}

/// The association that is shown: the chosen one while the scenario has it; the only one when there is one; else all
/// together, so that before and after a merger compare like with like.
fn association(context: Context) -> Memo<Option<Id>> {
    memo(move || {
        let outcome = context.scenario_outcome.get()?;
        let associations = &outcome.projection.associations;
        let chosen = context.association.get().filter(|id| outcome.projection.association(id).is_some());
        match associations.as_slice() {
            [only] => Some(only.id.clone()),
            _ => chosen,
        }
    })
}

/// One association, another, or all together.
fn associations(shown: Shown) -> AnyView {
    let listed = memo(move || {
        let outcome = shown.context.scenario_outcome.get();
        outcome.map_or_else(Vec::new, |outcome| {
            let named = outcome.projection.associations.iter().map(|one| (one.id.clone(), one.name.to_string()));
            named.collect::<Vec<_>>()
        })
    });
    association_choice(listed, shown.association)
}

/// What the rules say about the scenario. What cannot apply is said on its card.
fn findings(shown: Shown) -> AnyView {
    let context = shown.context;
    let cards = move || {
        let outcome = context.scenario_outcome.get();
        let association = shown.association.get();
        let found =
            outcome.as_ref().map_or_else(Vec::new, |outcome| finding_cards::for_board(outcome, association.as_ref()));
        if found.is_empty() {
            return view! { <p class="muted small">{label::nothing_to_remark(context.language())}</p> }.into_any();
        }
        let card = |group| finding_cards::card(context, outcome.as_deref(), group, None);
        found.iter().map(card).collect_view().into_any()
    };
    let title = move || {
        let language = context.language();
        if context.scenario.with(Option::is_some) { text::checks(language) } else { label::checks(language) }
    };
    view! {
        <section class="findings" aria-labelledby=CHECKS data-test="findings">
            <h2 id=CHECKS tabindex="-1">{title}</h2>
            {cards}
        </section>
    }
    .into_any()
}
