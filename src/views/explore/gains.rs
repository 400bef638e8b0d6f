//! What we get for the money, in a year of the open scenario.

use super::measure;
use super::shown::{ExploreShown, heading};
use crate::components::gains::{goals, table};
use crate::ui::form;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{gains as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::explore::{capacity_gain, gains, goal_checks};

/// The tool.
pub fn view(shown: ExploreShown) -> AnyView {
    let context = shown.context;
    let wanted = RwSignal::new(None::<Year>);
    let years = move || context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect::<Vec<Year>>());
    let year = move || {
        let years = years();
        wanted.get().filter(|year| years.contains(year)).or_else(|| years.first().copied())
    };
    let names = Signal::derive(move || years().iter().map(Year::to_string).collect());
    let chosen = Signal::derive(move || years().iter().position(|one| Some(*one) == year()).unwrap_or_default());
    let choose = Callback::new(move |place: usize| wanted.set(untrack(years).get(place).copied()));
    // One association where the scenario still has it; all together otherwise.
    let association = move || {
        let outcome = context.scenario_outcome.get()?;
        context.association.get().filter(|id| outcome.budget.association(id).is_some())
    };
    let ratios = move || {
        let (plan, outcome, year) = (context.plan()?, context.scenario_outcome.get()?, year()?);
        let association = association();
        let groups = gains(&plan, &outcome.budget, association.as_ref(), year).ok()?;
        let capacity = capacity_gain(&outcome.projection, association.as_ref(), year).ok()?;
        Some(table(context.language(), context.unit(), year, &groups, capacity.as_ref()))
    };
    let checks = move || {
        let (plan, outcome, year) = (context.plan()?, context.scenario_outcome.get()?, year()?);
        let one = association().filter(|id| plan.association(id).is_some());
        let checks = goal_checks(&plan, &outcome, one.as_ref(), year);
        let language = context.language();
        Some(
            goals(language, &plan, &checks)
                .unwrap_or_else(|| view! { <p class="muted">{text::no_goals(language)}</p> }.into_any()),
        )
    };
    view! {
        {heading(text::title, text::assumes, text::silent)}
        <div class="fields">
            {measure::association(context)}
            {form::choice(text_signal(label::year), names, chosen, choose)}
        </div>
        <div class="scroll">{ratios}</div>
        <h3>{text_fn(text::goals)}</h3>
        <div class="scroll">{checks}</div>
    }
    .into_any()
}
