//! Validation: collecting what is wrong with values, all of it, each with its place. What a value must hold to is said
//! where the value is; nothing is repaired anywhere.

mod check;
mod limits;
mod problem;

pub use limits::{
    EARLIEST_BEFORE, LONGEST_NAME, LONGEST_TEXT, MOST_ASSOCIATIONS, MOST_ITEMS, MOST_KRONOR, MOST_LINES, MOST_MONTHS,
    MOST_PER_INHABITANT, MOST_PLACES,
};
pub use problem::{ValidationError, ValidationErrorKind};

pub(crate) use check::Validator;
