//! One change to a plan.

use super::{AssociationEdit, EditError, LineEdit, MeetEdit, PlanEdit, PresentationEdit, ScenarioEdit, scenario};
use crate::exchange;
use crate::lever::{self, LeverAddress};
use crate::money::Decimal;
use crate::plan::validation::validate_change;
use crate::plan::{Id, Plan};

/// One change to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A change to the plan as a whole.
    Plan(PlanEdit),
    /// A change to an association, its members and equity.
    Association(Id, AssociationEdit),
    /// A change to an association's lines.
    Line(Id, LineEdit),
    /// A change to a scenario and its decisions.
    Scenario(Id, ScenarioEdit),
    /// A lever that was moved.
    Lever(LeverAddress, Decimal),
    /// A change to how a scenario is told.
    Presentation(Id, PresentationEdit),
    /// What another plan has.
    Meet(MeetEdit),
    /// Several changes as one.
    All(Vec<Edit>),
}

/// Makes an edit of a kind that [`Edit::apply_with`] leaves to others.
pub type ChangeOthers = fn(&Edit, &mut Plan) -> Result<(), EditError>;

impl Edit {
    /// The plan after the edit.
    pub fn apply(&self, plan: &Plan) -> Result<Plan, EditError> {
        self.apply_with(plan, Edit::change_scenarios)
    }

    /// The same, with what is done to scenarios, levers and other plans done by [`Edit::change_scenarios`] or what stands
    /// in for it: holds none of its code, for a program that fetches that later.
    pub fn apply_with(&self, plan: &Plan, others: ChangeOthers) -> Result<Plan, EditError> {
        let mut next = plan.clone();
        self.change(&mut next, others)?;
        let problems = validate_change(plan, &next);
        if problems.is_empty() { Ok(next) } else { Err(EditError::Invalid(problems)) }
    }

    /// The plan after the edit, if it can be kept: a plan that would be too large to be opened again is refused.
    pub fn apply_to_keep(&self, plan: &Plan) -> Result<Plan, EditError> {
        self.apply_to_keep_with(plan, Edit::change_scenarios)
    }

    /// The same, as [`Edit::apply_with`] does it.
    pub fn apply_to_keep_with(&self, plan: &Plan, others: ChangeOthers) -> Result<Plan, EditError> {
        let next = self.apply_with(plan, others)?;
        match exchange::fits(&next) {
            // One that is too large already may be made smaller, step by step.
            Err(_) if exchange::fits(plan).is_ok() => Err(EditError::TooLarge),
            _ => Ok(next),
        }
    }

    fn change(&self, plan: &mut Plan, others: ChangeOthers) -> Result<(), EditError> {
        match self {
            Edit::Plan(edit) => edit.change(plan),
            Edit::Association(id, edit) => edit.change(plan, id),
            Edit::Line(id, edit) => {
                let association = plan.associations.iter_mut().find(|association| association.id == *id);
                edit.change(association.ok_or_else(|| EditError::NotFound(id.clone()))?)
            }
            Edit::All(edits) => edits.iter().try_for_each(|edit| edit.change(plan, others)),
            Edit::Scenario(..) | Edit::Lever(..) | Edit::Presentation(..) | Edit::Meet(_) => others(self, plan),
        }
    }

    /// Makes the edits of scenarios, levers and other plans; leaves all else alone.
    pub fn change_scenarios(&self, plan: &mut Plan) -> Result<(), EditError> {
        match self {
            Edit::Scenario(id, edit) => edit.change(plan, id),
            Edit::Lever(address, value) => set_lever(plan, address, *value),
            Edit::Presentation(id, edit) => {
                let scenario = plan.scenarios.iter_mut().find(|scenario| scenario.id == *id);
                edit.change(scenario.ok_or_else(|| EditError::NotFound(id.clone()))?)
            }
            Edit::Meet(edit) => edit.change(plan),
            Edit::Plan(_) | Edit::Association(..) | Edit::Line(..) | Edit::All(_) => Ok(()),
        }
    }
}

/// Sets a lever; one of a decision must leave it within the plan's years, as typing it in the decision would.
fn set_lever(plan: &mut Plan, address: &LeverAddress, value: Decimal) -> Result<(), EditError> {
    let decision = |plan: &Plan| match address {
        LeverAddress::Decision { scenario, step, .. } => {
            let scenario = plan.scenario_by_id(scenario)?;
            scenario.steps.iter().find(|other| other.id == *step).map(|step| step.decision.problems(plan.horizon()))
        }
        _ => None,
    };
    let before = decision(plan).unwrap_or_default();
    lever::set(plan, address, value).map_err(EditError::Lever)?;
    scenario::refuse_new(&decision(plan).unwrap_or_default(), &before)
}
