//! What a step of undo costs: the bytes that the file would write of what it changed.

use samplan::exchange::written_bytes;
use samplan::plan::Plan;

/// How many bytes of a plan another does not share; all of them without another.
pub fn own_bytes(plan: &Plan, other: Option<&Plan>) -> usize {
    let Some(other) = other else { return written_bytes(plan) };
    let associations = plan.associations.iter().filter(|one| !one.is_among(&other.associations)).map(written_bytes);
    let scenarios = plan.scenarios.iter().filter(|one| !one.is_among(&other.scenarios)).map(written_bytes);
    let mut rest = plan.clone();
    rest.associations.clear();
    rest.scenarios.clear();
    associations.chain(scenarios).fold(written_bytes(&rest), usize::saturating_add)
}
