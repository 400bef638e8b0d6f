//! Changes to an association's lines.

use super::line_parts::{change_parts, set_level, set_phase};
use super::order::move_item;
use super::{EditError, ListChange};
use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Association, Funding, Id, Line};

/// A change to an association's lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineEdit {
    /// Sets the given amount (or level) of a year; `None` takes it away, so that the year continues from the one before.
    Amount {
        line: Id,
        year: Year,
        /// Kronor.
        amount: Option<Decimal>,
    },
    /// Changes what a full year costs from a year on.
    Level {
        line: Id,
        /// The first year.
        year: Year,
        /// Kronor, as was seen; `None` where no level began.
        was: Option<Decimal>,
        /// Kronor, as it is to be; `None` takes it away, so that the level before it goes on.
        now: Option<Decimal>,
    },
    /// Changes from when the association pays which share of a level.
    Phase { line: Id, change: ListChange<Funding> },
    /// Changes what differs between a line as it was seen and as it is to be, and nothing else of it.
    Change {
        /// The line as it was seen.
        was: Box<Line>,
        /// The line as it is to be, with the same id.
        now: Box<Line>,
        /// What people changed.
        field: LineChange,
    },
    /// Puts a new line at a place.
    Add {
        /// The place in the list.
        at: usize,
        line: Box<Line>,
    },
    /// Puts a copy after the line.
    Duplicate {
        /// The line to copy.
        line: Id,
        /// The copy's id.
        copy: Id,
        /// The copy's name.
        name: String,
    },
    /// Moves a line to another place.
    Move {
        line: Id,
        /// Its new place in the list.
        to: usize,
    },
    /// Takes a line away.
    Remove { line: Id },
}

/// What people changed about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineChange {
    Name,
    /// Its category or payer.
    Category,
    /// Its amounts, as levels or as years.
    Schedule,
    /// Its first and last month.
    Months,
    /// Its index or rounding.
    Index,
    Tags,
    /// Owner, source or note.
    Text,
    Participants,
}

impl LineEdit {
    /// A line as it is to be, in the place of what was seen.
    pub fn changed(was: &Line, now: Line, field: LineChange) -> LineEdit {
        LineEdit::Change { was: Box::new(was.clone()), now: Box::new(now), field }
    }

    pub(super) fn change(&self, association: &mut Association) -> Result<(), EditError> {
        match self {
            LineEdit::Amount { line, year, amount } => {
                let given = find(association, line)?.schedule.given_mut();
                match amount {
                    Some(amount) => given.insert(*year, *amount),
                    None => given.remove(year),
                };
            }
            LineEdit::Level { line, year, was, now } => set_level(find(association, line)?, *year, *was, *now)?,
            LineEdit::Phase { line, change } => set_phase(find(association, line)?, change)?,
            LineEdit::Change { was, now, .. } => change_parts(find(association, &was.id)?, was, now)?,
            LineEdit::Add { at, line } => {
                let at = (*at).min(association.lines.len());
                association.lines.insert(at, (**line).clone());
            }
            LineEdit::Duplicate { line, copy, name } => {
                let mut twin = find(association, line)?.clone();
                twin.id = copy.clone();
                twin.name.clone_from(name);
                let place = place(association, line)?;
                association.lines.insert(place.saturating_add(1), twin);
            }
            LineEdit::Move { line, to } => {
                let from = place(association, line)?;
                if !move_item(&mut association.lines, from, *to) {
                    return Err(EditError::NotFound(line.clone()));
                }
            }
            LineEdit::Remove { line } => {
                let place = place(association, line)?;
                association.lines.remove(place);
                // Goals, risks, actuals and printed figures about the line alone go with it; undo brings all back.
                association.goals.retain(|goal| goal.line.as_ref() != Some(line));
                association.printed.retain(|printed| !printed.names(line));
                association.risks.retain(|risk| risk.line.as_ref() != Some(line));
                if let Some(actuals) = &mut association.actuals {
                    actuals.lines.remove(line);
                }
            }
        }
        Ok(())
    }
}

fn place(association: &Association, line: &Id) -> Result<usize, EditError> {
    let place = association.lines.iter().position(|candidate| candidate.id == *line);
    place.ok_or_else(|| EditError::NotFound(line.clone()))
}

fn find<'a>(association: &'a mut Association, line: &Id) -> Result<&'a mut Line, EditError> {
    let found = association.lines.iter_mut().find(|candidate| candidate.id == *line);
    found.ok_or_else(|| EditError::NotFound(line.clone()))
}
