//! Why a link cannot be opened or made, in plain words.

use crate::words::{Language, link as text, read_error};
use samplan::exchange::{LinkError, MOST_LINK};

/// A line for each thing that is wrong with a link that came.
pub fn worded(language: Language, error: &LinkError) -> Vec<String> {
    let one = match error {
        LinkError::TooLong { length } => text::TooLong { length, most: MOST_LINK }.say(language),
        LinkError::NewerVersion { .. } => text::newer(language).to_owned(),
        LinkError::Broken => text::broken(language).to_owned(),
        LinkError::TooLarge => text::too_large(language).to_owned(),
        LinkError::File(error) => return read_error(language, error),
    };
    vec![one]
}
