//! Värend, interim report of 31 August 2015: the accounts of January–August.

use crate::support::{Example, load, one_decimal};
use samplan::finding::Severity::{Error, Notice, Warning};
use samplan::money::Decimal;
use samplan::plan::Metric;

fn example() -> Example {
    load("varend-2015-interim")
}

#[test]
fn lines_run_from_january_to_august() {
    let plan = example();
    for (line, tkr) in [
        ("bidrag-forsakringskassan", 900),
        ("bidrag-arbetsformedlingen", 900),
        ("bidrag-region-kronoberg", 900),
        ("bidrag-vaxjo", 533),
        ("bidrag-alvesta", 367),
        ("finansiella-intakter", 3),
        ("administration", 636),
        ("aktiviteter", 609),
        ("loner", 1_704),
        ("finansiella-kostnader", 0),
    ] {
        assert_eq!(plan.line(line), [tkr * 1_000], "{line}");
    }
    let year = plan.plan.first_year;
    assert!(plan.plan.associations[0].lines.iter().all(|line| line.active.months_in(year) == 8));
}

#[test]
fn sums_result_and_equity() {
    let plan = example();
    plan.holds(Metric::Contributions, &[3_600_000]);
    plan.holds(Metric::Cost, &[2_949_000]);
    plan.holds(Metric::FinancialNet, &[-3_000]);
    plan.holds(Metric::Base, &[2_313_000]);
    plan.holds(Metric::Result, &[654_000]);
    plan.holds(Metric::OpeningEquity, &[1_259_000]);
    plan.holds(Metric::Equity, &[1_913_000]);
    assert_eq!(plan.admin_share(), ["21.6"]);
    let opening = plan.series(Metric::OpeningEquity)[0] * Decimal::ONE_HUNDRED;
    assert_eq!(one_decimal(opening / Decimal::from(5_400_000)), "23.3");
}

#[test]
fn printed_figures_that_agree() {
    example().agrees(&[
        (2015, "Verksamhetens intäkter", "kr", "3600000"),
        (2015, "Verksamhetens kostnader", "kr", "2949000"),
        (2015, "Resultat före finansiella poster", "kr", "651000"),
        (2015, "Summa finansiella", "kr", "3000"),
        (2015, "Periodens resultat", "kr", "654000"),
        (2015, "Not 1, Summa", "kr", "3600000"),
        (2015, "Not 2, Summa", "kr", "2949000"),
        (2015, "Not 3, Summa", "kr", "89000"),
        (2015, "Not 4, Summa", "kr", "476000"),
        (2015, "Not 5, Summa", "kr", "2455000"),
        (2015, "Not 6, Summa", "kr", "744000"),
        (2015, "Försäkringskassans insats", "%", "50"),
        (2015, "Landstingets insats", "%", "25"),
        (2015, "Kommunernas insats", "%", "25"),
        (2015, "Ingående eget kapital", "kr", "1259000"),
        (2015, "Överskott från båda förbunden", "kr", "1259000"),
        (2015, "Budget 2015 med överskottet", "kr", "6659000"),
        (2015, "Summa eget kapital", "kr", "1913000"),
        (2015, "Summa omsättningstillgångar", "kr", "3020000"),
        (2015, "Summa kortfristiga skulder", "kr", "1107000"),
        (2015, "Summa eget kapital och skulder", "kr", "3020000"),
    ]);
}

#[test]
fn counts_that_agree() {
    example().agrees(&[
        (2015, "Avslutade personer", "count", "37"),
        (2015, "Utskrivning", "%", "43"),
        (2015, "Utskrivning fortsatt rehabilitering", "%", "38"),
        (2015, "Flyttat", "%", "3"),
        (2015, "försämrad hälsa", "%", "16"),
        (2015, "teamet har arbetat med", "count", "142"),
        (2015, "Kvinnor", "%", "53"),
        (2015, "Män", "%", "47"),
        (2015, "Under 30 år", "%", "59"),
        (2015, "i processen mot arbete/studier", "count", "105"),
        (2015, "Inkomna intresseanmälningar", "count", "55"),
        (2015, "Klargörande av arbetsförmåga, mottagna", "count", "47"),
        (2015, "Klargörande av arbetsförmåga, kvinnor", "%", "38"),
        (2015, "Klargörande av arbetsförmåga, män", "%", "62"),
    ]);
}

/// 21,57 and 78,43 % were truncated and complemented; the forecast is 2 035 tkr from the pace; two counts do not add up.
#[test]
fn printed_figures_that_differ() {
    example().differs(&[
        (2015, "Administrationens del", "%", "21", "21.5666", "1"),
        (2015, "Målgruppsverksamhetens del", "%", "79", "78.4334", "-1"),
        (2015, "Prognos 2015", "kr", "200000", "2235000", "2035000"),
        (2015, "antal personer i rubriken", "count", "31", "37", "6"),
        (2015, "kvinnor och män", "count", "105", "104", "-1"),
    ]);
}

#[test]
fn all_findings() {
    let plan = example();
    plan.finds(&[
        ("printed_differs", Some(2015), Warning),
        ("printed_differs", Some(2015), Warning),
        ("printed_differs", Some(2015), Error),
        ("printed_differs", Some(2015), Warning),
        ("printed_differs", Some(2015), Warning),
        ("few_years", None, Notice),
    ]);
    plan.passes(&["shares_off", "equity_under_floor", "cost_over_frame", "negative_result"]);
}
