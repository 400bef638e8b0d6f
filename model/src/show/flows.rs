//! Where the money of a year comes from and where it goes: members → associations → purposes.

use crate::budget::{Account, Budget, Row};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, add, sub};
use crate::plan::{Approach, Category, Id, Party};
use std::sync::Arc;

/// A year's flows. What comes in and what goes out of an association are the same sum: a deficit comes from saved
/// money, a surplus goes to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flows {
    /// The associations that money flows through, with their names.
    pub through: Vec<(Id, Arc<str>)>,
    /// Into an association, by its place in `through`.
    pub into: Vec<Flow<Inflow>>,
    /// Out of it.
    pub out: Vec<Flow<Purpose>>,
}

/// Money between an association and somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow<T> {
    /// Where it comes from or goes.
    pub end: T,
    /// The association's place in [`Flows::through`].
    pub association: usize,
    /// Kronor, more than 0.
    pub amount: Decimal,
}

/// Where money comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inflow {
    /// A payer by name; the same name in several associations is one payer.
    Payer(Arc<str>),
    /// A contribution without a name of its own.
    Party(Option<Party>),
    /// The smallest payers together: so many.
    Others(usize),
    /// Other and financial income.
    OtherIncome,
    /// A deficit, paid with saved money.
    Saved,
}

/// Where money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Board.
    Board,
    /// Administration and audit.
    Administration,
    /// Activities of an approach, or with none set.
    Activities(Option<Approach>),
    /// Financial costs.
    FinancialCost,
    /// A surplus, saved.
    Saved,
}

/// The flows of a year through an association, or through all; with more than `most` payers the smallest become one.
pub fn flows(budget: &Budget, association: Option<&Id>, year: Year, most: usize) -> Result<Flows, Overflow> {
    let mut flows = Flows::default();
    let Some(place) = budget.horizon.position(year) else { return Ok(flows) };
    for account in budget.accounts.iter().filter(|account| association.is_none_or(|id| account.id == *id)) {
        let through = flows.through.len();
        if account.rows.iter().any(|row| row.amount(place) > Decimal::ZERO) {
            flows.through.push((account.id.clone(), account.name.clone()));
            flows.add_account(account, place, through)?;
        }
    }
    flows.gather(most)?;
    Ok(flows)
}

impl Flows {
    fn add_account(&mut self, account: &Account, place: usize, association: usize) -> Result<(), Overflow> {
        let (mut income, mut cost) = (Decimal::ZERO, Decimal::ZERO);
        for row in account.rows.iter().filter(|row| row.amount(place) > Decimal::ZERO) {
            let amount = row.amount(place);
            if row.category.is_income() {
                income = add(income, amount)?;
                put(&mut self.into, payer(account, row), association, amount)?;
            } else {
                cost = add(cost, amount)?;
                put(&mut self.out, purpose(row), association, amount)?;
            }
        }
        let result = sub(income, cost)?;
        if result > Decimal::ZERO {
            put(&mut self.out, Purpose::Saved, association, result)?;
        } else if result < Decimal::ZERO {
            put(&mut self.into, Inflow::Saved, association, sub(Decimal::ZERO, result)?)?;
        }
        self.out.sort_by_key(|flow| (flow.association, flow.end));
        Ok(())
    }

    /// Makes the smallest payers one when there are more than `most` of them.
    fn gather(&mut self, most: usize) -> Result<(), Overflow> {
        let mut payers: Vec<(Inflow, Decimal)> = Vec::new();
        for flow in self.into.iter().filter(|flow| matches!(flow.end, Inflow::Payer(_) | Inflow::Party(_))) {
            match payers.iter_mut().find(|(end, _)| *end == flow.end) {
                Some((_, sum)) => *sum = add(*sum, flow.amount)?,
                None => payers.push((flow.end.clone(), flow.amount)),
            }
        }
        if payers.len() <= most {
            return Ok(());
        }
        payers.sort_by_key(|(_, sum)| std::cmp::Reverse(*sum));
        let small: Vec<Inflow> = payers.into_iter().skip(most.saturating_sub(1)).map(|(end, _)| end).collect();
        let before = std::mem::take(&mut self.into);
        let (gathered, kept): (Vec<_>, Vec<_>) = before.into_iter().partition(|flow| small.contains(&flow.end));
        let (payers, rest): (Vec<_>, Vec<_>) =
            kept.into_iter().partition(|flow| matches!(flow.end, Inflow::Payer(_) | Inflow::Party(_)));
        self.into = payers;
        for flow in gathered {
            put(&mut self.into, Inflow::Others(small.len()), flow.association, flow.amount)?;
        }
        self.into.extend(rest);
        Ok(())
    }
}

fn put<T: PartialEq>(flows: &mut Vec<Flow<T>>, end: T, association: usize, amount: Decimal) -> Result<(), Overflow> {
    match flows.iter_mut().find(|flow| flow.association == association && flow.end == end) {
        Some(flow) => flow.amount = add(flow.amount, amount)?,
        None => flows.push(Flow { end, association, amount }),
    }
    Ok(())
}

fn payer(account: &Account, row: &Row) -> Inflow {
    if row.category != Category::Contribution {
        return Inflow::OtherIncome;
    }
    let member = row.member.as_ref().and_then(|id| account.members.iter().find(|member| member.id == *id));
    match member {
        Some(member) => Inflow::Payer(member.name.as_str().into()),
        None if row.name.is_empty() => Inflow::Party(row.party),
        None => Inflow::Payer(row.name.clone()),
    }
}

fn purpose(row: &Row) -> Purpose {
    match row.category {
        Category::Board => Purpose::Board,
        Category::Administration | Category::Audit => Purpose::Administration,
        Category::FinancialCost => Purpose::FinancialCost,
        Category::Activity | Category::Contribution | Category::OtherIncome | Category::FinancialIncome => {
            Purpose::Activities(row.approach)
        }
    }
}
