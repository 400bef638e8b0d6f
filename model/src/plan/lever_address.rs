//! Where a lever is, and the range that its users give it.

use crate::base::LineField;
use crate::calendar::Year;
use crate::decision::DecisionField;
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// Where a lever is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LeverAddress {
    /// A number of a decision.
    Decision {
        /// The scenario.
        scenario: Id,
        /// The decision's step in it.
        step: Id,
        /// The number.
        part: DecisionField,
    },
    /// A number of a line, contributions among them.
    Line {
        /// The association.
        association: Id,
        /// The line.
        line: Id,
        /// The number.
        part: LineField,
    },
    /// An index's rate from a year on.
    IndexRate {
        /// The index.
        index: Id,
        /// The year.
        year: Year,
    },
    /// What a coordinator costs from a year on.
    CostPerFte {
        /// The association.
        association: Id,
        /// The year.
        year: Year,
    },
    /// Places per coordinator.
    PlacesPerFte {
        /// The association.
        association: Id,
    },
    /// Equity at the beginning of the first year.
    OpeningEquity {
        /// The association.
        association: Id,
    },
    /// Planned use of saved money in a year.
    EquityUse {
        /// The association.
        association: Id,
        /// The year.
        year: Year,
    },
}

/// The users' own plausible range of a lever, in the lever's unit: what sensitivity and simulation vary it between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeverRange {
    /// The lever.
    pub lever: LeverAddress,
    /// The least that it could plausibly be.
    pub low: Decimal,
    /// The most that it could plausibly be.
    pub high: Decimal,
    /// Why it could be so much or so little; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Where that is known from; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl LeverRange {
    /// A range without a reason or a source.
    pub fn new(lever: LeverAddress, low: Decimal, high: Decimal) -> LeverRange {
        LeverRange { lever, low, high, reason: String::new(), source: String::new() }
    }

    /// Whether there is anything between its ends.
    pub fn has_width(&self) -> bool {
        self.low < self.high
    }
}
