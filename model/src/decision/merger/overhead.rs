//! What board, administration and audit of a merged association cost.

use super::join::Moved;
use crate::budget::{Account, Origin, Row};
use crate::calendar::Year;
use crate::decision::apportion::{go_on, rows, set, set_sum, sum_of};
use crate::decision::reason::Reason;
use crate::money::{Decimal, mul, round};
use crate::plan::validation::Check;
use crate::plan::{Category, Id, Index};
use serde::{Deserialize, Serialize};

/// What board, administration and audit of a merged association cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What becomes of one line of board, administration or audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

impl Overhead {
    pub(super) fn validate(&self, check: &mut Check, path: &str) {
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
        account: &mut Account,
        years: &[(usize, Year)],
        moved: &[Moved],
        indices: &[Index],
    ) -> Result<(), Reason> {
        match self {
            Overhead::Share(share) => {
                let of = rows(account, is_overhead);
                for (place, _) in years {
                    let target = round(mul(sum_of(account, &of, *place)?, *share)?);
                    set_sum(account, &of, *place, target, Origin::Decision)?;
                }
            }
            Overhead::Lines(lines) => {
                for line in lines {
                    let row = line.row(account, moved)?;
                    match &line.action {
                        OverheadAction::Keep => {}
                        OverheadAction::Drop => {
                            for (place, _) in years {
                                set(account, row, *place, Decimal::ZERO, Origin::Decision);
                            }
                        }
                        OverheadAction::Replace(amount) => {
                            if let Some((first, _)) = years.first() {
                                set(account, row, *first, round(*amount), Origin::Fixed);
                            }
                            go_on(account, &[row], years, indices)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

impl OverheadLine {
    fn row(&self, account: &Account, moved: &[Moved]) -> Result<usize, Reason> {
        let found = moved.iter().find(|moved| moved.association == self.association && moved.line == self.line);
        let row = found.map(|moved| moved.row).ok_or_else(|| Reason::NoSuchLine(self.line.clone()))?;
        match account.rows.get(row) {
            Some(of) if is_overhead(of) => Ok(row),
            _ => Err(Reason::NotOverhead(self.line.clone())),
        }
    }
}

/// Whether a row is board, administration or audit.
fn is_overhead(row: &Row) -> bool {
    matches!(row.category, Category::Board | Category::Administration | Category::Audit)
}
