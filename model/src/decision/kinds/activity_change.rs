//! ActivityChange (*ändrad insats*): add a line, or end, resize, move or co-fund one from a month.
//!
//! A change works on the line's months ([`crate::budget::Months`]), so changes compose in any number and order.
//! Contributions have decisions of their own; any other line can be named.

use crate::base::{Active, Association, Base, Category, Life, Line, line_levers, set_line};
use crate::budget::{Budget, BudgetLine, Generated, Resolved, Terms, rate_of};
use crate::calendar::{Month, Year};
use crate::decision::active_years::active_years;
use crate::decision::change::Change;
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::{About, Reach, reach, reach_from};
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, Overflow, add};
use crate::quantity::{QuantityKind, month_value, value_month};
use crate::validation::{ValidationErrorKind, Validator};
use serde::{Deserialize, Serialize};

/// Changes one line of an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActivityChange {
    /// The association.
    pub association: Id,
    /// What happens.
    pub action: ActivityAction,
}

/// What happens to a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Action"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ActivityAction {
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
    /// It moves in time as it is, and prices do not move with it: also the months before the plan's years and after
    /// them, as the line's own schedule has them.
    Move {
        /// The line.
        line: Id,
        /// Months later; earlier when negative.
        #[cfg_attr(feature = "schema", schemars(range(min = -240, max = 240), extend("not" = { "const": 0 })))]
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

impl ActivityAction {
    /// The line that it is about.
    pub fn line(&self) -> &Id {
        match self {
            ActivityAction::Add { line } => &line.id,
            ActivityAction::End { line, .. }
            | ActivityAction::Resize { line, .. }
            | ActivityAction::Move { line, .. }
            | ActivityAction::CoFund { line, .. } => line,
        }
    }
}

impl Decide for ActivityChange {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, _: &DraftNames) -> Option<ActivityChange> {
        let mut lines = of.lines.iter().filter(|line| line.category != Category::Contribution);
        let activity = lines.clone().find(|line| line.category == Category::Activity);
        let line = activity.or_else(|| lines.next())?.id.clone();
        let from = Month::january(base.horizon.first);
        let action = ActivityAction::Resize { line, from, change: Change::By(Decimal::new(-10, 2)) };
        Some(ActivityChange { association: of.id.clone(), action })
    }

    fn association(&self) -> Option<&Id> {
        Some(&self.association)
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        match &self.action {
            ActivityAction::Add { line } => Some(Introduced::Line(line)),
            ActivityAction::End { .. }
            | ActivityAction::Resize { .. }
            | ActivityAction::Move { .. }
            | ActivityAction::CoFund { .. } => None,
        }
    }

    fn refer(&mut self, instead: Instead<'_>) {
        match &mut self.action {
            ActivityAction::Add { line } => {
                if let Some(id) = &mut line.member {
                    refer::member(&self.association, id, instead);
                }
                if let Some(id) = &mut line.index {
                    refer::index(id, instead);
                }
            }
            ActivityAction::End { line: id, .. }
            | ActivityAction::Resize { line: id, .. }
            | ActivityAction::Move { line: id, .. }
            | ActivityAction::CoFund { line: id, .. } => refer::line(&self.association, id, instead),
        }
        refer::association(&mut self.association, instead);
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, last: Year) -> bool {
        match &self.action {
            ActivityAction::Add { line } => Terms::of(line).plans_something(),
            ActivityAction::End { last: month, .. }
            | ActivityAction::Resize { from: month, .. }
            | ActivityAction::CoFund { from: month, .. } => last < month.year(),
            ActivityAction::Move { .. } => false,
        }
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        let path = format!("{path}.action");
        match &self.action {
            ActivityAction::Add { line } => {
                let path = format!("{path}.add.line");
                check.id(&format!("{path}.id"), &line.id);
                check.line_itself(line, &path);
                if line.category == Category::Contribution {
                    check.add(&format!("{path}.category"), ValidationErrorKind::ContributionHere);
                }
                check.given(&format!("{path}.schedule"), line.schedule.given().len());
            }
            ActivityAction::End { last, .. } => check.year(&format!("{path}.end.last"), last.year()),
            ActivityAction::Resize { from, change, .. } => {
                check.year(&format!("{path}.resize.from"), from.year());
                change.validate(check, &format!("{path}.resize.change"));
            }
            ActivityAction::Move { months, .. } => {
                let path = format!("{path}.move.months");
                check.at_most(&path, months.unsigned_abs().into(), 240);
                check.given(&path, months.unsigned_abs().into());
            }
            ActivityAction::CoFund { from, share, .. } => {
                check.year(&format!("{path}.co_fund.from"), from.year());
                check.share(&format!("{path}.co_fund.share"), *share);
            }
        }
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        let from = |month: &Month| (DecisionField::From, month_value(*month), QuantityKind::Month);
        match &self.action {
            ActivityAction::Add { line } => line_levers(line)
                .into_iter()
                .map(|(part, value, scale)| (DecisionField::Line(part), value, scale))
                .collect(),
            ActivityAction::End { last, .. } => vec![(DecisionField::Last, month_value(*last), QuantityKind::Month)],
            ActivityAction::Resize { from: month, change, .. } => vec![change.lever(), from(month)],
            ActivityAction::Move { months, .. } => vec![(DecisionField::Months, (*months).into(), QuantityKind::Shift)],
            ActivityAction::CoFund { from: month, share, .. } => {
                vec![(DecisionField::Share, *share, QuantityKind::Share), from(month)]
            }
        }
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match (&mut self.action, part) {
            (ActivityAction::Add { line }, DecisionField::Line(part)) => set_line(line, *part, value)?,
            (ActivityAction::End { last: month, .. }, DecisionField::Last)
            | (
                ActivityAction::Resize { from: month, .. } | ActivityAction::CoFund { from: month, .. },
                DecisionField::From,
            ) => {
                *month = value_month(value)?;
            }
            (ActivityAction::Resize { change, .. }, part) => change.set_lever(part, value)?,
            (ActivityAction::Move { months, .. }, DecisionField::Months) => *months = i16::try_from(value).ok()?,
            (ActivityAction::CoFund { share, .. }, DecisionField::Share) => *share = value,
            _ => return None,
        }
        Some(())
    }

    fn reach(&self, before: &Budget) -> Option<Reach> {
        match &self.action {
            ActivityAction::Add { line } => {
                let terms = Terms::of(line);
                let rate = rate_of(&before.indices, line.index.as_ref());
                let amounts = terms.resolve(rate, before.horizon).ok()?.amounts;
                let plans = |year: &Year| {
                    let place = before.horizon.position(*year);
                    place.and_then(|place| amounts.get(place)).is_some_and(|amount| !amount.is_zero())
                };
                reach(before, &self.association, About::Whole, plans)
            }
            ActivityAction::Resize { line, from, .. } | ActivityAction::CoFund { line, from, .. } => {
                reach_from(before, &self.association, About::Line(line), from.year(), None)
            }
            // A line ends once, and moves whole or not at all.
            ActivityAction::End { .. } | ActivityAction::Move { .. } => None,
        }
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let (line, first) = match &self.action {
            ActivityAction::Add { line } => return self.add(budget, line),
            ActivityAction::Move { line, .. } => (line, budget.horizon.first),
            ActivityAction::End { line, last } => (line, last.year()),
            ActivityAction::Resize { line, from, .. } | ActivityAction::CoFund { line, from, .. } => {
                (line, from.year())
            }
        };
        // What begins after the plan's years is kept for a later decision to move into them.
        active_years(budget, &self.association, first.min(budget.horizon.last()), None)?;
        let (horizon, indices) = (budget.horizon, budget.indices.clone());
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association_budget = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let row = association_budget.rows.iter_mut().find(|row| row.line == *line);
        let row = row.ok_or_else(|| DecisionError::NoSuchLine(line.clone()))?;
        if row.category == Category::Contribution {
            return Err(DecisionError::IsContribution(line.clone()));
        }
        let index = row.index.clone();
        let rate = rate_of(&indices, index.as_ref());
        row.begin_months(&association_budget.life);
        if !self.finds_something(row, &rate)? {
            let after = first > horizon.last();
            return Err(if after { DecisionError::OutsideHorizon } else { DecisionError::NothingToChange });
        }
        let fixed = match &self.action {
            ActivityAction::Resize { from, change: Change::To(_), .. } => Some(from.year()),
            _ => None,
        };
        let factor = match &self.action {
            ActivityAction::Resize { change: Change::By(by), .. } => add(Decimal::ONE, *by)?,
            _ => Decimal::ONE,
        };
        row.change_months(&association_budget.life, horizon, &rate, fixed, |months| match &self.action {
            ActivityAction::Add { .. } => {}
            ActivityAction::End { last, .. } => months.end(*last),
            ActivityAction::Resize { from, change: Change::By(_), .. } => months.scale(*from, factor),
            ActivityAction::Resize { from, change: Change::To(full_year), .. } => months.set(*from, *full_year),
            ActivityAction::Move { months: by, .. } => months.shift(*by),
            ActivityAction::CoFund { from, share, .. } => months.co_fund(*from, *share),
        })?;
        match &self.action {
            ActivityAction::End { last, .. } => {
                row.active.last = Some(row.active.last.map_or(*last, |end| end.min(*last)))
            }
            ActivityAction::Move { months, .. } => {
                let moved = |month: Month| month.moved((*months).into());
                row.active = Active { first: row.active.first.map(moved), last: row.active.last.map(moved) };
                return self.stays_in_its_life(row, &association_budget.life, &rate);
            }
            ActivityAction::Add { .. } | ActivityAction::Resize { .. } | ActivityAction::CoFund { .. } => {}
        }
        Ok(())
    }
}

impl ActivityChange {
    /// Whether the line has something left to change, in the plan's years or outside them.
    fn finds_something(&self, row: &BudgetLine, rate: &dyn Fn(Year) -> Decimal) -> Result<bool, Overflow> {
        match &self.action {
            ActivityAction::Add { .. } => Ok(true),
            ActivityAction::End { last, .. } => row.has_cost_from(last.next(), rate),
            ActivityAction::Resize { from, change: Change::To(_), .. } => Ok(row.runs_from(*from)),
            ActivityAction::Resize { from, .. } | ActivityAction::CoFund { from, .. } => row.has_cost_from(*from, rate),
            ActivityAction::Move { .. } => Ok(row.costs_between(None, None, rate)?.is_some()),
        }
    }

    /// A line that is moved out of the years in which its association exists would be lost.
    fn stays_in_its_life(
        &self,
        row: &BudgetLine,
        life: &Life,
        rate: &dyn Fn(Year) -> Decimal,
    ) -> Result<(), DecisionError> {
        let association = self.association.clone();
        if let Some(first) = life.first
            && row.costs_between(None, Some(Month::december(first.previous())), rate)?.is_some()
        {
            return Err(DecisionError::NotFormed { association, first });
        }
        if let (Some(last), Some(into)) = (life.last, &life.into)
            && row.costs_between(Some(Month::january(last.next())), None, rate)?.is_some()
        {
            return Err(DecisionError::MergedAway { association, into: into.clone() });
        }
        Ok(())
    }

    fn add(&self, budget: &mut Budget, line: &Line) -> Result<(), DecisionError> {
        let years = active_years(budget, &self.association, budget.horizon.first, None)?;
        if let Some(index) = line.index.as_ref().filter(|id| !budget.indices.iter().any(|index| index.id == **id)) {
            return Err(DecisionError::NoSuchIndex(index.clone()));
        }
        let (horizon, indices) = (budget.horizon, budget.indices.clone());
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association_budget = budget.account_mut(&self.association).ok_or_else(no_such)?;
        if association_budget.rows.iter().any(|row| row.line == line.id) {
            return Err(DecisionError::IdTaken(line.id.clone()));
        }
        let terms = Terms::of(line);
        let Resolved { mut amounts, origins } = terms.resolve(rate_of(&indices, line.index.as_ref()), horizon)?;
        for (place, amount) in amounts.iter_mut().enumerate() {
            if !years.iter().any(|(alive, _)| *alive == place) {
                *amount = Decimal::ZERO;
            }
        }
        association_budget.rows.push(BudgetLine {
            name: line.name.as_str().into(),
            approach: line.approach,
            locked: line.locked,
            status: line.status,
            esf: line.esf,
            participants: line.participants.clone(),
            index: line.index.clone(),
            active: line.active,
            terms: terms.into(),
            amounts,
            origins,
            ..BudgetLine::made(line.id.clone(), Generated::Named, line.category, horizon)
        });
        Ok(())
    }
}
