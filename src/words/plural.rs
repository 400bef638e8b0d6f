//! Numbers that a sentence counts with: `1 rad`, `2 rader`.

use std::fmt::Display;

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
