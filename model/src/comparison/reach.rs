//! Which of a scenario's decisions do not hold in all the years that they name.

use super::Trace;
use crate::decision::Reach;
use crate::plan::{Id, Scenario};

/// The decisions that apply and are about an association, a member or a line that is not there in some of the years that
/// they name, each in the table that it meets: what is merged away by a later decision takes the change along.
pub fn partly_held(trace: &Trace, scenario: &Scenario) -> Vec<(Id, Reach)> {
    let befores = std::iter::once(&trace.base).chain(trace.stages.iter().map(|stage| &stage.budget));
    let reaches = trace.stages.iter().zip(befores).filter_map(|(stage, before)| {
        let step = scenario.steps.iter().find(|step| step.id == stage.step)?;
        Some((stage.step.clone(), step.decision.reach(before)?))
    });
    reaches.filter(|(_, reach)| !reach.missed.is_empty()).collect()
}
