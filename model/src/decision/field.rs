//! The numbers of decisions that can be moved.

use super::reference::{self as refer, Instead};
use crate::base::LineField;
use crate::calendar::Year;
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};

/// Names a number of a decision. Which of them a decision has depends on its kind and on how it is set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DecisionField {
    /// The year that it begins; of a step-down the first step's, and the others move along.
    Year,
    /// For how many years.
    Years,
    /// The month that it begins.
    From,
    /// The last month.
    Last,
    /// Months earlier or later.
    Months,
    /// A change in per cent.
    By,
    /// A new amount, kronor a year.
    To,
    /// An amount, kronor.
    Amount,
    /// The amount of a year, kronor.
    AmountIn(Year),
    /// A share that the association carries.
    Share,
    /// Base's share from a year on; process has the rest.
    BaseShare(Year),
    /// The base money of the year before the first step.
    PreviousBase,
    /// Kronor per inhabitant.
    PerInhabitant,
    /// Inhabitants of a joining municipality.
    Inhabitants,
    /// What a joining municipality pays into the equity.
    BuyIn,
    /// The month of notice.
    Notice,
    /// How long the notice is.
    NoticeMonths,
    /// An index's rate from a year on.
    Rate(Year),
    /// The year whose prices given amounts are in.
    PriceYear,
    /// A member's share of the municipal quarter; the others' shares give way in proportion.
    MemberShare(Id),
    /// A member's new level, kronor a year.
    MemberLevel(Id),
    /// The share of board, administration and audit that is kept.
    OverheadShare,
    /// What one line of board, administration or audit costs after a merger.
    OverheadLine {
        /// The association that has it before the merger.
        association: Id,
        /// The line.
        line: Id,
    },
    /// The one-off cost of a year.
    OneOff(Year),
    /// The state base grant per association.
    BaseGrant,
    /// The last year that the base grant is kept.
    KeptUntil,
    /// A number of the line that it adds.
    Line(LineField),
}

impl DecisionField {
    /// Puts another id for what the number belongs to, in a decision about `of` (the association that a merger makes).
    pub fn refer(&mut self, of: &Id, instead: Instead<'_>) {
        match self {
            DecisionField::MemberShare(id) | DecisionField::MemberLevel(id) => refer::member(of, id, instead),
            DecisionField::OverheadLine { association, line: id } => {
                refer::line(association, id, instead);
                refer::association(association, instead);
            }
            _ => {}
        }
    }
}
