//! Värend, the forecast for 2015 of the interim report, with the accounts to August. The forecast check itself is in
//! `tests/explore`.

use crate::support::{Example, load};
use samplan::finding::Severity::{Error, Notice};
use samplan::plan::Metric;

fn example() -> Example {
    load("varend-2015")
}

#[test]
fn the_year_as_the_report_forecasts_it() {
    let plan = example();
    plan.holds(Metric::Contributions, &[5_400_000]);
    plan.holds(Metric::Cost, &[6_459_000]);
    plan.holds(Metric::Equity, &[200_000]);
    plan.agrees(&[(2015, "Budget 2015 med överskottet", "kr", "6659000"), (2015, "Prognos 2015", "kr", "200000")]);
}

/// The forecast is divided between the lines as the costs so far: 636, 609 and 1 704 of 2 949 tkr.
#[test]
fn the_forecast_is_divided_as_the_costs_so_far() {
    let plan = example();
    for (line, so_far) in [("administration", 636), ("aktiviteter", 609), ("loner", 1_704)] {
        let tkr = (f64::from(so_far) * 6_459.0 / 2_949.0).round() as i64;
        assert_eq!(plan.line(line), [tkr * 1_000], "{line}");
    }
}

#[test]
fn all_findings() {
    let plan = example();
    plan.finds(&[
        ("forecast_pace", Some(2015), Error),
        ("negative_result", Some(2015), Notice),
        ("few_years", None, Notice),
    ]);
    plan.passes(&["printed_differs", "shares_off", "equity_under_floor", "cost_over_frame"]);
}
