//! Changes to scenarios and their decisions.

use super::EditError;
use super::association::refuse_taken;
use super::order::move_item;
use super::promote::{MadeNames, promote};
use crate::decision::{Decision, Introduced};
use crate::plan::{Id, Plan, Scenario, ScenarioStep, ValidationError};

/// A change to a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScenarioEdit {
    /// Adds it, last.
    Add(Box<Scenario>),
    /// Copies it under a new name, right after it.
    Duplicate {
        /// The copy's id.
        id: Id,
        /// The copy's name.
        name: String,
    },
    Name(String),
    /// What it tries.
    Description(String),
    /// Moves it to a place among the scenarios.
    Move {
        /// The place, from 0.
        to: usize,
    },
    /// Takes it away.
    Remove,
    /// Makes it the base.
    Promote(MadeNames),
    /// Adds a decision, last.
    AddStep(Box<ScenarioStep>),
    /// Copies a decision, right after it.
    DuplicateStep {
        /// The decision.
        step: Id,
        /// The copy's id.
        id: Id,
    },
    /// A decision as it is to be: its name, whether it is on, what is decided.
    ReplaceStep {
        /// The decision, by its id.
        step: Box<ScenarioStep>,
        /// What changed.
        field: StepField,
    },
    /// Moves a decision to a place in the order.
    MoveStep {
        /// The decision.
        step: Id,
        /// The place, from 0.
        to: usize,
    },
    /// Takes a decision away.
    RemoveStep(Id),
}

/// What people changed about a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepField {
    /// Its own name.
    Name,
    /// Switched on or off.
    Switch,
    /// What is decided.
    Decision,
}

impl ScenarioEdit {
    pub(super) fn change(&self, plan: &mut Plan, id: &Id) -> Result<(), EditError> {
        let horizon = plan.horizon();
        if let ScenarioEdit::Add(scenario) = self {
            plan.scenarios.push((**scenario).clone().into());
            return Ok(());
        }
        let place = plan.scenarios.iter().position(|scenario| scenario.id == *id);
        let place = place.ok_or_else(|| EditError::NotFound(id.clone()))?;
        match self {
            ScenarioEdit::Move { to } => {
                return moved(move_item(&mut plan.scenarios, place, *to), id);
            }
            ScenarioEdit::Promote(names) => return promote(plan, id, names).map(|_| ()),
            ScenarioEdit::Name(name) => {
                let others = plan.scenarios.iter().filter(|other| other.id != *id);
                refuse_taken(name, others.map(|other| other.name.as_str()))?;
            }
            ScenarioEdit::Remove => {
                plan.scenarios.remove(place);
                return Ok(());
            }
            _ => {}
        }
        if let ScenarioEdit::ReplaceStep { step, .. } = self {
            refuse_same_name(plan, place, step)?;
        }
        let Some(scenario) = plan.scenarios.get_mut(place) else { return Err(EditError::NotFound(id.clone())) };
        match self {
            ScenarioEdit::Add(_) | ScenarioEdit::Move { .. } | ScenarioEdit::Remove | ScenarioEdit::Promote(_) => {}
            ScenarioEdit::Duplicate { id, name } => {
                let copy = Scenario { id: id.clone(), name: name.clone(), ..Scenario::clone(scenario) };
                plan.scenarios.insert(place.saturating_add(1), copy.into());
            }
            ScenarioEdit::Name(name) => scenario.name.clone_from(name),
            ScenarioEdit::Description(text) => scenario.description.clone_from(text),
            ScenarioEdit::AddStep(step) => {
                refuse_new(&step.decision.problems(horizon), &[])?;
                scenario.steps.push((**step).clone());
            }
            ScenarioEdit::DuplicateStep { step, id } => {
                let place = step_place(scenario, step)?;
                if let Some(original) = scenario.steps.get(place) {
                    let copy = ScenarioStep { id: id.clone(), ..original.clone() };
                    scenario.steps.insert(place.saturating_add(1), copy);
                }
            }
            ScenarioEdit::ReplaceStep { step, .. } => {
                let place = step_place(scenario, &step.id)?;
                if let Some(slot) = scenario.steps.get_mut(place) {
                    refuse_new(&step.decision.problems(horizon), &slot.decision.problems(horizon))?;
                    slot.clone_from(step);
                }
            }
            ScenarioEdit::MoveStep { step, to } => {
                let place = step_place(scenario, step)?;
                return moved(move_item(&mut scenario.steps, place, *to), step);
            }
            ScenarioEdit::RemoveStep(step) => {
                let place = step_place(scenario, step)?;
                scenario.steps.remove(place);
            }
        }
        Ok(())
    }
}

/// What a decision brings in is not called what another there is called: a municipality that joins as a member, a merged
/// association as one that goes on.
fn refuse_same_name(plan: &Plan, scenario: usize, step: &ScenarioStep) -> Result<(), EditError> {
    let steps = plan.scenarios.get(scenario).map(|scenario| scenario.steps.as_slice()).unwrap_or_default();
    let before = steps.iter().find(|other| other.id == step.id).and_then(|other| other.decision.introduces());
    let others = steps.iter().filter(|other| other.id != step.id);
    let others = || others.clone().filter_map(|other| Some((&other.decision, other.decision.introduces()?)));
    match step.decision.introduces() {
        Some(now @ Introduced::Member(_, name)) if before != Some(now) => {
            let of = step.decision.association();
            let there = of.and_then(|id| plan.association(id)).map(|one| one.members.as_slice()).unwrap_or_default();
            let joining = others().filter_map(|(decision, introduced)| match introduced {
                Introduced::Member(_, name) if decision.association() == of => Some(name),
                _ => None,
            });
            refuse_taken(name, there.iter().map(|member| member.name.as_str()).chain(joining))
        }
        Some(now @ Introduced::Association(_, name)) if before != Some(now) => {
            let parts = match &step.decision {
                Decision::Merger(merger) => merger.associations.as_slice(),
                _ => &[],
            };
            let on = plan.associations.iter().filter(|one| !parts.contains(&one.id)).map(|one| one.name.as_str());
            let formed = others().filter_map(|(_, introduced)| match introduced {
                Introduced::Association(id, name) if !parts.contains(id) => Some(name),
                _ => None,
            });
            refuse_taken(name, on.chain(formed))
        }
        _ => Ok(()),
    }
}

/// A decision that was wrong before, such as one for a year that the plan no longer shows, may stay so while something
/// else about it is changed; nothing new may be wrong.
pub(super) fn refuse_new(now: &[ValidationError], before: &[ValidationError]) -> Result<(), EditError> {
    let new: Vec<ValidationError> = now.iter().filter(|problem| !before.contains(problem)).cloned().collect();
    if new.is_empty() { Ok(()) } else { Err(EditError::Invalid(new)) }
}

fn step_place(scenario: &Scenario, step: &Id) -> Result<usize, EditError> {
    let place = scenario.steps.iter().position(|other| other.id == *step);
    place.ok_or_else(|| EditError::NotFound(step.clone()))
}

fn moved(done: bool, id: &Id) -> Result<(), EditError> {
    if done { Ok(()) } else { Err(EditError::NotFound(id.clone())) }
}

/// An id for a new decision of a scenario, made from a name that no decision has yet.
pub fn free_step(scenario: &Scenario, name: &str) -> Id {
    Id::from_name(name, |id| scenario.steps.iter().any(|step| step.id.as_str() == id))
}

/// An id for a new scenario.
pub fn free_scenario(plan: &Plan, name: &str) -> Id {
    Id::from_name(name, |id| plan.scenarios.iter().any(|scenario| scenario.id.as_str() == id))
}
