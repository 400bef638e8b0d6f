//! What holds for every plan: files keep it whole, projections add up, and no text makes the reader panic.

mod generator;

use proptest::prelude::*;
use samplan::exchange::{read, table, write};
use samplan::money::{Decimal, Unit, split, sum};
use samplan::outcome::project;
use samplan::plan::{Metric, validate};

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
    fn no_text_makes_the_readers_panic(text in ".*", pieces in "[{}\\[\\]\",:0-9eE.\\\\u +a-z\n-]{0,80}") {
        for text in [text, pieces] {
            let _ = read(&text);
            let _ = table::read_table(&text, Unit::Thousands);
        }
    }

    #[test]
    fn a_pasted_block_is_accounted_for(
        cells in proptest::collection::vec(proptest::collection::vec("[a-zå0-9 %*.,-]{0,8}", 1..6), 1..12),
    ) {
        let block: Vec<String> = cells.iter().map(|row| row.join("\t")).collect();
        let text = block.join("\n");
        // Without tabs two spaces part columns, and a cell that holds them is two.
        prop_assume!(text.contains('\t') || !text.contains("  "));
        let Ok(reading) = table::read_table(&text, Unit::Kronor) else { return Ok(()) };
        let given = cells.iter().flatten().filter(|cell| !cell.trim().is_empty()).count();
        let headings = reading.columns.iter().filter(|column| !column.heading.is_empty()).count();
        let names = reading.rows.iter().filter(|row| !row.name.is_empty()).count();
        let read = reading.rows.iter().flat_map(|row| &row.cells).filter(|cell| **cell != table::Cell::Empty).count();
        prop_assert_eq!(given, headings + usize::from(!reading.corner.is_empty()) + names + read);
        prop_assert!(reading.rows.iter().all(|row| row.cells.len() == reading.columns.len()));
    }

    #[test]
    fn a_changed_byte_is_read_or_refused(at in 0..SAMPLE.len(), byte in any::<u8>()) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        bytes[at] = byte;
        // What is read at all is a plan that can be written and projected.
        if let Ok(plan) = read(&String::from_utf8_lossy(&bytes)) {
            prop_assert_eq!(read(&write(&plan)), Ok(plan.clone()));
            prop_assert!(project(&plan, None).is_ok());
        }
    }
}

#[test]
fn every_truncation_is_refused() {
    for end in (0..SAMPLE.trim_end().len()).filter(|end| SAMPLE.is_char_boundary(*end)) {
        assert!(read(&SAMPLE[..end]).is_err(), "the first {end} bytes");
    }
}
