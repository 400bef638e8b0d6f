//! What decisions change besides amounts: which associations there are, where equity goes, where rows come from, and
//! what could not be done in full.

use crate::base::Party;
use crate::calendar::Year;
use crate::id::Id;
use crate::money::Decimal;

/// Equity that moves at the beginning of a year. How much it is depends on all that is decided for the years before,
/// also by later decisions, so it is reckoned with the projection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EquityMove {
    /// All that an association has left when it is merged away.
    Whole {
        /// The year at whose beginning it moves.
        year: Year,
        /// The association that it leaves.
        from: Id,
        /// The association that it comes to; paid out to members when absent, but for a deficit.
        to: Option<Id>,
    },
    /// The share of a member that leaves: its part of the contributions of its last year, of the equity at that
    /// year's end.
    Share {
        /// The member's last year.
        last: Year,
        /// The association that it leaves; the merged one when it leaves that.
        from: Id,
        /// The rows of its contributions.
        rows: Vec<Id>,
    },
}

impl EquityMove {
    /// The association that the equity leaves.
    pub fn from(&self) -> &Id {
        match self {
            EquityMove::Whole { from, .. } | EquityMove::Share { from, .. } => from,
        }
    }

    /// Whether it comes from an association or to it.
    pub(crate) fn involves(&self, association: &Id) -> bool {
        let comes = matches!(self, EquityMove::Whole { to: Some(to), .. } if to == association);
        comes || self.from() == association
    }
}

/// Where a year's amount comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountOrigin {
    /// Given in the plan, or in the line that a decision adds.
    Given,
    /// Continues from the last given year with the index, or from a level.
    Continued,
    /// Before the first given year: nothing.
    Before,
    /// Missing between two given years: 0, and a finding.
    Gap,
    /// Given by a decision, as an amount.
    Fixed,
    /// Reckoned by a decision from what it met.
    Decision,
}

/// Where a row comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowSource {
    /// A line of the plan; its row keeps this when a merger moves it.
    Line {
        /// The association that has the line in the plan.
        association: Id,
        /// The line's id there.
        line: Id,
    },
    /// A decision made it.
    Made(Generated),
}

/// What a decision made a row for. The model has no words: the app names the rows that have no name of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Generated {
    /// A line with a name that the decision gives.
    Named,
    /// A member's or party's contribution; named as the member, nameless for a party.
    Contribution,
    /// The base money (*bas*) of a step-down that found no base line; nameless.
    Base,
    /// The process money (*process*) of a step-down that found no process line; nameless.
    Process,
    /// The one-off cost (*engångskostnad*) of a merger; nameless.
    MergerCost,
}

/// What a decision could not do in full, because nothing was left to do it with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    pub association: Id,
    pub year: Year,
    /// What is left over.
    pub kind: ShortfallKind,
}

/// What is left over, kronor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShortfallKind {
    /// Base takes more than there is for base and process together; process stays at zero.
    ProcessUnderZero {
        /// What there is for base and process.
        room: Decimal,
        /// The base money.
        base: Decimal,
    },
    /// A contribution would go under zero; it stays at zero.
    ContributionUnderZero {
        party: Party,
        /// What could not be taken off.
        missing: Decimal,
    },
    /// A party has lost its last member: the association may have to be wound up (finsam.se, avsluta förbund).
    PartyEmpty { party: Party },
}
