//! Numbers that a sentence counts with: `1 rad`, `2 rader`.

use super::{Language, count};
use samplan::money::Decimal;
use std::fmt::{self, Display, Formatter};

/// A number in a sentence whose wording hangs on whether it is one. So it is in both languages.
pub trait Countable: Display {
    /// Whether it is shown as 1.
    fn is_one(&self) -> bool;
}

macro_rules! countable {
    ($($number:ty),*) => { $(
        impl Countable for $number {
            fn is_one(&self) -> bool {
                *self == 1
            }
        }
    )* };
}
countable!(u8, u16, u32, usize, i16);

impl<T: Countable> Countable for &T {
    fn is_one(&self) -> bool {
        (**self).is_one()
    }
}

/// A number as it is written in a language: `10 000`, `4,5`.
pub struct Counted(String);

impl Counted {
    /// With at most `places` decimals, trailing zeros left out.
    pub fn new(language: Language, value: Decimal, places: u32) -> Counted {
        Counted(count(language, value, places))
    }
}

impl Display for Counted {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl Countable for Counted {
    fn is_one(&self) -> bool {
        self.0 == "1"
    }
}
