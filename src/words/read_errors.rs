//! Why a file cannot be opened: what is wrong, where, and how to mend it.

use super::generated::{file_kind as kinds, read as text};
use super::{Language, problem};
use samplan::exchange::{Expected, FormError, FoundValue, MigrationError, Position, ReadError, Syntax};
use samplan::file_kind::FileKind;

/// A reading error in plain words. A plan with several problems gives a line each.
pub fn read_error(language: Language, error: &ReadError) -> Vec<String> {
    let one = match error {
        ReadError::TooLarge { bytes, most } => text::TooLarge { size: bytes / 1024, most: most / 1024 }.say(language),
        ReadError::UnknownEncoding { .. } => text::encoding(language).to_owned(),
        ReadError::OtherFile(kind) => file_kind(language, *kind).to_owned(),
        ReadError::Changed { .. } => text::changed(language).to_owned(),
        ReadError::NotJson { at, what } => {
            text::NotJson { place: place(language, *at), what: syntax(language, *what) }.say(language)
        }
        ReadError::TrailingText { at } => text::Trailing { place: place(language, *at) }.say(language),
        ReadError::TooDeep { at, most } => text::TooDeep { place: place(language, *at), most }.say(language),
        ReadError::TooManyValues { at, most } => text::TooMany { place: place(language, *at), most }.say(language),
        ReadError::DuplicateField { path, at } => text::Duplicate { path, place: place(language, *at) }.say(language),
        ReadError::NotAPlanFile { .. } => text::not_a_plan(language).to_owned(),
        ReadError::NoVersion => text::no_version(language).to_owned(),
        ReadError::NewerVersion { found, newest } => text::Newer { found, newest }.say(language),
        ReadError::MigrationFailed { from, reason } => {
            text::Migration { from, why: fault(language, reason) }.say(language)
        }
        ReadError::Form(FormError::UnknownField { path, known }) => {
            text::Unknown { path, known: known.join(", ") }.say(language)
        }
        ReadError::Form(FormError::MissingField { path }) => text::Missing { path }.say(language),
        ReadError::Form(FormError::WrongValue { path, found, expected }) => {
            text::Wrong { path, found: self::found(language, found), expected: self::expected(language, expected) }
                .say(language)
        }
        ReadError::Form(FormError::AmountAsNumber { path, found }) => {
            text::AmountAsNumber { path, found }.say(language)
        }
        ReadError::Invalid(problems) => return problems.iter().map(|one| problem(language, one)).collect(),
    };
    vec![one]
}

/// What a file is that is no text, and what to do with it.
pub fn file_kind(language: Language, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Picture => kinds::picture(language),
        FileKind::Media => kinds::media(language),
        FileKind::Pdf => kinds::pdf(language),
        FileKind::Document => kinds::document(language),
        FileKind::Slides => kinds::slides(language),
        FileKind::Sheet => kinds::sheet(language),
        FileKind::OtherSheet => kinds::other_sheet(language),
        FileKind::Locked => kinds::locked(language),
        FileKind::Archive => kinds::archive(language),
    }
}

fn place(language: Language, at: Position) -> String {
    text::Place { line: at.line, column: at.column }.say(language)
}

fn syntax(language: Language, what: Syntax) -> String {
    match what {
        Syntax::Empty => text::empty(language).to_owned(),
        Syntax::EndsEarly => text::ends_early(language).to_owned(),
        Syntax::Unexpected(character) => text::Unexpected { character }.say(language),
        Syntax::CommaBeforeEnd => text::comma_before_end(language).to_owned(),
        Syntax::NoComma => text::no_comma(language).to_owned(),
        Syntax::BadNumber => text::bad_number(language).to_owned(),
        Syntax::BadEscape => text::bad_escape(language).to_owned(),
        Syntax::ControlCharacter => text::control_character(language).to_owned(),
    }
}

fn found(language: Language, found: &FoundValue) -> String {
    match found {
        FoundValue::Null => "null".to_owned(),
        FoundValue::TrueOrFalse(value) => value.to_string(),
        FoundValue::Number(number) => text::FoundNumber { number }.say(language),
        FoundValue::Text(found) => text::FoundText { text: found }.say(language),
        FoundValue::List => text::list(language).to_owned(),
        FoundValue::Object => text::object(language).to_owned(),
    }
}

fn expected(language: Language, expected: &Expected) -> String {
    match expected {
        Expected::Text => text::text(language).to_owned(),
        Expected::TrueOrFalse => text::true_or_false(language).to_owned(),
        Expected::WholeNumber { least, most } => text::WholeNumber { least, most }.say(language),
        Expected::Amount => text::amount(language).to_owned(),
        Expected::Year | Expected::YearAsField => text::year(language).to_owned(),
        Expected::Month => text::month(language).to_owned(),
        Expected::List => text::list(language).to_owned(),
        Expected::Object => text::object(language).to_owned(),
        Expected::OneOf(values) => text::OneOf { values: values.join(", ") }.say(language),
        Expected::OneFieldOf(fields) => text::OneFieldOf { fields: fields.join(", ") }.say(language),
    }
}

fn fault(language: Language, fault: &MigrationError) -> String {
    match fault {
        MigrationError::NoStep => text::no_step(language).to_owned(),
        MigrationError::Shape { path, expected } => {
            text::Shape { path, expected: self::expected(language, expected) }.say(language)
        }
    }
}
