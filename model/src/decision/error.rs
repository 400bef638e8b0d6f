//! Why a decision cannot apply to the table that it meets. Closed, so that the app words every case.

use crate::base::Party;
use crate::calendar::Year;
use crate::id::Id;
use crate::money::Overflow;

/// A decision that could not apply, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedDecision {
    /// Its step in the scenario.
    pub step: Id,
    /// Why.
    pub reason: DecisionError,
}

/// Why a decision cannot apply to the table that it meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionError {
    /// No association has this id.
    NoSuchAssociation(Id),
    /// The association is merged away: before the decision's first year, or later and the decision changes its members
    /// (placed before the merger it goes along) or moves a line past it.
    MergedAway {
        association: Id,
        /// What it is merged into.
        into: Id,
    },
    /// A merger forms the association only after the decision's last year.
    NotFormed {
        association: Id,
        /// Its first year.
        first: Year,
    },
    /// None of its years is in the plan.
    OutsideHorizon,
    /// The association has no line with this id.
    NoSuchLine(Id),
    /// The association has no member with this id, or not any more.
    NoSuchMember(Id),
    /// No index has this id.
    NoSuchIndex(Id),
    /// Something of the same kind has this id already.
    IdTaken(Id),
    /// The member belongs to the association already.
    AlreadyMember(Id),
    /// The association has no contribution of this party to change.
    NoPayer(Party),
    /// The plan does not say which members the party has.
    UnknownMembers(Party),
    /// The association has no contribution at all.
    NoContributions,
    /// The member has no contribution of its own: it is part of a whole party's line.
    NoContributionOf(Id),
    /// The number of inhabitants of this municipality is not known.
    NoInhabitants(Id),
    /// The line is a contribution, which other decisions change.
    IsContribution(Id),
    /// The line is not board, administration or audit.
    NotOverhead(Id),
    /// What it would change is not there in the years that it is for.
    NothingToChange,
    /// The year before the first step is not in the plan, and the decision gives no base money for it.
    NoYearBefore,
    /// Its amounts are too large to reckon with.
    AmountTooLarge,
}

impl From<Overflow> for DecisionError {
    fn from(_: Overflow) -> DecisionError {
        DecisionError::AmountTooLarge
    }
}

impl DecisionError {
    /// The reason as programs read it.
    pub fn as_str(&self) -> &'static str {
        match self {
            DecisionError::NoSuchAssociation(_) => "no_such_association",
            DecisionError::MergedAway { .. } => "merged_away",
            DecisionError::NotFormed { .. } => "not_formed",
            DecisionError::OutsideHorizon => "outside_horizon",
            DecisionError::NoSuchLine(_) => "no_such_line",
            DecisionError::NoSuchMember(_) => "no_such_member",
            DecisionError::NoSuchIndex(_) => "no_such_index",
            DecisionError::IdTaken(_) => "id_taken",
            DecisionError::AlreadyMember(_) => "already_member",
            DecisionError::NoPayer(_) => "no_payer",
            DecisionError::UnknownMembers(_) => "unknown_members",
            DecisionError::NoContributions => "no_contributions",
            DecisionError::NoContributionOf(_) => "no_contribution_of",
            DecisionError::NoInhabitants(_) => "no_inhabitants",
            DecisionError::IsContribution(_) => "is_contribution",
            DecisionError::NotOverhead(_) => "not_overhead",
            DecisionError::NothingToChange => "nothing_to_change",
            DecisionError::NoYearBefore => "no_year_before",
            DecisionError::AmountTooLarge => "amount_too_large",
        }
    }
}
