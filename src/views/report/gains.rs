//! What we get, in each year in which the plan says how many take part; else in the last.

use super::state::Page;
use crate::components::gains::{goals, table};
use leptos::prelude::*;
use samplan::explore::{capacity_gain, gains, goal_checks};

/// The tables, and the goals against the plan.
pub fn gains_section(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let Some((plan, outcome)) = page.context.plan().zip(page.context.scenario_outcome.get()) else {
        return ().into_any();
    };
    let found: Vec<_> = plan
        .horizon()
        .iter()
        .filter_map(|year| Some((year, gains(&plan, &outcome.budget, None, year).ok()?)))
        .collect();
    let told = |group: &samplan::explore::GainGroup| group.participants.is_some();
    let with_participants: Vec<_> = found.iter().filter(|(_, groups)| groups.iter().any(told)).collect();
    let shown = if with_participants.is_empty() { found.last().into_iter().collect() } else { with_participants };
    let tables = shown.into_iter().map(|(year, groups)| {
        let capacity = capacity_gain(&outcome.projection, None, *year).ok().flatten();
        view! { <h3>{year.to_string()}</h3><div class="wide">{table(language, unit, *year, groups, capacity.as_ref())}</div> }
    });
    let tables = tables.collect_view();
    // On paper stand the goals that the plan has a number for; Utforska lists them all.
    let mut checks = goal_checks(&plan, &outcome, None, plan.horizon().last());
    checks.retain(|check| check.reached.is_some());
    view! { {tables}<div class="wide">{goals(language, &plan, &checks)}</div> }.into_any()
}
