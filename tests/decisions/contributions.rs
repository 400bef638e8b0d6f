//! Contributions: changes, leaving, and what they meet.

use crate::worked::*;
use samplan::decision::{
    Change, ContributionChange, ContributionsOf, Decision, DecisionError, MemberLeaves, NOTICE_MONTHS, Others,
};
use samplan::finding::RuleCode;
use samplan::plan::{Metric, Party};

fn change(payer: ContributionsOf, change: Change) -> ContributionChange {
    ContributionChange { association: id("varend"), payer, change, from: year(2017), years: None, matched: false }
}

fn decision(change: ContributionChange) -> Decision {
    Decision::ContributionChange(change)
}

#[test]
fn everybody_by_per_cent() {
    let outcome = decided(&varend(), vec![decision(change(ContributionsOf::All, Change::By(dec("0.05"))))]);
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000, 5_670_000, 5_670_000]));
    assert_eq!(pays(&outcome, "varend", "alvesta"), krs(&[550_000, 577_500, 577_500]));
}

#[test]
fn for_some_years() {
    let once = ContributionChange {
        years: Some(1),
        ..change(ContributionsOf::Party(Party::Region), Change::To(kr(1_000_000)))
    };
    let outcome = decided(&varend(), vec![decision(once)]);
    assert_eq!(pays(&outcome, "varend", "region"), krs(&[1_350_000, 1_000_000, 1_350_000]));
    assert!(outcome.report.findings.iter().any(|finding| finding.code() == RuleCode::SharesOff));
}

#[test]
fn one_member_matched_by_the_other_parties() {
    // Växjö +135 tkr lifts the municipal quarter by 10 %, and so the others.
    let matched =
        ContributionChange { matched: true, ..change(ContributionsOf::Member(id("vaxjo")), Change::To(kr(935_000))) };
    let outcome = decided(&varend(), vec![decision(matched)]);
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000, 5_940_000, 5_940_000]));
    assert_eq!(pays(&outcome, "varend", "alvesta"), krs(&[550_000; 3]));
    assert_eq!(pays(&outcome, "varend", "af"), krs(&[1_350_000, 1_485_000, 1_485_000]));
}

#[test]
fn an_amount_goes_on_with_the_index_of_its_line() {
    let mut plan = varend();
    for line in plan.associations[0].lines.iter_mut().filter(|line| line.member == Some(id("region"))) {
        line.index = Some(id("priser"));
    }
    plan.indices[0].rates = shares(&[(2018, "0.02")]);
    let to = change(ContributionsOf::Member(id("region")), Change::To(kr(1_000_000)));
    let outcome = decided(&plan, vec![decision(to)]);
    assert_eq!(pays(&outcome, "varend", "region"), krs(&[1_350_000, 1_000_000, 1_020_000]));
}

#[test]
fn alvesta_gives_notice_and_leaves_after_three_years() {
    let leaves = |others, pay_out| {
        Decision::MemberLeaves(MemberLeaves {
            association: id("varend"),
            member: id("alvesta"),
            notice: "2013-12".parse().unwrap(),
            notice_months: NOTICE_MONTHS,
            others,
            pay_out,
        })
    };
    let outcome = decided(&varend(), vec![leaves(Others::Follow, false)]);
    assert_eq!(pays(&outcome, "varend", "alvesta"), krs(&[550_000, 0, 0]));
    assert_eq!(pays(&outcome, "varend", "fk"), krs(&[1_350_000, 800_000, 800_000]));
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000, 3_200_000, 3_200_000]));

    let outcome = decided(&varend(), vec![leaves(Others::Carry, false)]);
    assert_eq!(pays(&outcome, "varend", "vaxjo"), krs(&[800_000, 1_350_000, 1_350_000]));
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000; 3]));

    // Nobody leaves twice.
    let twice = decide(&varend(), vec![leaves(Others::Follow, false), leaves(Others::Follow, false)]);
    assert_eq!(twice.skipped[0].reason, DecisionError::NoSuchMember(id("alvesta")));

    // Its share of the equity at the year-end: 550 of 5 400 tkr of 1 176,5 tkr.
    let outcome = decided(&varend(), vec![leaves(Others::Stay, true)]);
    assert_eq!(figures(&outcome, "varend", Metric::Equity)[0], kr(1_176_500));
    assert_eq!(outcome.projection.associations[0].years[1].transfers, kr(-119_829));
    let base = decided(&varend(), Vec::new());
    let shares = base.budget.associations[0].divide_by_contributions(kr(1_176_500), 0).unwrap();
    let alvesta = shares.iter().find(|(row, _)| row.member == Some(id("alvesta"))).unwrap();
    assert_eq!(alvesta.1, kr(119_829));
    assert_eq!(shares.iter().map(|(_, part)| *part).sum::<samplan::money::Decimal>(), kr(1_176_500));
    assert!(outcome.report.findings.iter().any(|finding| finding.code() == RuleCode::SharesOff));
}

#[test]
fn the_last_of_a_party_leaves_a_finding() {
    let leaves = MemberLeaves {
        association: id("varend"),
        member: id("region"),
        notice: "2016-01".parse().unwrap(),
        notice_months: 6,
        others: Others::Stay,
        pay_out: false,
    };
    let outcome = decided(&varend(), vec![Decision::MemberLeaves(leaves.clone())]);
    assert!(outcome.report.findings.iter().any(|finding| finding.code() == RuleCode::PartyEmpty));
    let carry = MemberLeaves { others: Others::Carry, ..leaves };
    assert_eq!(refused(&varend(), Decision::MemberLeaves(carry)), DecisionError::NoPayer(Party::Region));
}

#[test]
fn what_cannot_change_says_why() {
    let plan = varend();
    let refused = |change: ContributionChange| refused(&plan, decision(change));
    let by = |payer| change(payer, Change::By(dec("0.1")));
    assert_eq!(refused(by(ContributionsOf::Member(id("ljungby")))), DecisionError::NoSuchMember(id("ljungby")));
    assert_eq!(
        refused(ContributionChange { from: year(2019), ..by(ContributionsOf::All) }),
        DecisionError::OutsideHorizon
    );
    let elsewhere = ContributionChange { association: id("ljungby"), ..by(ContributionsOf::All) };
    assert_eq!(refused(elsewhere), DecisionError::NoSuchAssociation(id("ljungby")));
    // More is taken off than the others pay.
    let leaves = MemberLeaves {
        association: id("varend"),
        member: id("vaxjo"),
        notice: "2016-01".parse().unwrap(),
        notice_months: 0,
        others: Others::Follow,
        pay_out: false,
    };
    let cut = change(ContributionsOf::Party(Party::Region), Change::To(kr(500_000)));
    let outcome = decided(&plan, vec![decision(cut), Decision::MemberLeaves(leaves)]);
    assert!(outcome.report.findings.iter().any(|finding| finding.code() == RuleCode::ContributionUnderZero));
    assert_eq!(pays(&outcome, "varend", "region"), krs(&[1_350_000, 0, 0]));
}
