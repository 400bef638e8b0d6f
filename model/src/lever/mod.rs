//! Levers (*reglage*): every number of a plan or a decision that can be moved, sought or varied, with its address, its
//! unit, the range of its slider, and how to set it. Sliders, goal seek and sensitivity all use these.

mod base;
mod error;
mod slider;

pub use error::LeverError;
pub use slider::Lever;

pub use crate::base::LineField;
pub use crate::plan::LeverAddress;
pub(crate) use crate::quantity::QuantityKind;
pub use crate::quantity::{LeverUnit, month_value, value_month};

pub(crate) use crate::base::{line_levers, set_line};

use crate::money::Decimal;
use crate::plan::{Id, Plan, Scenario};

/// The levers of the plan's base, and of the decisions of a scenario that are on.
pub fn levers(plan: &Plan, scenario: Option<&Id>) -> Vec<Lever> {
    let mut levers = base::levers(plan);
    let scenario = scenario.and_then(|id| plan.scenario_by_id(id));
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
pub fn set(plan: &mut Plan, address: &LeverAddress, value: Decimal) -> Result<(), LeverError> {
    let (_, scale) = read(plan, address).ok_or(LeverError::NoSuchLever)?;
    let value = scale.fit(value);
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let scenario = plan.scenarios.iter_mut().find(|other| other.id == *scenario);
            let step = scenario.and_then(|scenario| scenario.steps.iter_mut().find(|other| other.id == *step));
            let step = step.ok_or(LeverError::NoSuchLever)?;
            let mut decision = step.decision.clone();
            decision.set_lever(part, value).ok_or(LeverError::OutOfRange)?;
            if let Some(kind) = decision.new_problem(&step.decision) {
                return Err(LeverError::Invalid(kind));
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
fn read(plan: &Plan, address: &LeverAddress) -> Option<(Decimal, QuantityKind)> {
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let scenario = plan.scenario_by_id(scenario)?;
            let step = scenario.steps.iter().find(|other| other.id == *step)?;
            let found = step.decision.levers().into_iter().find(|(other, _, _)| other == part)?;
            Some((found.1, found.2))
        }
        other => base::read(plan, other),
    }
}
