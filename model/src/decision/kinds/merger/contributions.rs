//! What the members of a merged association pay.

use crate::base::{Index, Member, Party, is_default};
use crate::budget::{AmountOrigin, AssociationBudget, Shortfall};
use crate::calendar::{Horizon, Year};
use crate::decision::apportion::{extend_with_index, scale_to_sum, sum_of};
use crate::decision::contributions::{
    add_row, followers, inhabitants, match_other_parties, member_rows, members_in_year, party_rows, set_municipal,
};
use crate::decision::error::DecisionError;
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, mul, round, split, sub};
use crate::sorted::SortedMap;
use crate::validation::{ValidationErrorKind, Validator};
use serde::{Deserialize, Serialize};

/// What the members of a merged association pay.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MergedContributions {
    /// What they paid before, as Växjö and Alvesta did in 2015.
    #[default]
    Legacy,
    /// Every municipality pays the same kronor per inhabitant.
    PerInhabitant(PerInhabitant),
    /// The municipal quarter stays and is divided by these shares, which make 1; members not named pay nothing.
    Shares(SortedMap<Id, Decimal>),
    /// New levels in kronor a year by member, of any party; members not named pay what they paid.
    Levels(SortedMap<Id, Decimal>),
}

/// One key for all municipalities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerInhabitant {
    /// Kronor per inhabitant and year.
    pub kronor: Decimal,
    /// Whether State and Region change too, so that 50/25/25 holds for the difference.
    #[serde(default, skip_serializing_if = "is_default")]
    pub others_follow: bool,
}

impl MergedContributions {
    pub(super) fn validate(&self, check: &mut Validator, path: &str) {
        match self {
            MergedContributions::Legacy => {}
            MergedContributions::PerInhabitant(key) => {
                check.per_inhabitant(&format!("{path}.per_inhabitant.kronor"), key.kronor);
            }
            MergedContributions::Shares(shares) => {
                let path = format!("{path}.shares");
                check.given(&path, shares.len());
                for (member, share) in shares {
                    check.share(&format!("{path}.{member}"), *share);
                }
                let whole = crate::money::sum(shares.values().copied());
                if !shares.is_empty() && whole != Ok(Decimal::ONE) {
                    check.add(&path, ValidationErrorKind::SharesNotWhole);
                }
            }
            MergedContributions::Levels(levels) => {
                let path = format!("{path}.levels");
                check.given(&path, levels.len());
                for (member, amount) in levels {
                    check.amount(&format!("{path}.{member}"), *amount);
                }
            }
        }
    }

    pub(super) fn apply(
        &self,
        association: &mut AssociationBudget,
        years: &[(usize, Year)],
        horizon: Horizon,
        indices: &[Index],
    ) -> Result<Vec<Shortfall>, DecisionError> {
        match self {
            MergedContributions::Legacy => Ok(Vec::new()),
            MergedContributions::PerInhabitant(key) => key.apply(association, years, horizon),
            MergedContributions::Shares(shares) => {
                divide(association, shares, years, horizon)?;
                Ok(Vec::new())
            }
            MergedContributions::Levels(levels) => {
                for (id, amount) in levels {
                    let member = member_of(association, id)?;
                    let mut of = member_rows(association, id);
                    if of.is_empty() {
                        of.push(add_row(association, Some(&member), member.party, horizon));
                    }
                    if let Some((first, _)) = years.first() {
                        scale_to_sum(association, &of, *first, round(*amount), AmountOrigin::Fixed)?;
                    }
                    extend_with_index(association, &of, years, indices)?;
                }
                Ok(Vec::new())
            }
        }
    }
}

impl PerInhabitant {
    fn apply(
        &self,
        association: &mut AssociationBudget,
        years: &[(usize, Year)],
        horizon: Horizon,
    ) -> Result<Vec<Shortfall>, DecisionError> {
        if self.others_follow {
            followers(association, Party::Municipalities)?;
        }
        let mut shortfalls = Vec::new();
        for (place, year) in years {
            let there = members_in_year(association, Party::Municipalities, *year);
            if there.is_empty() {
                return Err(DecisionError::UnknownMembers(Party::Municipalities));
            }
            let mut fees = Vec::with_capacity(there.len());
            for member in there {
                let fee = round(mul(self.kronor, inhabitants(&member)?)?);
                fees.push((member, fee));
            }
            let before = sum_of(association, &party_rows(association, Party::Municipalities), *place)?;
            set_municipal(association, *place, &fees, horizon, AmountOrigin::Decision)?;
            if self.others_follow {
                let change =
                    sub(sum_of(association, &party_rows(association, Party::Municipalities), *place)?, before)?;
                shortfalls.extend(match_other_parties(association, Party::Municipalities, (*place, *year), change)?);
            }
        }
        Ok(shortfalls)
    }
}

fn divide(
    association: &mut AssociationBudget,
    shares: &SortedMap<Id, Decimal>,
    years: &[(usize, Year)],
    horizon: Horizon,
) -> Result<(), DecisionError> {
    for id in shares.keys() {
        if member_of(association, id)?.party != Party::Municipalities {
            return Err(DecisionError::NoSuchMember(id.clone()));
        }
    }
    if party_rows(association, Party::Municipalities).is_empty() {
        return Err(DecisionError::NoPayer(Party::Municipalities));
    }
    let members: Vec<Member> =
        association.members.iter().filter(|member| member.party == Party::Municipalities).cloned().collect();
    let weights: Vec<Decimal> =
        members.iter().map(|member| shares.get(&member.id).copied().unwrap_or_default()).collect();
    for (place, _) in years {
        let whole = sum_of(association, &party_rows(association, Party::Municipalities), *place)?;
        let fees: Vec<_> = members.iter().cloned().zip(split(whole, &weights)?).collect();
        set_municipal(association, *place, &fees, horizon, AmountOrigin::Decision)?;
    }
    Ok(())
}

fn member_of(association: &AssociationBudget, id: &Id) -> Result<Member, DecisionError> {
    association
        .members
        .iter()
        .find(|member| member.id == *id)
        .cloned()
        .ok_or_else(|| DecisionError::NoSuchMember(id.clone()))
}
