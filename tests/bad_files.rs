//! Every way in which a file can be bad, each with a file that is: what the reader says of it, and where.
//!
//! The files differ from a good one in one thing only. The app's browser tests open the same files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::exchange::{
    Expected, FormError, FoundValue, MOST_BYTES, MOST_DEPTH, MOST_VALUES, Position, ReadError, Syntax, VERSION, read,
};
use samplan::plan::{Id, ValidationError, ValidationErrorKind};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const LINE: &str = "plan.associations[0].lines";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_files")
}

fn not_json(line: usize, column: usize, what: Syntax) -> ReadError {
    ReadError::NotJson { at: Position { line, column }, what }
}

fn wrong(path: &str, found: FoundValue, expected: Expected) -> ReadError {
    ReadError::Form(FormError::WrongValue { path: path.into(), found, expected })
}

fn text(text: &str) -> FoundValue {
    FoundValue::Text(text.into())
}

fn number(number: &str) -> FoundValue {
    FoundValue::Number(number.into())
}

fn invalid<const N: usize>(problems: [(&str, ValidationErrorKind); N]) -> ReadError {
    let problem = |(path, kind): (&str, ValidationErrorKind)| ValidationError { path: path.into(), kind };
    ReadError::Invalid(problems.into_iter().map(problem).collect())
}

/// Files that are not what JSON or the envelope asks for.
fn envelope() -> Vec<(&'static str, ReadError)> {
    let version = Expected::WholeNumber { least: 1, most: VERSION.into() };
    vec![
        ("empty", not_json(2, 1, Syntax::Empty)),
        ("cut-off", not_json(27, 8, Syntax::EndsEarly)),
        ("not-json", not_json(1, 1, Syntax::Unexpected('A'))),
        ("comma-before-end", not_json(27, 34, Syntax::CommaBeforeEnd)),
        ("missing-comma", not_json(6, 5, Syntax::NoComma)),
        ("bad-number", not_json(7, 14, Syntax::BadNumber)),
        ("bad-escape", not_json(5, 19, Syntax::BadEscape)),
        ("line-break-in-text", not_json(5, 16, Syntax::ControlCharacter)),
        ("trailing-text", ReadError::TrailingText { at: Position { line: 58, column: 1 } }),
        ("too-deep", ReadError::TooDeep { at: Position { line: 5, column: 43 }, most: MOST_DEPTH }),
        (
            "duplicate-field",
            ReadError::DuplicateField {
                path: format!("{LINE}[0].schedule.amounts.2025"),
                at: Position { line: 28, column: 17 },
            },
        ),
        ("list", ReadError::NotAPlanFile { found: None }),
        ("no-format", ReadError::NotAPlanFile { found: None }),
        ("other-format", ReadError::NotAPlanFile { found: Some("geojson".into()) }),
        ("no-version", ReadError::NoVersion),
        ("newer-version", ReadError::NewerVersion { found: 2, newest: VERSION }),
        ("version-zero", wrong("version", number("0"), version)),
        ("version-as-text", wrong("version", text("1"), version)),
        (
            "unknown-envelope-field",
            ReadError::Form(FormError::UnknownField {
                path: "comment".into(),
                known: &["format", "version", "checksum", "plan"],
            }),
        ),
        ("checksum-as-number", wrong("checksum", number("31415926"), Expected::Text)),
        ("checksum-differs", ReadError::Changed { stated: "d0d0cafe".into(), found: "390b23ba".into() }),
        ("missing-plan", ReadError::Form(FormError::MissingField { path: "plan".into() })),
    ]
}

/// Files with fields that the types do not have, or with values of another kind.
fn shape() -> Vec<(&'static str, ReadError)> {
    let schedule = &["amounts", "level"];
    let categories = &[
        "contribution",
        "other_income",
        "financial_income",
        "board",
        "administration",
        "audit",
        "activity",
        "financial_cost",
    ];
    vec![
        (
            "unknown-field-in-choice",
            ReadError::Form(FormError::UnknownField {
                path: "plan.associations[0].printed[0].stands_for.term.stated.until".into(),
                known: &["name", "amount", "from", "to"],
            }),
        ),
        (
            "unknown-choice",
            ReadError::Form(FormError::UnknownField { path: format!("{LINE}[0].schedule.amonts"), known: schedule }),
        ),
        ("missing-field", ReadError::Form(FormError::MissingField { path: format!("{LINE}[0].category") })),
        ("text-expected", wrong("plan.associations[0].name", number("5"), Expected::Text)),
        ("null-name", wrong("plan.associations[0].name", FoundValue::Null, Expected::Text)),
        ("true-or-false-expected", wrong(&format!("{LINE}[1].locked"), text("ja"), Expected::TrueOrFalse)),
        ("whole-number-expected", wrong("plan.years", number("2.5"), Expected::WholeNumber { least: 0, most: 255 })),
        ("amount-expected", wrong(&format!("{LINE}[0].schedule.amounts.2025"), text("2 000 tkr"), Expected::Amount)),
        (
            "amount-with-too-many-digits",
            wrong(
                &format!("{LINE}[0].schedule.amounts.2025"),
                text("0.33333333333333333333333333333"),
                Expected::Amount,
            ),
        ),
        (
            "amount-as-number",
            ReadError::Form(FormError::AmountAsNumber {
                path: format!("{LINE}[0].schedule.amounts.2025"),
                found: "2000000".into(),
            }),
        ),
        ("year-expected", wrong("plan.first_year", text("2025"), Expected::Year)),
        ("year-out-of-calendar", wrong("plan.first_year", number("1889"), Expected::Year)),
        (
            "year-as-field-expected",
            wrong(&format!("{LINE}[0].schedule.amounts.år 1"), text("år 1"), Expected::YearAsField),
        ),
        (
            "month-expected",
            wrong(&format!("{LINE}[1].schedule.level.funding[0].from"), text("2025-13"), Expected::Month),
        ),
        ("list-expected", wrong(LINE, FoundValue::Object, Expected::List)),
        ("object-expected", wrong("plan.associations[0].opening_equity", text("1259000"), Expected::Object)),
        ("unknown-category", wrong(&format!("{LINE}[1].category"), text("party"), Expected::OneOf(categories))),
        ("two-choices", wrong(&format!("{LINE}[0].schedule"), FoundValue::Object, Expected::OneFieldOf(schedule))),
        (
            "choice-without-content",
            wrong(&format!("{LINE}[0].schedule"), text("amounts"), Expected::OneFieldOf(schedule)),
        ),
    ]
}

/// Files that can be read but are no plan.
fn problems() -> Vec<(&'static str, ReadError)> {
    let one = |path: &str, kind: ValidationErrorKind| invalid([(path, kind)]);
    let line = |path: &str, kind: ValidationErrorKind| one(&format!("associations[0].lines{path}"), kind);
    vec![
        ("no-associations", one("associations", ValidationErrorKind::NoneGiven)),
        ("years-out-of-range", one("years", ValidationErrorKind::YearsOutOfRange)),
        ("duplicate-id", line("[1].id", ValidationErrorKind::DuplicateId(Id::new("bidrag")))),
        ("bad-id", line("[1].id", ValidationErrorKind::BadId)),
        ("unknown-member", line("[0].member", ValidationErrorKind::UnknownId(Id::new("af")))),
        ("unknown-index", line("[1].index", ValidationErrorKind::UnknownId(Id::new("loner")))),
        ("negative-amount", line("[0].schedule.amounts.2025", ValidationErrorKind::NegativeAmount)),
        ("share-out-of-range", line("[1].schedule.level.funding[0].share", ValidationErrorKind::ShareOutOfRange)),
        ("months-backwards", line("[1].active", ValidationErrorKind::MonthsBackwards)),
        ("member-and-party", line("[0]", ValidationErrorKind::MemberAndParty)),
        ("approach-on-contribution", line("[0].approach", ValidationErrorKind::ApproachOnOther)),
        (
            "several-problems",
            invalid([
                ("name", ValidationErrorKind::EmptyName),
                ("indices[0].rates.2026", ValidationErrorKind::RateOutOfRange),
                ("associations[0].lines[0].schedule.amounts.2025", ValidationErrorKind::TooManyDecimals { most: 2 }),
                ("associations[0].lines[1]", ValidationErrorKind::PayerOnOther),
            ]),
        ),
    ]
}

#[test]
fn every_bad_file_is_refused_with_place_and_reason() {
    let mut tried = BTreeSet::from(["unknown-field.json".to_owned()]);
    for (name, expected) in envelope().into_iter().chain(shape()).chain(problems()) {
        let name = format!("{name}.json");
        let content = std::fs::read_to_string(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(read(&content), Err(expected), "{name}");
        tried.insert(name);
    }
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.collect::<BTreeSet<_>>(), tried, "every file is tried");
}

#[test]
fn an_unknown_field_is_told_with_the_known_ones() {
    let content = std::fs::read_to_string(folder().join("unknown-field.json")).unwrap();
    match read(&content) {
        Err(ReadError::Form(FormError::UnknownField { path, known })) => {
            assert_eq!(path, format!("{LINE}[1].colour"));
            assert!(known.contains(&"category"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_beyond_the_limits_are_refused() {
    let large = " ".repeat(MOST_BYTES + 1);
    assert_eq!(read(&large), Err(ReadError::TooLarge { bytes: MOST_BYTES + 1, most: MOST_BYTES }));
    let many = format!("[{}0]", "0,".repeat(MOST_VALUES));
    assert!(matches!(read(&many), Err(ReadError::TooManyValues { most: MOST_VALUES, .. })));
}

/// The command line prints an error on one line; each says where, or that it is the whole file.
#[test]
fn every_error_is_one_line_of_english() {
    let mut lines = BTreeSet::new();
    for (name, error) in envelope().into_iter().chain(shape()).chain(problems()) {
        let line = error.to_string();
        assert!(!line.is_empty() && !line.contains('\n'), "{name}: {line}");
        lines.insert(line);
    }
    for (name, line) in [
        (
            "amount-as-number",
            "plan.associations[0].lines[0].schedule.amounts.2025: the number 2000000 must be written as text, \"2000000\"",
        ),
        ("missing-field", "plan.associations[0].lines[0].category: the field is missing"),
        ("cut-off", "line 27, column 8: the file ends too early; it may have been cut off"),
        ("newer-version", "version: the file has version 2 and was made by a newer Samplan; this one reads up to 1"),
    ] {
        assert!(lines.contains(line), "{name} in {lines:#?}");
    }
}
