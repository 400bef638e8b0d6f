//! The comparison view: two to four scenarios side by side. The verdict first, then what differs in a year beside the
//! chart; then year by year, decision by decision, and what differs in words.

mod bars;
mod choose;
mod differs;
mod gains;
mod measures;
mod other;
mod sentences;
mod shown;
mod steps;
mod table;
mod verdict;

use crate::components::association_choice::association_choice;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::text::text_fn;
use crate::words::compare as text;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::Comparison;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Id, Metric, Plan};
use shown::ComparisonShown;
use std::sync::Arc;

/// The view.
#[component]
pub fn Compare() -> impl IntoView {
    let context = context();
    let chosen = memo(move || {
        let plan = context.plan();
        let others = other::ids(context);
        plan.map_or_else(Vec::new, |plan| chosen(&plan, others, &context.compared.get(), context.scenario.get()))
    });
    let comparison = memo(move || {
        let plan = context.plan()?;
        let chosen = chosen.get();
        let owned = chosen.iter().filter_map(|id| Some((id.clone(), other::owner(context, id.as_ref())?)));
        let owned: Vec<_> = owned.collect();
        let columns = owned
            .iter()
            .map(|(id, (plan, of))| (id.clone(), plan.as_ref(), of.as_ref().and_then(|of| plan.scenario_by_id(of))));
        let comparison = (owned.len() > 1).then(|| Comparison::across(plan.horizon(), columns).ok()).flatten();
        comparison.map(Arc::new)
    });
    let association = memo(move || {
        let comparison = comparison.get()?;
        let there = comparison.associations();
        match there.as_slice() {
            [(only, _)] => Some(only.clone()),
            _ => context.association.get().filter(|id| there.iter().any(|(other, _)| other == id)),
        }
    });
    let wanted_year = RwSignal::new(None::<Year>);
    let year = memo(move || {
        let horizon = context.plan()?.horizon();
        Some(wanted_year.get().filter(|year| horizon.contains(*year)).unwrap_or(horizon.last()))
    });
    let shown = ComparisonShown {
        context,
        chosen,
        comparison,
        outcomes: memo(move || outcomes(context, &chosen.get())),
        year,
        association,
        metric: RwSignal::new(Metric::Equity),
        only: RwSignal::new(true),
    };
    let there = memo(move || comparison.with(Option::is_some));
    // Another plan's decisions are not this one's to take apart.
    let has_own = memo(move || chosen.with(|chosen| chosen.iter().flatten().any(|id| !other::is_other(id))));
    let body = move || {
        if there.get() {
            view! {
                {verdict::verdict(shown)}
                <div class="side-by-side first">{differs::differs(shown)}{bars::bars(shown)}</div>
                {gains::side_by_side(shown)}
                {table::table(shown)}
                {move || has_own.get().then(|| steps::steps(shown))}
                {sentences::sentences(shown)}
            }
            .into_any()
        } else {
            let none = context.plan().is_some_and(|plan| plan.scenarios.is_empty());
            view! { <p class="muted">{text_fn(if none { text::none } else { text::too_few })}</p> }.into_any()
        }
    };
    view! {
        <div class="compare">
            <header class="compare-head">
                <h1>{text_fn(text::title)}</h1>{choose::asked(shown, wanted_year)}{choose::choose(shown)}
            </header>
            {associations(shown)}
            {body}
        </div>
    }
}

/// What follows from each compared scenario.
fn outcomes(context: Context, chosen: &[Option<Id>]) -> Vec<Option<Arc<Outcome>>> {
    let of = |id: &Option<Id>| {
        let (plan, of) = other::owner(context, id.as_ref())?;
        let scenario = of.as_ref().and_then(|of| plan.scenario_by_id(of));
        project(&plan, scenario).ok().map(Arc::new)
    };
    chosen.iter().map(of).collect()
}

/// The chosen scenarios that the plan has: the one that the others are compared with first, the others in the plan's
/// order, and the other plan's last; to begin with the base beside the open scenario, or all of them when there are few.
fn chosen(plan: &Plan, others: Vec<Id>, wanted: &[Option<Id>], open: Option<Id>) -> Vec<Option<Id>> {
    let all = std::iter::once(None).chain(plan.scenarios.iter().map(|one| Some(one.id.clone())));
    let all = all.chain(others.into_iter().map(Some));
    let first = wanted.iter().find(|one| all.clone().any(|other| other == **one));
    let others = all.clone().filter(|one| wanted.contains(one) && Some(one) != first);
    let found: Vec<_> = first.cloned().into_iter().chain(others).collect();
    if !wanted.is_empty() && (!found.is_empty() || plan.scenarios.is_empty()) {
        return found;
    }
    // Another plan is looked at when it is asked for.
    let own: Vec<_> = all.filter(|id| id.as_ref().is_none_or(|id| !other::is_other(id))).collect();
    if own.len() <= choose::MOST {
        return own;
    }
    let open = open.or_else(|| plan.scenarios.first().map(|one| one.id.clone()));
    vec![None, open]
}

/// Which association is shown, when there are several in any of the scenarios.
fn associations(shown: ComparisonShown) -> AnyView {
    let listed = memo(move || {
        let there = shown.comparison.with(|one| one.as_ref().map(|one| one.associations())).unwrap_or_default();
        there.into_iter().map(|(id, name)| (id, name.to_string())).collect::<Vec<_>>()
    });
    association_choice(listed, shown.association)
}
