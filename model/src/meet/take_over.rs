//! Taking over parts of another plan.

use super::difference::differences;
use super::part::{AssociationPart, PlanPart};
use crate::plan::{Id, Plan, ValidationError, ValidationErrorKind, validate};
use crate::sorted::sort_by_key;

/// Why parts cannot be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakeOverError {
    /// The association that the part lies in is not in both plans.
    NoSuchAssociation(Id),
    /// The plan would not be valid: what it lacks or has too much of. [`with_what_it_needs`] finds what must come along.
    Invalid(Vec<ValidationError>),
}

/// `mine` with these parts as they are in `theirs`; what is not there is taken away. Taking over every part that
/// differs makes the two plans equal.
///
/// # Errors
/// When an association is in one plan only, and when the plan would not be valid.
pub fn take_over(mine: &Plan, theirs: &Plan, parts: &[PlanPart]) -> Result<Plan, TakeOverError> {
    let mut next = mine.clone();
    // Entries in the order of `theirs`, since each is put after the one before it; orders when all entries are there.
    let mut ordered: Vec<&PlanPart> = parts.iter().collect();
    sort_by_key(&mut ordered, |part| (is_order(part), place(theirs, part)));
    for part in ordered {
        take(&mut next, theirs, part)?;
    }
    let problems = validate(&next);
    if problems.is_empty() { Ok(next) } else { Err(TakeOverError::Invalid(problems)) }
}

/// The part, and of the other parts that differ those without which the plan would not be valid: the member that pays
/// a line, the index that it follows.
///
/// # Errors
/// When no other part helps.
pub fn with_what_it_needs(mine: &Plan, theirs: &Plan, part: &PlanPart) -> Result<Vec<PlanPart>, TakeOverError> {
    let others: Vec<PlanPart> = differences(mine, theirs).into_iter().map(|difference| difference.part).collect();
    let mut parts = vec![part.clone()];
    loop {
        let problems = match take_over(mine, theirs, &parts) {
            Ok(_) => return Ok(parts),
            Err(TakeOverError::Invalid(problems)) => problems,
            Err(error) => return Err(error),
        };
        let lacks = |id: &Id| problems.iter().any(|problem| problem.kind == ValidationErrorKind::UnknownId(id.clone()));
        let needed = others.iter().find(|other| !parts.contains(other) && entry_of(other).is_some_and(lacks));
        match needed {
            Some(needed) => parts.push(needed.clone()),
            None => return Err(TakeOverError::Invalid(problems)),
        }
    }
}

fn take(mine: &mut Plan, theirs: &Plan, part: &PlanPart) -> Result<(), TakeOverError> {
    match part {
        PlanPart::Plan(field) => field.take(mine, theirs),
        PlanPart::Listed(list, id) => list.take(mine, theirs, id),
        PlanPart::Order(list) => list.reorder(mine, theirs),
        PlanPart::Association(id, part) => {
            let missing = || TakeOverError::NoSuchAssociation(id.clone());
            let other = theirs.association(id).ok_or_else(missing)?;
            let own = mine.associations.iter_mut().find(|own| own.id == *id).ok_or_else(missing)?;
            match part {
                AssociationPart::Field(field) => field.take(own, other),
                AssociationPart::Listed(list, id) => list.take(own, other, id),
                AssociationPart::Order(list) => list.reorder(own, other),
            }
        }
    }
    Ok(())
}

fn is_order(part: &PlanPart) -> bool {
    matches!(part, PlanPart::Order(_) | PlanPart::Association(_, AssociationPart::Order(_)))
}

fn entry_of(part: &PlanPart) -> Option<&Id> {
    match part {
        PlanPart::Listed(_, id) | PlanPart::Association(_, AssociationPart::Listed(_, id)) => Some(id),
        PlanPart::Plan(_) | PlanPart::Order(_) | PlanPart::Association(..) => None,
    }
}

fn place(theirs: &Plan, part: &PlanPart) -> usize {
    let of = |ids: Vec<Id>, id: &Id| ids.iter().position(|other| other == id).unwrap_or(usize::MAX);
    match part {
        PlanPart::Listed(list, id) => of(list.ids(theirs), id),
        PlanPart::Association(id, AssociationPart::Listed(list, entry)) => {
            theirs.association(id).map_or(usize::MAX, |other| of(list.ids(other), entry))
        }
        PlanPart::Plan(_) | PlanPart::Order(_) | PlanPart::Association(..) => 0,
    }
}
