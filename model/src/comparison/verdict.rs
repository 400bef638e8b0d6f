//! What a board asks of each scenario first: which has the most and the least, how long the money lasts, who pays what.

use super::{ComparedFigure, Comparison, Subject};
use crate::calendar::{Month, Year};
use crate::money::{Decimal, Overflow, add};
use crate::plan::{Id, Metric, Party};
use crate::projection::{RunsOut, runs_out};
use crate::sorted::sort_by_key;

/// The outer ends of what is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// None has more.
    Most,
    /// None has less.
    Least,
}

/// Which values are the most and the least; nothing where all are the same or one alone is known.
pub fn extremes<T: Ord>(values: &[Option<T>]) -> Vec<Option<Extreme>> {
    let known = || values.iter().flatten();
    let (least, most) = (known().min(), known().max());
    let mark = |value: &Option<T>| match value.as_ref() {
        None => None,
        _ if least == most => None,
        value if value == most => Some(Extreme::Most),
        value if value == least => Some(Extreme::Least),
        _ => None,
    };
    values.iter().map(mark).collect()
}

/// Somebody who pays contributions in any of the scenarios, with what they pay in a year in each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributor {
    /// The member or party; a line of contributions when it names neither.
    pub payer: Subject,
    /// Its party, when known.
    pub party: Option<Party>,
    /// Scenario by scenario, beside the first.
    pub cells: Vec<ComparedFigure>,
}

/// How long money lasts in a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Runway {
    /// Where it runs out, the earliest first; nothing where it lasts.
    pub gone: Vec<RunsOut>,
    /// Whether it lasts longest or shortest.
    pub mark: Option<Extreme>,
}

/// What a party pays together in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartySum {
    /// The party; lines that name nobody are of none.
    pub party: Option<Party>,
    /// Scenario by scenario, beside the first.
    pub cells: Vec<ComparedFigure>,
}

impl Comparison {
    /// A metric in a year in each scenario, and which has the most and the least.
    pub fn ranked(
        &self,
        association: Option<&Id>,
        year: Year,
        metric: Metric,
    ) -> Vec<(ComparedFigure, Option<Extreme>)> {
        let cells: Vec<ComparedFigure> =
            (0..self.columns.len()).map(|column| self.cell(column, association, year, metric)).collect();
        let marks = extremes(&cells.iter().map(|cell| cell.new).collect::<Vec<_>>());
        cells.into_iter().zip(marks).collect()
    }

    /// When money runs out in each scenario, and where it lasts longest and shortest.
    pub fn lasting(&self, association: Option<&Id>) -> Result<Vec<Runway>, Overflow> {
        let found = self.columns.iter().map(|column| {
            let here = association.filter(|id| column.trace.projection().association(id).is_some());
            runs_out(column.trace.budget(), column.trace.projection(), here)
        });
        let found: Vec<Vec<RunsOut>> = found.collect::<Result<_, _>>()?;
        // What lasts is later than every month.
        let first = |gone: &Vec<RunsOut>| -> (bool, Option<Month>) {
            let month = gone.first().map(|gone| gone.liquid.from);
            (month.is_none(), month)
        };
        let marks = extremes(&found.iter().map(|gone| Some(first(gone))).collect::<Vec<_>>());
        Ok(found.into_iter().zip(marks).map(|(gone, mark)| Runway { gone, mark }).collect())
    }

    /// Who pays what in a year: the parties in the order of the law, members in the order of the tables.
    pub fn contributors(&self, association: Option<&Id>, year: Year) -> Result<Vec<Contributor>, Overflow> {
        let Some(place) = self.horizon.position(year) else { return Ok(Vec::new()) };
        let mut found: Vec<Contributor> = Vec::new();
        let columns = self.columns.len();
        for column in 0..columns {
            for row in self.payers(column, association)? {
                let cell = row.years.get(place).copied().unwrap_or_default();
                let at = match found.iter().position(|one| one.payer == row.payer) {
                    Some(at) => at,
                    None => {
                        let missing = ComparedFigure::of(cell.old, Some(Decimal::ZERO));
                        let cells = vec![missing; columns];
                        found.push(Contributor { payer: row.payer, party: row.party, cells });
                        found.len().saturating_sub(1)
                    }
                };
                if let Some(slot) = found.get_mut(at).and_then(|one| one.cells.get_mut(column)) {
                    *slot = cell;
                }
            }
        }
        sort_by_key(&mut found, |one| {
            Party::ALL.iter().position(|party| Some(*party) == one.party).unwrap_or(Party::ALL.len())
        });
        Ok(found)
    }
}

/// What each party pays together, in the order of the payers.
pub fn by_party(contributors: &[Contributor]) -> Result<Vec<PartySum>, Overflow> {
    let mut found: Vec<PartySum> = Vec::new();
    for one in contributors {
        match found.iter_mut().find(|sum| sum.party == one.party) {
            Some(sum) => {
                for (slot, cell) in sum.cells.iter_mut().zip(&one.cells) {
                    let old = add(slot.old.unwrap_or_default(), cell.old.unwrap_or_default())?;
                    let new = add(slot.new.unwrap_or_default(), cell.new.unwrap_or_default())?;
                    *slot = ComparedFigure::of(Some(old), Some(new));
                }
            }
            None => found.push(PartySum { party: one.party, cells: one.cells.clone() }),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;
    use crate::plan::Plan;

    fn compared(file: &str) -> (Plan, Comparison) {
        let plan = read(file).unwrap();
        let comparison = Comparison::of(&plan, &plan.cases().collect::<Vec<_>>()).unwrap();
        (plan, comparison)
    }

    #[test]
    fn the_most_and_the_least_are_marked_where_they_differ() {
        use Extreme::{Least, Most};
        assert_eq!(extremes(&[Some(3), Some(1), None, Some(2)]), [Some(Most), Some(Least), None, None]);
        assert_eq!(extremes(&[Some(3), Some(3), Some(1)]), [Some(Most), Some(Most), Some(Least)]);
        assert_eq!(extremes(&[Some(3), Some(3)]), [None, None]);
        assert_eq!(extremes(&[Some(3), None]), [None, None]);
    }

    /// Värend: the plan keeps most money and most coordinators; Tingsryd pays 153 tkr in one of the three.
    #[test]
    fn the_verdict_on_varend() {
        let (plan, comparison) = compared(include_str!("../../../plans/varend-2016.json"));
        let last = plan.horizon().last();
        let fte = comparison.ranked(None, last, Metric::Fte);
        let marks: Vec<_> = fte.iter().map(|(_, mark)| *mark).collect();
        assert_eq!(marks, [Some(Extreme::Most), Some(Extreme::Least), None]);
        let lasting = comparison.lasting(None).unwrap();
        assert!(lasting.iter().all(|one| one.gone.is_empty() && one.mark.is_none()));
        let paying = comparison.contributors(None, last).unwrap();
        let tingsryd = paying.last().unwrap();
        assert_eq!(tingsryd.cells.iter().map(|cell| cell.new.unwrap()).collect::<Vec<_>>()[..2], [Decimal::ZERO; 2]);
        assert_eq!(crate::money::kronor(tingsryd.cells[2].new.unwrap(), crate::money::Unit::Thousands, ','), "153");
    }

    /// What the parties pay adds up to the contributions, in every scenario of every year.
    #[test]
    fn parties_add_up_to_the_contributions() {
        for file in [
            include_str!("../../../plans/vaxjo-alvesta-2015.json"),
            include_str!("../../../plans/sydnarke-2016.json"),
            include_str!("../../../plans/akst-2014.json"),
        ] {
            let (plan, comparison) = compared(file);
            for year in plan.horizon().iter() {
                let parties = by_party(&comparison.contributors(None, year).unwrap()).unwrap();
                for (column, (whole, _)) in comparison.ranked(None, year, Metric::Contributions).iter().enumerate() {
                    let sum: Decimal = parties.iter().map(|one| one.cells[column].new.unwrap()).sum();
                    assert_eq!(Some(sum), whole.new);
                }
            }
        }
    }
}
