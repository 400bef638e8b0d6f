//! MemberLeaves (*utträde*): a member leaves at the year-end after its notice time, and its contribution ends.
//!
//! The notice is three years unless the förbundsordning says shorter (finsam.se, avsluta förbund). A party without any
//! member left means that the association must be wound up at once (same page): that is a finding.

use crate::base::{Active, Association, Base, Party, is_default};
use crate::budget::{AmountOrigin, AssociationBudget, Budget, EquityMove, Shortfall, ShortfallKind};
use crate::calendar::{Horizon, Month, Year};
use crate::decision::active_years::active_years_to_end;
use crate::decision::apportion::{set, sum_of};
use crate::decision::contributions::{
    change_rows, followers, match_other_parties, member_rows, members_in_year, party_rows, shortfall,
};
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::{About, Reach, reach_from};
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, sub};
use crate::quantity::{QuantityKind, month_value, value_month};
use crate::validation::Validator;
use serde::{Deserialize, Serialize};

/// Takes a member out of an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MemberLeaves {
    /// The association that it leaves.
    pub association: Id,
    /// The member.
    pub member: Id,
    /// The month in which it gives notice (*uppsägning*).
    pub notice: Month,
    /// Whole months of notice, counted from the next month.
    #[serde(default = "three_years")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 240)))]
    pub notice_months: u16,
    /// What the others do.
    #[serde(default)]
    pub others: Others,
    /// Whether it gets its share of the equity at the end of its last year: the share that it paid of that year's
    /// contributions, when all is decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pay_out: bool,
}

/// What the other payers do when a member leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// The other parties shrink too, so that 50/25/25 holds.
    #[default]
    Follow,
    /// The other members of its party carry its part, in proportion to what they pay.
    Carry,
    /// They pay what they paid; the division is then off, and that is a finding.
    Stay,
}

impl Others {
    /// All of them, the default first.
    pub const ALL: [Others; 3] = [Others::Follow, Others::Carry, Others::Stay];
}

/// The preset notice, months.
pub const NOTICE_MONTHS: u16 = 36;

fn three_years() -> u16 {
    NOTICE_MONTHS
}

impl Decide for MemberLeaves {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, _: &DraftNames) -> Option<MemberLeaves> {
        Some(MemberLeaves {
            association: of.id.clone(),
            member: paying_member(of)?,
            notice: last_notice(base.horizon)?,
            notice_months: NOTICE_MONTHS,
            others: Others::default(),
            pay_out: false,
        })
    }

    fn association(&self) -> Option<&Id> {
        Some(&self.association)
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        None
    }

    fn refer(&mut self, instead: Instead<'_>) {
        refer::member(&self.association, &mut self.member, instead);
        refer::association(&mut self.association, instead);
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, _: Year) -> bool {
        false
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        check.at_most(&format!("{path}.notice_months"), self.notice_months.into(), 240);
        check.year(&format!("{path}.notice"), self.last_year().next());
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        vec![
            (DecisionField::Notice, month_value(self.notice), QuantityKind::Month),
            (DecisionField::NoticeMonths, self.notice_months.into(), QuantityKind::Notice),
        ]
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match part {
            DecisionField::Notice => self.notice = value_month(value)?,
            DecisionField::NoticeMonths => self.notice_months = u16::try_from(value).ok()?,
            _ => return None,
        }
        Some(())
    }

    fn reach(&self, before: &Budget) -> Option<Reach> {
        reach_from(before, &self.association, About::Whole, self.last_year().next(), None)
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let gone = self.last_year().checked_next().filter(|gone| budget.horizon.contains(*gone));
        let gone = gone.ok_or(DecisionError::OutsideHorizon)?;
        let years = active_years_to_end(budget, &self.association, gone)?;
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association_budget = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let known = association_budget.members.iter().find(|member| member.id == self.member);
        let party = known.ok_or_else(|| DecisionError::NoSuchMember(self.member.clone()))?.party;
        if !members_in_year(association_budget, party, gone).iter().any(|member| member.id == self.member) {
            return Err(DecisionError::NoSuchMember(self.member.clone()));
        }
        let own = member_rows(association_budget, &self.member);
        if own.is_empty() {
            return Err(DecisionError::NoContributionOf(self.member.clone()));
        }
        if self.others == Others::Follow {
            followers(association_budget, party)?;
        }
        let rows = own.iter().filter_map(|row| association_budget.rows.get(*row)).map(|row| row.line.clone()).collect();
        association_budget
            .memberships
            .push((self.member.clone(), Active { first: None, last: Some(Month::december(self.last_year())) }));
        let mut shortfalls = Vec::new();
        for (place, year) in years {
            let fee = sum_of(association_budget, &own, place)?;
            for row in &own {
                set(association_budget, *row, place, Decimal::ZERO, AmountOrigin::Decision);
            }
            match self.others {
                Others::Follow => shortfalls.extend(match_other_parties(
                    association_budget,
                    party,
                    (place, year),
                    sub(Decimal::ZERO, fee)?,
                )?),
                Others::Carry => shortfalls.extend(self.carry(association_budget, party, &own, (place, year), fee)?),
                Others::Stay => {}
            }
        }
        shortfalls.extend(self.emptied(association_budget, party, gone));
        if self.pay_out {
            budget.equity_moves.push(EquityMove::Share {
                last: self.last_year(),
                from: self.association.clone(),
                rows,
            });
        }
        budget.shortfalls.extend(shortfalls);
        Ok(())
    }
}

impl MemberLeaves {
    /// The last year that it pays: the one in which the notice time ends.
    pub fn last_year(&self) -> Year {
        let month = u16::from(self.notice.number()).saturating_add(self.notice_months);
        self.notice.year().plus(month.saturating_sub(1).checked_div(12).unwrap_or_default())
    }

    fn carry(
        &self,
        association_budget: &mut AssociationBudget,
        party: Party,
        own: &[usize],
        (place, year): (usize, Year),
        fee: Decimal,
    ) -> Result<Option<Shortfall>, DecisionError> {
        let others: Vec<usize> =
            party_rows(association_budget, party).into_iter().filter(|row| !own.contains(row)).collect();
        if sum_of(association_budget, &others, place)?.is_zero() {
            return if fee.is_zero() { Ok(None) } else { Err(DecisionError::NoPayer(party)) };
        }
        let missing = change_rows(association_budget, &others, place, fee)?;
        Ok(shortfall(association_budget, year, party, missing))
    }

    /// Whether nobody of the party is left from `gone` on.
    fn emptied(&self, association_budget: &AssociationBudget, party: Party, gone: Year) -> Option<Shortfall> {
        let pays_as_party = party_rows(association_budget, party)
            .iter()
            .any(|row| association_budget.rows.get(*row).is_some_and(|row| row.member.is_none()));
        let empty = members_in_year(association_budget, party, gone).is_empty() && !pays_as_party;
        let kind = ShortfallKind::PartyEmpty { party };
        empty.then(|| Shortfall { association: association_budget.id.clone(), year: gone, kind })
    }
}

/// The first municipality, or else member, that has a contribution of its own.
fn paying_member(of: &Association) -> Option<Id> {
    let pays = |id: &Id| of.lines.iter().any(|line| line.member.as_ref() == Some(id));
    let municipal = of.members.iter().filter(|member| member.party == Party::Municipalities);
    municipal.chain(&of.members).map(|member| &member.id).find(|id| pays(id)).cloned()
}

/// The month of notice that lets a member leave at the beginning of the plan's last year.
fn last_notice(horizon: Horizon) -> Option<Month> {
    let left = horizon.last().previous();
    let years_before = NOTICE_MONTHS.checked_div(12)?;
    Year::new(left.number().checked_sub(years_before)?).map(Month::december)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_at_the_year_end_after_the_notice() {
        let last = |notice: &str, notice_months| {
            let [association, member] = ["varend", "alvesta"].map(Id::new);
            let notice = notice.parse().unwrap();
            MemberLeaves { association, member, notice, notice_months, others: Others::Follow, pay_out: false }
                .last_year()
                .number()
        };
        // Notice in December 2014: the 36 months are 2015, 2016 and 2017.
        assert_eq!(last("2014-12", 36), 2017);
        assert_eq!(last("2015-01", 36), 2018);
        assert_eq!(last("2015-06", 6), 2015);
        assert_eq!(last("2015-06", 7), 2016);
        assert_eq!(last("2015-01", 0), 2015);
    }
}
