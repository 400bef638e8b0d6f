//! Decisions: each maps one budget to the next, one file each. A scenario is an ordered list of them, each on or off.

mod equity_use;
mod one_off;

pub use equity_use::EquityUse;
pub use one_off::OneOff;

use crate::budget::Budget;
use crate::money::Overflow;
use crate::plan::validation::Check;
use crate::plan::{Id, Scenario};
use serde::{Deserialize, Serialize};

/// What a board can decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Planned use of saved money by year.
    EquityUse(EquityUse),
    /// An income or cost in one year.
    OneOff(OneOff),
}

/// A decision that could not apply, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its step in the scenario.
    pub step: Id,
    /// Why.
    pub reason: Reason,
}

/// Why a decision cannot apply to the table that it meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No association has this id (any more).
    NoSuchAssociation(Id),
    /// None of its years is in the plan.
    OutsideHorizon,
}

/// Why applying stops.
enum Stop {
    Cannot(Reason),
    Overflow(Overflow),
}

impl From<Overflow> for Stop {
    fn from(overflow: Overflow) -> Stop {
        Stop::Overflow(overflow)
    }
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Stop {
        Stop::Cannot(reason)
    }
}

impl Decision {
    /// Checks the decision's own fields; what they meet in a table is [`Reason`]'s matter.
    pub(crate) fn validate(&self, check: &mut Check, path: &str) {
        match self {
            Decision::EquityUse(decision) => decision.validate(check, &format!("{path}.equity_use")),
            Decision::OneOff(decision) => decision.validate(check, &format!("{path}.one_off")),
        }
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), Stop> {
        match self {
            Decision::EquityUse(decision) => decision.apply(budget),
            Decision::OneOff(decision) => decision.apply(budget),
        }
    }
}

/// Applies a scenario's decisions that are on, in order. What cannot apply is skipped and said.
pub(crate) fn apply_all(base: Budget, scenario: &Scenario) -> Result<(Budget, Vec<Skipped>), Overflow> {
    let mut budget = base;
    let mut skipped = Vec::new();
    for step in scenario.steps.iter().filter(|step| step.on) {
        let mut next = budget.clone();
        match step.decision.apply(&mut next) {
            Ok(()) => budget = next,
            Err(Stop::Cannot(reason)) => skipped.push(Skipped { step: step.id.clone(), reason }),
            Err(Stop::Overflow(overflow)) => return Err(overflow),
        }
    }
    Ok((budget, skipped))
}
