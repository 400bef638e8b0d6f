//! The words of a heading, with digits as words of their own.

use super::figure::plain;

/// The words of a text in lower case.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    words(&plain(text).to_lowercase())
}

/// Words in lower case; digits are words of their own (`2015(tkr)`, `b2028`).
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let kind = if c.is_ascii_digit() {
            Some(true)
        } else if c.is_alphanumeric() || c == '%' {
            Some(false)
        } else {
            None
        };
        match (kind, words.last_mut()) {
            (Some(_), Some(word)) if kind == last => word.push(c),
            (Some(_), _) => words.push(c.to_string()),
            (None, _) => {}
        }
        last = kind;
    }
    words
}
