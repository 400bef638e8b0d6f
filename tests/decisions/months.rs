//! Lines by month: end, resize, move, co-fund and begin compose in any number and order, and nothing is invented or
//! lost.

use crate::worked::*;
use samplan::decision::{
    ActivityAction, ActivityChange, Change, Decision, DecisionError, IndexChange, MergedContributions, MergedEquity,
    Merger, Overhead, OverheadAction, OverheadLine,
};
use samplan::money::Decimal;
use samplan::plan::{Active, Category, Funding, Level, Line, Plan, Schedule};

fn month(text: &str) -> samplan::calendar::Month {
    text.parse().unwrap()
}

fn level(levels: &[(u16, i64)], active: (&str, &str), funding: &[(&str, &str)]) -> Line {
    let funding = funding.iter().map(|(from, share)| Funding { from: month(from), share: dec(share) }).collect();
    let level = Level { levels: by_year(levels), funding };
    let active = Active { first: active.0.parse().ok(), last: active.1.parse().ok() };
    Line { active, ..Line::new(id("ut"), "ut", Category::Activity, Schedule::Level(level)) }
}

fn given(amounts: &[(u16, i64)]) -> Line {
    activity("ut", None, amounts)
}

fn over(years: u8, line: Line) -> Plan {
    let mut of = association("a", 0);
    of.lines.push(line);
    plan(2014, years, vec![of])
}

fn change(action: ActivityAction) -> Decision {
    Decision::ActivityChange(ActivityChange { association: id("a"), action })
}

fn end(last: &str) -> Decision {
    change(ActivityAction::End { line: id("ut"), last: month(last) })
}

fn shift(months: i16) -> Decision {
    change(ActivityAction::Move { line: id("ut"), months })
}

fn by(from: &str, share: &str) -> Decision {
    change(ActivityAction::Resize { line: id("ut"), from: month(from), change: Change::By(dec(share)) })
}

fn to(from: &str, kronor: i64) -> Decision {
    change(ActivityAction::Resize { line: id("ut"), from: month(from), change: Change::To(kr(kronor)) })
}

fn co_fund(from: &str, share: &str) -> Decision {
    change(ActivityAction::CoFund { line: id("ut"), from: month(from), share: dec(share) })
}

fn after(plan: &Plan, decisions: Vec<Decision>) -> Vec<Decimal> {
    line(&decided(plan, decisions), "a", "ut")
}

#[test]
fn what_ends_after_the_plan_moves_into_it_with_its_end() {
    // Two years after the plan's last it ends; three earlier, it ends inside.
    let plan = over(3, level(&[(2014, 1_200_000)], ("", "2018-06"), &[]));
    assert_eq!(after(&plan, vec![shift(-24)]), krs(&[1_200_000, 1_200_000, 600_000]));
    // A level of a year that the plan does not show comes into it.
    let plan = over(2, level(&[(2014, 1_200_000), (2016, 2_400_000)], ("", ""), &[]));
    assert_eq!(after(&plan, vec![shift(-6)]), krs(&[1_200_000, 1_800_000]));
}

#[test]
fn what_is_moved_and_moved_back_is_as_it_was() {
    let plan = over(4, level(&[(2013, 100_001)], ("2013-10", "2016-05"), &[("2015-03", "0.333")]));
    let before = after(&plan, vec![]);
    for months in [1, 6, 30, -1, -7, -30] {
        assert_eq!(after(&plan, vec![shift(months), shift(-months)]), before, "{months}");
        assert_eq!(after(&plan, vec![shift(4), shift(months), shift(-4)]), after(&plan, vec![shift(months)]));
    }
}

#[test]
fn moving_keeps_every_krona() {
    // 50 000,50 kr a year are 50 001 each, moved or not.
    let plan = over(5, level(&[(2014, 100_001)], ("", "2016-12"), &[("2014-01", "0.5")]));
    assert_eq!(after(&plan, vec![]), krs(&[50_001, 50_001, 50_001, 0, 0]));
    for months in [1, 5, 6, 7, 11, 12, 13, 24] {
        let moved = after(&plan, vec![shift(months)]);
        assert_eq!(moved.iter().sum::<Decimal>(), kr(150_003), "{months}: {moved:?}");
    }
    let spent = over(4, given(&[(2014, 0), (2015, 44_215), (2016, 0)]));
    assert_eq!(after(&spent, vec![shift(6)]), krs(&[0, 22_108, 22_107, 0]));
    assert_eq!(after(&spent, vec![shift(-6)]), krs(&[22_108, 22_107, 0, 0]));
}

#[test]
fn co_funding_is_a_share_of_the_whole_cost() {
    let unpaid = over(3, level(&[(2014, 1_648_000)], ("", ""), &[("2014-07", "0")]));
    assert_eq!(after(&unpaid, vec![]), krs(&[824_000, 0, 0]));
    assert_eq!(after(&unpaid, vec![co_fund("2014-07", "0.5")]), krs(&[1_236_000, 824_000, 824_000]));
    assert_eq!(after(&unpaid, vec![co_fund("2015-07", "1")]), krs(&[824_000, 824_000, 1_648_000]));
    // Twice: the later share, not a share of a share; also of what grew meanwhile.
    let twice = vec![co_fund("2014-07", "0.5"), by("2015-01", "1"), co_fund("2015-07", "0.25")];
    assert_eq!(after(&unpaid, twice), krs(&[1_236_000, 1_236_000, 824_000]));
}

#[test]
fn the_months_that_are_left_cost_what_they_cost() {
    let plan = over(3, level(&[(2014, 1_200_000)], ("", ""), &[]));
    assert_eq!(after(&plan, vec![to("2014-07", 2_400_000), end("2014-06")]), krs(&[600_000, 0, 0]));
    assert_eq!(after(&plan, vec![to("2014-07", 2_400_000), end("2014-09")]), krs(&[1_200_000, 0, 0]));
    // Three months at 100 000 and nine at 200 000, three months later: the level began in 2014, not before.
    let moved = after(&plan, vec![to("2014-04", 2_400_000), shift(3)]);
    assert_eq!(moved, krs(&[1_500_000, 2_400_000, 2_400_000]));
    let spent = over(2, given(&[(2014, 120_000), (2015, 240_000)]));
    assert_eq!(after(&spent, vec![by("2014-07", "1"), shift(6)]), krs(&[60_000, 360_000]));
}

#[test]
fn one_resize_is_two() {
    let plan = over(4, level(&[(2013, 999_999)], ("2013-04", ""), &[("2014-09", "0.7")]));
    assert_eq!(
        after(&plan, vec![by("2014-05", "0.5")]),
        after(&plan, vec![by("2014-05", "0.25"), by("2014-05", "0.2")])
    );
    assert_eq!(after(&plan, vec![to("2014-05", 7)]), after(&plan, vec![to("2014-05", 90_000), to("2014-05", 7)]));
    let parts = vec![to("2014-05", 600_000), to("2015-11", 600_000)];
    assert_eq!(after(&plan, vec![to("2014-05", 600_000)]), after(&plan, parts));
}

#[test]
fn the_order_of_months_that_do_not_meet_is_free() {
    let plan = over(4, level(&[(2014, 999_999)], ("2014-02", ""), &[]));
    let [grows, funded, ends] = [by("2014-05", "0.1"), co_fund("2015-03", "0.4"), end("2016-08")];
    let wanted = after(&plan, vec![grows.clone(), funded.clone(), ends.clone()]);
    for order in [[&ends, &funded, &grows], [&funded, &grows, &ends], [&grows, &ends, &funded]] {
        assert_eq!(after(&plan, order.map(Clone::clone).to_vec()), wanted);
    }
}

#[test]
fn nothing_left_is_said_though_the_year_had_money() {
    let ended = over(2, level(&[(2014, 1_200_000)], ("", "2014-06"), &[]));
    for decision in [end("2014-06"), end("2014-09"), by("2014-07", "0.5"), co_fund("2014-08", "0.5"), to("2014-07", 9)]
    {
        assert_eq!(refused(&ended, decision.clone()), DecisionError::NothingToChange, "{decision:?}");
    }
    let spent = over(3, given(&[(2014, 100_000), (2015, 0)]));
    assert_eq!(refused(&spent, end("2014-12")), DecisionError::NothingToChange);
    assert_eq!(refused(&spent, co_fund("2015-03", "0.5")), DecisionError::NothingToChange);
    // Ended by a decision before.
    let outcome =
        decide(&over(2, level(&[(2014, 1_200_000)], ("", ""), &[])), vec![end("2014-06"), by("2014-07", "1")]);
    assert_eq!(outcome.skipped[0].reason, DecisionError::NothingToChange);
    assert_eq!(line(&outcome, "a", "ut"), krs(&[600_000, 0]));
}

#[test]
fn a_longer_plan_has_the_same_years() {
    let line = level(&[(2013, 100_001), (2017, 7)], ("2013-10", "2018-05"), &[("2015-03", "0.333")]);
    let decisions = vec![by("2014-05", "0.31"), shift(-19), co_fund("2015-02", "0.77"), end("2016-04"), shift(7)];
    let short = after(&over(3, line.clone()), decisions.clone());
    for years in [4, 5, 9] {
        assert_eq!(after(&over(years, line.clone()), decisions.clone())[..3], short);
    }
}

#[test]
fn an_index_is_met_by_the_months_that_it_is_for() {
    let mut plan = over(3, Line { index: Some(id("ix")), ..level(&[(2014, 1_200_000)], ("", ""), &[]) });
    plan.indices.push(index("ix", &[(2015, "0.1")]));
    // Half of 2014's price and half of 2015's.
    assert_eq!(after(&plan, vec![shift(6)]), krs(&[600_000, 1_260_000, 1_386_000]));
    assert_eq!(after(&plan, vec![to("2014-07", 2_400_000)]), krs(&[1_800_000, 2_640_000, 2_904_000]));
    let higher =
        Decision::IndexChange(IndexChange { index: id("ix"), rates: shares(&[(2016, "0.2")]), price_year: None });
    let last = after(&plan, vec![to("2014-07", 2_400_000), higher.clone()]);
    assert_eq!(last, krs(&[1_800_000, 2_640_000, 3_168_000]));
    assert_eq!(after(&plan, vec![higher, to("2014-07", 2_400_000)]), last);
}

fn merged(overhead: Overhead) -> (Plan, Decision) {
    let mut a = association("a", 0);
    a.lines.push(Line { category: Category::Board, ..level(&[(2014, 120_000)], ("", ""), &[]) });
    let mut plan = plan(2014, 4, vec![a, association("b", 0)]);
    member(&mut plan.associations[1], "fk", samplan::plan::Party::State, None, 2014, 100);
    let merger = Merger {
        associations: vec![id("a"), id("b")],
        into: id("ny"),
        name: "Ny".to_owned(),
        year: year(2016),
        contributions: MergedContributions::Legacy,
        overhead,
        one_off: Default::default(),
        base_grant: None,
        equity: MergedEquity::Transferred,
    };
    (plan, Decision::Merger(Box::new(merger)))
}

fn of_ny(action: ActivityAction) -> Decision {
    Decision::ActivityChange(ActivityChange { association: id("ny"), action })
}

#[test]
fn months_go_on_through_a_merger() {
    let (plan, merger) = merged(Overhead::default());
    // Before the merger it goes along, after it the merged association's line is named.
    let before = decided(&plan, vec![end("2016-06"), merger.clone()]);
    let after =
        decided(&plan, vec![merger.clone(), of_ny(ActivityAction::End { line: id("ut"), last: month("2016-06") })]);
    for outcome in [before, after] {
        assert_eq!(line(&outcome, "a", "ut"), krs(&[120_000, 120_000, 0, 0]));
        assert_eq!(line(&outcome, "ny", "ut"), krs(&[0, 0, 60_000, 0]));
    }
    // Moved across the merger it would be lost on the way: that is refused.
    let late = decide(&plan, vec![merger.clone(), shift(6)]);
    assert_eq!(late.skipped[0].reason, DecisionError::MergedAway { association: id("a"), into: id("ny") });
    let early = decide(&plan, vec![merger.clone(), of_ny(ActivityAction::Move { line: id("ut"), months: -6 })]);
    assert_eq!(early.skipped[0].reason, DecisionError::NotFormed { association: id("ny"), first: year(2016) });
    let along = decided(&plan, vec![shift(6), merger]);
    assert_eq!(line(&along, "a", "ut"), krs(&[60_000, 120_000, 0, 0]));
    assert_eq!(line(&along, "ny", "ut"), krs(&[0, 0, 120_000, 120_000]));
}

#[test]
fn months_make_the_years_that_a_merger_sets() {
    let of = |action| OverheadLine { association: id("a"), line: id("ut"), action };
    let end = of_ny(ActivityAction::End { line: id("ut"), last: month("2016-06") });
    for (overhead, whole, half) in [
        (Overhead::Share(dec("0.33333")), 40_000, 20_000),
        (Overhead::Lines(vec![of(OverheadAction::Replace(kr(77)))]), 77, 39),
        (Overhead::Lines(vec![of(OverheadAction::Keep)]), 120_000, 60_000),
    ] {
        let (plan, merger) = merged(overhead);
        assert_eq!(line(&decided(&plan, vec![merger.clone()]), "ny", "ut"), krs(&[0, 0, whole, whole]));
        assert_eq!(line(&decided(&plan, vec![merger, end.clone()]), "ny", "ut"), krs(&[0, 0, half, 0]));
    }
    let (plan, merger) = merged(Overhead::Lines(vec![of(OverheadAction::Drop)]));
    assert_eq!(decide(&plan, vec![merger, end]).skipped[0].reason, DecisionError::NothingToChange);
}

#[test]
fn of_a_line_that_has_ended_only_a_new_amount_counts() {
    let of = |action| Overhead::Lines(vec![OverheadLine { association: id("a"), line: id("ut"), action }]);
    let run = |overhead| {
        let (mut plan, merger) = merged(overhead);
        plan.associations[0].lines[0].active.last = Some(month("2015-06"));
        decided(&plan, vec![merger])
    };
    let apart = run(Overhead::default());
    assert_eq!(run(of(OverheadAction::Keep)).projection, apart.projection);
    assert_eq!(run(of(OverheadAction::Drop)).projection, apart.projection);
    assert_eq!(line(&run(of(OverheadAction::Replace(kr(5)))), "ny", "ut"), krs(&[0, 0, 5, 5]));
}

#[test]
fn what_begins_after_the_plan_waits_for_what_moves_it_in() {
    let mut plan = over(3, given(&[(2014, 10)]));
    let index = samplan::plan::Index { rates: [(year(2014), dec("0"))].into(), ..index("priser", &[]) };
    plan.indices.push(index);
    let new = Line { id: id("ny"), index: Some(id("priser")), ..level(&[(2018, 1_200_000)], ("", ""), &[]) };
    let add = || change(ActivityAction::Add { line: Box::new(new.clone()) });
    let new_line = |action: fn(samplan::plan::Id) -> ActivityAction| change(action(id("ny")));
    let moved = || new_line(|line| ActivityAction::Move { line, months: -30 });
    let row = |plan: &Plan, decisions: Vec<Decision>| line(&decided(plan, decisions), "a", "ny");
    assert_eq!(row(&plan, vec![add(), moved()]), krs(&[0, 600_000, 1_200_000]));
    // Its months after the plan's last year count as they do in a longer plan.
    let half = || new_line(|line| ActivityAction::CoFund { line, from: month("2018-07"), share: dec("0.5") });
    let ends = || new_line(|line| ActivityAction::End { line, last: month("2019-03") });
    let rates = || {
        let rates = [(year(2019), dec("0.1"))].into();
        Decision::IndexChange(IndexChange { index: id("priser"), rates, price_year: None })
    };
    for (decisions, kronor) in [
        (vec![add(), half(), moved()], [0, 600_000, 630_000]),
        (vec![add(), ends(), moved()], [0, 600_000, 930_000]),
        (vec![add(), ends(), half(), moved()], [0, 600_000, 465_000]),
    ] {
        let with: Vec<_> = std::iter::once(rates()).chain(decisions).collect();
        let longer = Plan { years: plan.years + 4, ..plan.clone() };
        assert_eq!(row(&longer, with.clone())[..3], krs(&kronor));
        assert_eq!(row(&plan, with), krs(&kronor));
    }
}

#[test]
fn what_nothing_moves_in_is_skipped_and_said() {
    let plan = over(3, given(&[(2014, 10)]));
    let new = Line { id: id("ny"), ..level(&[(2018, 1_200_000)], ("", ""), &[]) };
    let add = change(ActivityAction::Add { line: Box::new(new) });
    let ends = change(ActivityAction::End { line: id("ny"), last: month("2019-03") });
    let moved = change(ActivityAction::Move { line: id("ny"), months: -6 });
    let decisions = scenario(vec![add, ends, moved]);
    let outcome = samplan::outcome::project(&plan, Some(&decisions)).unwrap();
    let reasons: Vec<_> = outcome.skipped.iter().map(|skipped| skipped.reason.clone()).collect();
    assert_eq!(
        reasons,
        [DecisionError::OutsideHorizon, DecisionError::OutsideHorizon, DecisionError::NoSuchLine(id("ny"))]
    );
    assert_eq!(outcome.budget.association(&id("a")).unwrap().rows.len(), 1);
    let trace = samplan::comparison::trace(&plan, Some(&decisions)).unwrap();
    assert_eq!((&trace.skipped, trace.budget()), (&outcome.skipped, &outcome.budget));
}
