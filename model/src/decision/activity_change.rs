//! ActivityChange (*ändrad insats*): add a line, or end, resize, move or co-fund one from a month.
//!
//! What happens inside a year scales that year's amount by month, over the months that were active. Contributions have
//! decisions of their own; any other line can be named.

mod month_by_month;

use super::contribution_change::Change;
use super::part::Part;
use super::reach::reach;
use super::reason::Reason;
use crate::budget::{Budget, Made, Resolved, Row, Source, Timing, resolve};
use crate::calendar::{Month, Year};
use crate::lever::{Scale, line_levers, month_value, set_line, value_month};
use crate::money::Decimal;
use crate::plan::validation::Check;
use crate::plan::{Category, Id, Line, ProblemKind, Schedule};
use serde::{Deserialize, Serialize};

/// Changes one line of an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActivityChange {
    /// The association.
    pub association: Id,
    /// What happens.
    pub action: Action,
}

/// What happens to a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// A line is added; it is written as the plan writes its own.
    Add {
        /// The line.
        line: Box<Line>,
    },
    /// It ends.
    End {
        /// The line.
        line: Id,
        /// Its last month.
        last: Month,
    },
    /// It grows or shrinks from a month on.
    Resize {
        /// The line.
        line: Id,
        /// The first month of the new size.
        from: Month,
        /// By how much, or to how many kronor a full year.
        change: Change,
    },
    /// It moves in time as it is; prices do not move with it. What has no beginning in the plan's years went on before
    /// them, and what has no end goes on after them.
    Move {
        /// The line.
        line: Id,
        /// Months later; earlier when negative.
        months: i16,
    },
    /// Somebody else carries a part of it from a month on.
    CoFund {
        /// The line.
        line: Id,
        /// The first month.
        from: Month,
        /// The share, 0–1, of the whole cost that the association carries from then on.
        share: Decimal,
    },
}

impl Action {
    /// The line that it is about.
    pub fn line(&self) -> &Id {
        match self {
            Action::Add { line } => &line.id,
            Action::End { line, .. }
            | Action::Resize { line, .. }
            | Action::Move { line, .. }
            | Action::CoFund { line, .. } => line,
        }
    }
}

impl ActivityChange {
    pub(super) fn validate(&self, check: &mut Check, path: &str) {
        let path = format!("{path}.action");
        match &self.action {
            Action::Add { line } => {
                let path = format!("{path}.add.line");
                check.id(&format!("{path}.id"), &line.id);
                check.line_itself(line, &path);
                if line.category == Category::Contribution {
                    check.add(&format!("{path}.category"), ProblemKind::ContributionHere);
                }
                check.given(&format!("{path}.schedule"), line.schedule.given().len());
            }
            Action::End { last, .. } => check.year(&format!("{path}.end.last"), last.year()),
            Action::Resize { from, change, .. } => {
                check.year(&format!("{path}.resize.from"), from.year());
                change.validate(check, &format!("{path}.resize.change"));
            }
            Action::Move { months, .. } => {
                let path = format!("{path}.move.months");
                check.at_most(&path, months.unsigned_abs().into(), 240);
                check.given(&path, months.unsigned_abs().into());
            }
            Action::CoFund { from, share, .. } => {
                check.year(&format!("{path}.co_fund.from"), from.year());
                check.share(&format!("{path}.co_fund.share"), *share);
            }
        }
    }

    pub(super) fn levers(&self) -> Vec<(Part, Decimal, Scale)> {
        let from = |month: &Month| (Part::From, month_value(*month), Scale::Month);
        match &self.action {
            Action::Add { line } => {
                line_levers(line).into_iter().map(|(part, value, scale)| (Part::Line(part), value, scale)).collect()
            }
            Action::End { last, .. } => vec![(Part::Last, month_value(*last), Scale::Month)],
            Action::Resize { from: month, change, .. } => vec![change.lever(), from(month)],
            Action::Move { months, .. } => vec![(Part::Months, (*months).into(), Scale::Shift)],
            Action::CoFund { from: month, share, .. } => vec![(Part::Share, *share, Scale::Share), from(month)],
        }
    }

    pub(super) fn set_lever(&mut self, part: &Part, value: Decimal) -> Option<()> {
        match (&mut self.action, part) {
            (Action::Add { line }, Part::Line(part)) => set_line(line, *part, value)?,
            (Action::End { last: month, .. }, Part::Last)
            | (Action::Resize { from: month, .. } | Action::CoFund { from: month, .. }, Part::From) => {
                *month = value_month(value)?;
            }
            (Action::Resize { change, .. }, part) => change.set_lever(part, value)?,
            (Action::Move { months, .. }, Part::Months) => *months = i16::try_from(value).ok()?,
            (Action::CoFund { share, .. }, Part::Share) => *share = value,
            _ => return None,
        }
        Some(())
    }

    pub(super) fn apply(&self, budget: &mut Budget) -> Result<(), Reason> {
        match &self.action {
            Action::Add { line } => self.add(budget, line),
            Action::End { line, last } => {
                let years = reach(budget, &self.association, last.year(), None)?;
                self.change(budget, line, |row, _| row.end(*last, &years))
            }
            Action::Resize { line, from, change } => {
                let years = reach(budget, &self.association, from.year(), None)?;
                self.change(budget, line, |row, rate| match change {
                    Change::By(by) => row.resize_by(*from, *by, &years),
                    Change::To(amount) => row.resize_to(*from, *amount, &years, rate),
                })
            }
            Action::Move { line, months } => {
                let years = reach(budget, &self.association, budget.horizon.first, None)?;
                self.change(budget, line, |row, _| row.shift(*months, &years))
            }
            Action::CoFund { line, from, share } => {
                let years = reach(budget, &self.association, from.year(), None)?;
                self.change(budget, line, |row, _| row.co_fund(*from, *share, &years))
            }
        }
    }

    /// Changes the row of a line; a change that finds nothing to change says so.
    fn change(
        &self,
        budget: &mut Budget,
        line: &Id,
        change: impl FnOnce(&mut Row, &dyn Fn(Year) -> Decimal) -> Result<(), Reason>,
    ) -> Result<(), Reason> {
        let indices = budget.indices.clone();
        let no_such = || Reason::NoSuchAssociation(self.association.clone());
        let account = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let row = account.rows.iter_mut().find(|row| row.line == *line);
        let row = row.ok_or_else(|| Reason::NoSuchLine(line.clone()))?;
        if row.category == Category::Contribution {
            return Err(Reason::IsContribution(line.clone()));
        }
        let index = row.index.clone();
        change(row, &|year| super::apportion::rate(&indices, index.as_ref(), year))
    }

    fn add(&self, budget: &mut Budget, line: &Line) -> Result<(), Reason> {
        let years = reach(budget, &self.association, budget.horizon.first, None)?;
        if let Some(index) = line.index.as_ref().filter(|id| !budget.indices.iter().any(|index| index.id == **id)) {
            return Err(Reason::NoSuchIndex(index.clone()));
        }
        let (horizon, indices) = (budget.horizon, budget.indices.clone());
        let no_such = || Reason::NoSuchAssociation(self.association.clone());
        let account = budget.account_mut(&self.association).ok_or_else(no_such)?;
        if account.rows.iter().any(|row| row.line == line.id) {
            return Err(Reason::IdTaken(line.id.clone()));
        }
        let funding = match &line.schedule {
            Schedule::Level(level) => level.funding.clone().into(),
            Schedule::Amounts(_) => Default::default(),
        };
        let timing = Timing { active: line.active, funding };
        let rate = |year| super::apportion::rate(&indices, line.index.as_ref(), year);
        let Resolved { mut amounts, origins } = resolve(&line.schedule, &timing, rate, line.round_to, horizon)?;
        for (place, amount) in amounts.iter_mut().enumerate() {
            if !years.iter().any(|(alive, _)| *alive == place) {
                *amount = Decimal::ZERO;
            }
        }
        if amounts.iter().all(Decimal::is_zero) && line.schedule.given().values().any(|amount| !amount.is_zero()) {
            return Err(Reason::OutsideHorizon);
        }
        account.rows.push(Row {
            line: line.id.clone(),
            name: line.name.as_str().into(),
            source: Source::Made(Made::Named),
            category: line.category,
            member: None,
            party: None,
            approach: line.approach,
            locked: line.locked,
            status: line.status,
            esf: line.esf,
            index: line.index.clone(),
            round_to: line.round_to,
            timing,
            amounts,
            origins,
            anchor: line.schedule.given().last_key_value().map(|(year, amount)| (*year, *amount)),
        });
        Ok(())
    }
}
