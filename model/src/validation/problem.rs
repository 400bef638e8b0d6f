//! What can be wrong.

use crate::id::Id;

/// Something wrong with a plan, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationError {
    /// Where, as the file spells it: `associations[0].lines[3].schedule.amounts.2014`.
    pub path: String,
    /// What.
    pub kind: ValidationErrorKind,
}

/// What can be wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValidationErrorKind {
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
    /// Another number is negative.
    NegativeNumber,
    /// There must be more of these.
    TooFew {
        least: usize,
    },
    /// A number is larger than its field can hold.
    NumberTooLarge {
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
