//! Controls of what boards type and plan, each by a plan that breaks it and one that does not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::calendar::Year;
use samplan::finding::{Code, Detail, OutOfScale, PlacesShort, UseOverSaved};
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Plan, Scenario};

fn plan(name: &str) -> Plan {
    let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn found(plan: &Plan, scenario: Option<&Scenario>, code: Code) -> Vec<(u16, Detail)> {
    let all = project(plan, scenario).unwrap().report.findings.into_iter();
    all.filter(|one| one.code() == code).map(|one| (one.year.unwrap().number(), one.detail)).collect()
}

fn kronor(amount: i64) -> Decimal {
    Decimal::from(amount)
}

#[test]
fn more_saved_money_is_used_than_is_saved() {
    let mut plan = plan("varend-2016");
    let of = &mut plan.associations[0];
    of.opening_equity.amount = kronor(300_000);
    of.equity_use = [(Year::new(2016).unwrap(), kronor(300_000))].into();
    assert_eq!(found(&plan, None, Code::UseOverSaved), []);
    plan.associations[0].opening_equity.amount = kronor(299_999);
    let detail = Detail::UseOverSaved(UseOverSaved { planned: kronor(300_000), saved: kronor(299_999) });
    assert_eq!(found(&plan, None, Code::UseOverSaved), [(2016, detail)]);
}

/// Värend's step-down leaves 91, 61 and 30 places for the 105 that are enrolled (domain.md Q1).
#[test]
fn places_are_fewer_than_the_enrolled() {
    let plan = plan("varend-2016");
    assert_eq!(found(&plan, None, Code::PlacesShort), []);
    let short = found(&plan, plan.scenario("trappsteg"), Code::PlacesShort);
    let places = |number| Detail::PlacesShort(PlacesShort { places: kronor(number), enrolled: kronor(105) });
    assert_eq!(short.iter().map(|(year, _)| *year).collect::<Vec<_>>(), [2016, 2017, 2018]);
    assert_eq!(short[2].1, places(30));
}

#[test]
fn an_amount_a_thousand_times_the_others() {
    let mut plan = plan("akst-2014");
    assert_eq!(found(&plan, None, Code::OutOfScale), []);
    let line = plan.associations[0].lines.iter_mut().find(|line| line.id.as_str() == "information").unwrap();
    let year = Year::new(2015).unwrap();
    line.schedule.given_mut().insert(year, kronor(10_000_000));
    let detail = Detail::OutOfScale(OutOfScale { amount: kronor(10_000_000), others: kronor(10_000) });
    assert_eq!(found(&plan, None, Code::OutOfScale), [(2015, detail)]);
}
