//! Plans put together into one, and the scenario in which their associations become one.

use super::neighbour::{NeighbourChoices, NeighbourError, Proposal, add, free, propose};
use super::years::YearSpan;
use crate::calendar::Year;
use crate::decision::{Decision, DecisionKind, DraftNames, draft};
use crate::plan::{Id, Plan, Scenario, ScenarioStep};
use crate::sorted::sort_by_key;

/// Why plans cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TogetherError {
    /// There are fewer than two.
    TooFew,
    /// Two of them, by place, are versions of one plan: its associations would stand twice.
    SamePlan(usize, usize),
    /// An association of one of them, by place, cannot be put in.
    Association {
        /// The place of its plan.
        plan: usize,
        association: Id,
        why: NeighbourError,
    },
}

/// The years that plans put together can look at: those that all have, and those that any has; the most useful first.
pub fn years_together(plans: &[&Plan]) -> Vec<YearSpan> {
    let span = |first: Option<Year>, last: Option<Year>| {
        let years = YearSpan { first: first?, last: last? };
        years.horizon().map(|_| years)
    };
    let firsts = || plans.iter().map(|plan| plan.first_year);
    let lasts = || plans.iter().map(|plan| plan.horizon().last());
    let all = span(firsts().max(), lasts().min());
    let any = span(firsts().min(), lasts().max()).filter(|any| Some(*any) != all);
    let mut found: Vec<YearSpan> = all.into_iter().chain(any).collect();
    // One year in common shows nothing before and after.
    sort_by_key(&mut found, |years| years.first == years.last);
    found
}

/// The first plan with the associations of the others, in `years`. For each association `choose` is asked what is the
/// same as something that is there already; what the plans call themselves and their scenarios stays behind but for the
/// first plan's.
///
/// # Errors
/// When there are too few plans, two are versions of one, or an association cannot be put in.
pub fn together(
    plans: &[&Plan],
    years: YearSpan,
    mut choose: impl FnMut(usize, &Id, &Proposal) -> NeighbourChoices,
) -> Result<Plan, TogetherError> {
    let (first, rest) = plans.split_first().filter(|(_, rest)| !rest.is_empty()).ok_or(TogetherError::TooFew)?;
    for (place, plan) in plans.iter().enumerate() {
        if let Some(other) = plans.iter().take(place).position(|other| other.id == plan.id) {
            return Err(TogetherError::SamePlan(other, place));
        }
    }
    let mut whole = Plan::clone(first);
    for (place, theirs) in rest.iter().enumerate() {
        let place = place.saturating_add(1);
        for association in &theirs.associations {
            let failed = |why| TogetherError::Association { plan: place, association: association.id.clone(), why };
            let proposal = propose(&whole, theirs, &association.id).map_err(failed)?;
            let choices = NeighbourChoices { years, ..choose(place, &association.id, &proposal) };
            whole = add(&whole, theirs, &association.id, &choices).map_err(failed)?;
        }
    }
    Ok(whole)
}

/// A scenario in which all associations of a plan become one, as a merger is usually proposed: in the plan's second
/// year, with what each member pays as before, all lines kept, equity transferred and the State's base grant lost.
/// `None` when there are fewer than two.
pub fn merger_scenario(plan: &Plan, name: &str, names: &DraftNames) -> Option<Scenario> {
    let there = || plan.associations.iter().filter(|one| one.life.last.is_none());
    let mut decision = draft(DecisionKind::Merger, plan.base(), &there().next()?.id, names)?;
    if let Decision::Merger(merger) = &mut decision {
        merger.associations = there().map(|one| one.id.clone()).collect();
        if merger.associations.len() < 2 {
            return None;
        }
    }
    let taken = |id: &str| plan.scenarios.iter().any(|one| one.id.as_str() == id);
    let id = free(&Id::from_name(name, |_| false), taken);
    let step = ScenarioStep { id: Id::new("merger"), name: String::new(), on: true, decision };
    Some(Scenario { steps: vec![step], ..Scenario::new(id, name) })
}
