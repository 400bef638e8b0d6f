//! Why a decision cannot apply to the table that it meets. Closed, so that the app words every case.

use crate::base::Party;
use crate::calendar::Year;
use crate::id::Id;
use crate::money::Overflow;

/// A decision that could not apply, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its step in the scenario.
    pub step: Id,
    /// Why.
    pub reason: Reason,
}

/// Why a decision cannot apply to the table that it meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No association has this id.
    NoSuchAssociation(Id),
    /// The association is merged away: before the decision's first year, or later and the decision changes its members
    /// (placed before the merger it goes along) or moves a line past it.
    MergedAway {
        /// The association.
        association: Id,
        /// What it is merged into.
        into: Id,
    },
    /// A merger forms the association only after the decision's last year.
    NotFormed {
        /// The association.
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

impl From<Overflow> for Reason {
    fn from(_: Overflow) -> Reason {
        Reason::AmountTooLarge
    }
}

impl Reason {
    /// The reason as programs read it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Reason::NoSuchAssociation(_) => "no_such_association",
            Reason::MergedAway { .. } => "merged_away",
            Reason::NotFormed { .. } => "not_formed",
            Reason::OutsideHorizon => "outside_horizon",
            Reason::NoSuchLine(_) => "no_such_line",
            Reason::NoSuchMember(_) => "no_such_member",
            Reason::NoSuchIndex(_) => "no_such_index",
            Reason::IdTaken(_) => "id_taken",
            Reason::AlreadyMember(_) => "already_member",
            Reason::NoPayer(_) => "no_payer",
            Reason::UnknownMembers(_) => "unknown_members",
            Reason::NoContributions => "no_contributions",
            Reason::NoContributionOf(_) => "no_contribution_of",
            Reason::NoInhabitants(_) => "no_inhabitants",
            Reason::IsContribution(_) => "is_contribution",
            Reason::NotOverhead(_) => "not_overhead",
            Reason::NothingToChange => "nothing_to_change",
            Reason::NoYearBefore => "no_year_before",
            Reason::AmountTooLarge => "amount_too_large",
        }
    }
}
