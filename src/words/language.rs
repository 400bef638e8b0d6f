//! The languages of the interface.

/// A word of `locales/`, such as `words::shell::close`.
pub type Word = fn(Language) -> &'static str;

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// The language's tag for the page and the settings.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// English for tags that begin with `en`, Swedish otherwise.
    pub fn from_tag(tag: &str) -> Language {
        if tag.to_ascii_lowercase().starts_with("en") { Language::En } else { Language::Sv }
    }

    /// The decimal mark of its numbers.
    pub fn decimal_mark(self) -> char {
        match self {
            Language::Sv => ',',
            Language::En => '.',
        }
    }
}
