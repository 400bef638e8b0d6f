//! What would have to be true.

use crate::support::*;
use samplan::decision::{ActivityAction, ActivityChange, Decision, DecisionField};
use samplan::explore::{
    GoalSeekAnswer, GoalSeekError, GoalSeekQuestion, GoalSeekResult, Measure, Over, Still, goal_seek,
};
use samplan::lever::{LeverAddress, LineField, month_value};
use samplan::plan::{Active, Category, Level, Line, Metric, Plan, Scenario, ScenarioStep, Schedule};
use samplan::sorted::SortedMap;

fn seek(plan: &Plan, scenario: &str, lever: LeverAddress, measure: Measure, target: &str) -> GoalSeekResult {
    let goal = GoalSeekQuestion { lever, measure, target: dec(target), between: None };
    goal_seek(plan, Some(&id(scenario)), &goal).unwrap()
}

fn decision(scenario: &str, step: &str, part: DecisionField) -> LeverAddress {
    LeverAddress::Decision { scenario: id(scenario), step: id(step), part }
}

/// Equity is 639 tkr at the end of 2014 and falls by 3 800 − c a year: over 400 tkr through 2016 takes
/// c ≥ 3 800 − 239 / 2 = 3 680,5 tkr, 920 125 kr of each of four parties.
#[test]
fn which_contribution_keeps_equity_over_400_tkr() {
    let plan = plan("vaxjo-2014");
    let lever = decision("hogre-bidrag", "hoj-bidrag", DecisionField::To);
    let measure = Measure { over: Over::LowestTo, ..in_year(Metric::Equity, 2016) };
    let found = seek(&plan, "hogre-bidrag", lever, measure, "400000");
    let GoalSeekAnswer::One(solution) = &found.answer else { panic!("{:?}", found.answer) };
    assert_eq!((solution.at.value, solution.at.metric), (kr(3_680_500), kr(400_000)));
    assert_eq!(found.now.unwrap().metric, kr(639_000));
    assert_eq!(found.resolution, kr(1));
    assert!(found.curve.len() > 150 && found.curve.is_sorted_by_key(|point| point.value));
    // Over the target equity stays at 639 tkr: 2014 is then the lowest of the three years.
    assert_eq!(found.curve.last().unwrap().metric, kr(639_000));
}

/// Three coordinators cost 2 313 tkr, of an activity room of 4 446 tkr: a base share of 52,03 %.
#[test]
fn which_base_share_keeps_three_coordinators() {
    let lever = decision("trappsteg", "trappsteg", DecisionField::BaseShare(year(2016)));
    let found = seek(&plan("varend-2016"), "trappsteg", lever, in_year(Metric::Fte, 2016), "3");
    let GoalSeekAnswer::One(solution) = &found.answer else { panic!("{:?}", found.answer) };
    assert_eq!(solution.at.value, dec("0.5202"));
    let enough = solution.at_least(kr(3)).unwrap();
    assert_eq!(enough.value, dec("0.5203"));
    assert!(enough.metric >= kr(3) && enough.metric < dec("3.001"));
    assert_eq!(solution.at_most(kr(3)).unwrap().value, dec("0.5202"));
}

/// 1 648 tkr paid in full to June and by half from July is 1 236 tkr.
#[test]
fn which_month_gives_the_printed_cost() {
    let plan = plan("akst-2014");
    let goal = GoalSeekQuestion {
        lever: of_line("akst", "utgangspunkten", LineField::FundedFrom(0)),
        measure: in_year(Metric::Result, 2014),
        target: kr(-700_000),
        between: None,
    };
    let found = goal_seek(&plan, None, &goal).unwrap();
    let GoalSeekAnswer::One(solution) = &found.answer else { panic!("{:?}", found.answer) };
    assert_eq!(solution.at.value, month_value(month("2014-07")));
    assert_eq!((found.curve.len(), found.resolution), (24, kr(1)));
}

#[test]
fn none_gives_the_nearest() {
    let lever = decision("trappsteg", "trappsteg", DecisionField::BaseShare(year(2016)));
    let found = seek(&plan("varend-2016"), "trappsteg", lever, in_year(Metric::Fte, 2016), "7");
    let GoalSeekAnswer::None { nearest } = &found.answer else { panic!("{:?}", found.answer) };
    // The whole room: 4 446 / 771.
    assert_eq!((nearest.value, nearest.metric.round_dp(2)), (kr(1), dec("5.77")));
}

#[test]
fn a_lever_that_does_not_matter_says_so() {
    let lever = decision("trappsteg", "trappsteg", DecisionField::BaseShare(year(2016)));
    let measure = || in_year(Metric::Contributions, 2016);
    let found = seek(&plan("varend-2016"), "trappsteg", lever.clone(), measure(), "5400000");
    // The share moves coordinators and places, and nothing of what is paid.
    let why = || Still::Untouched { instead: vec![Metric::Fte, Metric::Places] };
    assert_eq!(found.answer, GoalSeekAnswer::NoEffect { metric: kr(5_400_000), reached: true, why: why() });
    let found = seek(&plan("varend-2016"), "trappsteg", lever, measure(), "5000000");
    assert_eq!(found.answer, GoalSeekAnswer::NoEffect { metric: kr(5_400_000), reached: false, why: why() });
}

/// No share and no cost reaches the equity where the step-down divides all of the room: that is why, and no other lever of
/// the kind would do better. Coordinators are what moves.
#[test]
fn a_step_down_is_why_no_lever_moves_the_equity() {
    let lever = decision("trappsteg", "trappsteg", DecisionField::BaseShare(year(2018)));
    let found = seek(&plan("varend-2016"), "trappsteg", lever, in_year(Metric::Equity, 2018), "900000");
    let GoalSeekAnswer::NoEffect { why: Still::SpentByStepDown { instead }, .. } = &found.answer else {
        panic!("{:?}", found.answer)
    };
    assert_eq!(instead[..2], [Metric::Fte, Metric::Places]);
    // A share of another year hides in the same way, and moves nothing in this one.
    let lever = decision("trappsteg", "trappsteg", DecisionField::BaseShare(year(2016)));
    let found = seek(&plan("varend-2016"), "trappsteg", lever, in_year(Metric::Equity, 2018), "900000");
    let why = Still::SpentByStepDown { instead: vec![] };
    assert!(matches!(&found.answer, GoalSeekAnswer::NoEffect { why: told, .. } if *told == why), "{:?}", found.answer);
}

/// A year's cost from July 2026 to June 2027, moved m months, makes the worse of the two years 600 + 100 |m| tkr.
#[test]
fn a_way_that_turns_back_is_met_twice() {
    let level = Level { levels: SortedMap::from([(year(2026), kr(1_200_000))]), funding: Vec::new() };
    let mut project = Line::new(id("projekt"), "Projekt", Category::Activity, Schedule::Level(level));
    project.active = Active { first: Some(month("2026-07")), last: Some(month("2027-06")) };
    let mut plan = small(2, 0, vec![project]);
    let decision = Decision::ActivityChange(ActivityChange {
        association: id("a"),
        action: ActivityAction::Move { line: id("projekt"), months: 1 },
    });
    let step = ScenarioStep { id: id("flytt"), name: String::new(), on: true, decision };
    plan.scenarios.push(Scenario { steps: vec![step], ..Scenario::new(id("s"), "S") }.into());
    let lever = LeverAddress::Decision { scenario: id("s"), step: id("flytt"), part: DecisionField::Months };
    let measure = Measure { over: Over::LowestTo, ..in_year(Metric::Result, 2027) };
    let goal = |target: i64| GoalSeekQuestion {
        lever: lever.clone(),
        measure: measure.clone(),
        target: kr(target),
        between: Some((kr(-6), kr(6))),
    };
    let answer = |target| goal_seek(&plan, Some(&id("s")), &goal(target)).unwrap().answer;
    let GoalSeekAnswer::Several(found) = answer(-800_000) else { panic!("{:?}", answer(-800_000)) };
    assert_eq!(found.iter().map(|solution| solution.at.value).collect::<Vec<_>>(), [kr(-2), kr(2)]);
    // The top would be at no months; but to move by none is no decision, and cannot be set.
    let GoalSeekAnswer::None { nearest } = answer(-600_000) else { panic!("{:?}", answer(-600_000)) };
    assert_eq!((nearest.value.abs(), nearest.metric), (kr(1), kr(-700_000)));
    // Between two months: both are told.
    let GoalSeekAnswer::Several(between) = answer(-750_000) else { panic!() };
    assert_eq!(between.len(), 2);
    let enough: Vec<_> = between.iter().map(|found| found.at_least(kr(-750_000)).unwrap().value).collect();
    assert_eq!(enough, [kr(-1), kr(1)]);
}

#[test]
fn what_cannot_be_sought_says_why() {
    let plan = plan("varend-2016");
    let goal = |lever, measure, between| {
        let goal = GoalSeekQuestion { lever, measure, target: kr(1), between };
        goal_seek(&plan, None, &goal).unwrap_err()
    };
    let equity = LeverAddress::OpeningEquity { association: id("varend") };
    let gone = of_line("varend", "ingen-rad", LineField::Whole);
    assert_eq!(goal(gone, in_year(Metric::Equity, 2016), None), GoalSeekError::NoSuchLever);
    let elsewhere = Measure { association: Some(id("inget")), ..in_year(Metric::Equity, 2016) };
    assert_eq!(goal(equity.clone(), elsewhere, None), GoalSeekError::NoNumber(None));
    assert_eq!(goal(equity, in_year(Metric::Equity, 2016), Some((kr(2), kr(1)))), GoalSeekError::NoRange);
}
