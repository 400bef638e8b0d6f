//! Changes to an association, its members, equity and capacity.

use super::{EditError, ListChange};
use crate::base::is_same_name;
use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Actuals, Association, Capacity, Goal, Id, Member, OpeningEquity, Plan, Risk, StatedFigure};
use crate::sorted::SortedMap;

/// A change to an association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssociationEdit {
    /// Adds an association with this edit's id.
    Add(Box<Association>),
    /// Takes the association away.
    Remove,
    Name(String),
    OrganisationNumber(String),
    /// Where its figures come from.
    Source(String),
    /// Equity at the beginning.
    OpeningEquity(OpeningEquity),
    /// Planned use of saved money in a year; `None` for none.
    EquityUse(Year, Option<Decimal>),
    /// Equity paid in or out at the beginning of a year; none takes it away.
    Transfer(Year, Option<Decimal>),
    /// The reason for a negative result in a year; empty for none.
    DeficitReason(Year, String),
    /// Cost and places per coordinator.
    Capacity(Option<Capacity>),
    AddMember(Member),
    /// Replaces the member with the same id.
    ReplaceMember(Member),
    /// Takes a member away that pays nothing.
    RemoveMember(Id),
    /// A printed figure.
    Printed(ListChange<StatedFigure>),
    /// Given amounts of several lines, by year, as one change.
    LineAmounts(Vec<(Id, Year, Decimal)>),
    Goal(ListChange<Goal>),
    Risk(ListChange<Risk>),
    /// What the accounts say so far; `None` for nothing.
    Actuals(Option<Actuals>),
}

impl AssociationEdit {
    pub(super) fn change(&self, plan: &mut Plan, id: &Id) -> Result<(), EditError> {
        match self {
            AssociationEdit::Add(association) => {
                refuse_taken(&association.name, plan.associations.iter().map(|other| other.name.as_str()))?;
                plan.associations.push((**association).clone().into());
                return Ok(());
            }
            AssociationEdit::Remove => {
                if plan.associations.len() <= 1 {
                    return Err(EditError::LastOne);
                }
                plan.associations.retain(|association| association.id != *id);
                // What was formed of it, or became part of it, stands on its own from now on.
                for left in &mut plan.associations {
                    left.life.of.retain(|of| of != id);
                    left.life.into = left.life.into.take().filter(|into| into != id);
                }
                return Ok(());
            }
            AssociationEdit::Name(name) => {
                let others = plan.associations.iter().filter(|other| other.id != *id);
                refuse_taken(name, others.map(|other| other.name.as_str()))?;
            }
            _ => {}
        }
        let association = plan.associations.iter_mut().find(|association| association.id == *id);
        self.change_one(association.ok_or_else(|| EditError::NotFound(id.clone()))?)
    }

    fn change_one(&self, association: &mut Association) -> Result<(), EditError> {
        match self {
            AssociationEdit::Add(_) | AssociationEdit::Remove => {}
            AssociationEdit::Name(name) => association.name.clone_from(name),
            AssociationEdit::OrganisationNumber(number) => association.organisation_number.clone_from(number),
            AssociationEdit::Source(source) => association.source.clone_from(source),
            AssociationEdit::OpeningEquity(opening) => association.opening_equity = opening.clone(),
            AssociationEdit::EquityUse(year, amount) => set(&mut association.equity_use, *year, *amount),
            AssociationEdit::Transfer(year, amount) => set(&mut association.transfers, *year, *amount),
            AssociationEdit::DeficitReason(year, reason) => {
                if reason.trim().is_empty() {
                    association.deficit_reasons.remove(year);
                } else {
                    association.deficit_reasons.insert(*year, reason.clone());
                }
            }
            AssociationEdit::Capacity(capacity) => association.capacity.clone_from(capacity),
            AssociationEdit::AddMember(member) => {
                refuse_taken(&member.name, association.members.iter().map(|other| other.name.as_str()))?;
                association.members.push(member.clone());
            }
            AssociationEdit::ReplaceMember(member) => {
                let found = association.members.iter().position(|candidate| candidate.id == member.id);
                let found = found.ok_or_else(|| EditError::NotFound(member.id.clone()))?;
                let Some(before) = association.members.get(found).map(|before| before.name.clone()) else {
                    return Err(EditError::NotFound(member.id.clone()));
                };
                if before != member.name {
                    let others = association.members.iter().filter(|other| other.id != member.id);
                    refuse_taken(&member.name, others.map(|other| other.name.as_str()))?;
                    // The line that it pays by goes by its name, until somebody has given it another.
                    let lines = association.lines.iter_mut();
                    for line in lines.filter(|line| line.member.as_ref() == Some(&member.id) && line.name == before) {
                        line.name.clone_from(&member.name);
                    }
                }
                if let Some(slot) = association.members.get_mut(found) {
                    slot.clone_from(member);
                }
            }
            AssociationEdit::RemoveMember(id) => {
                if association.lines.iter().any(|line| line.member.as_ref() == Some(id)) {
                    return Err(EditError::InUse(id.clone()));
                }
                association.members.retain(|member| member.id != *id);
            }
            AssociationEdit::Printed(change) => change.apply(&mut association.printed)?,
            AssociationEdit::LineAmounts(amounts) => {
                for (id, year, amount) in amounts {
                    let line = association.lines.iter_mut().find(|line| line.id == *id);
                    let line = line.ok_or_else(|| EditError::NotFound(id.clone()))?;
                    line.schedule.given_mut().insert(*year, *amount);
                }
            }
            AssociationEdit::Goal(change) => change.apply(&mut association.goals)?,
            AssociationEdit::Risk(change) => change.apply(&mut association.risks)?,
            AssociationEdit::Actuals(actuals) => association.actuals.clone_from(actuals),
        }
        Ok(())
    }
}

/// Two of the same name could not be told apart.
pub(super) fn refuse_taken<'n>(name: &str, mut others: impl Iterator<Item = &'n str>) -> Result<(), EditError> {
    if others.any(|other| is_same_name(other, name)) { Err(EditError::NameTaken(name.to_owned())) } else { Ok(()) }
}

/// Nothing and nought are the same for what is added up by year.
fn set(amounts: &mut SortedMap<Year, Decimal>, year: Year, amount: Option<Decimal>) {
    match amount.filter(|amount| !amount.is_zero()) {
        Some(amount) => amounts.insert(year, amount),
        None => amounts.remove(&year),
    };
}
