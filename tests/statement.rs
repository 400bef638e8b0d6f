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
use samplan::money::{Decimal, Unit};
use samplan::plan::{Metric, Rank};
use samplan::projection::RoundedApart;

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

#[test]
fn the_terms_of_a_metric_are_the_ones_that_the_views_show() {
    for (metric, rows) in SUMS {
        let expanded: Vec<(Metric, i64)> = metric
            .terms()
            .iter()
            .flat_map(|(term, off)| {
                let sign = if *off { -1 } else { 1 };
                match term {
                    Metric::Activities => term.terms().iter().map(|(one, _)| (*one, sign)).collect(),
                    other => vec![(*other, sign)],
                }
            })
            .collect();
        let mut wanted = rows.to_vec();
        let mut found = expanded;
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted, "{metric:?}");
    }
}

#[test]
fn sydnarkes_rows_come_to_1_025_tkr_and_their_sum_to_1_024() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/plans/sydnarke-2016.json")).unwrap();
    let plan = read(&text).unwrap();
    let outcome = samplan::outcome::project(&plan, None).unwrap();
    let year = outcome.projection.horizon.first;
    let association = &outcome.budget.associations[0];
    let value = |metric| outcome.projection.get(None, year, metric);
    let lines = |metric| {
        (metric == Metric::Overhead).then(|| {
            let overhead = association.rows.iter().filter(|row| {
                use samplan::plan::Category::{Administration, Audit, Board};
                matches!(row.category, Board | Administration | Audit)
            });
            overhead.map(|row| row.amounts[0]).collect::<Vec<Decimal>>()
        })
    };
    let apart = |unit, lines: &dyn Fn(Metric) -> Option<Vec<Decimal>>| {
        let is_row = |metric: Metric| matches!(metric, Metric::Board | Metric::Administration | Metric::Audit);
        RoundedApart::of_metric(Metric::Overhead, unit, &value, &is_row, &lines)
    };
    let wanted = RoundedApart { rows: Decimal::from(1_025_000), sum: Decimal::from(1_024_000) };
    assert_eq!(apart(Unit::Thousands, &lines), Some(wanted));
    assert_eq!(apart(Unit::Kronor, &lines), None);
}
