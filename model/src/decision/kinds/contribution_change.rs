//! ContributionChange (*ändrade medlemsinsatser*): what all, a party or a member pays, by per cent or to an amount.

use crate::base::{Association, Base, Party, is_default};
use crate::budget::{AmountOrigin, AssociationBudget, Budget, Shortfall};
use crate::calendar::{Horizon, Year};
use crate::decision::Change;
use crate::decision::active_years::active_years;
use crate::decision::apportion::{extend_with_index, scale_to_sum, sum_of};
use crate::decision::contributions::{
    add_row, all_rows, change_party, is_member_in, member_rows, party_rows, shortfall,
};
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::{About, Reach, reach_from};
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, add, mul, ratio, round, sub};
use crate::quantity::{QuantityKind, value_year};
use crate::validation::Validator;
use serde::{Deserialize, Serialize};

/// Changes contributions from a year on, or for some years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContributionChange {
    /// The association.
    pub association: Id,
    /// Whose contributions.
    pub payer: ContributionsOf,
    /// By how much, or to what.
    pub change: Change,
    /// The first year.
    pub from: Year,
    /// For how many years; on and on when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
    pub years: Option<u8>,
    /// Whether the other parties match the change of the payer's party in proportion, as they normally do. Nothing to
    /// match when all pay.
    #[serde(default, skip_serializing_if = "is_default")]
    pub matched: bool,
}

/// Whose contributions change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContributionsOf {
    /// Everybody's.
    All,
    /// A party's.
    Party(Party),
    /// One member's own.
    Member(Id),
}

impl Decide for ContributionChange {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, _: &DraftNames) -> Option<ContributionChange> {
        Some(ContributionChange {
            association: of.id.clone(),
            payer: ContributionsOf::Party(Party::State),
            change: Change::By(Decimal::new(-10, 2)),
            from: base.horizon.first,
            years: None,
            matched: true,
        })
    }

    fn association(&self) -> Option<&Id> {
        Some(&self.association)
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        None
    }

    fn refer(&mut self, instead: Instead<'_>) {
        if let ContributionsOf::Member(id) = &mut self.payer {
            refer::member(&self.association, id, instead);
        }
        refer::association(&mut self.association, instead);
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, _: Year) -> bool {
        false
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        self.change.validate(check, &format!("{path}.change"));
        check.year(&format!("{path}.from"), self.from);
        if self.years == Some(0) {
            check.given(&format!("{path}.years"), 0);
        }
        check.at_most(&format!("{path}.years"), self.years.unwrap_or(1).into(), Horizon::MOST_YEARS.into());
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        let from = (DecisionField::Year, self.from.number().into(), QuantityKind::Year);
        let years = self.years.map(|years| (DecisionField::Years, years.into(), QuantityKind::Years));
        [Some(self.change.lever()), Some(from), years].into_iter().flatten().collect()
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match part {
            DecisionField::Year => self.from = value_year(value)?,
            DecisionField::Years => *self.years.as_mut()? = u8::try_from(value).ok()?,
            part => self.change.set_lever(part, value)?,
        }
        Some(())
    }

    fn reach(&self, before: &Budget) -> Option<Reach> {
        let about = match &self.payer {
            ContributionsOf::Member(id) => About::Member(id),
            ContributionsOf::All | ContributionsOf::Party(_) => About::Whole,
        };
        reach_from(before, &self.association, about, self.from, self.last_year())
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let years = active_years(budget, &self.association, self.from, self.last_year())?;
        let (horizon, indices) = (budget.horizon, budget.indices.clone());
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let own = self.rows(association, horizon)?;
        let years = self.years_there(association, years)?;
        let party = self.party(association);
        // Read before anything is written: matching compares with what the parties paid.
        let mut before = Vec::with_capacity(years.len());
        for (place, _) in &years {
            let of_party = party.map(|party| party_rows(association, party)).unwrap_or_default();
            before.push((sum_of(association, &own, *place)?, sum_of(association, &of_party, *place)?));
        }
        match self.change {
            Change::By(share) => {
                if !share.is_zero() && before.iter().all(|(own, _)| own.is_zero()) {
                    return Err(DecisionError::NothingToChange);
                }
                for ((place, _), (paid, _)) in years.iter().zip(&before) {
                    let target = round(mul(*paid, add(Decimal::ONE, share)?)?);
                    scale_to_sum(association, &own, *place, target, AmountOrigin::Decision)?;
                }
            }
            Change::To(amount) => {
                if let Some((first, _)) = years.first() {
                    scale_to_sum(association, &own, *first, round(amount), AmountOrigin::Fixed)?;
                }
                extend_with_index(association, &own, &years, &indices)?;
            }
        }
        let mut shortfalls = Vec::new();
        if let Some(party) = party.filter(|_| self.matched) {
            for (year, before) in years.iter().zip(&before) {
                shortfalls.extend(self.match_others(association, party, &own, *year, *before)?);
            }
        }
        budget.shortfalls.extend(shortfalls);
        Ok(())
    }
}

impl ContributionChange {
    /// Its last year, when it has one.
    pub fn last_year(&self) -> Option<Year> {
        self.years.map(|years| self.from.plus(u16::from(years).saturating_sub(1)))
    }

    /// The years in which the payer is there: a member pays nothing before it joins or after it has left.
    fn years_there(
        &self,
        association: &AssociationBudget,
        mut years: Vec<(usize, Year)>,
    ) -> Result<Vec<(usize, Year)>, DecisionError> {
        if let ContributionsOf::Member(id) = &self.payer {
            years.retain(|(_, year)| is_member_in(association, id, *year));
            if years.is_empty() {
                return Err(DecisionError::NoSuchMember(id.clone()));
            }
        }
        Ok(years)
    }

    fn party(&self, association: &AssociationBudget) -> Option<Party> {
        match &self.payer {
            ContributionsOf::All => None,
            ContributionsOf::Party(party) => Some(*party),
            ContributionsOf::Member(id) => {
                association.members.iter().find(|member| member.id == *id).map(|member| member.party)
            }
        }
    }

    /// The rows to change; made where a payer gets its first contribution.
    fn rows(&self, association: &mut AssociationBudget, horizon: Horizon) -> Result<Vec<usize>, DecisionError> {
        let found = match &self.payer {
            ContributionsOf::All => all_rows(association),
            ContributionsOf::Party(party) => party_rows(association, *party),
            ContributionsOf::Member(id) => member_rows(association, id),
        };
        if !found.is_empty() {
            return Ok(found);
        }
        let to_amount = matches!(self.change, Change::To(_));
        match &self.payer {
            ContributionsOf::All => Err(DecisionError::NoContributions),
            ContributionsOf::Party(party) if to_amount => Ok(vec![add_row(association, None, *party, horizon)]),
            ContributionsOf::Party(party) => Err(DecisionError::NoPayer(*party)),
            ContributionsOf::Member(id) => {
                let member = association.members.iter().find(|member| member.id == *id).cloned();
                let member = member.ok_or_else(|| DecisionError::NoSuchMember(id.clone()))?;
                if !to_amount {
                    return Err(DecisionError::NoContributionOf(id.clone()));
                }
                Ok(vec![add_row(association, Some(&member), member.party, horizon)])
            }
        }
    }

    /// Changes the other parties by the ratio that the payer's party changes by.
    fn match_others(
        &self,
        association: &mut AssociationBudget,
        party: Party,
        own: &[usize],
        (place, year): (usize, Year),
        (paid, by_party): (Decimal, Decimal),
    ) -> Result<Vec<Shortfall>, DecisionError> {
        // By per cent the ratio is exact, not that of rounded kronor.
        let change = match self.change {
            Change::By(share) => mul(paid, share)?,
            Change::To(_) => sub(sum_of(association, own, place)?, paid)?,
        };
        if change.is_zero() {
            return Ok(Vec::new());
        }
        let mut shortfalls = Vec::new();
        for other in Party::ALL.into_iter().filter(|other| *other != party) {
            let paid = sum_of(association, &party_rows(association, other), place)?;
            let by = ratio(mul(paid, change)?, by_party)?.ok_or(DecisionError::NoPayer(party))?;
            let target = round(add(paid, by)?);
            let missing = change_party(association, other, place, sub(target, paid)?)?;
            shortfalls.extend(shortfall(association, year, other, missing));
        }
        Ok(shortfalls)
    }
}
