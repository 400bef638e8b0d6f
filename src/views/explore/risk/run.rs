//! A run of the simulation: what it draws from, and what came of it.

use super::tool::RiskTool;
use crate::state::Context;
use crate::views::explore::measure::what_named;
use crate::words::{self, Language};
use samplan::comparison::Subject;
use samplan::explore::{SimulationSettings, SimulationSummary};
use samplan::lever::LeverAddress;
use samplan::plan::{Id, Metric, Plan};
use std::sync::Arc;

/// What came of a run.
pub struct RunOutcome {
    pub plan: Arc<Plan>,
    pub scenario: Option<Id>,
    pub association: Option<Id>,
    pub metric: Metric,
    /// Who pays, where what one pays was looked at.
    pub payer: Option<Subject>,
    pub seed: u64,
    pub summary: SimulationSummary,
    /// Levers that could not be set at both ends of their range.
    pub held: Vec<LeverAddress>,
    /// Levers whose range has no width.
    pub without_width: Vec<LeverAddress>,
}

impl RunOutcome {
    /// What was looked at, in words.
    pub fn measure(&self, language: Language) -> String {
        what_named(language, &self.plan, &(self.metric, self.payer.clone()))
    }
}

/// What is drawn for the open scenario.
pub fn settings(tool: RiskTool, plan: &Plan) -> SimulationSettings {
    let association = tool.shown.sought.measure().and_then(|measure| measure.association);
    SimulationSettings { association, ..SimulationSettings::usual(plan, tool.shown.scenario().as_ref()) }
}

/// A number of runs, as it is said.
pub fn count(context: Context, number: u32) -> words::Counted {
    words::Counted::new(context.language(), number.into(), 0)
}
