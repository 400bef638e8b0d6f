//! What the room guesses before it sees the answer.

use crate::money::{Decimal, Overflow, ratio, sum};

/// The mean of the guesses; nothing without any.
pub fn mean(guesses: &[Decimal]) -> Result<Option<Decimal>, Overflow> {
    let count = u32::try_from(guesses.len()).unwrap_or(u32::MAX);
    ratio(sum(guesses.iter().copied())?, Decimal::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_of_what_was_guessed() {
        let guesses = [2, 3, 4].map(Decimal::from);
        assert_eq!(mean(&guesses), Ok(Some(Decimal::from(3))));
        assert_eq!(mean(&[]), Ok(None));
    }
}
