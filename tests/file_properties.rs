//! What holds for every plan: files keep it whole, projections add up, and no text makes the reader panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod generator;

use proptest::prelude::*;
use samplan::exchange::{FormError, ReadError, read, read_changed, write};
use samplan::money::{Decimal, split, sum};
use samplan::outcome::project;
use samplan::plan::{Metric, Plan, validate};

/// Metrics of which the total is the sum of the associations'.
const ADDITIVE: [Metric; 18] = [
    Metric::Contributions,
    Metric::OtherIncome,
    Metric::Income,
    Metric::EquityUse,
    Metric::Frame,
    Metric::Board,
    Metric::Administration,
    Metric::Audit,
    Metric::Activities,
    Metric::Base,
    Metric::Process,
    Metric::Structure,
    Metric::Untagged,
    Metric::Cost,
    Metric::FinancialNet,
    Metric::Result,
    Metric::OpeningEquity,
    Metric::Equity,
];

/// A file with every field.
const SAMPLE: &str = include_str!("formats/v1.json");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_file_keeps_the_plan_whole(plan in generator::plan()) {
        prop_assert_eq!(validate(&plan), vec![]);
        let first = write(&plan);
        let read_back = read(&first).unwrap_or_else(|error| panic!("{error}\n{first}"));
        prop_assert_eq!(&read_back, &plan);
        prop_assert_eq!(write(&read_back), first);
    }

    /// What files and what serde make of a type is told by the same attributes.
    #[test]
    fn a_file_says_of_a_plan_what_serde_says(plan in generator::plan()) {
        let file: serde_json::Value = serde_json::from_str(&write(&plan)).unwrap();
        let content = file.get("plan").unwrap();
        prop_assert_eq!(content, &serde_json::to_value(&plan).unwrap());
        prop_assert_eq!(serde_json::from_value::<Plan>(content.clone()).unwrap(), plan);
    }

    #[test]
    fn every_plan_projects_and_adds_up(plan in generator::plan()) {
        let bases = plan.cases();
        for scenario in bases {
            let projection = project(&plan, scenario).unwrap().projection;
            for (place, total) in projection.total.iter().enumerate() {
                for metric in ADDITIVE {
                    let parts = projection.associations.iter().map(|association| association.get(place, metric).unwrap());
                    prop_assert_eq!(total.get(metric).unwrap(), sum(parts).unwrap(), "{:?}", metric);
                }
            }
        }
    }

    #[test]
    fn result_and_equity_follow_from_the_rest(plan in generator::plan()) {
        let projection = project(&plan, None).unwrap().projection;
        let tables = projection.associations.iter().map(|association| &association.years);
        for years in tables.chain([&projection.total]) {
            for figures in years {
                prop_assert_eq!(figures.result, figures.income - figures.total_cost);
                prop_assert_eq!(figures.equity, figures.opening_equity + figures.transfers + figures.result);
                prop_assert_eq!(figures.frame, figures.contributions + figures.other_income + figures.equity_use);
                prop_assert_eq!(figures.total_cost, figures.cost + figures.financial_cost);
            }
            for pair in years.windows(2) {
                prop_assert_eq!(pair[1].opening_equity, pair[0].equity);
            }
        }
    }

    #[test]
    fn a_split_adds_up_to_the_whole(
        whole in -10_000_000_000i64..10_000_000_000,
        scale in 0u32..=2,
        weights in proptest::collection::vec(0i64..1_000_000, 1..40),
    ) {
        let whole = Decimal::new(whole, scale);
        let weights: Vec<Decimal> = weights.into_iter().map(Decimal::from).collect();
        let parts = split(whole, &weights).unwrap();
        prop_assert_eq!(parts.len(), weights.len());
        prop_assert_eq!(sum(parts).unwrap(), whole);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".*", pieces in "[{}\\[\\]\",:0-9eE.\\\\u +a-z\n-]{0,80}") {
        for text in [text, pieces] {
            let _ = read(&text);
        }
    }
}

/// A changed byte gives the same plan (white space, an escape) or a refusal; never another plan, and never a panic.
fn changed_byte(name: &str, file: &str, plan: &Plan, at: usize, change: u8) -> bool {
    let mut bytes = file.as_bytes().to_vec();
    bytes[at] ^= change;
    match read(&String::from_utf8_lossy(&bytes)) {
        Ok(found) => {
            assert_eq!(&found, plan, "{name}: byte {at} changed by {change:#04x} opens as another plan");
            false
        }
        Err(ReadError::Changed { .. }) => true,
        Err(_) => false,
    }
}

#[test]
fn no_changed_byte_of_a_file_opens_as_another_plan() {
    let mut told_by_checksum = 0usize;
    let mut changes = 0usize;
    for (name, file, stride) in files() {
        let plan = read(&file).unwrap();
        for at in (0..file.len()).step_by(stride) {
            // Each single bit in turn, and one change of many bits.
            for change in [1u8 << (at / stride % 8), 0x55] {
                changes += 1;
                told_by_checksum += usize::from(changed_byte(&name, &file, &plan, at, change));
            }
        }
    }
    println!("{changes} changed bytes; the checksum alone told of {told_by_checksum}");
    assert!(told_by_checksum > changes / 20, "the checksum told of {told_by_checksum} of {changes}");
}

#[test]
fn a_file_without_checksum_opens_and_one_that_was_changed_opens_for_who_knows() {
    let plan = read(SAMPLE).unwrap();
    let without: String = SAMPLE.lines().filter(|line| !line.contains("\"checksum\"")).collect();
    assert_eq!(read(&without), Ok(plan.clone()));
    let edited = SAMPLE.replacen("Två förbund", "Tre förbund", 1);
    assert!(matches!(read(&edited), Err(ReadError::Changed { .. })));
    assert_eq!(read_changed(&edited).unwrap().name, "Tre förbund");
    // What else is wrong is told first.
    assert!(matches!(
        read_changed(&edited.replacen("\"years\"", "\"åren\"", 1)),
        Err(ReadError::Form(FormError::UnknownField { .. }))
    ));
}

/// The sample and the real plans, each with the step from place to place: here and there, and with `SOAK=1` in the
/// environment every byte.
fn files() -> Vec<(String, String, usize)> {
    let stride = |short: usize| if std::env::var_os("SOAK").is_some() { 1 } else { short };
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/plans")).unwrap();
    let mut files: Vec<_> = folder
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap(), stride(487)))
        .collect();
    files.push(("the sample".to_owned(), SAMPLE.to_owned(), stride(29)));
    files
}

#[test]
fn every_truncation_is_refused() {
    for (name, file, stride) in files() {
        for end in (0..file.trim_end().len()).step_by(stride).filter(|end| file.is_char_boundary(*end)) {
            assert!(read(&file[..end]).is_err(), "{name}: the first {end} bytes");
        }
    }
}
