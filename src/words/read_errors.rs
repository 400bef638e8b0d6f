//! Why a file cannot be opened: what is wrong, where, and how to mend it.

use super::{Language, problem, read as text};
use samplan::exchange::{Expected, Found, MigrationFault, Position, ReadError, Syntax};

/// A reading error in plain words. A plan with several problems gives a line each.
pub fn read_error(language: Language, error: &ReadError) -> Vec<String> {
    let one = match error {
        ReadError::TooLarge { bytes, most } => text::too_large(language, bytes / 1024, most / 1024),
        ReadError::NotJson { at, what } => text::not_json(language, place(language, *at), syntax(language, *what)),
        ReadError::TrailingText { at } => text::trailing(language, place(language, *at)),
        ReadError::TooDeep { at, most } => text::too_deep(language, place(language, *at), most),
        ReadError::TooManyValues { at, most } => text::too_many(language, place(language, *at), most),
        ReadError::DuplicateField { path, at } => text::duplicate(language, path, place(language, *at)),
        ReadError::NotAPlanFile { .. } => text::not_a_plan(language).to_owned(),
        ReadError::NoVersion => text::no_version(language).to_owned(),
        ReadError::NewerVersion { found, newest } => text::newer(language, found, newest),
        ReadError::MigrationFailed { from, reason } => text::migration(language, from, fault(language, reason)),
        ReadError::UnknownField { path, known } => text::unknown(language, path, known.join(", ")),
        ReadError::MissingField { path } => text::missing(language, path),
        ReadError::WrongValue { path, found, expected } => {
            text::wrong(language, path, self::found(language, found), self::expected(language, expected))
        }
        ReadError::AmountAsNumber { path, found } => text::amount_as_number(language, path, found),
        ReadError::Invalid(problems) => return problems.iter().map(|one| problem(language, one)).collect(),
    };
    vec![one]
}

fn place(language: Language, at: Position) -> String {
    text::place(language, at.line, at.column)
}

fn syntax(language: Language, what: Syntax) -> String {
    match what {
        Syntax::Empty => text::empty(language).to_owned(),
        Syntax::EndsEarly => text::ends_early(language).to_owned(),
        Syntax::Unexpected(character) => text::unexpected(language, character),
        Syntax::CommaBeforeEnd => text::comma_before_end(language).to_owned(),
        Syntax::NoComma => text::no_comma(language).to_owned(),
        Syntax::BadNumber => text::bad_number(language).to_owned(),
        Syntax::BadEscape => text::bad_escape(language).to_owned(),
        Syntax::ControlCharacter => text::control_character(language).to_owned(),
    }
}

fn found(language: Language, found: &Found) -> String {
    match found {
        Found::Null => "null".to_owned(),
        Found::TrueOrFalse(value) => value.to_string(),
        Found::Number(number) => text::found_number(language, number),
        Found::Text(found) => text::found_text(language, found),
        Found::List => text::list(language).to_owned(),
        Found::Object => text::object(language).to_owned(),
    }
}

fn expected(language: Language, expected: &Expected) -> String {
    match expected {
        Expected::Text => text::text(language).to_owned(),
        Expected::TrueOrFalse => text::true_or_false(language).to_owned(),
        Expected::WholeNumber { least, most } => text::whole_number(language, least, most),
        Expected::Amount => text::amount(language).to_owned(),
        Expected::Year | Expected::YearAsField => text::year(language).to_owned(),
        Expected::Month => text::month(language).to_owned(),
        Expected::List => text::list(language).to_owned(),
        Expected::Object => text::object(language).to_owned(),
        Expected::OneOf(values) => text::one_of(language, values.join(", ")),
        Expected::OneFieldOf(fields) => text::one_field_of(language, fields.join(", ")),
    }
}

fn fault(language: Language, fault: &MigrationFault) -> String {
    match fault {
        MigrationFault::NoStep => text::no_step(language).to_owned(),
        MigrationFault::Shape { path, expected } => text::shape(language, path, self::expected(language, expected)),
    }
}
