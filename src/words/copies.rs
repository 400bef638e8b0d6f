//! Names for what is made beside something that is called the same.

use super::Language;
use super::generated::label;

/// What a copy is called, so that it is told from every other: with a number from the second on.
pub fn copy_of(language: Language, name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let first = label::CopyOf { name }.say(language);
    let numbered = (2u32..1_000).map(|number| label::CopyNumber { name, number }.say(language));
    // With a thousand copies nobody tells them apart by their numbers.
    std::iter::once(first.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or(first)
}
