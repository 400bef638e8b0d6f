//! The last year that plans can show.

use crate::worked::*;
use samplan::decision::{
    ActivityAction, ActivityChange, Change, Decision, DecisionError, MemberLeaves, NOTICE_MONTHS, Others,
};
use samplan::plan::{Party, Plan, ValidationErrorKind, validate};

fn at_the_end(first: u16, years: u8) -> Plan {
    let mut of = association("a", 0);
    member(&mut of, "fk", Party::State, None, first, 100);
    member(&mut of, "k", Party::Municipalities, None, first, 100);
    of.lines.push(activity("ut", None, &[(first, 120_000)]));
    plan(first, years, vec![of])
}

#[test]
fn a_plan_may_end_in_2199_and_not_after() {
    assert_eq!(validate(&at_the_end(2190, 10)), []);
    assert_eq!(validate(&at_the_end(2199, 1)), []);
    assert_eq!(validate(&at_the_end(2190, 11))[0].kind, ValidationErrorKind::YearsOutOfRange);
    let plan = at_the_end(2197, 3);
    let change = |action| Decision::ActivityChange(ActivityChange { association: id("a"), action });
    let from = "2199-12".parse().unwrap();
    let grows = change(ActivityAction::Resize { line: id("ut"), from, change: Change::By(kr(1)) });
    assert_eq!(line(&decided(&plan, vec![grows]), "a", "ut"), krs(&[120_000, 120_000, 130_000]));
    // A line that goes on goes on, also from after the last year; one that begins later may not begin.
    for (months, kronor) in [(30, [0, 0, 60_000]), (240, [0; 3]), (-30, [120_000; 3]), (-240, [120_000; 3])] {
        let moved = decided(&plan, vec![change(ActivityAction::Move { line: id("ut"), months })]);
        assert_eq!(line(&moved, "a", "ut"), krs(&kronor), "{months}");
    }
    let leaves = Decision::MemberLeaves(MemberLeaves {
        association: id("a"),
        member: id("k"),
        notice: "2199-01".parse().unwrap(),
        notice_months: NOTICE_MONTHS,
        others: Others::Stay,
        pay_out: true,
    });
    let outcome = samplan::outcome::project(&plan, Some(&scenario(vec![leaves]))).unwrap();
    assert_eq!(outcome.skipped[0].reason, DecisionError::OutsideHorizon);
    assert_eq!(pays(&outcome, "a", "k"), krs(&[100; 3]));
}
