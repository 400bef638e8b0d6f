//! What a workbook is made of: a plan with all that follows from it, and the texts that the app writes.

use super::pace::Pace;
use super::words::Words;
use crate::budget::{Budget, BudgetLine, rate_of};
use crate::money::Overflow;
use crate::plan::Plan;
use crate::projection::Projection;

/// A plan on its way into a workbook.
pub struct WorkbookSource<'p> {
    pub plan: &'p Plan,
    /// The plan itself first, then each scenario.
    pub cases: Vec<Case<'p>>,
    /// What it holds that is told in words.
    pub findings: TextTable,
    /// The register of risks.
    pub risks: TextTable,
    /// The decisions of all scenarios.
    pub decisions: TextTable,
}

/// The plan itself, or a scenario of it.
pub struct Case<'p> {
    /// What it is called.
    pub name: String,
    /// What the reader is to know of it, in sentences.
    pub notes: Vec<String>,
    /// Its table.
    pub budget: &'p Budget,
    /// Its figures.
    pub projection: &'p Projection,
}

/// A table of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextTable {
    /// The heads of its columns.
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Case<'_> {
    /// A line's full years.
    pub(super) fn pace<'r>(&self, row: &'r BudgetLine) -> Result<Pace<'r>, Overflow> {
        Pace::of(row, rate_of(&self.budget.indices, row.index.as_ref()), self.budget.horizon)
    }

    /// What kind of line it is, with the index that it follows.
    pub(super) fn kind(&self, row: &BudgetLine, words: &dyn Words) -> String {
        let category = words.category(row.category);
        let index = row.index.as_ref().and_then(|id| self.budget.indices.iter().find(|index| index.id == *id));
        match index {
            Some(index) => format!("{category} · {}", index.name),
            None => category,
        }
    }
}
