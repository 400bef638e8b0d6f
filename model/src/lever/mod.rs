//! Levers (*reglage*): every number of a plan or a decision that can be moved, sought or varied, with its address, its
//! unit, the range of its slider, and how to set it. Sliders, goal seek and sensitivity all use these.

mod base;
mod line;
mod scale;

pub use line::LinePart;
pub(crate) use scale::{Scale, value_year};
pub use scale::{Unit, month_value, value_month};

pub(crate) use line::{line_levers, set_line};

use crate::calendar::Year;
use crate::decision::Part;
use crate::money::Decimal;
use crate::plan::{Id, Plan, ProblemKind, Scenario};
use serde::{Deserialize, Serialize};

/// A number that can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lever {
    /// Where it is.
    pub address: LeverAddress,
    /// Its value now.
    pub value: Decimal,
    /// What the value counts.
    pub unit: Unit,
    /// The least value of its slider; the exact field may go further.
    pub least: Decimal,
    /// The most value of its slider.
    pub most: Decimal,
    /// The slider's step.
    pub step: Decimal,
}

/// Where a lever is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LeverAddress {
    /// A number of a decision.
    Decision {
        /// The scenario.
        scenario: Id,
        /// The decision's step in it.
        step: Id,
        /// The number.
        part: Part,
    },
    /// A number of a line, contributions among them.
    Line {
        /// The association.
        association: Id,
        /// The line.
        line: Id,
        /// The number.
        part: LinePart,
    },
    /// An index's rate from a year on.
    IndexRate {
        /// The index.
        index: Id,
        /// The year.
        year: Year,
    },
    /// What a coordinator costs from a year on.
    CostPerFte {
        /// The association.
        association: Id,
        /// The year.
        year: Year,
    },
    /// Places per coordinator.
    PlacesPerFte {
        /// The association.
        association: Id,
    },
    /// Equity at the beginning of the first year.
    OpeningEquity {
        /// The association.
        association: Id,
    },
    /// Planned use of saved money in a year.
    EquityUse {
        /// The association.
        association: Id,
        /// The year.
        year: Year,
    },
}

/// Why a lever cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeverProblem {
    /// The plan has no such number.
    NoSuchLever,
    /// The value cannot be: its kind of number does not reach there.
    OutOfRange,
    /// The plan would not be valid.
    Invalid(ProblemKind),
}

impl Lever {
    fn new(address: LeverAddress, value: Decimal, scale: Scale, plan: &Plan) -> Lever {
        let range = scale.range(value, plan.horizon());
        Lever { address, value, unit: scale.unit(), least: range.least, most: range.most, step: range.step }
    }
}

/// The levers of the plan's base, and of the decisions of a scenario that are on.
pub fn levers(plan: &Plan, scenario: Option<&Id>) -> Vec<Lever> {
    let mut levers = base::levers(plan);
    let scenario = scenario.and_then(|id| plan.scenarios.iter().find(|scenario| scenario.id == *id));
    if let Some(scenario) = scenario {
        for step in scenario.steps.iter().filter(|step| step.on) {
            levers.extend(of_step(plan, scenario, &step.id));
        }
    }
    levers
}

/// The levers of one decision, also when it is off.
pub fn of_step(plan: &Plan, scenario: &Scenario, step: &Id) -> Vec<Lever> {
    let Some(found) = scenario.steps.iter().find(|other| other.id == *step) else { return Vec::new() };
    let at = |part| LeverAddress::Decision { scenario: scenario.id.clone(), step: step.clone(), part };
    let levers = found.decision.levers().into_iter();
    levers.map(|(part, value, scale)| Lever::new(at(part), value, scale, plan)).collect()
}

/// The levers of one line of the base.
pub fn of_line(plan: &Plan, association: &Id, line: &Id) -> Vec<Lever> {
    base::of_line(plan, association, line)
}

/// One lever.
pub fn lever(plan: &Plan, address: &LeverAddress) -> Option<Lever> {
    let (value, scale) = read(plan, address)?;
    Some(Lever::new(address.clone(), value, scale, plan))
}

/// Sets a lever to a value, rounded to what its field can hold (whole kronor, months and years). On a problem the plan
/// is as it was.
pub fn set(plan: &mut Plan, address: &LeverAddress, value: Decimal) -> Result<(), LeverProblem> {
    let (_, scale) = read(plan, address).ok_or(LeverProblem::NoSuchLever)?;
    let value = scale.fit(value);
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let scenario = plan.scenarios.iter_mut().find(|other| other.id == *scenario);
            let step = scenario.and_then(|scenario| scenario.steps.iter_mut().find(|other| other.id == *step));
            let step = step.ok_or(LeverProblem::NoSuchLever)?;
            let mut decision = step.decision.clone();
            decision.set_lever(part, value).ok_or(LeverProblem::OutOfRange)?;
            if let Some(kind) = decision.new_problem(&step.decision) {
                return Err(LeverProblem::Invalid(kind));
            }
            step.decision = decision;
            Ok(())
        }
        other => base::set(plan, other, value),
    }
}

/// Writes a lever's value without asking whether the plan stays valid: for values between two that can be set. `None`
/// when there is no such number or the value cannot be.
pub(crate) fn write(plan: &mut Plan, address: &LeverAddress, value: Decimal) -> Option<()> {
    let (_, scale) = read(plan, address)?;
    let value = scale.fit(value);
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let scenario = plan.scenarios.iter_mut().find(|other| other.id == *scenario)?;
            let step = scenario.steps.iter_mut().find(|other| other.id == *step)?;
            step.decision.set_lever(part, value)
        }
        other => base::write(plan, other, value),
    }
}

/// A lever's value and kind.
fn read(plan: &Plan, address: &LeverAddress) -> Option<(Decimal, Scale)> {
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let scenario = plan.scenarios.iter().find(|other| other.id == *scenario)?;
            let step = scenario.steps.iter().find(|other| other.id == *step)?;
            let found = step.decision.levers().into_iter().find(|(other, _, _)| other == part)?;
            Some((found.1, found.2))
        }
        other => base::read(plan, other),
    }
}
