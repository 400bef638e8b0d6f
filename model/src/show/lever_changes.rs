//! Levers that were moved on a copy of the plan, and how they are kept.

use crate::edit::{Edit, ScenarioEdit};
use crate::lever::{self, LeverAddress, LeverUnit};
use crate::money::Decimal;
use crate::plan::{Id, Plan};

/// A lever that stands differently in the copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeverChange {
    /// Where it is.
    pub address: LeverAddress,
    /// What it counts.
    pub unit: LeverUnit,
    /// In the plan.
    pub old: Decimal,
    /// In the copy.
    pub new: Decimal,
}

impl LeverChange {
    /// Whether it is a number of the plan itself, which holds for every scenario.
    pub fn is_of_plan(&self) -> bool {
        !matches!(self.address, LeverAddress::Decision { .. })
    }
}

/// The levers of the base and of a scenario that differ between a plan and its copy.
pub fn lever_changes(plan: &Plan, copy: &Plan, scenario: Option<&Id>) -> Vec<LeverChange> {
    let before = lever::levers(plan, scenario).into_iter();
    let moved = before.filter_map(|old| {
        let new = lever::lever(copy, &old.address)?;
        let moved = LeverChange { address: old.address, unit: old.unit, old: old.value, new: new.value };
        (moved.old != moved.new).then_some(moved)
    });
    moved.collect()
}

/// Keeps moves: a scenario's in a copy of it with this id and name, the plan's own in the plan. `None` when there is
/// nothing to keep.
pub fn into_edit(lever_changes: &[LeverChange], scenario: Option<&Id>, copy: &Id, name: &str) -> Option<Edit> {
    let mut edits = Vec::new();
    if let Some(scenario) = scenario.filter(|_| lever_changes.iter().any(|one| !one.is_of_plan())) {
        let duplicate = ScenarioEdit::Duplicate { id: copy.clone(), name: name.to_owned() };
        edits.push(Edit::Scenario(scenario.clone(), duplicate));
    }
    for one in lever_changes {
        let address = match &one.address {
            LeverAddress::Decision { step, part, .. } => {
                LeverAddress::Decision { scenario: copy.clone(), step: step.clone(), part: part.clone() }
            }
            other => other.clone(),
        };
        edits.push(Edit::Lever(address, one.new));
    }
    (!edits.is_empty()).then_some(Edit::All(edits))
}
