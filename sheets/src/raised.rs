//! Raised marks, which would else be read as one with the number before them (260¹ as 2601).

/// A raised text as a mark of its own.
pub fn raised(text: &str) -> String {
    let mark = text.trim();
    let end = if mark.ends_with(|c: char| c.is_alphanumeric()) { ")" } else { "" };
    if mark.is_empty() { text.to_owned() } else { format!(" {mark}{end}") }
}
