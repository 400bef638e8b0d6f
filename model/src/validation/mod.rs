//! Validation: collecting what is wrong with values, all of it, each with its place. What a value must hold to is said
//! where the value is; nothing is repaired anywhere.

mod check;

pub(crate) use check::Check;

use crate::id::Id;
use crate::money::Decimal;

/// Something wrong with a plan, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, as the file spells it: `associations[0].lines[3].schedule.amounts.2014`.
    pub path: String,
    /// What.
    pub kind: ProblemKind,
}

/// What can be wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A name is empty.
    EmptyName,
    /// A text is longer than its field can hold.
    TextTooLong {
        /// The most characters.
        most: usize,
    },
    /// An id has other letters than a–z, 0–9 and hyphen, or is empty or too long.
    BadId,
    /// An id is used twice among its kind.
    DuplicateId(Id),
    /// Something refers to an id that is not there.
    UnknownId(Id),
    /// There are more of these than a plan can have.
    TooMany {
        /// The most.
        most: usize,
    },
    /// There must be at least one.
    NoneGiven,
    /// The number of years is not 1–20.
    YearsOutOfRange,
    /// An amount is negative; the category decides the sign.
    NegativeAmount,
    /// An amount is larger than [`MOST_KRONOR`].
    AmountTooLarge,
    /// A number has more decimals than its field can hold.
    TooManyDecimals {
        /// The most decimals.
        most: u32,
    },
    /// A share is not between 0 and 1.
    ShareOutOfRange,
    /// An index rate is not between −0,5 and 0,5 (−50 % and 50 %).
    RateOutOfRange,
    /// A number must be more than zero.
    NotPositive,
    /// The first month is after the last.
    MonthsBackwards,
    /// One of two months is missing.
    HalfASpan,
    /// The months or bounds of a list do not rise.
    NotRising,
    /// A contribution names both a member and a party.
    MemberAndParty,
    /// A line that is not a contribution names a member or a party.
    PayerOnOther,
    /// A line that is not an activity has an approach.
    ApproachOnOther,
    /// The claim is negative.
    NegativeClaim,
    /// There must be more of these.
    TooFew {
        /// The least.
        least: usize,
    },
    /// A number is larger than its field can hold.
    NumberTooLarge {
        /// The most.
        most: u32,
    },
    /// A year lies outside the years of the plan (asked of single decisions only, see `Decision::problems`).
    OutsideHorizon,
    /// A change is not between −1 and 10 (−100 % and 1 000 %).
    ChangeOutOfRange,
    /// Shares do not make 1 together.
    SharesNotWhole,
    /// A contribution where only other lines can be: contributions have decisions of their own.
    ContributionHere,
    /// A value that the decision does not use as it is set.
    NotUsed,
    /// A given year lies more than [`EARLIEST_BEFORE`] years before the plan's first.
    YearTooEarly,
    /// The first year is after the last.
    YearsBackwards,
    /// The least is more than the most.
    LeastOverMost,
    /// A day that its month does not have.
    NoSuchDay,
}

/// The most kronor that one amount can be: a thousand billion.
pub const MOST_KRONOR: i64 = 1_000_000_000_000;
/// The most kronor per inhabitant.
pub const MOST_PER_INHABITANT: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// How many years before the plan's first a given amount can be; an index over longer than that is not a plan.
pub const EARLIEST_BEFORE: u16 = 30;
/// How many months a step can begin before or after its target, and the most that it can take.
pub const MOST_MONTHS: u32 = 120;
/// The most places that one coordinator can give.
pub const MOST_PLACES: u32 = 10_000;
/// The most associations in a plan.
pub const MOST_ASSOCIATIONS: usize = 120;
/// The most lines of an association.
pub const MOST_LINES: usize = 500;
/// The most of members, goals, printed figures' terms, indices, stairs, scenarios and the like.
pub const MOST_ITEMS: usize = 500;
/// The most characters in a name.
pub const LONGEST_NAME: usize = 200;
/// The most characters in a text.
pub const LONGEST_TEXT: usize = 10_000;
