//! Merger (*sammanslagning*): associations become one from 1 January of a year.
//!
//! The old associations keep their years before, the new one has the years from then on; totals over the plan go
//! through, so merge and no-merge compare like with like. Nothing changes but what the decision lists.

mod contributions;
mod data;
mod join;
mod levers;
mod overhead;

use crate::base::{Association, Base, Category, Party};
use crate::budget::{AmountOrigin, AssociationBudget, Budget, BudgetLine, EquityMove, Generated, Shortfall};
use crate::calendar::{Horizon, Year};
use crate::decision::apportion::{set, sum_of};
use crate::decision::contributions::{all_rows, change_party, followers, payers, shortfall};
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::Reach;
use crate::decision::reference::{self as refer, Instead};
use crate::id::Id;
use crate::money::{Decimal, Overflow, mul, ratio, round, split, sub};
use crate::quantity::QuantityKind;
use crate::sorted::SortedMap;
use crate::validation::{ValidationErrorKind, Validator};

pub use contributions::{MergedContributions, PerInhabitant};
pub use data::{BaseGrant, MergedEquity, Merger};
pub use overhead::{Overhead, OverheadAction, OverheadLine};

impl Decide for Merger {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, names: &DraftNames) -> Option<Merger> {
        let other = base.associations.iter().find(|other| other.id != of.id)?;
        Some(Merger {
            associations: vec![of.id.clone(), other.id.clone()],
            into: Id::from_name(&names.merged, |id| base.associations.iter().any(|one| one.id.as_str() == id)),
            name: names.merged.clone(),
            // A year before it, to compare with, where the plan has one.
            year: base.horizon.first.next().min(base.horizon.last()),
            contributions: MergedContributions::default(),
            overhead: Overhead::default(),
            one_off: SortedMap::new(),
            base_grant: Some(BaseGrant::preset()),
            equity: MergedEquity::default(),
        })
    }

    fn association(&self) -> Option<&Id> {
        None
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        Some(Introduced::Association(&self.into, &self.name))
    }

    fn refer(&mut self, instead: Instead<'_>) {
        match &mut self.contributions {
            MergedContributions::Legacy | MergedContributions::PerInhabitant(_) => {}
            MergedContributions::Shares(by_member) | MergedContributions::Levels(by_member) => {
                let renamed = std::mem::take(by_member).into_iter().map(|(mut id, value)| {
                    refer::member(&self.into, &mut id, instead);
                    (id, value)
                });
                *by_member = renamed.collect();
            }
        }
        if let Overhead::Lines(lines) = &mut self.overhead {
            for one in lines {
                refer::line(&one.association, &mut one.line, instead);
                refer::association(&mut one.association, instead);
            }
        }
        for id in self.associations.iter_mut().chain([&mut self.into]) {
            refer::association(id, instead);
        }
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, _: Year) -> bool {
        false
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        let at = |field: &str| format!("{path}.{field}");
        if self.associations.len() < 2 {
            check.add(&at("associations"), ValidationErrorKind::TooFew { least: 2 });
        }
        check.distinct(&at("associations"), &self.associations);
        check.id(&at("into"), &self.into);
        check.name(&at("name"), &self.name);
        check.year(&at("year"), self.year);
        self.contributions.validate(check, &at("contributions"));
        self.overhead.validate(check, &at("overhead"));
        for (year, amount) in &self.one_off {
            check.amount(&at(&format!("one_off.{year}")), *amount);
            check.year(&at(&format!("one_off.{year}")), *year);
        }
        if let Some(grant) = &self.base_grant {
            check.amount(&at("base_grant.amount"), grant.amount);
            check.text(&at("base_grant.source"), &grant.source);
            check.text(&at("base_grant.date"), &grant.date);
        }
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        levers::levers(self)
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        levers::set_lever(self, part, value)
    }

    fn reach(&self, _: &Budget) -> Option<Reach> {
        // It makes what its years are about, and those that are to merge share what it costs before.
        None
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let horizon = budget.horizon;
        let place = horizon.position(self.year).ok_or(DecisionError::OutsideHorizon)?;
        if budget.association(&self.into).is_some() {
            return Err(DecisionError::IdTaken(self.into.clone()));
        }
        for id in &self.associations {
            self.check_there(budget, id)?;
        }
        self.prepare(budget, place)?;
        let joined = join::join(self, budget, place)?;
        let mut new = joined.association;
        let mut shortfalls = Vec::new();
        let years: Vec<_> = horizon.iter().enumerate().skip(place).collect();
        shortfalls.extend(self.contributions.apply(&mut new, &years, horizon, &budget.indices)?);
        self.overhead.apply(&mut new, &years, &joined.places, &budget.indices)?;
        self.book(&mut new, &years, horizon);
        if let Some(grant) = &self.base_grant {
            grant.payers(&new)?;
            let gone = Decimal::from(self.associations.len().saturating_sub(1));
            for year in years.iter().filter(|(_, year)| grant.kept_until.is_none_or(|until| until < *year)) {
                shortfalls.extend(grant.lose(&mut new, *year, gone)?);
            }
        }
        self.move_equity(budget);
        budget.shortfalls.extend(shortfalls);
        budget.associations.push(new.into());
        Ok(())
    }
}

impl Merger {
    fn check_there(&self, budget: &Budget, id: &Id) -> Result<(), DecisionError> {
        let association = budget.association(id).ok_or_else(|| DecisionError::NoSuchAssociation(id.clone()))?;
        match (&association.life.into, association.life.first) {
            (Some(into), _) => Err(DecisionError::MergedAway { association: id.clone(), into: into.clone() }),
            (None, Some(first)) if self.year < first => {
                Err(DecisionError::NotFormed { association: id.clone(), first })
            }
            _ => Ok(()),
        }
    }

    /// Books the one-off costs of the years before the merger with those that are to merge, in proportion to what they
    /// pay; for one that is not formed yet, with those that it is formed of.
    fn prepare(&self, budget: &mut Budget, place: usize) -> Result<(), Overflow> {
        let horizon = budget.horizon;
        for (before, year) in horizon.iter().enumerate().take(place) {
            let Some(cost) = self.one_off.get(&year) else { continue };
            let mut bearers = Vec::new();
            for id in &self.associations {
                bearers.extend(alive(budget, id, year));
            }
            let mut weights = Vec::with_capacity(bearers.len());
            for association in bearers.iter().filter_map(|id| budget.association(id)) {
                weights.push(sum_of(association, &all_rows(association), before)?);
            }
            for (id, part) in bearers.iter().zip(split(round(*cost), &weights)?) {
                if let Some(association) = budget.account_mut(id) {
                    book(association, before, part, horizon);
                }
            }
        }
        Ok(())
    }

    /// Books the one-off costs from the merger on.
    fn book(&self, association: &mut AssociationBudget, years: &[(usize, Year)], horizon: Horizon) {
        for (place, year) in years {
            if let Some(cost) = self.one_off.get(year) {
                book(association, *place, round(*cost), horizon);
            }
        }
    }

    fn move_equity(&self, budget: &mut Budget) {
        for id in &self.associations {
            let mut leaving = |to: Option<Id>| {
                budget.equity_moves.push(EquityMove::Whole { year: self.year, from: id.clone(), to });
            };
            if self.equity == MergedEquity::PaidOut {
                leaving(None);
            }
            leaving(Some(self.into.clone()));
        }
    }
}

impl BaseGrant {
    /// Whether those pay something that would lose it, now or when the grant is no longer kept.
    fn payers(&self, association: &AssociationBudget) -> Result<(), DecisionError> {
        if self.amount.is_zero() {
            return Ok(());
        }
        payers(association, Party::State)?;
        if self.matched { followers(association, Party::State) } else { Ok(()) }
    }

    /// Takes the grants that are gone from what the parties pay in a year.
    fn lose(
        &self,
        association: &mut AssociationBudget,
        (place, year): (usize, Year),
        gone: Decimal,
    ) -> Result<Vec<Shortfall>, DecisionError> {
        let lost = round(mul(self.amount, gone)?);
        let half = round(ratio(lost, Decimal::TWO)?.unwrap_or_default());
        let mut losses = vec![(Party::State, lost)];
        if self.matched {
            losses.extend([(Party::Region, half), (Party::Municipalities, half)]);
        }
        let mut shortfalls = Vec::new();
        for (party, loss) in losses {
            let missing = change_party(association, party, place, sub(Decimal::ZERO, loss)?)?;
            shortfalls.extend(shortfall(association, year, party, missing));
        }
        Ok(shortfalls)
    }
}

/// Who there is of an association in a year: itself, or those that it is to be formed of.
fn alive(budget: &Budget, id: &Id, year: Year) -> Vec<Id> {
    match budget.association(id) {
        Some(association) if association.life.contains(year) => vec![id.clone()],
        Some(association) if association.life.first.is_some_and(|first| year < first) => {
            association.life.of.iter().flat_map(|id| alive(budget, id, year)).collect()
        }
        _ => Vec::new(),
    }
}

/// Adds to the one-off costs of a merger.
fn book(association: &mut AssociationBudget, place: usize, cost: Decimal, horizon: Horizon) {
    let made = crate::budget::RowSource::Made(Generated::MergerCost);
    let found = association.rows.iter().position(|row| row.source == made && row.amount(place).is_zero());
    let row = found.unwrap_or_else(|| {
        let line = association.free_line("merger-cost");
        let row = BudgetLine::made(line, Generated::MergerCost, Category::Administration, horizon);
        association.rows.push(BudgetLine { locked: true, ..row });
        association.rows.len().saturating_sub(1)
    });
    set(association, row, place, cost, AmountOrigin::Fixed);
}
