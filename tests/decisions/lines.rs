//! Lines that are added, ended, resized, moved and co-funded; indices; saved money; what happens once.

use crate::worked::*;
use samplan::decision::{
    ActivityAction, ActivityChange, Change, Decision, DecisionError, EquityUse, IndexChange, OneOff,
};
use samplan::plan::{Active, Category, Funding, Level, Line, Metric, Plan, Schedule};

fn one(line: Line) -> Plan {
    let mut of = association("forbund", 0);
    of.lines.push(line);
    plan(2014, 4, vec![of])
}

fn change(action: ActivityAction) -> Decision {
    Decision::ActivityChange(ActivityChange { association: id("forbund"), action })
}

fn after(plan: &Plan, action: ActivityAction) -> Vec<samplan::money::Decimal> {
    line(&decided(plan, vec![change(action)]), "forbund", "insats")
}

fn month(text: &str) -> samplan::calendar::Month {
    text.parse().unwrap()
}

fn always() -> Line {
    activity("insats", None, &[(2014, 120_000)])
}

/// Försteget: 574 tkr over sixteen months from 1 September 2015.
fn forsteget() -> Line {
    let active = Active { first: Some(month("2015-09")), last: Some(month("2016-12")) };
    let level = Level { levels: by_year(&[(2015, 430_500)]), funding: Vec::new() };
    Line { active, ..Line::new(id("insats"), "Försteget", Category::Activity, Schedule::Level(level)) }
}

#[test]
fn an_end_inside_a_year_scales_it_by_month() {
    let end = |last: &str| ActivityAction::End { line: id("insats"), last: month(last) };
    assert_eq!(after(&one(always()), end("2015-03")), krs(&[120_000, 30_000, 0, 0]));
    // Over the months that were active: October is the second of four.
    assert_eq!(after(&one(forsteget()), end("2015-10")), krs(&[0, 71_750, 0, 0]));
    assert_eq!(after(&one(forsteget()), end("2016-06")), krs(&[0, 143_500, 215_250, 0]));
}

#[test]
fn a_line_grows_from_a_month() {
    let resize = |change| ActivityAction::Resize { line: id("insats"), from: month("2015-07"), change };
    assert_eq!(after(&one(always()), resize(Change::By(dec("-0.5")))), krs(&[120_000, 90_000, 60_000, 60_000]));
    assert_eq!(after(&one(always()), resize(Change::To(kr(240_000)))), krs(&[120_000, 180_000, 240_000, 240_000]));
    let half = one(forsteget());
    assert_eq!(after(&half, resize(Change::To(kr(861_000)))), krs(&[0, 287_000, 861_000, 0]));
}

#[test]
fn a_line_moves_in_time() {
    let shift = |months| ActivityAction::Move { line: id("insats"), months };
    assert_eq!(after(&one(forsteget()), shift(4)), krs(&[0, 0, 430_500, 143_500]));
    assert_eq!(after(&one(forsteget()), shift(-8)), krs(&[0, 430_500, 143_500, 0]));
    // Its own schedule begins with 2014, and so it does half a year later.
    assert_eq!(after(&one(always()), shift(6)), krs(&[60_000, 120_000, 120_000, 120_000]));
    let begins = Line { active: Active { first: Some(month("2015-01")), last: None }, ..always() };
    let begins = Line { schedule: Schedule::Amounts(by_year(&[(2015, 120_000)])), ..begins };
    assert_eq!(after(&one(begins), shift(3)), krs(&[0, 90_000, 120_000, 120_000]));
}

#[test]
fn somebody_else_carries_a_part() {
    let level = Level { levels: by_year(&[(2014, 1_648_000)]), funding: Vec::new() };
    let utgangspunkten = Line::new(id("insats"), "Utgångspunkten", Category::Activity, Schedule::Level(level.clone()));
    let co_fund =
        |from: &str, share: &str| ActivityAction::CoFund { line: id("insats"), from: month(from), share: dec(share) };
    let half = after(&one(utgangspunkten.clone()), co_fund("2014-07", "0.5"));
    assert_eq!(half, krs(&[1_236_000, 824_000, 824_000, 824_000]));
    // The share is of the whole cost, also where a phase was there before.
    let funding = vec![Funding { from: month("2014-07"), share: dec("0.5") }];
    let level = Level { funding, ..level };
    let co_funded = Line { schedule: Schedule::Level(level), ..utgangspunkten };
    assert_eq!(after(&one(co_funded), co_fund("2016-01", "0.25")), krs(&[1_236_000, 824_000, 412_000, 412_000]));
}

#[test]
fn an_added_line_is_one_like_the_others() {
    let mut plan = one(always());
    plan.indices.push(index("priser", &[(2014, "0.1")]));
    let added = Line { index: Some(id("priser")), ..activity("ny", None, &[(2015, 10_000)]) };
    let outcome = decided(&plan, vec![change(ActivityAction::Add { line: Box::new(added.clone()) })]);
    assert_eq!(line(&outcome, "forbund", "ny"), krs(&[0, 10_000, 11_000, 12_100]));
    let taken = Line { id: id("insats"), ..added.clone() };
    assert_eq!(
        refused(&plan, change(ActivityAction::Add { line: Box::new(taken) })),
        DecisionError::IdTaken(id("insats"))
    );
    let unknown = Line { index: Some(id("pkv")), ..added };
    assert_eq!(
        refused(&plan, change(ActivityAction::Add { line: Box::new(unknown) })),
        DecisionError::NoSuchIndex(id("pkv"))
    );
}

#[test]
fn what_is_not_there_cannot_change() {
    let plan = one(forsteget());
    let end = |line: &str, last: &str| change(ActivityAction::End { line: id(line), last: month(last) });
    assert_eq!(refused(&plan, end("annat", "2015-10")), DecisionError::NoSuchLine(id("annat")));
    assert_eq!(refused(&plan, end("insats", "2017-03")), DecisionError::NothingToChange);
    assert_eq!(refused(&plan, end("insats", "2018-03")), DecisionError::OutsideHorizon);
    let mut plan = plan;
    plan.associations[0].lines.push(amounts("bidrag", Category::Contribution, &[(2014, 100)]));
    assert_eq!(refused(&plan, end("bidrag", "2015-03")), DecisionError::IsContribution(id("bidrag")));
}

#[test]
fn rates_from_a_year_on() {
    let mut plan = one(Line { index: Some(id("priser")), ..always() });
    plan.indices.push(index("priser", &[(2014, "0.01")]));
    let rates = |rates: &[(u16, &str)], price_year| {
        Decision::IndexChange(IndexChange { index: id("priser"), rates: shares(rates), price_year })
    };
    let of = |decisions| line(&decided(&plan, decisions), "forbund", "insats");
    assert_eq!(of(vec![]), krs(&[120_000, 121_200, 122_412, 123_636]));
    assert_eq!(of(vec![rates(&[(2016, "0.1")], None)]), krs(&[120_000, 121_200, 133_320, 146_652]));
    assert_eq!(of(vec![rates(&[(2016, "0.1"), (2017, "0")], None)]), krs(&[120_000, 121_200, 133_320, 133_320]));
    // In prices of 2012 the given amount of 2014 is carried over two years, at the index's own rates until 2013.
    assert_eq!(of(vec![rates(&[(2014, "0.1")], Some(year(2012)))]), krs(&[132_000, 145_200, 159_720, 175_692]));
    // In prices of 2016 it stands still until then.
    assert_eq!(of(vec![rates(&[(2014, "0.1")], Some(year(2016)))]), krs(&[120_000, 120_000, 120_000, 132_000]));
    assert_eq!(refused(&plan, rates(&[(2018, "0.1")], None)), DecisionError::OutsideHorizon);
}

#[test]
fn what_a_decision_reckoned_follows_a_later_index() {
    let mut plan = one(Line { index: Some(id("priser")), ..always() });
    plan.indices.push(index("priser", &[]));
    let half =
        change(ActivityAction::Resize { line: id("insats"), from: month("2015-01"), change: Change::By(dec("-0.5")) });
    let to =
        change(ActivityAction::Resize { line: id("insats"), from: month("2016-01"), change: Change::To(kr(200_000)) });
    let rates =
        Decision::IndexChange(IndexChange { index: id("priser"), rates: shares(&[(2015, "0.1")]), price_year: None });
    for decisions in [vec![half.clone(), rates.clone()], vec![rates.clone(), half]] {
        assert_eq!(line(&decided(&plan, decisions), "forbund", "insats"), krs(&[120_000, 66_000, 72_600, 79_860]));
    }
    for decisions in [vec![to.clone(), rates.clone()], vec![rates, to]] {
        assert_eq!(line(&decided(&plan, decisions), "forbund", "insats"), krs(&[120_000, 132_000, 200_000, 220_000]));
    }
}

#[test]
fn saved_money_widens_the_frame_and_a_one_off_costs_once() {
    let mut plan = one(always());
    plan.associations[0].equity_use = by_year(&[(2014, 5), (2016, 7)]);
    let use_of = |amounts: &[(u16, i64)]| {
        Decision::EquityUse(EquityUse { association: id("forbund"), amounts: by_year(amounts) })
    };
    let outcome = decided(&plan, vec![use_of(&[(2014, 100), (2015, 50), (2020, 1)])]);
    assert_eq!(figures(&outcome, "forbund", Metric::EquityUse), krs(&[100, 50, 7, 0]));
    assert_eq!(refused(&plan, use_of(&[(2020, 1)])), DecisionError::OutsideHorizon);
    let once = |number| {
        Decision::OneOff(OneOff {
            association: id("forbund"),
            name: "Insats".to_owned(),
            category: Category::Activity,
            year: year(number),
            amount: kr(9),
        })
    };
    let outcome = decided(&plan, vec![once(2015)]);
    assert_eq!(line(&outcome, "forbund", "insats-2"), krs(&[0, 9, 0, 0]));
    assert_eq!(refused(&plan, once(2013)), DecisionError::OutsideHorizon);
}
