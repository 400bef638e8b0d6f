//! What differs, year by year, and which decisions moved it.

use super::ScenarioColumn;
use super::subject::{Amounts, Subject, amounts, changed};
use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow, sub};
use crate::plan::Id;

/// One thing that differs in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearDifference {
    /// What differs.
    pub subject: Subject,
    /// In which association; in all together when absent.
    pub association: Option<Id>,
    /// In which year.
    pub year: Year,
    /// In the scenario compared with, kronor (a share for index rates).
    pub old: Decimal,
    /// In the scenario.
    pub new: Decimal,
    /// New − old.
    pub difference: Decimal,
    /// The decisions that moved it, of both scenarios.
    pub causes: Vec<Cause>,
}

/// A decision that moved something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    pub scenario: Option<Id>,
    /// Its step there.
    pub step: Id,
}

pub(super) fn between(
    horizon: Horizon,
    old: &ScenarioColumn,
    new: &ScenarioColumn,
    association: Option<&Id>,
) -> Result<Vec<YearDifference>, Overflow> {
    let (old, new) = (Tables::of(old, association)?, Tables::of(new, association)?);
    let mut subjects: Vec<&Subject> = old.last.keys().chain(new.last.keys()).collect();
    subjects.sort();
    subjects.dedup();
    let mut differences = Vec::new();
    for subject in subjects {
        for (place, year) in horizon.iter().enumerate() {
            let (before, after) = (value(&old.last, subject, place), value(&new.last, subject, place));
            if before == after {
                continue;
            }
            let causes = old.causes(subject, place).chain(new.causes(subject, place));
            differences.push(YearDifference {
                subject: subject.clone(),
                association: association.cloned(),
                year,
                old: before,
                new: after,
                difference: sub(after, before)?,
                causes: causes.collect(),
            });
        }
    }
    Ok(differences)
}

/// A scenario's amounts after all decisions, and what each decision changed.
struct Tables<'c> {
    column: &'c ScenarioColumn,
    last: Amounts,
    changes: Vec<(Amounts, Amounts)>,
}

impl<'c> Tables<'c> {
    fn of(column: &'c ScenarioColumn, association: Option<&Id>) -> Result<Tables<'c>, Overflow> {
        let trace = &column.trace;
        let befores = std::iter::once(&trace.base).chain(trace.stages.iter().map(|stage| &stage.budget));
        let steps = trace.stages.iter().zip(befores);
        let changes = steps.map(|(stage, before)| changed(before, &stage.budget, association));
        let last = amounts(trace.budget(), association)?;
        Ok(Tables { column, last, changes: changes.collect::<Result<_, _>>()? })
    }

    fn causes<'a>(&'a self, subject: &'a Subject, place: usize) -> impl Iterator<Item = Cause> + 'a {
        let steps = self.column.trace.stages.iter().zip(&self.changes);
        let moved =
            steps.filter(move |(_, (before, after))| value(before, subject, place) != value(after, subject, place));
        moved.map(|(stage, _)| Cause { scenario: self.column.scenario.clone(), step: stage.step.clone() })
    }
}

fn value(amounts: &Amounts, subject: &Subject, place: usize) -> Decimal {
    amounts.get(subject).and_then(|amounts| amounts.get(place)).copied().unwrap_or_default()
}
