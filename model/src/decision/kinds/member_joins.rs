//! MemberJoins (*ny kommun går in*): a municipality joins from a month and pays by a key. How several municipalities
//! divide their quarter is not in the law: they agree (finsam.se, finansiering från parterna).

use crate::base::{Active, Association, Base, Member, Party, is_default};
use crate::budget::{AmountOrigin, AssociationBudget, Budget};
use crate::calendar::{Month, Year};
use crate::decision::active_years::active_years_to_end;
use crate::decision::apportion::{rows, set, sum_of};
use crate::decision::contributions::{
    add_row, followers, inhabitants, match_other_parties, member_rows, members_in_year, party_rows, set_municipal,
};
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced, SOME_KRONOR};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::{About, Reach, reach_from};
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, add, mul, ratio, round, split, sub, sum};
use crate::quantity::{QuantityKind, month_value, value_month};
use crate::validation::Validator;
use serde::{Deserialize, Serialize};

/// Adds a municipality to an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
// A key that counts inhabitants needs them.
#[cfg_attr(feature = "schema", schemars(extend("anyOf" = [
    { "properties": { "key": { "type": "object", "required": ["amount"] } }, "additionalProperties": true },
    {
        "properties": { "inhabitants": { "type": "integer" } },
        "required": ["inhabitants"],
        "additionalProperties": true,
    },
])))]
#[serde(deny_unknown_fields)]
pub struct MemberJoins {
    /// The association that it joins.
    pub association: Id,
    /// The new member's id, which later decisions can name.
    pub member: Id,
    /// Its name.
    pub name: String,
    /// Its inhabitants; the keys that count inhabitants need them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<u32>,
    /// Where the number of inhabitants comes from, with its date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Its first month; it pays the first year by month.
    pub from: Month,
    /// What it pays a full year.
    pub key: JoinKey,
    /// Whether State and Region grow so that 50/25/25 holds for the new money. The State follows its own model of
    /// allocation, so that is a hope and not a rule. Nothing to follow with [`JoinKey::ZeroSum`].
    #[serde(default, skip_serializing_if = "is_default")]
    pub others_follow: bool,
    /// What it pays into the equity when it joins, kronor; not an income of the year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub buy_in: Decimal,
}

/// What a joining municipality pays a full year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum JoinKey {
    /// Kronor per inhabitant and year.
    PerInhabitant(Decimal),
    /// What the present municipalities pay per inhabitant on average that year.
    Average,
    /// Kronor a year.
    Amount(Decimal),
    /// The municipal quarter stays as it is and is divided by inhabitants.
    ZeroSum,
}

impl Decide for MemberJoins {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, names: &DraftNames) -> Option<MemberJoins> {
        Some(MemberJoins {
            association: of.id.clone(),
            member: Id::from_name(&names.member, |id| of.members.iter().any(|member| member.id.as_str() == id)),
            name: names.member.clone(),
            inhabitants: None,
            source: String::new(),
            from: Month::january(base.horizon.first),
            key: JoinKey::Amount(SOME_KRONOR),
            others_follow: false,
            buy_in: Decimal::ZERO,
        })
    }

    fn association(&self) -> Option<&Id> {
        Some(&self.association)
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        Some(Introduced::Member(&self.member, &self.name))
    }

    fn refer(&mut self, instead: Instead<'_>) {
        refer::association(&mut self.association, instead);
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, _: Year) -> bool {
        false
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        check.id(&format!("{path}.member"), &self.member);
        check.name(&format!("{path}.name"), &self.name);
        check.text(&format!("{path}.source"), &self.source);
        check.year(&format!("{path}.from"), self.from.year());
        match &self.key {
            JoinKey::PerInhabitant(kronor) => check.per_inhabitant(&format!("{path}.key.per_inhabitant"), *kronor),
            JoinKey::Amount(kronor) => check.amount(&format!("{path}.key.amount"), *kronor),
            JoinKey::Average | JoinKey::ZeroSum => {}
        }
        let counts = !matches!(self.key, JoinKey::Amount(_));
        if counts && self.inhabitants.is_none() {
            check.given(&format!("{path}.inhabitants"), 0);
        }
        check.amount(&format!("{path}.buy_in"), self.buy_in);
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        let key = match &self.key {
            JoinKey::PerInhabitant(kronor) => {
                Some((DecisionField::PerInhabitant, *kronor, QuantityKind::PerInhabitant))
            }
            JoinKey::Amount(kronor) => Some((DecisionField::Amount, *kronor, QuantityKind::Kronor)),
            JoinKey::Average | JoinKey::ZeroSum => None,
        };
        let from = (DecisionField::From, month_value(self.from), QuantityKind::Month);
        let people =
            self.inhabitants.map(|people| (DecisionField::Inhabitants, people.into(), QuantityKind::Inhabitants));
        let buy_in = (DecisionField::BuyIn, self.buy_in, QuantityKind::Kronor);
        [Some(from), key, people, Some(buy_in)].into_iter().flatten().collect()
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match (part, &mut self.key) {
            (DecisionField::From, _) => self.from = value_month(value)?,
            (DecisionField::PerInhabitant, JoinKey::PerInhabitant(kronor))
            | (DecisionField::Amount, JoinKey::Amount(kronor)) => {
                *kronor = value;
            }
            (DecisionField::Inhabitants, _) => self.inhabitants = Some(u32::try_from(value).ok()?),
            (DecisionField::BuyIn, _) => self.buy_in = value,
            _ => return None,
        }
        Some(())
    }

    fn reach(&self, before: &Budget) -> Option<Reach> {
        reach_from(before, &self.association, About::Whole, self.from.year(), None)
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let horizon = budget.horizon;
        if !horizon.contains(self.from.year()) {
            return Err(DecisionError::OutsideHorizon);
        }
        let years = active_years_to_end(budget, &self.association, self.from.year())?;
        // A buy-in before the association is formed waits for its first year.
        let first = years.first().map(|(place, _)| *place);
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association = budget.account_mut(&self.association).ok_or_else(no_such)?;
        if association.members.iter().any(|member| member.id == self.member) {
            return Err(DecisionError::AlreadyMember(self.member.clone()));
        }
        if matches!(self.key, JoinKey::Average | JoinKey::ZeroSum) {
            if party_rows(association, Party::Municipalities).is_empty() {
                return Err(DecisionError::NoPayer(Party::Municipalities));
            }
            if years.iter().any(|(_, year)| members_in_year(association, Party::Municipalities, *year).is_empty()) {
                return Err(DecisionError::UnknownMembers(Party::Municipalities));
            }
        }
        if self.others_follow && self.key != JoinKey::ZeroSum {
            followers(association, Party::Municipalities)?;
        }
        let member = Member {
            id: self.member.clone(),
            name: self.name.clone(),
            party: Party::Municipalities,
            inhabitants: self.inhabitants,
            source: String::new(),
        };
        let row = add_row(association, Some(&member), Party::Municipalities, horizon);
        let mut shortfalls = Vec::new();
        for (place, year) in years {
            let months = Decimal::from(if year == self.from.year() { self.from.months_left() } else { 12 });
            let there = members_in_year(association, Party::Municipalities, year);
            let (kronor, of) = self.full_year(association, &member, &there, place)?;
            let fee = round(ratio(mul(kronor, months)?, mul(of, TWELVE)?)?.unwrap_or_default());
            if self.key == JoinKey::ZeroSum {
                let fees = self.others(association, &member, &there, (place, months), fee)?;
                set_municipal(association, place, &fees, horizon, AmountOrigin::Decision)?;
            }
            set(association, row, place, fee, AmountOrigin::Decision);
            if self.others_follow && self.key != JoinKey::ZeroSum {
                shortfalls.extend(match_other_parties(association, Party::Municipalities, (place, year), fee)?);
            }
        }
        if let Some(slot) = first.and_then(|first| association.transfers.get_mut(first)) {
            *slot = add(*slot, round(self.buy_in))?;
        }
        association.members = association.members.iter().cloned().chain([member]).collect();
        association.memberships.push((self.member.clone(), Active { first: Some(self.from), last: None }));
        budget.shortfalls.extend(shortfalls);
        Ok(())
    }
}

impl MemberJoins {
    /// What the key gives for a full year: kronor, and what they are still to be divided by, so that it is rounded once.
    fn full_year(
        &self,
        association: &AssociationBudget,
        member: &Member,
        there: &[Member],
        place: usize,
    ) -> Result<(Decimal, Decimal), DecisionError> {
        let quarter = sum_of(association, &party_rows(association, Party::Municipalities), place)?;
        Ok(match &self.key {
            JoinKey::Amount(kronor) => (*kronor, Decimal::ONE),
            JoinKey::PerInhabitant(kronor) => (mul(*kronor, inhabitants(member)?)?, Decimal::ONE),
            JoinKey::Average => (mul(quarter, inhabitants(member)?)?, all_inhabitants(there)?),
            JoinKey::ZeroSum => {
                let mine = inhabitants(member)?;
                (mul(quarter, mine)?, add(all_inhabitants(there)?, mine)?)
            }
        })
    }

    /// What the present municipalities pay of a quarter that stays as it is: as before until the new one joins, by
    /// inhabitants from then on.
    fn others(
        &self,
        association: &AssociationBudget,
        member: &Member,
        there: &[Member],
        (place, months): (usize, Decimal),
        fee: Decimal,
    ) -> Result<Vec<(Member, Decimal)>, DecisionError> {
        let quarter = sum_of(association, &party_rows(association, Party::Municipalities), place)?;
        let before = paid_before(association, there, place)?;
        let people = add(all_inhabitants(there)?, inhabitants(member)?)?;
        let mut weights = Vec::with_capacity(there.len());
        for (of, paid) in there.iter().zip(&before.paid) {
            // Both are multiplied by what they would be divided by: weights that are not rounded.
            let until = mul(mul(*paid, sub(TWELVE, months)?)?, people)?;
            let after = mul(mul(mul(quarter, inhabitants(of)?)?, months)?, before.of)?;
            weights.push(add(until, after)?);
        }
        let fees = split(sub(quarter, fee)?, &weights)?;
        Ok(there.iter().cloned().zip(fees).collect())
    }
}

const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// What each present municipality pays, kronor still to be divided by `of`.
struct Before {
    paid: Vec<Decimal>,
    of: Decimal,
}

/// What each present municipality pays; what the party pays in one line counts by inhabitants for those that have no
/// line of their own.
fn paid_before(association: &AssociationBudget, there: &[Member], place: usize) -> Result<Before, DecisionError> {
    let pool_rows = rows(association, |row| row.party == Some(Party::Municipalities) && row.member.is_none());
    let pool = sum_of(association, &pool_rows, place)?;
    let own: Vec<Vec<usize>> = there.iter().map(|member| member_rows(association, &member.id)).collect();
    let without = sum(there.iter().zip(&own).filter(|(_, rows)| rows.is_empty()).map(|(member, _)| people(member)))?;
    let of = if pool.is_zero() || without.is_zero() { Decimal::ONE } else { without };
    let mut paid = Vec::with_capacity(there.len());
    for (member, rows) in there.iter().zip(&own) {
        paid.push(match (rows.is_empty(), without.is_zero()) {
            (false, _) => mul(sum_of(association, rows, place)?, of)?,
            (true, false) => mul(pool, people(member))?,
            (true, true) => Decimal::ZERO,
        });
    }
    Ok(Before { paid, of })
}

fn people(member: &Member) -> Decimal {
    member.inhabitants.map(Decimal::from).unwrap_or_default()
}

fn all_inhabitants(members: &[Member]) -> Result<Decimal, DecisionError> {
    let mut all = Decimal::ZERO;
    for member in members {
        all = add(all, inhabitants(member)?)?;
    }
    Ok(all)
}
