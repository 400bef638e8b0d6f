//! Step-downs where the plan is not as simple as Värend's.

use crate::worked::*;
use samplan::budget::{Generated, RowSource};
use samplan::decision::{Basis, Decision, DecisionError, StepDown};
use samplan::finding::{Detail, ProcessUnderZero, RuleCode};
use samplan::plan::{Active, Approach, Category, Line, Metric, Plan};

fn step_down(basis: Basis, steps: &[(u16, &str)]) -> Decision {
    Decision::StepDown(StepDown { association: id("forbund"), basis, base_shares: shares(steps), previous_base: None })
}

/// 1 000 kr of contributions, 100 of board, and these activities.
fn with(lines: Vec<Line>) -> Plan {
    let mut of = association("forbund", 0);
    of.lines.push(amounts("bidrag", Category::Contribution, &[(2015, 1_000)]));
    of.lines.push(amounts("styrelse", Category::Board, &[(2015, 100)]));
    of.lines.extend(lines);
    plan(2015, 3, vec![of])
}

#[test]
fn structure_untagged_and_locked_lines_are_left_alone() {
    let locked = Line { locked: true, ..activity("last", Some(Approach::Base), &[(2015, 200)]) };
    let plan = with(vec![
        activity("bas", Some(Approach::Base), &[(2015, 300)]),
        activity("struktur", Some(Approach::Structure), &[(2015, 50)]),
        activity("ovrigt", None, &[(2015, 150)]),
        locked,
    ]);
    let outcome = decided(&plan, vec![step_down(Basis::ActivityRoom, &[(2016, "0.6")])]);
    // The room is 900; 400 are left alone; 60 % of 500.
    assert_eq!(line(&outcome, "forbund", "bas"), krs(&[300, 300, 300]));
    assert_eq!(line(&outcome, "forbund", "last"), krs(&[200; 3]));
    assert_eq!(figures(&outcome, "forbund", Metric::Process), krs(&[0, 200, 200]));
    assert_eq!(figures(&outcome, "forbund", Metric::Base), krs(&[500; 3]));
}

#[test]
fn process_goes_to_the_lines_that_wait_for_it_and_no_ended_line_comes_back() {
    let ended = Line {
        active: Active { first: None, last: "2015-12".parse().ok() },
        ..activity("klargorande", Some(Approach::Process), &[(2015, 100), (2016, 0)])
    };
    let bas = || activity("bas", Some(Approach::Base), &[(2015, 800)]);
    let waiting = activity("processmedel", Some(Approach::Process), &[(2015, 0)]);
    let decision = || step_down(Basis::ActivityRoom, &[(2016, "0.5")]);
    let outcome = decided(&with(vec![bas(), ended.clone(), waiting]), vec![decision()]);
    assert_eq!(line(&outcome, "forbund", "klargorande"), krs(&[100, 0, 0]));
    assert_eq!(line(&outcome, "forbund", "processmedel"), krs(&[0, 450, 450]));
    let outcome = decided(&with(vec![bas(), ended]), vec![decision()]);
    let rows = &outcome.budget.associations[0].rows;
    let made: Vec<_> = rows.iter().filter(|row| row.source == RowSource::Made(Generated::Process)).collect();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].amounts, krs(&[0, 450, 450]));
    assert!(made[0].name.is_empty());
}

#[test]
fn process_never_goes_under_zero() {
    let plan = with(vec![activity("bas", Some(Approach::Base), &[(2015, 900)])]);
    let outcome = decided(&plan, vec![step_down(Basis::Contributions, &[(2016, "0.95"), (2017, "0.4")])]);
    assert_eq!(figures(&outcome, "forbund", Metric::Base), krs(&[900, 950, 400]));
    assert_eq!(figures(&outcome, "forbund", Metric::Process), krs(&[0, 0, 500]));
    let found: Vec<_> =
        outcome.report.findings.iter().filter(|finding| finding.code() == RuleCode::ProcessUnderZero).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].year, Some(year(2016)));
    assert_eq!(
        found[0].detail,
        Detail::ProcessUnderZero(ProcessUnderZero { room: kr(900), base: kr(950), missing: kr(50) })
    );
}

#[test]
fn with_no_room_at_all_both_are_zero() {
    let plan =
        with(vec![activity("bas", Some(Approach::Base), &[(2015, 100)]), activity("ovrigt", None, &[(2015, 1_200)])]);
    let outcome = decided(&plan, vec![step_down(Basis::ActivityRoom, &[(2015, "0.5")])]);
    assert_eq!(figures(&outcome, "forbund", Metric::Base), krs(&[0; 3]));
    let found = outcome.report.findings.iter().find(|finding| finding.code() == RuleCode::ProcessUnderZero).unwrap();
    assert_eq!(
        found.detail,
        Detail::ProcessUnderZero(ProcessUnderZero { room: kr(-300), base: kr(0), missing: kr(300) })
    );
}

#[test]
fn planned_use_of_saved_money_is_divided_too() {
    let mut plan = with(vec![activity("bas", Some(Approach::Base), &[(2015, 900)])]);
    plan.associations[0].equity_use = by_year(&[(2016, 100)]);
    let outcome = decided(&plan, vec![step_down(Basis::ActivityRoom, &[(2016, "0.5")])]);
    assert_eq!(figures(&outcome, "forbund", Metric::Base), krs(&[900, 500, 450]));
    assert_eq!(figures(&outcome, "forbund", Metric::Result), krs(&[0, -100, 0]));
}

#[test]
fn what_cannot_apply_says_why() {
    let plan = with(Vec::new());
    assert_eq!(refused(&plan, step_down(Basis::PreviousBase, &[(2015, "0.5")])), DecisionError::NoYearBefore);
    assert_eq!(refused(&plan, step_down(Basis::ActivityRoom, &[(2018, "0.5")])), DecisionError::OutsideHorizon);
}
