//! The limits that values must keep to.

/// The most kronor that one amount can be: a thousand billion.
pub const MOST_KRONOR: i64 = 1_000_000_000_000;
/// The most kronor per inhabitant.
pub const MOST_PER_INHABITANT: u32 = 1_000_000;
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
