//! The scenarios view: the open scenario's decisions as cards with levers, and what follows from them beside it.

mod cards;
mod checks;
mod contributors;
mod details;
mod figures;
mod kpis;
mod picker;
mod shown;
mod tabs;
mod where_from;

use crate::components::association_choice::association_choice;
use crate::components::cost_chart::CostChart;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::text::text_fn;
use crate::words::{self, scenario as text};
use leptos::prelude::*;
use samplan::plan::Id;
use shown::ScenarioShown;

/// The view.
#[component]
pub fn Scenarios() -> impl IntoView {
    let context = context();
    open_one(context);
    let shown = ScenarioShown {
        context,
        association: association(context),
        year: RwSignal::new(None),
        asked: RwSignal::new(None),
    };
    let overflow =
        move || context.session.plan().with(Option::is_some) && context.scenario_outcome.with(Option::is_none);
    view! {
        <div class="scenarios">
            <h1 class="visually-hidden">{text_fn(words::view::scenarios)}</h1>
            {tabs::tabs(context)}
            {associations(shown)}
            {kpis::kpis(shown)}
            <div class="columns">
                <section class="decisions" aria-labelledby="decisions-title">
                    {details::details(context)}
                    {cards::cards(shown)}
                </section>
                <section class="answers" aria-labelledby="answers-title">
                    <h2 id="answers-title" class="visually-hidden">{text_fn(text::figures)}</h2>
                    <Show when=overflow>
                        <p class="field-error" role="alert">{text_fn(words::budget::overflow)}</p>
                    </Show>
                    <CostChart outcome=context.scenario_outcome shown=Signal::derive(move || shown.association.get())/>
                    {figures::figures(shown)}
                    {contributors::contributors(shown)}
                    {checks::findings(shown)}
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
fn associations(shown: ScenarioShown) -> AnyView {
    let listed = memo(move || {
        let outcome = shown.context.scenario_outcome.get();
        outcome.map_or_else(Vec::new, |outcome| {
            let named = outcome.projection.associations.iter().map(|one| (one.id.clone(), one.name.to_string()));
            named.collect::<Vec<_>>()
        })
    });
    association_choice(listed, shown.association)
}
