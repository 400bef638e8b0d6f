//! Associations and members that are in one scenario and not in another.

use super::ScenarioColumn;
use super::difference::Cause;
use crate::budget::{AssociationBudget, Budget};
use crate::calendar::{Month, Year};
use crate::plan::Id;
use std::sync::Arc;

/// An association or a member that is there differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structural {
    /// What is so in the scenario and not in the one compared with.
    pub structure: Structure,
    /// The decision that made it so.
    pub cause: Option<Cause>,
}

/// What a decision does to who there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Structure {
    /// Associations have become one.
    Merged {
        /// The new association.
        association: Id,
        name: Arc<str>,
        /// Its first year.
        year: Option<Year>,
        /// What it is formed of.
        of: Vec<Id>,
    },
    /// A member has joined.
    Joined {
        association: Id,
        member: Id,
        name: String,
        /// Its first month.
        from: Option<Month>,
    },
    /// A member has left.
    Left {
        association: Id,
        member: Id,
        name: String,
        /// Its last month.
        last: Month,
    },
}

pub(super) fn between(old: &ScenarioColumn, new: &ScenarioColumn) -> Vec<Structural> {
    let known = structures(old.trace.budget());
    let missing = structures(new.trace.budget()).into_iter().filter(|structure| !known.contains(structure));
    missing.map(|structure| Structural { cause: cause(new, &structure), structure }).collect()
}

fn cause(column: &ScenarioColumn, structure: &Structure) -> Option<Cause> {
    let stage = column.trace.stages.iter().find(|stage| structures(&stage.budget).contains(structure))?;
    Some(Cause { scenario: column.scenario.clone(), step: stage.step.clone() })
}

/// Everything that decisions have done to who there is.
fn structures(budget: &Budget) -> Vec<Structure> {
    let mut found = Vec::new();
    for association_budget in &budget.associations {
        // A merged association's members come from those it is formed of: their own joining is told there.
        if association_budget.life.of.is_empty() {
            found.extend(of_members(association_budget));
        } else {
            found.push(Structure::Merged {
                association: association_budget.id.clone(),
                name: association_budget.name.clone(),
                year: association_budget.life.first,
                of: association_budget.life.of.clone(),
            });
            let before = budget.associations.iter().filter(|old| association_budget.life.of.contains(&old.id));
            let known: Vec<&Id> = before.flat_map(|old| old.memberships.iter().map(|(id, _)| id)).collect();
            found.extend(of_members(association_budget).into_iter().filter(|structure| match structure {
                Structure::Joined { member, .. } | Structure::Left { member, .. } => !known.contains(&member),
                Structure::Merged { .. } => true,
            }));
        }
    }
    found
}

fn of_members(association_budget: &AssociationBudget) -> Vec<Structure> {
    let mut found = Vec::new();
    for (id, membership) in &association_budget.memberships {
        let name = association_budget.members.iter().find(|member| member.id == *id).map(|member| member.name.clone());
        let (association, name) = (association_budget.id.clone(), name.unwrap_or_default());
        found.push(match membership.last {
            Some(last) => Structure::Left { association, member: id.clone(), name, last },
            None => Structure::Joined { association, member: id.clone(), name, from: membership.first },
        });
    }
    found
}
