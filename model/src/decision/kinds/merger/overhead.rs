//! What board, administration and audit of a merged association cost.

use crate::base::{Active, Category, Index};
use crate::budget::{AmountOrigin, AssociationBudget, Months, Terms};
use crate::calendar::{Month, Year};
use crate::decision::apportion::{extend_with_index, rows, scale_to_sum, set, sum_of};
use crate::decision::error::DecisionError;
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, mul, round};
use crate::validation::Validator;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What board, administration and audit of a merged association cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Overhead {
    /// Line by line; lines not named are kept.
    Lines(Vec<OverheadLine>),
    /// This share, 0–1, of their sum is kept.
    Share(Decimal),
}

impl Default for Overhead {
    fn default() -> Self {
        Overhead::Lines(Vec::new())
    }
}

/// What becomes of one line of board, administration or audit. Of a line that has ended by then only a new amount
/// counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverheadLine {
    /// The association that has it before the merger.
    pub association: Id,
    /// The line.
    pub line: Id,
    /// What becomes of it.
    pub action: OverheadAction,
}

/// What becomes of a line of board, administration or audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OverheadAction {
    /// It goes on.
    Keep,
    /// It ends with its association.
    Drop,
    /// It costs this many kronor a year; later years go on with its index.
    Replace(Decimal),
}

/// A line of an old association and its place in the new one.
pub(super) struct Moved {
    pub association: Id,
    pub line: Id,
    /// Absent for a line that has ended by then and stays behind.
    pub row: Option<usize>,
    pub category: Category,
}

impl Overhead {
    pub(super) fn validate(&self, check: &mut Validator, path: &str) {
        match self {
            Overhead::Share(share) => check.share(&format!("{path}.share"), *share),
            Overhead::Lines(lines) => {
                for (place, line) in lines.iter().enumerate() {
                    if let OverheadAction::Replace(amount) = &line.action {
                        check.amount(&format!("{path}.lines[{place}].action.replace"), *amount);
                    }
                }
            }
        }
    }

    pub(super) fn apply(
        &self,
        association_budget: &mut AssociationBudget,
        years: &[(usize, Year)],
        moved: &[Moved],
        indices: &[Index],
    ) -> Result<(), DecisionError> {
        match self {
            Overhead::Share(share) => {
                let of = rows(association_budget, |row| is_overhead(row.category));
                for (place, _) in years {
                    let target = round(mul(sum_of(association_budget, &of, *place)?, *share)?);
                    scale_to_sum(association_budget, &of, *place, target, AmountOrigin::Decision)?;
                }
                let life = association_budget.life.clone();
                for row in association_budget.rows.iter_mut().filter(|row| is_overhead(row.category)) {
                    row.begin_months(&life);
                    if let Some(first) = life.first {
                        row.months.scale(Month::january(first), *share);
                    }
                }
            }
            Overhead::Lines(lines) => {
                for line in lines {
                    let row = line.row(moved)?;
                    match (&line.action, row) {
                        (OverheadAction::Keep, _) | (OverheadAction::Drop, None) => {}
                        (OverheadAction::Drop, Some(row)) => {
                            for (place, _) in years {
                                set(association_budget, row, *place, Decimal::ZERO, AmountOrigin::Decision);
                            }
                            costs_from_then_on(association_budget, row, None);
                        }
                        (OverheadAction::Replace(amount), row) => {
                            let row = row.ok_or_else(|| DecisionError::NoSuchLine(line.line.clone()))?;
                            if let Some((first, _)) = years.first() {
                                set(association_budget, row, *first, round(*amount), AmountOrigin::Fixed);
                            }
                            extend_with_index(association_budget, &[row], years, indices)?;
                            costs_from_then_on(association_budget, row, Some(round(*amount)));
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether it gives a line of an association an amount: the line then goes on, also when it has ended.
    pub(super) fn replaces(&self, association: &Id, line: &Id) -> bool {
        let Overhead::Lines(lines) = self else { return false };
        let replaced = |one: &&OverheadLine| matches!(one.action, OverheadAction::Replace(_));
        lines.iter().filter(replaced).any(|one| one.association == *association && one.line == *line)
    }
}

/// Gives a row the terms of what a merger makes of it: an amount that goes on, or nothing.
fn costs_from_then_on(association_budget: &mut AssociationBudget, row: usize, amount: Option<Decimal>) {
    let first = association_budget.life.first;
    let Some(row) = association_budget.rows.get_mut(row) else { return };
    row.terms = Arc::new(Terms {
        given: first.zip(amount).into_iter().collect(),
        is_level: true,
        round_to: row.terms.round_to,
        ..Terms::default()
    });
    row.active = Active::default();
    row.months = Months::default();
}

impl OverheadLine {
    /// The place of its row in the new association; `None` when the line has ended by then.
    fn row(&self, moved: &[Moved]) -> Result<Option<usize>, DecisionError> {
        let found = moved.iter().find(|moved| moved.association == self.association && moved.line == self.line);
        let found = found.ok_or_else(|| DecisionError::NoSuchLine(self.line.clone()))?;
        if is_overhead(found.category) { Ok(found.row) } else { Err(DecisionError::NotOverhead(self.line.clone())) }
    }
}

/// Whether a category is board, administration or audit.
fn is_overhead(category: Category) -> bool {
    matches!(category, Category::Board | Category::Administration | Category::Audit)
}
