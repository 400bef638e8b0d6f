//! The years in which a decision holds, where what it is about is not there in all the years that it names.

use super::contributions::is_member_in;
use crate::budget::{AssociationBudget, Budget};
use crate::calendar::{Year, between};
use crate::id::Id;

/// In which of the plan's years that it names a decision holds, and in which not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The years in which it holds.
    pub holds: Vec<Year>,
    /// The years in which it has no effect, each with what is not there then.
    pub missed: Vec<(Year, Absent)>,
}

/// What a decision is about and is not there in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absent {
    /// The association is merged away, or not formed yet.
    Association(Id),
    /// The member has left, or not joined yet.
    Member(Id),
    /// The line has ended, or not begun yet.
    Line(Id),
}

/// What of an association a decision changes.
#[derive(Clone, Copy)]
pub(super) enum About<'d> {
    Whole,
    Member(&'d Id),
    Line(&'d Id),
}

/// The reach of a decision about an association, or something of it, in the years that it names.
pub(super) fn reach(
    budget: &Budget,
    association: &Id,
    about: About<'_>,
    names: impl Fn(&Year) -> bool,
) -> Option<Reach> {
    let of = budget.association(association)?;
    let mut reach = Reach { holds: Vec::new(), missed: Vec::new() };
    for year in budget.horizon.iter().filter(names) {
        match absent(of, about, year) {
            Some(absent) => reach.missed.push((year, absent)),
            None => reach.holds.push(year),
        }
    }
    Some(reach)
}

/// The same from a year on, to another where it ends.
pub(super) fn reach_from(
    budget: &Budget,
    association: &Id,
    about: About<'_>,
    first: Year,
    last: Option<Year>,
) -> Option<Reach> {
    reach(budget, association, about, |year| between(Some(first), last, year))
}

fn absent(of: &AssociationBudget, about: About<'_>, year: Year) -> Option<Absent> {
    if !of.life.contains(year) {
        return Some(Absent::Association(of.id.clone()));
    }
    match about {
        About::Whole => None,
        About::Member(id) => (!is_member_in(of, id, year)).then(|| Absent::Member(id.clone())),
        About::Line(id) => {
            let runs = of.row(id).is_none_or(|row| row.active.months_in(year) > 0);
            (!runs).then(|| Absent::Line(id.clone()))
        }
    }
}
