//! Why a file was not read: closed, so that the app can word every case in the user's language.

use crate::file_kind::FileKind;
use crate::form::{Expected, FormError};
use crate::plan::ValidationError;

/// Why a text is not a plan file. Paths are the file's own (`plan.associations[0].name`); the problems of
/// [`ReadError::Invalid`] leave out the `plan.` that they all begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than a plan file can be, as it stands or as it would be written again.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// [`super::MOST_BYTES`].
        most: usize,
    },
    /// The bytes are no text in UTF-8, nor in UTF-16 with its mark.
    UnknownEncoding {
        /// How many bytes are text before the first that is not.
        byte: usize,
    },
    /// It is a file of another kind, and no text.
    OtherFile(FileKind),
    /// The text breaks JSON's rules.
    NotJson {
        /// Where.
        at: Position,
        /// How.
        what: Syntax,
    },
    /// There is more text after the end of the file's object.
    TrailingText {
        /// Where it begins.
        at: Position,
    },
    /// Lists and objects lie too deep inside each other.
    TooDeep {
        /// Where the limit is passed.
        at: Position,
        /// [`super::MOST_DEPTH`].
        most: usize,
    },
    /// More values than a plan file can have.
    TooManyValues {
        /// Where the limit is passed.
        at: Position,
        /// [`super::MOST_VALUES`].
        most: usize,
    },
    /// A field stands twice in the same object; which one is meant cannot be known.
    DuplicateField {
        /// The field.
        path: String,
        /// Where it stands the second time.
        at: Position,
    },
    /// Good JSON, but `format` does not say `samplan`.
    NotAPlanFile {
        /// What `format` says; `None` when there is no such text.
        found: Option<String>,
    },
    /// A plan file without `version`.
    NoVersion,
    /// Made by a newer Samplan than this one.
    NewerVersion {
        /// The file's version.
        found: u64,
        /// The newest that this Samplan knows.
        newest: u32,
    },
    /// A file of an older version does not keep to that version's format.
    MigrationFailed {
        /// The version that the failing step begins from.
        from: u32,
        /// Why.
        reason: MigrationError,
    },
    /// A value does not fit its place; a field that this version does not know is one of these.
    Form(FormError),
    /// A plan that can be read, but not the one that the file's checksum was made for: the file was damaged, or
    /// changed by another program. [`super::read_changed`] reads it all the same.
    Changed {
        /// The checksum that the file states.
        stated: String,
        /// The one that its plan has.
        found: String,
    },
    /// Every field can be read, but they do not make a plan. All problems.
    Invalid(Vec<ValidationError>),
}

impl std::error::Error for ReadError {}

impl From<Box<FormError>> for ReadError {
    fn from(error: Box<FormError>) -> ReadError {
        ReadError::Form(*error)
    }
}

/// A place in the text, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    /// The character of the line.
    pub column: usize,
}

/// How a text breaks JSON's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// There is nothing but white space.
    Empty,
    /// The text ends before its object does; often a file that was cut off.
    EndsEarly,
    /// A character that cannot stand there.
    Unexpected(char),
    /// A comma with nothing after it.
    CommaBeforeEnd,
    /// Two values or fields with no comma between them.
    NoComma,
    /// A number in a form that JSON does not have (`01`, `1.`, `+1`).
    BadNumber,
    /// A backslash sequence that JSON does not have, or half of a surrogate pair.
    BadEscape,
    /// A line break, tab or other control character inside a text.
    ControlCharacter,
}

/// Why an older file could not be brought to the newest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MigrationError {
    /// No step leads on from this version.
    NoStep,
    /// A value that the step needs is missing or of another kind.
    Shape {
        /// The value.
        path: String,
        /// What the step needs.
        expected: Expected,
    },
}
