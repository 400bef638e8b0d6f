//! Read errors in plain English, one line each: for the command line. The app words the same values itself, in the
//! user's language.

use super::error::{MigrationError, Position, ReadError, Syntax};
use super::link::{LINK_VERSION, LinkError, MOST_LINK};
use crate::form::{Expected, FormError, FoundValue};
use crate::plan::ValidationErrorKind;
use std::fmt::{self, Display, Formatter};

impl Display for ReadError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::TooLarge { bytes, most } => {
                write!(f, "the file is {bytes} bytes; a plan file has at most {most}")
            }
            ReadError::UnknownEncoding { byte } => {
                write!(f, "byte {byte}: not a text in UTF-8; save the file in UTF-8")
            }
            ReadError::OtherFile(kind) => write!(f, "not a plan file: it is {kind}"),
            ReadError::NotJson { at, what } => write!(f, "{at}: {what}"),
            ReadError::TrailingText { at } => write!(f, "{at}: there is more text after the end of the plan"),
            ReadError::TooDeep { at, most } => {
                write!(f, "{at}: lists and objects lie more than {most} deep inside each other")
            }
            ReadError::TooManyValues { at, most } => write!(f, "{at}: the file holds more than {most} values"),
            ReadError::DuplicateField { path, at } => {
                write!(f, "{at}: {path} stands twice; remove one of them")
            }
            ReadError::NotAPlanFile { found: None } => {
                f.write_str("not a plan file: the field format should say \"samplan\"")
            }
            ReadError::NotAPlanFile { found: Some(format) } if format == super::FORMAT => {
                f.write_str("a plan file, and not a file of scenarios alone")
            }
            ReadError::NotAPlanFile { found: Some(format) } => {
                write!(f, "not a plan file: the field format says {format:?}, not \"samplan\"")
            }
            ReadError::NoVersion => f.write_str("version: the field is missing, so the file cannot be understood"),
            ReadError::NewerVersion { found, newest } => write!(
                f,
                "version: the file has version {found} and was made by a newer Samplan; this one reads up to {newest}"
            ),
            ReadError::MigrationFailed { from, reason } => {
                write!(f, "the file does not keep to its version {from}: {reason}")
            }
            ReadError::Form(FormError::UnknownField { path, known }) => {
                write!(f, "{path}: unknown field; known here: {}", known.join(", "))
            }
            ReadError::Form(FormError::MissingField { path }) => write!(f, "{path}: the field is missing"),
            ReadError::Form(FormError::WrongValue { path, found, expected }) => {
                let place = if path.is_empty() { "the file" } else { path };
                write!(f, "{place}: found {found}, expected {expected}")
            }
            ReadError::Form(FormError::AmountAsNumber { path, found }) => {
                write!(f, "{path}: the number {found} must be written as text, \"{found}\"")
            }
            ReadError::Changed { stated, found } => write!(
                f,
                "checksum: the file states {stated}, its plan has {found}; the file was damaged or changed by another program (to open it all the same, remove the field checksum)"
            ),
            ReadError::Invalid(problems) => {
                for (place, problem) in problems.iter().enumerate() {
                    let before = if place > 0 { "; " } else { "" };
                    write!(f, "{before}plan.{}: {}", problem.path, Wording(&problem.kind))?;
                }
                Ok(())
            }
        }
    }
}

impl Display for Position {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

impl Display for Syntax {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Syntax::Empty => f.write_str("the file is empty"),
            Syntax::EndsEarly => f.write_str("the file ends too early; it may have been cut off"),
            Syntax::Unexpected(found) => write!(f, "not JSON: {found:?} cannot stand here"),
            Syntax::CommaBeforeEnd => f.write_str("not JSON: a comma with nothing after it"),
            Syntax::NoComma => f.write_str("not JSON: a comma is missing before this"),
            Syntax::BadNumber => f.write_str("not JSON: a number in a form that JSON does not have"),
            Syntax::BadEscape => f.write_str("not JSON: a backslash sequence that JSON does not have"),
            Syntax::ControlCharacter => f.write_str("not JSON: a line break or control character inside a text"),
        }
    }
}

impl Display for FoundValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            FoundValue::Null => f.write_str("null"),
            FoundValue::TrueOrFalse(value) => write!(f, "{value}"),
            FoundValue::Number(number) => write!(f, "the number {number}"),
            FoundValue::Text(text) => write!(f, "the text {text:?}"),
            FoundValue::List => f.write_str("a list"),
            FoundValue::Object => f.write_str("an object"),
        }
    }
}

impl Display for Expected {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Text => f.write_str("a text"),
            Expected::TrueOrFalse => f.write_str("true or false"),
            Expected::WholeNumber { least, most } => write!(f, "a whole number from {least} to {most}"),
            Expected::Amount => f.write_str("an amount as text such as \"-1234.50\", of at most 28 characters"),
            Expected::Year => f.write_str("a year from 1990 to 2199, as a number"),
            Expected::YearAsField => f.write_str("a year from 1990 to 2199 as the name of the field"),
            Expected::Month => f.write_str("a month such as \"2014-07\""),
            Expected::List => f.write_str("a list"),
            Expected::Object => f.write_str("an object"),
            Expected::OneOf(choices) => write!(f, "one of {}", choices.join(", ")),
            Expected::OneFieldOf(choices) => write!(f, "an object with one of the fields {}", choices.join(", ")),
        }
    }
}

impl Display for MigrationError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            MigrationError::NoStep => f.write_str("there is no way to a newer version"),
            MigrationError::Shape { path, expected } => write!(f, "{path}: expected {expected}"),
        }
    }
}

struct Wording<'p>(&'p ValidationErrorKind);

impl Display for Wording<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            ValidationErrorKind::EmptyName => f.write_str("a name is needed"),
            ValidationErrorKind::TextTooLong { most } => write!(f, "the text is longer than {most} characters"),
            ValidationErrorKind::BadId => f.write_str("an id is 1 to 64 of a-z, 0-9 and hyphen"),
            ValidationErrorKind::DuplicateId(id) => write!(f, "the id {id} is used twice"),
            ValidationErrorKind::UnknownId(id) => write!(f, "nothing has the id {id}"),
            ValidationErrorKind::TooMany { most } => write!(f, "there are more than {most}"),
            ValidationErrorKind::NoneGiven => f.write_str("at least one is needed"),
            ValidationErrorKind::YearsOutOfRange => f.write_str("a plan looks 1 to 20 years ahead, at most to 2199"),
            ValidationErrorKind::NegativeAmount => {
                f.write_str("the amount is negative; write it without a minus, the category decides the sign")
            }
            ValidationErrorKind::AmountTooLarge => f.write_str("the amount is too large"),
            ValidationErrorKind::TooManyDecimals { most } => write!(f, "there are more than {most} decimals"),
            ValidationErrorKind::ShareOutOfRange => f.write_str("a share is from 0 to 1"),
            ValidationErrorKind::RateOutOfRange => f.write_str("a rate is from -0.5 to 0.5"),
            ValidationErrorKind::NotPositive => f.write_str("the number must be more than zero"),
            ValidationErrorKind::MonthsBackwards => f.write_str("the first month is after the last"),
            ValidationErrorKind::HalfASpan => f.write_str("one of the months from and to is missing"),
            ValidationErrorKind::NotRising => f.write_str("the months or bounds of the list must rise"),
            ValidationErrorKind::MemberAndParty => f.write_str("a contribution names a member or a party, not both"),
            ValidationErrorKind::PayerOnOther => f.write_str("only a contribution names a member or a party"),
            ValidationErrorKind::ApproachOnOther => f.write_str("only an activity has an approach"),
            ValidationErrorKind::NegativeNumber => f.write_str("it cannot be negative"),
            ValidationErrorKind::TooFew { least } => write!(f, "there are fewer than {least}"),
            ValidationErrorKind::NumberTooLarge { most } => write!(f, "the number is larger than {most}"),
            ValidationErrorKind::OutsideHorizon => f.write_str("the year is not one of the plan's"),
            ValidationErrorKind::ChangeOutOfRange => f.write_str("a change is from -1 to 10"),
            ValidationErrorKind::SharesNotWhole => f.write_str("the shares must make 1 together"),
            ValidationErrorKind::ContributionHere => {
                f.write_str("a contribution cannot stand here; it has decisions of its own")
            }
            ValidationErrorKind::YearTooEarly => f.write_str("the year is more than 30 years before the plan's first"),
            ValidationErrorKind::YearsBackwards => f.write_str("the first year is after the last"),
            ValidationErrorKind::LeastOverMost => f.write_str("the least is more than the most"),
            ValidationErrorKind::NoSuchDay => f.write_str("the month does not have that day"),
            ValidationErrorKind::NotUsed => f.write_str("the value is not used as the rest is set; remove it"),
        }
    }
}

impl Display for LinkError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::TooLong { length } => {
                write!(f, "the link has {length} characters; a link has at most {MOST_LINK}: use a file")
            }
            LinkError::NewerVersion { found } => write!(
                f,
                "the link has version {found} and was made by a newer Samplan; this one reads up to {LINK_VERSION}"
            ),
            LinkError::Broken => f.write_str("the link is cut off, or was changed on the way"),
            LinkError::TooLarge => f.write_str("the link holds more than a file can"),
            LinkError::File(error) => error.fmt(f),
        }
    }
}
