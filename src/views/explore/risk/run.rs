//! A run of the simulation: what it draws from, and what came of it.

use super::tool::Tool;
use crate::state::Context;
use crate::words;
use samplan::explore::{Settings, Summary};
use samplan::lever::LeverAddress;
use samplan::plan::{Id, Metric, Plan};
use std::sync::Arc;

/// What came of a run.
pub struct Outcome {
    pub plan: Arc<Plan>,
    pub scenario: Option<Id>,
    pub association: Option<Id>,
    pub metric: Metric,
    pub seed: u64,
    pub summary: Summary,
    /// Levers that could not be set at both ends of their range.
    pub held: Vec<LeverAddress>,
}

/// What is drawn for the open scenario.
pub fn settings(tool: Tool, plan: &Plan) -> Settings {
    let association = tool.shown.sought.measure().and_then(|measure| measure.association);
    Settings { association, ..Settings::usual(plan, tool.shown.scenario().as_ref()) }
}

/// A number of runs, as it is said.
pub fn count(context: Context, number: u32) -> words::Counted {
    words::Counted::new(context.language(), number.into(), 0)
}
