//! Värend 2016–2018: the planning base made from the interim report.

use crate::support::{Example, load, of};
use samplan::money::Decimal;
use samplan::plan::{Goal, Metric};

fn example() -> Example {
    load("varend-2016")
}

#[test]
fn contributions_keep_the_levels_of_before_the_merger() {
    let plan = example();
    for (line, kronor) in [
        ("bidrag-forsakringskassan", 1_350_000),
        ("bidrag-arbetsformedlingen", 1_350_000),
        ("bidrag-region-kronoberg", 1_350_000),
        ("bidrag-vaxjo", 800_000),
        ("bidrag-alvesta", 550_000),
    ] {
        assert_eq!(plan.line(line), [kronor; 3], "{line}");
    }
    plan.holds(Metric::Contributions, &[5_400_000; 3]);
}

#[test]
fn costs_at_the_pace_of_2015() {
    let plan = example();
    plan.holds(Metric::Administration, &[954_000; 3]);
    assert_eq!(plan.line("loner"), [2_556_000; 3]);
    assert_eq!(plan.line("aktiviteter"), [913_500; 3]);
    plan.holds(Metric::Base, &[3_469_500; 3]);
    plan.holds(Metric::ActivityRoom, &[4_446_000; 3]);
    plan.holds(Metric::Result, &[976_500; 3]);
    plan.holds(Metric::OpeningEquity, &[200_000, 1_176_500, 2_153_000]);
    plan.holds(Metric::Equity, &[1_176_500, 2_153_000, 3_129_500]);
    assert_eq!(plan.admin_share(), ["21.6"; 3]);
}

#[test]
fn coordinators_and_places() {
    let plan = example();
    assert_eq!(plan.series(Metric::Fte), [Decimal::new(45, 1); 3]);
    assert_eq!(plan.series(Metric::Places), [Decimal::new(118_125, 3); 3]);
}

/// Administration and the cost of a coordinator follow the index from 2015 on, and nothing else does: at 2,5 % the
/// room is 4 422, 4 398 and 4 373 tkr.
#[test]
fn the_index_moves_administration_and_the_cost_of_a_coordinator() {
    let mut plan = example().plan;
    let year = plan.first_year;
    plan.indices[0].rates.insert(year, Decimal::new(25, 3));
    let indexed = of(plan);
    indexed.holds(Metric::Administration, &[977_850, 1_002_296, 1_027_353]);
    indexed.holds(Metric::ActivityRoom, &[4_422_150, 4_397_704, 4_372_647]);
    indexed.holds(Metric::Base, &[3_469_500; 3]);
    indexed.holds(Metric::Contributions, &[5_400_000; 3]);
    let costs = &indexed.outcome.budget.associations[0].capacity.as_ref().unwrap().cost_per_fte;
    assert_eq!(*costs, [790_275, 810_032, 830_283].map(Decimal::from));
}

#[test]
fn the_step_down_that_the_board_decided_on() {
    let plan = example().plan;
    let shares = |name: &str| -> Vec<_> {
        let goals = plan.associations[0].goals.iter().filter(|goal| goal.name.contains(name));
        goals.map(|Goal { year, value, .. }| (year.unwrap().number(), value.to_string())).collect()
    };
    let of = |shares: [&str; 3]| [2016, 2017, 2018].into_iter().zip(shares.map(String::from)).collect::<Vec<_>>();
    assert_eq!(shares("basverksamhetens andel"), of(["0.6", "0.4", "0.2"]));
    assert_eq!(shares("processverksamhetens andel"), of(["0.4", "0.6", "0.8"]));
}

#[test]
fn all_findings() {
    let plan = example();
    plan.agrees(&[(2016, "Prognos 2015", "kr", "200000")]);
    plan.finds(&[]);
    plan.passes(&[
        "printed_differs",
        "shares_off",
        "equity_under_floor",
        "cost_over_frame",
        "negative_result",
        "few_years",
    ]);
}
