//! Decisions: each maps one budget to the next, one file each. A scenario is an ordered list of them, each on or off.

mod activity_change;
mod application;
mod apportion;
mod contribution_change;
mod contributions;
mod equity_use;
mod index_change;
mod kind;
mod member_joins;
mod member_leaves;
mod merger;
mod one_off;
mod part;
mod present_values;
mod reach;
mod reason;
mod step_down;

pub use activity_change::{Action, ActivityChange};
pub use application::{Stage, Trace, trace};
pub use contribution_change::{Change, ContributionChange, Payer};
pub use equity_use::EquityUse;
pub use index_change::IndexChange;
pub use kind::{DecisionGroup, DecisionKind, DraftNames, draft};
pub use member_joins::{JoinKey, MemberJoins};
pub use member_leaves::{MemberLeaves, NOTICE_MONTHS, Others};
pub use merger::{
    BaseGrant, MergedContributions, MergedEquity, Merger, Overhead, OverheadAction, OverheadLine, PerInhabitant,
};
pub use one_off::OneOff;
pub use part::Part;
pub use reason::{Reason, Skipped};
pub use step_down::{Basis, StepDown};

pub(crate) use application::apply_all;

use crate::budget::Budget;
use crate::calendar::Horizon;
use crate::lever::Scale;
use crate::money::Decimal;
use crate::plan::Id;
use crate::plan::validation::{Check, Problem, ProblemKind};
use serde::{Deserialize, Serialize};

/// What a board can decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Shares of the activity money move from base to process.
    StepDown(StepDown),
    /// Associations become one.
    Merger(Box<Merger>),
    /// A municipality joins.
    MemberJoins(MemberJoins),
    /// A member leaves.
    MemberLeaves(MemberLeaves),
    /// What members pay.
    ContributionChange(ContributionChange),
    /// A line is added, or ends, grows, moves or is co-funded.
    ActivityChange(ActivityChange),
    /// The rates of an index.
    IndexChange(IndexChange),
    /// Planned use of saved money by year.
    EquityUse(EquityUse),
    /// An income or cost in one year.
    OneOff(OneOff),
}

impl Decision {
    /// What is wrong with the decision's own fields in a plan of these years, with paths from the decision on. What
    /// they meet in a table is [`Reason`]'s matter.
    pub fn problems(&self, horizon: Horizon) -> Vec<Problem> {
        let mut check = Check::within(horizon);
        self.validate(&mut check, "decision");
        check.take_problems()
    }

    /// The one association that it is about; a merger has several, an index none.
    pub fn association(&self) -> Option<&Id> {
        match self {
            Decision::StepDown(decision) => Some(&decision.association),
            Decision::MemberJoins(decision) => Some(&decision.association),
            Decision::MemberLeaves(decision) => Some(&decision.association),
            Decision::ContributionChange(decision) => Some(&decision.association),
            Decision::ActivityChange(decision) => Some(&decision.association),
            Decision::EquityUse(decision) => Some(&decision.association),
            Decision::OneOff(decision) => Some(&decision.association),
            Decision::Merger(_) | Decision::IndexChange(_) => None,
        }
    }

    /// When it applies among a scenario's decisions.
    pub fn group(&self) -> DecisionGroup {
        self.kind().group()
    }

    /// The numbers that can be moved, with their values.
    pub(crate) fn levers(&self) -> Vec<(Part, Decimal, Scale)> {
        match self {
            Decision::StepDown(decision) => decision.levers(),
            Decision::Merger(decision) => decision.levers(),
            Decision::MemberJoins(decision) => decision.levers(),
            Decision::MemberLeaves(decision) => decision.levers(),
            Decision::ContributionChange(decision) => decision.levers(),
            Decision::ActivityChange(decision) => decision.levers(),
            Decision::IndexChange(decision) => decision.levers(),
            Decision::EquityUse(decision) => decision.levers(),
            Decision::OneOff(decision) => decision.levers(),
        }
    }

    /// Sets a number; `None` when the decision has none such or the value cannot be.
    pub(crate) fn set_lever(&mut self, part: &Part, value: Decimal) -> Option<()> {
        match self {
            Decision::StepDown(decision) => decision.set_lever(part, value),
            Decision::Merger(decision) => decision.set_lever(part, value),
            Decision::MemberJoins(decision) => decision.set_lever(part, value),
            Decision::MemberLeaves(decision) => decision.set_lever(part, value),
            Decision::ContributionChange(decision) => decision.set_lever(part, value),
            Decision::ActivityChange(decision) => decision.set_lever(part, value),
            Decision::IndexChange(decision) => decision.set_lever(part, value),
            Decision::EquityUse(decision) => decision.set_lever(part, value),
            Decision::OneOff(decision) => decision.set_lever(part, value),
        }
    }

    /// What is wrong now and was not before.
    pub(crate) fn new_problem(&self, before: &Decision) -> Option<ProblemKind> {
        let problems = |decision: &Decision| {
            let mut check = Check::alone();
            decision.validate(&mut check, "");
            check.take_problems()
        };
        let known = problems(before);
        problems(self).into_iter().find(|problem| !known.contains(problem)).map(|problem| problem.kind)
    }

    pub(crate) fn validate(&self, check: &mut Check, path: &str) {
        match self {
            Decision::StepDown(decision) => decision.validate(check, &format!("{path}.step_down")),
            Decision::Merger(decision) => decision.validate(check, &format!("{path}.merger")),
            Decision::MemberJoins(decision) => decision.validate(check, &format!("{path}.member_joins")),
            Decision::MemberLeaves(decision) => decision.validate(check, &format!("{path}.member_leaves")),
            Decision::ContributionChange(decision) => decision.validate(check, &format!("{path}.contribution_change")),
            Decision::ActivityChange(decision) => decision.validate(check, &format!("{path}.activity_change")),
            Decision::IndexChange(decision) => decision.validate(check, &format!("{path}.index_change")),
            Decision::EquityUse(decision) => decision.validate(check, &format!("{path}.equity_use")),
            Decision::OneOff(decision) => decision.validate(check, &format!("{path}.one_off")),
        }
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), Reason> {
        match self {
            Decision::StepDown(decision) => decision.apply(budget),
            Decision::Merger(decision) => decision.apply(budget),
            Decision::MemberJoins(decision) => decision.apply(budget),
            Decision::MemberLeaves(decision) => decision.apply(budget),
            Decision::ContributionChange(decision) => decision.apply(budget),
            Decision::ActivityChange(decision) => decision.apply(budget),
            Decision::IndexChange(decision) => decision.apply(budget),
            Decision::EquityUse(decision) => decision.apply(budget),
            Decision::OneOff(decision) => decision.apply(budget),
        }
    }
}
