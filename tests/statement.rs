//! The rows that the views show of a plan add up to the sums among them, whatever a view leaves out for being empty.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::comparison::Comparison;
use samplan::exchange::read;
use samplan::money::Decimal;
use samplan::plan::{Metric, Rank};

/// The sums of the statement with the rows that they are the sum of, and how each counts.
const SUMS: [(Metric, &[(Metric, i64)]); 5] = {
    use Metric as M;
    [
        (M::Frame, &[(M::Contributions, 1), (M::OtherIncome, 1), (M::EquityUse, 1)]),
        (M::Overhead, &[(M::Board, 1), (M::Administration, 1), (M::Audit, 1)]),
        (M::ActivityRoom, &[(M::Frame, 1), (M::Overhead, -1), (M::FinancialNet, -1)]),
        (M::Cost, &[(M::Overhead, 1), (M::Base, 1), (M::Process, 1), (M::Structure, 1), (M::Untagged, 1)]),
        (M::Result, &[(M::Contributions, 1), (M::OtherIncome, 1), (M::Cost, -1), (M::FinancialNet, -1)]),
    ]
};

#[test]
fn shown_rows_add_up_to_the_sums_among_them() {
    let mut plans = 0;
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/plans")).unwrap() {
        let path = file.unwrap().path();
        let Ok(plan) = read(&std::fs::read_to_string(&path).unwrap()) else { continue };
        plans += 1;
        let cases: Vec<_> = plan.cases().collect();
        let comparison = Comparison::of(&plan, &cases).unwrap();
        let count = cases.len();
        let mut whose: Vec<_> = comparison.associations().into_iter().map(|(id, _)| Some(id)).collect();
        whose.push(None);
        // What is shown is what is something in any of them.
        let something = |of: Option<&_>, metric| {
            let mut columns = 0..count;
            columns.any(|column| {
                plan.horizon().iter().any(|year| {
                    comparison.cell(column, of, year, metric).new.is_some_and(|value: Decimal| !value.is_zero())
                })
            })
        };
        for (of, year, column) in whose.iter().flat_map(|of| {
            plan.horizon().iter().flat_map(move |year| (0..count).map(move |column| (of.as_ref(), year, column)))
        }) {
            let shown: Vec<Metric> = Metric::statement(Rank::Part).filter(|one| something(of, *one)).collect();
            let value = |metric| comparison.cell(column, of, year, metric).new;
            for (whole, parts) in SUMS {
                let Some(sum) = value(whole) else { continue };
                let parts = parts.iter().filter(|(part, _)| shown.contains(part));
                let added: Decimal = parts.map(|(part, sign)| value(*part).unwrap() * Decimal::from(*sign)).sum();
                assert_eq!(added, sum, "{} {year} {of:?} {whole:?}", path.display());
            }
        }
    }
    assert!(plans > 5);
}
