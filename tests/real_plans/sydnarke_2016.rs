//! Sydnärke, Verksamhetsplan 2016: budget 2016–2018.

use crate::support::{Example, load};
use samplan::finding::Severity::Error;
use samplan::plan::Metric;

fn example() -> Example {
    load("sydnarke-2016")
}

#[test]
fn lines() {
    let plan = example();
    assert_eq!(plan.line("bidrag-forsakringskassan"), [2_897_694; 3]);
    assert_eq!(plan.line("bidrag-region-orebro"), [1_448_847; 3]);
    assert_eq!(plan.line("bidrag-askersund"), [362_212; 3]);
    assert_eq!(plan.line("bidrag-hallsberg"), [362_212; 3]);
    assert_eq!(plan.line("bidrag-kumla"), [362_212; 3]);
    assert_eq!(plan.line("bidrag-laxa"), [362_211; 3]);
    assert_eq!(plan.line("projektpengar"), [4_556_000; 3]);
    assert_eq!(plan.line("administrativa-tjanster"), [67_000, 68_000, 69_000]);
    assert_eq!(plan.line("verkstallande-tjansteman"), [574_260, 585_750, 597_500]);
    assert_eq!(plan.line("revisionstjanster"), [55_000, 56_000, 57_000]);
    assert_eq!(plan.line("arvoden"), [207_716; 3]);
    assert_eq!(plan.line("kurser"), [30_000; 3]);
    assert_eq!(plan.line("personalrepresentation"), [5_000; 3]);
    assert_eq!(plan.line("ovriga-verksamhetskostnader"), [53_500; 3]);
    assert_eq!(plan.line("resekostnader"), [30_000; 3]);
    assert_eq!(plan.line("representation"), [2_000; 3]);
    assert_eq!(plan.line("finansiella-kostnader"), [1_000; 3]);
}

#[test]
fn sums_results_and_equity() {
    let plan = example();
    plan.holds(Metric::Contributions, &[5_795_388; 3]);
    plan.holds(Metric::Income, &[5_795_388; 3]);
    plan.holds(Metric::Activities, &[4_556_000; 3]);
    plan.holds(Metric::Cost, &[5_580_476, 5_593_966, 5_607_716]);
    plan.holds(Metric::FinancialNet, &[1_000; 3]);
    plan.holds(Metric::Result, &[213_912, 200_422, 186_672]);
    plan.holds(Metric::OpeningEquity, &[600_000, 813_912, 1_014_334]);
    plan.holds(Metric::Equity, &[813_912, 1_014_334, 1_201_006]);
    assert_eq!(plan.admin_share()[0], "18.4");
    assert_eq!(plan.percent(Metric::OpeningEquity, Metric::Contributions)[0], "10.4");
    assert_eq!(plan.percent(Metric::Equity, Metric::Contributions), ["14.0", "17.5", "20.7"]);
}

#[test]
fn printed_figures_that_agree() {
    example().agrees(&[
        (2016, "Driftbidrag", "kr", "5795388"),
        (2016, "Summa intäkter", "kr", "5795388"),
        (2016, "Rörelsens kostnader", "kr", "5580476"),
        (2017, "Rörelsens kostnader", "kr", "5593966"),
        (2018, "Rörelsens kostnader", "kr", "5607716"),
        (2016, "Rörelseresultat", "kr", "214912"),
        (2017, "Rörelseresultat", "kr", "201422"),
        (2018, "Rörelseresultat", "kr", "187672"),
        (2016, "Resultat", "kr", "213912"),
        (2017, "Resultat", "kr", "200422"),
        (2018, "Resultat", "kr", "186672"),
        (2016, "Ledning och administration, TOTALT", "kr", "1024476"),
        (2016, "Ledning administration mm, andel", "%", "18"),
        (2016, "Insatser till deltagare", "kr", "4556000"),
        (2016, "Insatser till deltagare, andel", "%", "82"),
        (2016, "Äskade medel", "kr", "5795388"),
        (2016, "Försäkringskassan/Arbetsförmedlingen", "%", "50"),
        (2016, "Region Örebro län", "%", "25"),
        (2016, "De fyra kommunerna", "%", "25"),
        (2016, "Ackumulerade medel", "kr", "600000"),
        (2016, "nettokostnader", "kr", "-1079016"),
        (2016, "egna rader", "kr", "-1075016"),
        (2016, "Finansiella kostnader", "kr", "1000"),
        (2016, "Summa omsättningstillgångar", "kr", "2039338"),
        (2016, "Summa tillgångar", "kr", "2039338"),
        (2016, "Summa eget kapital och skulder", "kr", "2039338"),
        (2016, "Beslutspunkt 3", "kr", "1024476"),
        (2016, "Beslutspunkt 4", "kr", "4556000"),
    ]);
}

/// Two budgets for one year, a total that is another year's or nobody's, and a 16-month sum in a yearly list.
#[test]
fn printed_figures_that_differ() {
    example().differs(&[
        (2016, "Fördelning av gemensamma resurser, TOTALT", "kr", "5494516", "5580476", "85960"),
        (2016, "Utbetalda projektpengar", "kr", "4556000", "4611000", "55000"),
        (2016, "Försteget", "kr", "574000", "430500", "-143500"),
        (2016, "Verksamhetens intäkter (resultatbudget)", "kr", "4400000", "5795388", "1395388"),
        (2016, "Verksamhetens kostnader (resultatbudget)", "kr", "5479016", "5580476", "101460"),
        (2016, "Årets resultat (resultatbudget)", "kr", "-1075016", "213912", "1288928"),
        (2016, "Ingående eget kapital enligt balansbudgeten", "kr", "2439354", "600000", "-1839354"),
    ]);
}

#[test]
fn all_findings() {
    let plan = example();
    plan.finds(&[("printed_differs", Some(2016), Error); 7]);
    plan.passes(&[
        "shares_off",
        "equity_under_floor",
        "cost_over_frame",
        "over_assigned",
        "negative_result",
        "few_years",
    ]);
}
