//! Who pays, in each scenario.

use super::subject::{Amounts, Subject, amounts, line, payer};
use super::{ComparedFigure, Comparison, ScenarioColumn};
use crate::money::{Decimal, Overflow};
use crate::plan::{Category, Id, Party};
use crate::sorted::sort_by_key;

/// Somebody who pays contributions, with what they pay by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayerRow {
    /// The member or party; a line of contributions when it names neither.
    pub payer: Subject,
    /// Its party, when known.
    pub party: Option<Party>,
    /// What it pays in the first scenario and in the one asked for, by year of the horizon.
    pub years: Vec<ComparedFigure>,
}

impl Comparison {
    /// Who pays in the first scenario or in the one at `column`, in an association or in all together: the parties in
    /// the order of the law, members in the order of the tables.
    pub fn payers(&self, column: usize, association: Option<&Id>) -> Result<Vec<PayerRow>, Overflow> {
        let (Some(old), Some(new)) = (self.columns.first(), self.columns.get(column)) else { return Ok(Vec::new()) };
        let (before, after) = (amounts(old.trace.budget(), association)?, amounts(new.trace.budget(), association)?);
        let mut found: Vec<Subject> = Vec::new();
        for payer in subjects(old, association).into_iter().chain(subjects(new, association)) {
            if !found.contains(&payer) {
                found.push(payer);
            }
        }
        let rows = found.into_iter().map(|payer| {
            let years = (0..self.horizon.len()).map(|place| {
                let read = |all: &Amounts| -> Option<Decimal> {
                    Some(all.get(&payer).and_then(|years| years.get(place)).copied().unwrap_or_default())
                };
                ComparedFigure::of(read(&before), read(&after))
            });
            PayerRow { party: party(&payer), years: years.collect(), payer }
        });
        let mut rows: Vec<PayerRow> = rows.collect();
        sort_by_key(&mut rows, |row| {
            Party::ALL.iter().position(|one| Some(*one) == row.party).unwrap_or(Party::ALL.len())
        });
        Ok(rows)
    }

    /// Whether it is a line of contributions in any of the scenarios.
    pub fn is_contribution(&self, subject: &Subject) -> bool {
        let associations = self.columns.iter().flat_map(|column| &column.trace.budget().associations);
        let rows = associations
            .flat_map(|association_budget| association_budget.rows.iter().map(move |row| (association_budget, row)));
        let mut paid = rows.filter(|(_, row)| row.category == Category::Contribution);
        matches!(subject, Subject::Line { .. })
            && paid.any(|(association_budget, row)| line(association_budget, row) == *subject)
    }
}

fn subjects(column: &ScenarioColumn, association: Option<&Id>) -> Vec<Subject> {
    let associations = column.trace.budget().associations.iter();
    let associations =
        associations.filter(|association_budget| association.is_none_or(|id| association_budget.id == *id));
    let rows = associations
        .flat_map(|association_budget| association_budget.rows.iter().map(move |row| (association_budget, row)));
    let paid = rows.filter(|(_, row)| row.category == Category::Contribution);
    paid.map(|(association_budget, row)| payer(association_budget, row)).collect()
}

fn party(payer: &Subject) -> Option<Party> {
    match payer {
        Subject::Member { party, .. } => *party,
        Subject::Party(party) => Some(*party),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;
    use crate::plan::Metric;

    /// In every scenario of the examples what the payers pay adds up to the contributions.
    #[test]
    fn payers_add_up_to_the_contributions() {
        let files = [
            include_str!("../../../plans/varend-2016.json"),
            include_str!("../../../plans/vaxjo-alvesta-2015.json"),
            include_str!("../../../plans/sydnarke-2016.json"),
            include_str!("../../../plans/akst-2014.json"),
            include_str!("../../../plans/vaxjo-2011.json"),
        ];
        for plan in files.map(|file| read(file).unwrap()) {
            let scenarios: Vec<_> = plan.cases().collect();
            let comparison = Comparison::of(&plan, &scenarios).unwrap();
            for column in 0..scenarios.len() {
                let rows = comparison.payers(column, None).unwrap();
                assert!(rows.len() > 1);
                for (place, year) in plan.horizon().iter().enumerate() {
                    let whole = comparison.cell(column, None, year, Metric::Contributions);
                    let sum = |read: fn(&ComparedFigure) -> Option<Decimal>| -> Option<Decimal> {
                        Some(rows.iter().filter_map(|row| read(&row.years[place])).sum())
                    };
                    assert_eq!((sum(|cell| cell.old), sum(|cell| cell.new)), (whole.old, whole.new), "{year}");
                }
            }
        }
    }

    /// A municipality that joins is a payer of its own, 0 in the base, beside the other municipalities.
    #[test]
    fn a_new_member_is_beside_its_party() {
        let plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let scenario = plan.scenario("trappsteg-tingsryd").unwrap();
        let comparison = Comparison::of(&plan, &[None, Some(scenario)]).unwrap();
        let rows = comparison.payers(1, None).unwrap();
        let last = rows.last().unwrap();
        assert!(matches!(&last.payer, Subject::Member { name, .. } if name.starts_with("Tingsryd")), "{last:?}");
        assert_eq!(last.party, Some(Party::Municipalities));
        assert!(last.years.iter().all(|cell| cell.old == Some(Decimal::ZERO)));
        assert!(last.years.iter().any(|cell| cell.new > Some(Decimal::ZERO)));
        assert_eq!(rows.first().unwrap().party, Some(Party::State));
        let lines = comparison.differences(1, None).unwrap().into_iter().map(|one| one.subject);
        let (paid, others): (Vec<_>, Vec<_>) =
            lines.filter(|one| matches!(one, Subject::Line { .. })).partition(|one| comparison.is_contribution(one));
        assert!(!paid.is_empty() && !others.is_empty(), "{paid:?} {others:?}");
    }
}
