//! Where the money of a year comes from and where it goes: members → associations → purposes.

use crate::budget::{AssociationBudget, Budget, BudgetLine};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, add, sum};
use crate::plan::{Approach, Category, Id, Party};
use crate::projection::{Figures, Projection, SavedMoney};
use crate::sorted::sort_by_key;
use std::sync::Arc;

/// A year's flows. What comes in and what goes out of an association are the same sum: a surplus fills what was missing
/// before and goes to the saved money with the rest, a deficit comes from it as far as there is liquid money, and the rest
/// of a deficit is missing.
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
    /// The part of a deficit that saved money pays.
    Saved,
    /// The part of a deficit that nothing pays.
    Missing,
}

/// Where money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    Board,
    /// Administration and audit.
    Administration,
    /// Activities of an approach, or with none set.
    Activities(Option<Approach>),
    FinancialCost,
    /// The part of a surplus that only fills what was missing before.
    EarlierDeficit,
    /// The rest of a surplus, saved.
    Saved,
}

/// The flows of a year through an association, or through all; with more than `most` payers the smallest become one.
pub fn flows(
    budget: &Budget,
    projection: &Projection,
    association: Option<&Id>,
    year: Year,
    most: usize,
) -> Result<Flows, Overflow> {
    let mut flows = Flows::default();
    let Some(place) = budget.horizon.position(year) else { return Ok(flows) };
    for association_budget in budget
        .associations
        .iter()
        .filter(|association_budget| association.is_none_or(|id| association_budget.id == *id))
    {
        let years = projection.association(&association_budget.id).map(|of| of.years.as_slice()).unwrap_or_default();
        let Some(figures) = years.get(place) else { continue };
        let through = flows.through.len();
        if association_budget.rows.iter().any(|row| row.amount(place) > Decimal::ZERO) {
            flows.through.push((association_budget.id.clone(), association_budget.name.clone()));
            flows.add_association(association_budget, figures, place, through)?;
        }
    }
    flows.gather(most)?;
    Ok(flows)
}

impl Flows {
    /// What comes in during the year: neither saved money nor what is missing does.
    pub fn received(&self) -> Result<Decimal, Overflow> {
        let received = self.into.iter().filter(|flow| !matches!(flow.end, Inflow::Saved | Inflow::Missing));
        sum(received.map(|flow| flow.amount))
    }

    /// What goes out during the year: a surplus stays, whether it is saved or fills what was missing.
    pub fn spent(&self) -> Result<Decimal, Overflow> {
        let stays = |end: Purpose| matches!(end, Purpose::Saved | Purpose::EarlierDeficit);
        sum(self.out.iter().filter(|flow| !stays(flow.end)).map(|flow| flow.amount))
    }

    fn add_association(
        &mut self,
        association_budget: &AssociationBudget,
        figures: &Figures,
        place: usize,
        association: usize,
    ) -> Result<(), Overflow> {
        for row in association_budget.rows.iter().filter(|row| row.amount(place) > Decimal::ZERO) {
            let amount = row.amount(place);
            if row.category.is_income() {
                put(&mut self.into, payer(association_budget, row), association, amount)?;
            } else {
                put(&mut self.out, purpose(row), association, amount)?;
            }
        }
        let saved = SavedMoney::of(figures)?;
        for (end, amount) in [(Purpose::EarlierDeficit, saved.filled), (Purpose::Saved, saved.added)] {
            if amount > Decimal::ZERO {
                put(&mut self.out, end, association, amount)?;
            }
        }
        for (end, amount) in [(Inflow::Saved, saved.used), (Inflow::Missing, saved.missing)] {
            if amount > Decimal::ZERO {
                put(&mut self.into, end, association, amount)?;
            }
        }
        sort_by_key(&mut self.out, |flow| (flow.association, flow.end));
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
        sort_by_key(&mut payers, |(_, sum)| std::cmp::Reverse(*sum));
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

fn payer(association_budget: &AssociationBudget, row: &BudgetLine) -> Inflow {
    if row.category != Category::Contribution {
        return Inflow::OtherIncome;
    }
    let member = row.member.as_ref().and_then(|id| association_budget.members.iter().find(|member| member.id == *id));
    match member {
        Some(member) => Inflow::Payer(member.name.as_str().into()),
        None if row.name.is_empty() => Inflow::Party(row.party),
        None => Inflow::Payer(row.name.clone()),
    }
}

fn purpose(row: &BudgetLine) -> Purpose {
    match row.category {
        Category::Board => Purpose::Board,
        Category::Administration | Category::Audit => Purpose::Administration,
        Category::FinancialCost => Purpose::FinancialCost,
        Category::Activity | Category::Contribution | Category::OtherIncome | Category::FinancialIncome => {
            Purpose::Activities(row.approach)
        }
    }
}
