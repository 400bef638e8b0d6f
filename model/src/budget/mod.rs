//! The budget: the plan's lines × years, resolved to whole kronor. Decisions map one budget to the next.

mod resolve;
mod structure;

pub use resolve::{Origin, Resolved, resolve};
pub use structure::{EquityMove, Leftover, LeftoverKind, Made, Source};

use crate::calendar::{Horizon, Month, Year};
use crate::money::{Decimal, Overflow, mul, ratio, round, split, sum};
use crate::plan::{
    Active, Approach, Association, Category, Definitions, Funding, Id, Index, Life, Member, OpeningEquity, Party, Plan,
    RoundingStep, Schedule, Status,
};
use std::collections::BTreeMap;
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
    pub accounts: Vec<Arc<Account>>,
    /// Equity that decisions move, in their order.
    pub equity_moves: Vec<EquityMove>,
    /// What decisions could not do in full.
    pub leftovers: Vec<Leftover>,
}

/// One association's part of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The association.
    pub id: Id,
    /// Its name.
    pub name: Arc<str>,
    /// The years in which it exists.
    pub life: Life,
    /// Its members.
    pub members: Arc<[Member]>,
    /// The months in which a member belongs to it, for those that join or leave; the others always do.
    pub tenures: Vec<(Id, Active)>,
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
    pub rows: Vec<Row>,
}

/// Capacity by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityRow {
    /// Kronor per full-time equivalent and year.
    pub cost_per_fte: Vec<Decimal>,
    /// The index that the cost follows.
    pub index: Option<Id>,
    /// Whether each year's cost is given or continues.
    pub origins: Vec<Origin>,
    /// The last given year and its cost, from which later years continue.
    pub anchor: Option<(Year, Decimal)>,
    /// Places per full-time equivalent, when known.
    pub places_per_fte: Option<Decimal>,
}

/// A line, resolved: what later steps need of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line.
    pub line: Id,
    /// Its name; empty where a decision made it and the app names it (see [`Made`]).
    pub name: Arc<str>,
    /// Where it comes from.
    pub source: Source,
    /// Its category.
    pub category: Category,
    /// The member that pays, for a contribution.
    pub member: Option<Id>,
    /// The party that pays, for a contribution.
    pub party: Option<Party>,
    /// Base, process or structure.
    pub approach: Option<Approach>,
    /// Whether step-downs leave it alone.
    pub locked: bool,
    /// How far it has come.
    pub status: Option<Status>,
    /// Whether it belongs to a project of the European Social Fund.
    pub esf: bool,
    /// The index it follows.
    pub index: Option<Id>,
    /// The step that continued amounts are rounded to.
    pub round_to: RoundingStep,
    /// When it runs and who funds it.
    pub timing: Timing,
    /// Kronor by year; positive, the category decides the sign.
    pub amounts: Vec<Decimal>,
    /// Where each year's amount comes from.
    pub origins: Vec<Origin>,
    /// The last given year and its amount (a full year's), from which later years continue.
    pub anchor: Option<(Year, Decimal)>,
}

/// When a line runs, and the share that the association funds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// First and last active month.
    pub active: Active,
    /// Funding phases; the whole cost before the first.
    pub funding: Arc<[Funding]>,
}

impl Row {
    /// A row that a decision makes, with nothing in it yet.
    pub(crate) fn made(line: Id, made: Made, category: Category, horizon: Horizon) -> Row {
        Row {
            line,
            name: Arc::default(),
            source: Source::Made(made),
            category,
            member: None,
            party: None,
            approach: None,
            locked: false,
            status: None,
            esf: false,
            index: None,
            round_to: RoundingStep::One,
            timing: Timing { active: Active::default(), funding: Arc::default() },
            amounts: vec![Decimal::ZERO; horizon.len()],
            origins: vec![Origin::Decision; horizon.len()],
            anchor: None,
        }
    }

    /// Kronor in the year at `place` of the horizon.
    pub fn amount(&self, place: usize) -> Decimal {
        self.amounts.get(place).copied().unwrap_or_default()
    }
}

impl Timing {
    /// The share, 0–1, of a month's cost that the association carries.
    pub fn weight(&self, month: Month) -> Decimal {
        if !self.active.contains(month) {
            return Decimal::ZERO;
        }
        let phase = self.funding.iter().filter(|phase| phase.from <= month).max_by_key(|phase| phase.from);
        phase.map_or(Decimal::ONE, |phase| phase.share)
    }

    /// `full_year` kronor for the funded active months of `year`, in whole kronor.
    pub fn prorate(&self, full_year: Decimal, year: Year) -> Result<Decimal, Overflow> {
        if self.funding.is_empty() && self.active == Active::default() {
            return Ok(round(full_year));
        }
        let months = sum(year.months().map(|month| self.weight(month)))?;
        let amount = ratio(mul(full_year, months)?, Decimal::from(12))?;
        Ok(round(amount.unwrap_or_default()))
    }
}

impl Budget {
    /// The plan's own table, with no decision applied: existing commitments, the chosen indices.
    pub fn baseline(plan: &Plan) -> Result<Budget, Overflow> {
        let horizon = plan.horizon();
        let accounts = plan.associations.iter().map(|association| Account::baseline(plan, association, horizon));
        Ok(Budget {
            horizon,
            definitions: plan.definitions.clone(),
            indices: plan.indices.clone().into(),
            accounts: accounts.map(|account| account.map(Arc::new)).collect::<Result<_, _>>()?,
            equity_moves: Vec::new(),
            leftovers: Vec::new(),
        })
    }

    /// This table with some associations' accounts made anew of a plan that differs from this table's in them alone; the
    /// others are shared.
    pub(crate) fn rebased(&self, plan: &Plan, changed: &[&Id]) -> Result<Budget, Overflow> {
        let mut budget = self.clone();
        for association in plan.associations.iter().filter(|association| changed.contains(&&association.id)) {
            if let Some(account) = budget.accounts.iter_mut().find(|account| account.id == association.id) {
                *account = Arc::new(Account::baseline(plan, association, self.horizon)?);
            }
        }
        Ok(budget)
    }

    /// The account of an association.
    pub fn account(&self, id: &Id) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == *id).map(Arc::as_ref)
    }

    /// The account of an association, to be changed.
    pub fn account_mut(&mut self, id: &Id) -> Option<&mut Account> {
        self.accounts.iter_mut().find(|account| account.id == *id).map(Arc::make_mut)
    }

    /// The rate of an index from the year before to `year`; 0 for no index.
    pub fn rate(&self, index: Option<&Id>, year: Year) -> Decimal {
        let index = index.and_then(|id| self.indices.iter().find(|index| index.id == *id));
        index.map(|index| index.rate(year)).unwrap_or_default()
    }
}

impl Account {
    fn baseline(plan: &Plan, association: &Association, horizon: Horizon) -> Result<Account, Overflow> {
        let rows = association.lines.iter().map(|line| {
            let rate =
                |year| line.index.as_ref().and_then(|id| plan.index(id)).map(|i| i.rate(year)).unwrap_or_default();
            let timing = Timing {
                active: line.active,
                funding: match &line.schedule {
                    Schedule::Level(level) => level.funding.clone().into(),
                    Schedule::Amounts(_) => Arc::default(),
                },
            };
            let Resolved { amounts, origins } = resolve(&line.schedule, &timing, rate, line.round_to, horizon)?;
            Ok(Row {
                line: line.id.clone(),
                name: line.name.as_str().into(),
                source: Source::Line { association: association.id.clone(), line: line.id.clone() },
                category: line.category,
                member: line.member.clone(),
                party: association.party_of(line),
                approach: line.approach,
                locked: line.locked,
                status: line.status,
                esf: line.esf,
                index: line.index.clone(),
                round_to: line.round_to,
                timing,
                amounts,
                origins,
                anchor: line.schedule.given().last_key_value().map(|(year, amount)| (*year, *amount)),
            })
        });
        let by_year = |amounts: &BTreeMap<Year, Decimal>| {
            horizon.iter().map(|year| round(amounts.get(&year).copied().unwrap_or_default())).collect()
        };
        Ok(Account {
            id: association.id.clone(),
            name: association.name.as_str().into(),
            life: association.life.clone(),
            members: association.members.clone().into(),
            tenures: Vec::new(),
            opening: OpeningEquity {
                amount: round(association.opening_equity.amount),
                claim: round(association.opening_equity.claim),
                source: String::new(),
            },
            equity_use: by_year(&association.equity_use),
            transfers: by_year(&association.transfers),
            capacity: CapacityRow::baseline(plan, association, horizon)?,
            rows: rows.collect::<Result<_, Overflow>>()?,
        })
    }

    /// Divides an amount, such as equity to pay out, between the payers in proportion to their contributions in the
    /// year at `place`: members' shares in assets follow 5 § (9 § lag 2003:1210). By contribution row.
    pub fn divide_by_contributions(&self, amount: Decimal, place: usize) -> Result<Vec<(&Row, Decimal)>, Overflow> {
        let payers: Vec<&Row> = self.rows.iter().filter(|row| row.category == Category::Contribution).collect();
        let paid: Vec<Decimal> = payers.iter().map(|row| row.amount(place)).collect();
        Ok(payers.into_iter().zip(split(amount, &paid)?).collect())
    }

    /// An id made from `name` that no row has yet.
    pub(crate) fn free_line(&self, name: &str) -> Id {
        Id::from_name(name, |id| self.rows.iter().any(|row| row.line.as_str() == id))
    }

    /// The row of a line.
    pub fn row(&self, line: &Id) -> Option<&Row> {
        self.rows.iter().find(|row| row.line == *line)
    }
}

impl CapacityRow {
    fn baseline(plan: &Plan, association: &Association, horizon: Horizon) -> Result<Option<CapacityRow>, Overflow> {
        let Some(capacity) = &association.capacity else { return Ok(None) };
        let Some((_, first_cost)) = capacity.cost_per_fte.first_key_value() else { return Ok(None) };
        let rate =
            |year| capacity.index.as_ref().and_then(|id| plan.index(id)).map(|i| i.rate(year)).unwrap_or_default();
        let always = Timing { active: Active::default(), funding: Arc::default() };
        let schedule = Schedule::Amounts(capacity.cost_per_fte.clone());
        let mut resolved = resolve(&schedule, &always, rate, RoundingStep::One, horizon)?;
        // A cost per coordinator is a price, not a payment: between and before the given years it does not vanish.
        let mut latest = *first_cost;
        for ((amount, origin), year) in resolved.amounts.iter_mut().zip(&resolved.origins).zip(horizon.iter()) {
            match origin {
                Origin::Given | Origin::Continued => latest = *amount,
                Origin::Before => *amount = round(*first_cost),
                Origin::Gap => {
                    let given = capacity.cost_per_fte.range(..=year).next_back();
                    *amount = round(given.map_or(latest, |(_, cost)| *cost));
                }
                Origin::Fixed | Origin::Decision => {}
            }
        }
        Ok(Some(CapacityRow {
            cost_per_fte: resolved.amounts,
            origins: resolved.origins,
            anchor: capacity.cost_per_fte.last_key_value().map(|(year, cost)| (*year, *cost)),
            index: capacity.index.clone(),
            places_per_fte: capacity.places_per_fte,
        }))
    }
}
