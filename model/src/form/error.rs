//! Why a value does not fit: closed, so that the app can word every case in the user's language.

/// Why a tree of values is not a value of a type. Paths are the file's own (`plan.associations[0].name`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormError {
    /// A field that is not known, or that belongs elsewhere.
    UnknownField {
        /// The field.
        path: String,
        /// The fields that its object can have.
        known: &'static [&'static str],
    },
    /// A field that must be there is not.
    MissingField {
        /// The field.
        path: String,
    },
    /// A value of the wrong kind, or outside what its field can hold.
    WrongValue {
        /// The field.
        path: String,
        /// What stands there.
        found: FoundValue,
        /// What should.
        expected: Expected,
    },
    /// An amount, share or rate written as a JSON number, which other programs round; it must be text.
    AmountAsNumber {
        /// The field.
        path: String,
        /// The number as written.
        found: String,
    },
}

/// What stands where something else should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundValue {
    /// `null`
    Null,
    /// `true` or `false`
    TrueOrFalse(bool),
    /// A number, as written.
    Number(String),
    /// A text; the beginning of a long one.
    Text(String),
    List,
    Object,
}

/// What should stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Text,
    /// `true` or `false`.
    TrueOrFalse,
    WholeNumber {
        least: i64,
        most: i64,
    },
    /// An amount, share or rate: text with digits, perhaps a minus, perhaps a decimal point (`"-1234.50"`).
    Amount,
    /// A year from 1990 to 2199, as a number.
    Year,
    /// A year from 1990 to 2199, as the name of a field.
    YearAsField,
    /// A month as text, `"2014-07"`.
    Month,
    List,
    Object,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// An object with exactly one of these fields.
    OneFieldOf(&'static [&'static str]),
}
