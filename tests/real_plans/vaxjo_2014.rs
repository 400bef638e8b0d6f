//! Växjö, Verksamhetsplan 2014: budget 2014, planned 2015–2016.

use crate::support::{Example, load, of};
use samplan::finding::Severity::{Error, Warning};
use samplan::finding::{Detail, EquityUnderFloor};
use samplan::money::Decimal;
use samplan::plan::{AdminShareOf, Metric};

fn example() -> Example {
    load("vaxjo-2014")
}

#[test]
fn lines_and_sums() {
    let plan = example();
    assert_eq!(plan.line("bidrag-forsakringskassan"), [1_600_000; 3]);
    assert_eq!(plan.line("bidrag-landstinget"), [800_000; 3]);
    assert_eq!(plan.line("bidrag-vaxjo"), [800_000; 3]);
    assert_eq!(plan.line("arvoden"), [220_000, 190_000, 190_000]);
    assert_eq!(plan.line("ovriga-verksamhetskostnader"), [370_000; 3]);
    assert_eq!(plan.line("samordningsteamet-loner"), [1_650_000, 1_640_000, 1_640_000]);
    assert_eq!(plan.line("malgruppen-ovrigt"), [1_460_000, 1_600_000, 1_600_000]);
    plan.holds(Metric::Contributions, &[3_200_000; 3]);
    plan.holds(Metric::EquityUse, &[500_000, 0, 0]);
    plan.holds(Metric::Frame, &[3_700_000, 3_200_000, 3_200_000]);
    plan.holds(Metric::Activities, &[3_110_000, 3_240_000, 3_240_000]);
    plan.holds(Metric::Cost, &[3_700_000, 3_800_000, 3_800_000]);
    plan.holds(Metric::ActivityRoom, &[3_110_000, 2_640_000, 2_640_000]);
    plan.holds(Metric::FrameLeft, &[0, -600_000, -600_000]);
}

#[test]
fn results_and_equity() {
    let plan = example();
    plan.holds(Metric::Result, &[-500_000, -600_000, -600_000]);
    plan.holds(Metric::OpeningEquity, &[1_139_000, 639_000, 39_000]);
    plan.holds(Metric::Equity, &[639_000, 39_000, -561_000]);
    assert_eq!(plan.percent(Metric::Equity, Metric::Contributions)[0], "20.0");
}

#[test]
fn saved_money_is_gone_in_january_2016() {
    let gone = example().outcome.report.findings.into_iter().find_map(|finding| match finding.detail {
        Detail::EquityUnderFloor(EquityUnderFloor { equity, time, monthly, .. }) => {
            Some((equity, time.from.to_string(), monthly))
        }
        _ => None,
    });
    assert_eq!(gone, Some((Decimal::from(-561_000), "2016-01".to_owned(), Decimal::from(50_000))));
}

/// 14,7 % of cost, but 17,5 % of income: the plan's own definition decides.
#[test]
fn admin_share_by_either_definition() {
    let mut plan = example().plan;
    assert_eq!(of(plan.clone()).admin_share(), ["15.9", "14.7", "14.7"]);
    plan.definitions.share_of = AdminShareOf::Contributions;
    assert_eq!(of(plan).admin_share(), ["18.4", "17.5", "17.5"]);
}

#[test]
fn three_full_time_equivalents_in_2014() {
    assert_eq!(example().series(Metric::Fte)[0], Decimal::from(3));
}

#[test]
fn printed_figures_that_agree() {
    example().agrees(&[
        (2014, "Överfört från 2013", "kr", "500000"),
        (2014, "Insatser från huvudmännen 2014", "kr", "3200000"),
        (2014, "varje medlem: landstinget", "kr", "800000"),
        (2014, "TOTALA INTÄKTER", "kr", "3700000"),
        (2014, "Administration, delsumma", "kr", "590000"),
        (2014, "Administration, % av budget", "%", "16"),
        (2014, "målgruppen, delsumma", "kr", "3110000"),
        (2014, "målgruppen, % av budget", "%", "84"),
        (2014, "TOTAL BUDGET 2014", "kr", "3700000"),
        (2014, "Försäkringskassans insats", "%", "50"),
        (2014, "Landstinget Kronobergs insats", "%", "25"),
        (2014, "Växjö kommuns insats", "%", "25"),
        (2015, "Insatser från huvudmännen 2015", "kr", "3200000"),
        (2015, "TOTALA INTÄKTER", "kr", "3200000"),
        (2015, "Administration, delsumma", "kr", "560000"),
        (2015, "målgruppen, delsumma", "kr", "3240000"),
        (2016, "Insatser från huvudmännen 2016", "kr", "3200000"),
        (2016, "TOTALA INTÄKTER", "kr", "3200000"),
        (2016, "varje medlem: kommunen", "kr", "800000"),
        (2016, "Administration, delsumma", "kr", "560000"),
        (2016, "målgruppen, delsumma", "kr", "3240000"),
    ]);
}

/// The total hides 600 000 kr in each planned year; the percentages are not shares of the stated total.
#[test]
fn printed_figures_that_differ() {
    example().differs(&[
        (2015, "Administration, % av budget", "%", "15", "17.5", "3"),
        (2015, "målgruppen, % av budget", "%", "85", "101.25", "16"),
        (2015, "TOTAL BUDGET 2015", "kr", "3200000", "3800000", "600000"),
        (2016, "Administration, % av budget", "%", "15", "17.5", "3"),
        (2016, "målgruppen, % av budget", "%", "85", "101.25", "16"),
        (2016, "TOTAL BUDGET 2015", "kr", "3200000", "3800000", "600000"),
    ]);
}

#[test]
fn all_findings() {
    let plan = example();
    plan.finds(&[
        ("printed_differs", Some(2015), Warning),
        ("printed_differs", Some(2015), Warning),
        ("printed_differs", Some(2015), Error),
        ("printed_differs", Some(2016), Warning),
        ("printed_differs", Some(2016), Warning),
        ("printed_differs", Some(2016), Error),
        ("equity_under_floor", Some(2016), Error),
        ("cost_over_frame", Some(2015), Warning),
        ("cost_over_frame", Some(2016), Warning),
        ("negative_result", Some(2014), Warning),
        ("negative_result", Some(2015), Warning),
        ("negative_result", Some(2016), Warning),
    ]);
    plan.passes(&["shares_off", "few_years"]);
}
