//! StepDown (*trappstegsmodell*): moving shares of the activity money from base to process, year by year.
//!
//! Base share + process share = 100 % each year; the last step's shares go on, until the association is merged away. Structure, untagged and locked activity
//! lines are left alone and taken out first. What the shares are a share *of* is a choice ([`Basis`]), because the
//! documents do not say and the answer moves by most of a coordinator.

use crate::base::{Approach, Association, Base, Category};
use crate::budget::{AmountOrigin, AssociationBudget, Budget, BudgetLine, Generated, Shortfall, ShortfallKind};
use crate::calendar::{Horizon, Year};
use crate::decision::active_years::active_years;
use crate::decision::apportion::{rows, scale_to_sum, set, sum_of};
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::{About, Reach, reach_from};
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, Overflow, add, mul, round, sub};
use crate::quantity::{QuantityKind, value_year};
use crate::sorted::SortedMap;
use crate::validation::{ValidationErrorKind, Validator};
use serde::{Deserialize, Serialize};

/// Divides the activity money between base and process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepDown {
    /// Whose activities.
    pub association: Id,
    /// What the shares are a share of.
    #[serde(default)]
    pub basis: Basis,
    /// The base share, 0–1, by the year that it begins; process has the rest.
    pub base_shares: SortedMap<Year, Decimal>,
    /// For [`Basis::PreviousBase`]: the base money of the year before the first step, kronor; read from the table
    /// when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_base: Option<Decimal>,
}

/// What a step-down's shares are a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The activity room (*insatsram*) without the lines left alone.
    #[default]
    ActivityRoom,
    /// The year's planned base and process money; its sum does not change.
    PlannedActivities,
    /// The contributions (*medlemsinsatser*); process gets the rest of the room.
    Contributions,
    /// The base money of the year before the first step; process gets the rest of the room.
    PreviousBase,
}

impl Basis {
    /// All bases, the default first.
    pub const ALL: [Basis; 4] =
        [Basis::ActivityRoom, Basis::PlannedActivities, Basis::Contributions, Basis::PreviousBase];
}

/// The steps decided in Värend in May 2015, per cent base, as somewhere to begin.
const FALLING: [i64; 3] = [60, 40, 20];

impl Decide for StepDown {
    const GROUP: DecisionGroup = DecisionGroup::Division;

    fn draft(base: Base<'_>, of: &Association, _: &DraftNames) -> Option<StepDown> {
        Some(StepDown {
            association: of.id.clone(),
            basis: Basis::default(),
            base_shares: base.horizon.iter().zip(FALLING.map(|percent| Decimal::new(percent, 2))).collect(),
            previous_base: None,
        })
    }

    fn association(&self) -> Option<&Id> {
        Some(&self.association)
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        None
    }

    fn refer(&mut self, instead: Instead<'_>) {
        refer::association(&mut self.association, instead);
    }

    fn spends_the_room(&self) -> bool {
        self.basis != Basis::PlannedActivities
    }

    fn can_wait(&self, _: Year) -> bool {
        false
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        check.given(&format!("{path}.base_shares"), self.base_shares.len());
        for (year, share) in &self.base_shares {
            let path = format!("{path}.base_shares.{year}");
            check.share(&path, *share);
            check.year(&path, *year);
        }
        if let Some(amount) = self.previous_base {
            check.amount(&format!("{path}.previous_base"), amount);
        }
        if self.previous_base.is_some() && self.basis != Basis::PreviousBase {
            check.add(&format!("{path}.previous_base"), ValidationErrorKind::NotUsed);
        }
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        let first =
            self.base_shares.keys().next().map(|year| (DecisionField::Year, year.number().into(), QuantityKind::Year));
        let shares =
            self.base_shares.iter().map(|(year, share)| (DecisionField::BaseShare(*year), *share, QuantityKind::Share));
        let previous = self.previous_base.map(|amount| (DecisionField::PreviousBase, amount, QuantityKind::Kronor));
        first.into_iter().chain(shares).chain(previous).collect()
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match part {
            DecisionField::Year => {
                let (first, new) = (*self.base_shares.keys().next()?, value_year(value)?);
                // All steps move by the same number of years, or none does.
                let moved = self.base_shares.iter().map(|(year, share)| {
                    let number = new.number().checked_add(year.since(first))?;
                    Year::new(number).map(|year| (year, *share))
                });
                self.base_shares = moved.collect::<Option<_>>()?;
            }
            DecisionField::BaseShare(year) => *self.base_shares.get_mut(year)? = value,
            DecisionField::PreviousBase => *self.previous_base.as_mut()? = value,
            _ => return None,
        }
        Some(())
    }

    fn reach(&self, before: &Budget) -> Option<Reach> {
        reach_from(before, &self.association, About::Whole, *self.base_shares.keys().next()?, None)
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let Some((first, _)) = self.base_shares.first_key_value() else { return Err(DecisionError::OutsideHorizon) };
        let years = active_years(budget, &self.association, *first, None)?;
        let horizon = budget.horizon;
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let before = match self.basis {
            Basis::PreviousBase => self.money_before(association, horizon, *first)?,
            _ => Decimal::ZERO,
        };
        let mut base_rows = Rows::of(association, Approach::Base, Generated::Base);
        let mut process_rows = Rows::of(association, Approach::Process, Generated::Process);
        let mut shortfalls = Vec::new();
        for &(place, year) in &years {
            let Some((_, share)) = self.base_shares.range(..=year).next_back() else { continue };
            let money = Money::of(association, place)?;
            let (base, process) = match self.basis {
                Basis::ActivityRoom => money.divide(money.room, *share)?,
                Basis::PlannedActivities => money.divide(add(money.base, money.process)?, *share)?,
                Basis::Contributions => money.rest_after(round(mul(money.contributions, *share)?))?,
                Basis::PreviousBase => money.rest_after(round(mul(before, *share)?))?,
            };
            if process.is_sign_negative() && !process.is_zero() {
                let kind = ShortfallKind::ProcessUnderZero { room: add(base, process)?, base };
                shortfalls.push(Shortfall { association: self.association.clone(), year, kind });
            }
            base_rows.fill(association, (place, year), base, horizon)?;
            process_rows.fill(association, (place, year), process.max(Decimal::ZERO), horizon)?;
        }
        // The room divided anew leaves nothing of what an earlier step-down could not divide in the same years.
        let divided_anew = |one: &Shortfall| {
            let is_in_years = years.iter().any(|(_, year)| *year == one.year);
            one.association == self.association
                && is_in_years
                && matches!(one.kind, ShortfallKind::ProcessUnderZero { .. })
        };
        if self.spends_the_room() {
            budget.shortfalls.retain(|one| !divided_anew(one));
        }
        budget.shortfalls.extend(shortfalls);
        Ok(())
    }
}

impl StepDown {
    fn money_before(
        &self,
        association: &AssociationBudget,
        horizon: Horizon,
        first: Year,
    ) -> Result<Decimal, DecisionError> {
        if let Some(amount) = self.previous_base {
            return Ok(round(amount));
        }
        let place =
            horizon.position(first).and_then(|place| place.checked_sub(1)).ok_or(DecisionError::NoYearBefore)?;
        // A merged association had no base money of its own the year before.
        if !association.life.contains(first.previous()) {
            return Err(DecisionError::NoYearBefore);
        }
        Ok(Money::of(association, place)?.base)
    }
}

/// What there is to divide in a year.
struct Money {
    contributions: Decimal,
    /// Activity room without the lines left alone.
    room: Decimal,
    /// Base lines that are not locked.
    base: Decimal,
    /// Process lines that are not locked.
    process: Decimal,
}

impl Money {
    fn of(association: &AssociationBudget, place: usize) -> Result<Money, Overflow> {
        let zero = Decimal::ZERO;
        let planned_use = association.equity_use.get(place).copied().unwrap_or_default();
        let mut money = Money { contributions: zero, room: planned_use, base: zero, process: zero };
        for row in &association.rows {
            let amount = row.amount(place);
            match (row.category, divided(row)) {
                (_, Some(Approach::Base)) => money.base = add(money.base, amount)?,
                (_, Some(_)) => money.process = add(money.process, amount)?,
                (category, None) if category.is_income() => money.room = add(money.room, amount)?,
                (_, None) => money.room = sub(money.room, amount)?,
            }
            if row.category == Category::Contribution {
                money.contributions = add(money.contributions, amount)?;
            }
        }
        Ok(money)
    }

    /// Base and process money; with nothing to divide, what is missing is process's.
    fn divide(&self, whole: Decimal, share: Decimal) -> Result<(Decimal, Decimal), Overflow> {
        let base = round(mul(whole.max(Decimal::ZERO), share)?);
        Ok((base, sub(whole, base)?))
    }

    fn rest_after(&self, base: Decimal) -> Result<(Decimal, Decimal), Overflow> {
        Ok((base, sub(self.room, base)?))
    }
}

/// The approach of a row that a step-down divides money to.
fn divided(row: &BudgetLine) -> Option<Approach> {
    let approach = row.approach.filter(|approach| *approach != Approach::Structure);
    approach.filter(|_| row.category == Category::Activity && !row.locked)
}

/// The rows that an approach's money goes to.
struct Rows {
    approach: Approach,
    made: Generated,
    all: Vec<usize>,
    /// Planned with nothing in any year: they wait for their money.
    waiting: Vec<usize>,
    /// The row made where there is none.
    created: Option<usize>,
}

impl Rows {
    fn of(association: &AssociationBudget, approach: Approach, made: Generated) -> Rows {
        let empty = |row: &BudgetLine| row.amounts.iter().all(Decimal::is_zero) && !row.terms.plans_something();
        Rows {
            approach,
            made,
            all: rows(association, |row| divided(row) == Some(approach)),
            waiting: rows(association, |row| divided(row) == Some(approach) && empty(row)),
            created: None,
        }
    }

    /// Gives the rows their money for a year: in proportion to what they have, else equally to those that wait for
    /// it, else to a new row. A row that has ended is not revived.
    fn fill(
        &mut self,
        association: &mut AssociationBudget,
        (place, year): (usize, Year),
        money: Decimal,
        horizon: Horizon,
    ) -> Result<(), Overflow> {
        if !sum_of(association, &self.all, place)?.is_zero() {
            return scale_to_sum(association, &self.all, place, money, AmountOrigin::Decision);
        }
        if money.is_zero() {
            return Ok(());
        }
        let runs = |row: &usize| association.rows.get(*row).is_some_and(|row| row.active.months_in(year) > 0);
        let waiting: Vec<usize> = self.waiting.iter().copied().filter(runs).collect();
        if !waiting.is_empty() {
            return scale_to_sum(association, &waiting, place, money, AmountOrigin::Decision);
        }
        let row = *self.created.get_or_insert_with(|| {
            let line = association.free_line(if self.made == Generated::Base {
                "step-down-base"
            } else {
                "step-down-process"
            });
            let row = BudgetLine::made(line, self.made, Category::Activity, horizon);
            association.rows.push(BudgetLine { approach: Some(self.approach), ..row });
            association.rows.len().saturating_sub(1)
        });
        set(association, row, place, money, AmountOrigin::Decision);
        Ok(())
    }
}
