//! Tingsryd joins Värend by each key (domain.md §7 Q5), also from 1 July.

use crate::worked::*;
use samplan::decision::{Decision, JoinKey, MemberJoins};
use samplan::money::Decimal;
use samplan::plan::Metric;

fn joins(from: &str, key: JoinKey, others_follow: bool) -> MemberJoins {
    MemberJoins {
        association: id("varend"),
        member: id("tingsryd"),
        name: "Tingsryds kommun".to_owned(),
        inhabitants: Some(12_200),
        source: String::new(),
        from: from.parse().unwrap(),
        key,
        others_follow,
        buy_in: Decimal::ZERO,
    }
}

/// Tingsryd's fee a full year and from 1 July, all contributions, and what each of the other parties pays.
fn check(key: JoinKey, fee: i64, half_fee: i64, contributions: i64, each: i64) {
    let outcome = decided(&varend(), vec![Decision::MemberJoins(joins("2016-01", key.clone(), true))]);
    assert_eq!(pays(&outcome, "varend", "tingsryd"), krs(&[fee; 3]));
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[contributions; 3]));
    for other in ["fk", "af", "region"] {
        assert_eq!(pays(&outcome, "varend", other), krs(&[each; 3]), "{other}");
    }
    assert_eq!(pays(&outcome, "varend", "vaxjo"), krs(&[800_000; 3]));
    assert_eq!(pays(&outcome, "varend", "alvesta"), krs(&[550_000; 3]));
    assert!(!outcome.report.findings.iter().any(|finding| finding.code() == samplan::finding::RuleCode::SharesOff));

    // From 1 July half of it the first year.
    let half = decided(&varend(), vec![Decision::MemberJoins(joins("2016-07", key, true))]);
    assert_eq!(pays(&half, "varend", "tingsryd"), krs(&[half_fee, fee, fee]));
    assert_eq!(figures(&half, "varend", Metric::Contributions)[0], kr(5_400_000 + 4 * half_fee));
}

#[test]
fn by_vaxjos_kronor_per_inhabitant() {
    // 800 000 / 88 100 = 9,0806 kr.
    check(JoinKey::PerInhabitant(dec("9.0806")), 110_783, 55_392, 5_843_132, 1_460_783);
}

#[test]
fn by_the_average_per_inhabitant() {
    // 1 350 000 / 107 600 = 12,5465 kr.
    check(JoinKey::Average, 153_067, 76_533, 6_012_268, 1_503_067);
}

#[test]
fn by_alvestas_kronor_per_inhabitant() {
    // 550 000 / 19 500 = 28,2051 kr.
    check(JoinKey::PerInhabitant(dec("28.2051")), 344_102, 172_051, 6_776_408, 1_694_102);
}

#[test]
fn by_an_amount() {
    check(JoinKey::Amount(kr(150_000)), 150_000, 75_000, 6_000_000, 1_500_000);
}

#[test]
fn by_zero_sum_in_the_municipal_quarter() {
    let outcome = decided(&varend(), vec![Decision::MemberJoins(joins("2016-01", JoinKey::ZeroSum, false))]);
    assert_eq!(pays(&outcome, "varend", "tingsryd"), krs(&[137_479; 3]));
    assert_eq!(pays(&outcome, "varend", "vaxjo"), krs(&[992_780; 3]));
    assert_eq!(pays(&outcome, "varend", "alvesta"), krs(&[219_741; 3]));
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000; 3]));

    let half = decided(&varend(), vec![Decision::MemberJoins(joins("2016-07", JoinKey::ZeroSum, false))]);
    assert_eq!(pays(&half, "varend", "tingsryd"), krs(&[68_740, 137_479, 137_479]));
    // Half the year as before, half by inhabitants.
    assert_eq!(pays(&half, "varend", "vaxjo"), krs(&[896_390, 992_780, 992_780]));
    assert_eq!(pays(&half, "varend", "alvesta"), krs(&[384_870, 219_741, 219_741]));
    assert_eq!(figures(&half, "varend", Metric::Contributions), krs(&[5_400_000; 3]));
}

#[test]
fn when_the_others_do_not_follow_the_division_is_a_finding() {
    let outcome = decided(&varend(), vec![Decision::MemberJoins(joins("2016-01", JoinKey::Average, false))]);
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_553_067; 3]));
    assert_eq!(pays(&outcome, "varend", "fk"), krs(&[1_350_000; 3]));
    assert!(outcome.report.findings.iter().any(|finding| finding.code() == samplan::finding::RuleCode::SharesOff));
}

#[test]
fn a_buy_in_is_equity_and_no_income() {
    let joins = MemberJoins { buy_in: kr(30_000), ..joins("2017-07", JoinKey::Amount(kr(100_000)), false) };
    let outcome = decided(&varend(), vec![Decision::MemberJoins(joins)]);
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000, 5_450_000, 5_500_000]));
    let base = decided(&varend(), Vec::new());
    let gained: Vec<_> = figures(&outcome, "varend", Metric::Equity)
        .into_iter()
        .zip(figures(&base, "varend", Metric::Equity))
        .map(|(new, old)| new - old)
        .collect();
    assert_eq!(gained, krs(&[0, 80_000, 180_000]));
    assert_eq!(outcome.projection.associations[0].years[1].transfers, kr(30_000));
}
