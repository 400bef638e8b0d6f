//! Växjö, Verksamhetsplan 2011: budget 2011, planned 2012–2013.

use crate::support::{Example, load};
use samplan::finding::Severity::Warning;
use samplan::plan::Metric;

fn example() -> Example {
    load("vaxjo-2011")
}

#[test]
fn lines_and_sums() {
    let plan = example();
    for member in ["forsakringskassan", "arbetsformedlingen", "landstinget", "vaxjo"] {
        assert_eq!(plan.line(&format!("bidrag-{member}")), [950_000; 3]);
    }
    assert_eq!(plan.line("arvoden"), [150_000; 3]);
    assert_eq!(plan.line("ovriga-verksamhetskostnader"), [360_000; 3]);
    assert_eq!(plan.line("samordningsteamet-loner"), [1_580_000; 3]);
    assert_eq!(plan.line("malgruppen-ovrigt"), [2_460_000, 1_710_000, 1_710_000]);
    plan.holds(Metric::Contributions, &[3_800_000; 3]);
    plan.holds(Metric::EquityUse, &[750_000, 0, 0]);
    plan.holds(Metric::Frame, &[4_550_000, 3_800_000, 3_800_000]);
    plan.holds(Metric::Activities, &[4_040_000, 3_290_000, 3_290_000]);
    plan.holds(Metric::Base, &[1_580_000; 3]);
    plan.holds(Metric::Cost, &[4_550_000, 3_800_000, 3_800_000]);
    plan.holds(Metric::FrameLeft, &[0, 0, 0]);
    plan.holds(Metric::Result, &[-750_000, 0, 0]);
    plan.holds(Metric::OpeningEquity, &[750_000, 0, 0]);
    plan.holds(Metric::Equity, &[0, 0, 0]);
    assert_eq!(plan.admin_share(), ["11.2", "13.4", "13.4"]);
}

#[test]
fn printed_figures_that_agree() {
    example().agrees(&[
        (2011, "Överfört från 2010", "kr", "750000"),
        (2011, "Insatser från huvudmännen 2010", "kr", "3800000"),
        (2011, "TOTALA INTÄKTER", "kr", "4550000"),
        (2011, "Administration, delsumma", "kr", "510000"),
        (2011, "Administration, % av budget", "%", "11"),
        (2011, "målgruppen, delsumma", "kr", "4040000"),
        (2011, "målgruppen, % av budget", "%", "89"),
        (2011, "TOTAL BUDGET 2009", "kr", "4550000"),
        (2012, "Insatser från huvudmännen 2012", "kr", "3800000"),
        (2012, "TOTALA INTÄKTER", "kr", "3800000"),
        (2012, "Administration, delsumma", "kr", "510000"),
        (2012, "målgruppen, delsumma", "kr", "3290000"),
        (2012, "TOTAL BUDGET 2009", "kr", "3800000"),
        (2013, "Insatser från huvudmännen 2013", "kr", "3800000"),
        (2013, "TOTALA INTÄKTER", "kr", "3800000"),
        (2013, "Administration, delsumma", "kr", "510000"),
        (2013, "målgruppen, delsumma", "kr", "3290000"),
        (2013, "TOTAL BUDGET 2009", "kr", "3800000"),
    ]);
}

/// 14 and 86 % of 3 800 000 would be 13,42 and 86,58: 13 and 87.
#[test]
fn printed_figures_that_differ() {
    example().differs(&[
        (2012, "Administration, % av budget", "%", "14", "13.4211", "-1"),
        (2012, "målgruppen, % av budget", "%", "86", "86.5789", "1"),
        (2013, "Administration, % av budget", "%", "14", "13.4211", "-1"),
        (2013, "målgruppen, % av budget", "%", "86", "86.5789", "1"),
    ]);
}

#[test]
fn all_findings() {
    let plan = example();
    plan.finds(&[
        ("printed_differs", Some(2012), Warning),
        ("printed_differs", Some(2012), Warning),
        ("printed_differs", Some(2013), Warning),
        ("printed_differs", Some(2013), Warning),
        ("negative_result", Some(2011), Warning),
    ]);
    plan.passes(&["shares_off", "equity_under_floor", "cost_over_frame", "few_years"]);
}
