//! What can differ between two tables, and its amounts.

use crate::budget::{AssociationBudget, Budget, BudgetLine, Generated, RowSource};
use crate::money::{Decimal, Overflow, add};
use crate::plan::{Approach, Category, Id, Party};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that has an amount a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// All lines of a category.
    Category(Category),
    /// All activities of an approach, or with none set.
    Approach(Option<Approach>),
    /// What a member pays. Members of several associations are one by their name.
    Member { name: Arc<str>, party: Option<Party> },
    /// What a party pays in lines of its own, not by member.
    Party(Party),
    /// One line; it stays the same line when a merger moves it.
    Line {
        /// The association that has it in the plan, or the one that a decision made it in.
        association: Id,
        /// The line there.
        line: Id,
        /// Its name; empty where a decision made it and the app names it.
        name: Arc<str>,
        /// What a decision made it for, if one did.
        made: Option<Generated>,
    },
    /// Planned use of saved money.
    EquityUse,
    /// What members pay into the equity or get out of it.
    Transfers,
    /// An index's rate, as a share.
    IndexRate(Id),
    /// What a coordinator costs (of one association, not of all together).
    CostPerFte,
}

pub(super) type Amounts = BTreeMap<Subject, Vec<Decimal>>;

/// The amounts of everything in an association, or in all together.
pub(super) fn amounts(budget: &Budget, association: Option<&Id>) -> Result<Amounts, Overflow> {
    amounts_of(budget, association, |_| true)
}

/// The amounts before and after a decision in the associations that it changed; the others are shared by both tables.
pub(super) fn changed(
    before: &Budget,
    after: &Budget,
    association: Option<&Id>,
) -> Result<(Amounts, Amounts), Overflow> {
    let shared = |associations: &[Arc<AssociationBudget>], one: &Arc<AssociationBudget>| {
        associations.iter().any(|other| Arc::ptr_eq(other, one))
    };
    Ok((
        amounts_of(before, association, |association_budget| !shared(&after.associations, association_budget))?,
        amounts_of(after, association, |association_budget| !shared(&before.associations, association_budget))?,
    ))
}

fn amounts_of(
    budget: &Budget,
    association: Option<&Id>,
    counted: impl Fn(&Arc<AssociationBudget>) -> bool,
) -> Result<Amounts, Overflow> {
    let mut all = Amounts::new();
    let mut put = |subject, amounts: &[Decimal]| -> Result<(), Overflow> {
        let slots = all.entry(subject).or_insert_with(|| vec![Decimal::ZERO; budget.horizon.len()]);
        for (slot, amount) in slots.iter_mut().zip(amounts) {
            *slot = add(*slot, *amount)?;
        }
        Ok(())
    };
    let wanted = |association_budget: &&Arc<AssociationBudget>| {
        association.is_none_or(|id| association_budget.id == *id) && counted(association_budget)
    };
    for association_budget in budget.associations.iter().filter(wanted) {
        for row in &association_budget.rows {
            put(Subject::Category(row.category), &row.amounts)?;
            if row.category == Category::Activity {
                put(Subject::Approach(row.approach), &row.amounts)?;
            }
            let (payer, line) = (payer(association_budget, row), line(association_budget, row));
            if row.category == Category::Contribution && payer != line {
                put(payer, &row.amounts)?;
            }
            put(line, &row.amounts)?;
        }
        put(Subject::EquityUse, &association_budget.equity_use)?;
        put(Subject::Transfers, &association_budget.transfers)?;
        if let Some(capacity) = association_budget.capacity.as_ref().filter(|_| association.is_some()) {
            put(Subject::CostPerFte, &capacity.cost_per_fte)?;
        }
    }
    for index in budget.indices.iter() {
        let rates: Vec<_> = budget.horizon.iter().map(|year| index.rate(year)).collect();
        put(Subject::IndexRate(index.id.clone()), &rates)?;
    }
    Ok(all)
}

/// Who pays a line of contributions; the line itself when it names nobody.
pub fn payer(association_budget: &AssociationBudget, row: &BudgetLine) -> Subject {
    let Some(id) = &row.member else { return row.party.map_or_else(|| line(association_budget, row), Subject::Party) };
    let member = association_budget.members.iter().find(|member| member.id == *id);
    let name = member.map_or_else(|| row.name.clone(), |member| member.name.as_str().into());
    Subject::Member { name, party: row.party }
}

pub(super) fn line(association_budget: &AssociationBudget, row: &BudgetLine) -> Subject {
    let (association, line, made) = match &row.source {
        RowSource::Line { association, line } => (association.clone(), line.clone(), None),
        RowSource::Made(made) => (association_budget.id.clone(), row.line.clone(), Some(*made)),
    };
    Subject::Line { association, line, name: row.name.clone(), made }
}
