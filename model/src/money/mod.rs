//! Amounts in kronor: the only place that rounds, splits, reads and writes money.
//!
//! Money is [`Decimal`] in kronor (never floats). Arithmetic is checked: overflow is an [`Overflow`] value. Rounding
//! is half away from zero, to whole kronor or to a line's step.

mod arithmetic;
mod field;
mod format;
mod formula;
mod read;
mod split;

pub use arithmetic::{Overflow, add, count, grow, mul, ratio, round, round_dp, round_to_step, sub, sum};
pub use field::{in_one_way, plain};
pub use format::{Unit, decimal, delta, kronor, percent, shown};
pub use formula::{Typed, read_typed};
pub use read::{NumberError, is_invisible, read_amount, read_number, read_percent, read_rounded};
pub use rust_decimal::Decimal;
pub use split::split;
