//! Written numbers that a sentence counts with.

use super::{Countable, Language, count};
use samplan::money::Decimal;
use std::fmt::{self, Display, Formatter};

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
