//! What decisions change besides amounts: which associations there are, where equity goes, where rows come from, and
//! what could not be done in full.

use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Id, Party};

/// Equity that moves at the beginning of a year. It is a share and not an amount: how much it is depends on all that
/// is decided for the years before, also by later decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquityMove {
    /// The year at whose beginning it moves.
    pub year: Year,
    /// The association that it leaves.
    pub from: Id,
    /// The association that it comes to; paid out to members when absent.
    pub to: Option<Id>,
    /// The share of the equity, 0–1.
    pub share: Decimal,
}

/// Where a row comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A line of the plan; its row keeps this when a merger moves it.
    Line {
        /// The association that has the line in the plan.
        association: Id,
        /// The line's id there.
        line: Id,
    },
    /// A decision made it.
    Made(Made),
}

/// What a decision made a row for. The model has no words: the app names the rows that have no name of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Made {
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
pub struct Leftover {
    /// The association.
    pub association: Id,
    /// The year.
    pub year: Year,
    /// What is left over.
    pub kind: LeftoverKind,
}

/// What is left over, kronor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftoverKind {
    /// Base takes more than there is for base and process together; process stays at zero.
    ProcessUnderZero {
        /// What there is for base and process.
        room: Decimal,
        /// The base money.
        base: Decimal,
    },
    /// A contribution would go under zero; it stays at zero.
    ContributionUnderZero {
        /// The party.
        party: Party,
        /// What could not be taken off.
        missing: Decimal,
    },
    /// A party has lost its last member: the association may have to be wound up (finsam.se, avsluta förbund).
    PartyEmpty {
        /// The party.
        party: Party,
    },
}
