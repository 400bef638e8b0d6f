//! The budget: the plan's lines × years, resolved to whole kronor. Decisions map one budget to the next.

mod capacity;
mod line;
mod line_by_month;
mod months;
mod structure;
mod terms;

pub use capacity::CapacityRow;
pub use line::BudgetLine;
pub use months::Months;
pub use structure::{AmountOrigin, EquityMove, Generated, RowSource, Shortfall, ShortfallKind};
pub use terms::{Resolved, Terms, Timing, YearCost};

pub(crate) use terms::next_year_amount;

use crate::base::{Active, Association, Base, Category, Definitions, Index, Life, Member, OpeningEquity};
use crate::calendar::{Horizon, Year};
use crate::id::Id;
use crate::money::{Decimal, Overflow, round, split};
use crate::sorted::SortedMap;
use std::sync::Arc;

/// A plan's table of lines over years, resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// The years of the table.
    pub horizon: Horizon,
    /// What counts as administration.
    pub definitions: Definitions,
    /// The indices in force.
    pub indices: Arc<[Index]>,
    /// The associations' tables; a merger's new association comes after those that it is formed of. Shared between
    /// the tables before and after a decision that leaves them alone.
    pub associations: Vec<Arc<AssociationBudget>>,
    /// Equity that decisions move, in their order.
    pub equity_moves: Vec<EquityMove>,
    /// What decisions could not do in full.
    pub shortfalls: Vec<Shortfall>,
}

/// One association's part of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociationBudget {
    /// The association.
    pub id: Id,
    pub name: Arc<str>,
    /// The years in which it exists.
    pub life: Life,
    pub members: Arc<[Member]>,
    /// The months in which a member belongs to it, for those that join or leave; the others always do.
    pub memberships: Vec<(Id, Active)>,
    /// Equity at the beginning of the first year.
    pub opening: OpeningEquity,
    /// Planned use of saved money, kronor by year.
    pub equity_use: Vec<Decimal>,
    /// Equity that members pay in (positive) or get out (negative) at the beginning of each year, kronor; for a share
    /// of the equity see [`Budget::equity_moves`].
    pub transfers: Vec<Decimal>,
    /// What a coordinator costs and gives; unknown when absent.
    pub capacity: Option<CapacityRow>,
    /// The lines.
    pub rows: Vec<BudgetLine>,
}

impl Budget {
    /// The plan's own table, with no decision applied: existing commitments, the chosen indices.
    pub fn baseline(base: Base<'_>) -> Result<Budget, Overflow> {
        let associations = base.associations.iter().map(|association| AssociationBudget::baseline(base, association));
        Ok(Budget {
            horizon: base.horizon,
            definitions: base.definitions.clone(),
            indices: base.indices.into(),
            associations: associations
                .map(|association_budget| association_budget.map(Arc::new))
                .collect::<Result<_, _>>()?,
            equity_moves: Vec::new(),
            shortfalls: Vec::new(),
        })
    }

    /// This table with some associations' associations made anew of a base that differs from this table's in them alone; the
    /// others are shared.
    pub(crate) fn rebased(&self, base: Base<'_>, changed: &[&Id]) -> Result<Budget, Overflow> {
        let mut budget = self.clone();
        for association in base.associations.iter().filter(|association| changed.contains(&&association.id)) {
            if let Some(association_budget) =
                budget.associations.iter_mut().find(|association_budget| association_budget.id == association.id)
            {
                *association_budget = Arc::new(AssociationBudget::baseline(base, association)?);
            }
        }
        Ok(budget)
    }

    /// The account of an association.
    pub fn association(&self, id: &Id) -> Option<&AssociationBudget> {
        self.associations.iter().find(|association_budget| association_budget.id == *id).map(Arc::as_ref)
    }

    /// The account of an association, to be changed.
    pub fn account_mut(&mut self, id: &Id) -> Option<&mut AssociationBudget> {
        self.associations.iter_mut().find(|association_budget| association_budget.id == *id).map(Arc::make_mut)
    }

    /// The rate of an index from the year before to `year`; 0 for no index.
    pub fn rate(&self, index: Option<&Id>, year: Year) -> Decimal {
        rate_of(&self.indices, index)(year)
    }
}

/// The rate of an index from the year before to a year; 0 for no index.
pub(crate) fn rate_of<'i>(indices: &'i [Index], index: Option<&Id>) -> impl Fn(Year) -> Decimal + use<'i> {
    let index = index.and_then(|id| indices.iter().find(|index| index.id == *id));
    move |year| index.map(|index| index.rate(year)).unwrap_or_default()
}

impl AssociationBudget {
    fn baseline(base: Base<'_>, association: &Association) -> Result<AssociationBudget, Overflow> {
        let Base { horizon, indices, .. } = base;
        let rows = association.lines.iter().map(|line| {
            let rate = rate_of(indices, line.index.as_ref());
            let terms = Terms::of(line);
            let Resolved { amounts, origins } = terms.resolve(rate, horizon)?;
            Ok(BudgetLine {
                line: line.id.clone(),
                name: line.name.as_str().into(),
                source: RowSource::Line { association: association.id.clone(), line: line.id.clone() },
                category: line.category,
                member: line.member.clone(),
                party: association.party_of(line),
                approach: line.approach,
                locked: line.locked,
                status: line.status,
                esf: line.esf,
                participants: line.participants.clone(),
                index: line.index.clone(),
                active: line.active,
                terms: Arc::new(terms),
                months: Months::default(),
                amounts,
                origins,
            })
        });
        let capacity = association
            .capacity
            .as_ref()
            .map(|capacity| CapacityRow::baseline(capacity, &rate_of(indices, capacity.index.as_ref()), horizon));
        let by_year = |amounts: &SortedMap<Year, Decimal>| {
            horizon.iter().map(|year| round(amounts.get(&year).copied().unwrap_or_default())).collect()
        };
        Ok(AssociationBudget {
            id: association.id.clone(),
            name: association.name.as_str().into(),
            life: association.life.clone(),
            members: association.members.clone().into(),
            memberships: Vec::new(),
            opening: OpeningEquity {
                amount: round(association.opening_equity.amount),
                claim: round(association.opening_equity.claim),
                source: String::new(),
            },
            equity_use: by_year(&association.equity_use),
            transfers: by_year(&association.transfers),
            capacity: capacity.transpose()?.flatten(),
            rows: rows.collect::<Result<_, Overflow>>()?,
        })
    }

    /// Divides an amount, such as equity to pay out, between the payers in proportion to their contributions in the
    /// year at `place`: members' shares in assets follow 5 § (9 § lag 2003:1210). By contribution row.
    pub fn divide_by_contributions(
        &self,
        amount: Decimal,
        place: usize,
    ) -> Result<Vec<(&BudgetLine, Decimal)>, Overflow> {
        let payers: Vec<&BudgetLine> = self.rows.iter().filter(|row| row.category == Category::Contribution).collect();
        let paid: Vec<Decimal> = payers.iter().map(|row| row.amount(place)).collect();
        Ok(payers.into_iter().zip(split(amount, &paid)?).collect())
    }

    /// An id made from `name` that no row has yet.
    pub(crate) fn free_line(&self, name: &str) -> Id {
        Id::from_name(name, |id| self.rows.iter().any(|row| row.line.as_str() == id))
    }

    /// The row of a line.
    pub fn row(&self, line: &Id) -> Option<&BudgetLine> {
        self.rows.iter().find(|row| row.line == *line)
    }
}
