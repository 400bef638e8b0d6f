//! Värend's step-down as decided on 21 May 2015: 60/40, 40/60, 20/80 (domain.md §7 Q1).

use crate::worked::*;
use samplan::decision::{Basis, Decision, IndexChange, StepDown};
use samplan::plan::{Metric, Plan};

fn trappsteg(basis: Basis) -> StepDown {
    StepDown {
        association: id("varend"),
        basis,
        base_shares: shares(&[(2016, "0.6"), (2017, "0.4"), (2018, "0.2")]),
        previous_base: None,
    }
}

fn step_down(basis: Basis) -> Decision {
    Decision::StepDown(trappsteg(basis))
}

fn index_change() -> Decision {
    Decision::IndexChange(IndexChange {
        index: id("priser"),
        rates: shares(&[(2016, "0.025")]),
        price_year: Some(year(2015)),
    })
}

#[test]
fn of_the_activity_room() {
    let outcome = decided(&varend(), vec![step_down(Basis::ActivityRoom)]);
    assert_eq!(figures(&outcome, "varend", Metric::ActivityRoom), krs(&[4_446_000; 3]));
    assert_eq!(figures(&outcome, "varend", Metric::Base), krs(&[2_667_600, 1_778_400, 889_200]));
    assert_eq!(figures(&outcome, "varend", Metric::Process), krs(&[1_778_400, 2_667_600, 3_556_800]));
    assert_eq!(figures(&outcome, "varend", Metric::Result), krs(&[0; 3]));
    assert_eq!(rounded(figures(&outcome, "varend", Metric::Fte), 2), ["3.46", "2.31", "1.15"]);
    assert_eq!(rounded(figures(&outcome, "varend", Metric::Places), 0), ["91", "61", "30"]);
}

#[test]
fn base_lines_keep_their_proportion() {
    let outcome = decided(&varend(), vec![step_down(Basis::ActivityRoom)]);
    // 2 556 / 3 469,5 of 2 667,6 tkr.
    assert_eq!(line(&outcome, "varend", "loner"), krs(&[1_965_236, 1_310_157, 655_079]));
    assert_eq!(line(&outcome, "varend", "aktiviteter"), krs(&[702_364, 468_243, 234_121]));
}

#[test]
fn with_two_and_a_half_per_cent_a_year_wherever_the_index_is_decided() {
    let check = |plan: &Plan, decisions| {
        let outcome = decided(plan, decisions);
        assert_eq!(tkr(figures(&outcome, "varend", Metric::ActivityRoom)), [4_422, 4_398, 4_373]);
        assert_eq!(tkr(figures(&outcome, "varend", Metric::Base)), [2_653, 1_759, 875]);
        assert_eq!(tkr(figures(&outcome, "varend", Metric::Process)), [1_769, 2_639, 3_498]);
        assert_eq!(rounded(figures(&outcome, "varend", Metric::Fte), 2), ["3.36", "2.17", "1.05"]);
        assert_eq!(rounded(figures(&outcome, "varend", Metric::Places), 0), ["88", "57", "28"]);
        assert_eq!(line(&outcome, "varend", "administration"), krs(&[977_850, 1_002_296, 1_027_353]));
        outcome
    };
    let plan = varend();
    let before = check(&plan, vec![index_change(), step_down(Basis::ActivityRoom)]);
    let after = check(&plan, vec![step_down(Basis::ActivityRoom), index_change()]);
    assert_eq!(before.budget, after.budget);

    // The same where the plan gives 954 and 771 tkr for 2016 itself, in prices of 2015.
    let mut given = plan.clone();
    let of = &mut given.associations[0];
    for schedule in of.lines.iter_mut().filter(|line| line.id == id("administration")) {
        *schedule.schedule.given_mut() = by_year(&[(2016, 954_000i64)]);
    }
    of.capacity.as_mut().unwrap().cost_per_fte = by_year(&[(2016, 771_000i64)]);
    check(&given, vec![index_change(), step_down(Basis::ActivityRoom)]);
    check(&given, vec![step_down(Basis::ActivityRoom), index_change()]);
}

#[test]
fn of_the_contributions() {
    let outcome = decided(&varend(), vec![step_down(Basis::Contributions)]);
    assert_eq!(figures(&outcome, "varend", Metric::Base), krs(&[3_240_000, 2_160_000, 1_080_000]));
    assert_eq!(figures(&outcome, "varend", Metric::Process), krs(&[1_206_000, 2_286_000, 3_366_000]));
    assert_eq!(rounded(figures(&outcome, "varend", Metric::Fte), 1), ["4.2", "2.8", "1.4"]);
}

#[test]
fn of_the_planned_activities() {
    let outcome = decided(&varend(), vec![step_down(Basis::PlannedActivities)]);
    // 3 469,5 tkr are planned each year; 976,5 tkr of the room stay free.
    assert_eq!(figures(&outcome, "varend", Metric::Base), krs(&[2_081_700, 1_387_800, 693_900]));
    assert_eq!(figures(&outcome, "varend", Metric::Process), krs(&[1_387_800, 2_081_700, 2_775_600]));
    assert_eq!(figures(&outcome, "varend", Metric::Activities), krs(&[3_469_500; 3]));
    assert_eq!(figures(&outcome, "varend", Metric::Result), krs(&[976_500; 3]));
}

#[test]
fn of_the_base_money_of_the_year_before() {
    // 2015 is not one of the plan's years: its base money is given, 3 469,5 tkr.
    let given = StepDown { previous_base: Some(kr(3_469_500)), ..trappsteg(Basis::PreviousBase) };
    let outcome = decided(&varend(), vec![Decision::StepDown(given)]);
    assert_eq!(figures(&outcome, "varend", Metric::Base), krs(&[2_081_700, 1_387_800, 693_900]));
    assert_eq!(figures(&outcome, "varend", Metric::Process), krs(&[2_364_300, 3_058_200, 3_752_100]));
    assert_eq!(figures(&outcome, "varend", Metric::Result), krs(&[0; 3]));

    // With 2015 in the plan it is read from there.
    let mut longer = varend();
    (longer.first_year, longer.years) = (year(2015), 4);
    let read = decided(&longer, vec![step_down(Basis::PreviousBase)]);
    assert_eq!(figures(&read, "varend", Metric::Base), krs(&[3_469_500, 2_081_700, 1_387_800, 693_900]));
    assert_eq!(figures(&read, "varend", Metric::Process), krs(&[0, 2_364_300, 3_058_200, 3_752_100]));
}

#[test]
fn the_real_plan_says_the_same() {
    let plan = samplan::exchange::read(include_str!("../../plans/varend-2016.json")).unwrap();
    let association = plan.associations[0].id.clone();
    let step_down = StepDown { association: association.clone(), ..trappsteg(Basis::ActivityRoom) };
    let outcome = decided(&plan, vec![Decision::StepDown(step_down)]);
    let of = association.as_str();
    assert_eq!(figures(&outcome, of, Metric::Base), krs(&[2_667_600, 1_778_400, 889_200]));
    assert_eq!(rounded(figures(&outcome, of, Metric::Fte), 2), ["3.46", "2.31", "1.15"]);
    assert_eq!(rounded(figures(&outcome, of, Metric::Places), 0), ["91", "61", "30"]);
}
