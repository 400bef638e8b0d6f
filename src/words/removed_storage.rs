//! Words for storage that the browser has taken away itself.

use super::Language;
use super::generated::home as text;

/// What came out of the reserve, and what did not.
pub fn removed_storage(language: Language, restored: u32) -> String {
    match restored {
        0 => text::removed_all(language).to_owned(),
        count => text::Removed { count }.say(language),
    }
}
