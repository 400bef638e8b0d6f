//! Feet of pages, which come along when a PDF's text is copied.

/// Whether a line of text is a page's foot (*Sida 4 av 12*, *4 (12)*).
pub(super) fn is_page(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let marked = lower.ends_with(')') || lower.contains('/');
    match words.as_slice() {
        ["sida" | "sidan" | "sid", one] => number(one),
        ["sida" | "sidan" | "sid", one, "av", other] => number(one) && number(other),
        ["sida" | "sidan" | "sid", one, other] => number(one) && number(other),
        [one, other] => marked && number(one) && number(other),
        _ => false,
    }
}
