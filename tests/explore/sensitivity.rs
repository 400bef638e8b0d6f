//! domain.md §7 Q6 and Q7: which assumptions matter.

use crate::support::*;
use samplan::calendar::Year;
use samplan::comparison::Subject;
use samplan::decision::{Decision, DecisionField};
use samplan::explore::{
    Measure, Over, RangeOf, Sensitivity, Still, Tornado, TornadoBar, Usual, VaryError, payers, sensitivity,
};
use samplan::lever::{LeverAddress, LeverError, LineField, levers};
use samplan::outcome::project;
use samplan::plan::{Active, Approach, Capacity, Category, Index, LeverRange, Line, Metric, Plan};
use samplan::sorted::SortedMap;

fn tornado(plan: &Plan, scenario: Option<&str>, measure: Measure) -> Sensitivity {
    sensitivity(plan, scenario.map(id).as_ref(), &measure).unwrap().unwrap()
}

fn bar<'s>(found: &'s Sensitivity, address: &LeverAddress) -> &'s TornadoBar {
    found.bars.iter().find(|bar| bar.address == *address).unwrap()
}

/// Försäkringskassan, who pays Sydnärke the State's half.
fn insurance_agency(plan: &Plan) -> Subject {
    let paid = payers(&project(plan, None).unwrap().budget, None);
    paid.into_iter().find(|one| matches!(one, Subject::Member { name, .. } if name.starts_with("Försäkr"))).unwrap()
}

/// The State −10 %: −290 tkr of its own money, −580 tkr when region and municipalities match.
#[test]
fn sydnarke_and_the_state() {
    let plan = plan("sydnarke-2016");
    let found = tornado(&plan, None, in_year(Metric::Result, 2016));
    assert_eq!(found.now, kr(213_912));
    let state = bar(&found, &of_line("sydnarke", "bidrag-forsakringskassan", LineField::Amount(year(2016))));
    assert_eq!((state.low, state.high), (kr(2_897_694 - 289_769), kr(2_897_694 + 289_769)));
    assert_eq!((state.at_low, state.at_high), (kr(213_912 - 289_769), kr(213_912 + 289_769)));
    assert_eq!(state.swing, kr(2 * 289_769));

    // The project money, 4 556 tkr, is the widest bar.
    let widest = &found.bars[0];
    assert_eq!((widest.swing, widest.at_high), (kr(911_200), kr(213_912 - 455_600)));

    let step = LeverAddress::Decision {
        scenario: id("staten-minus-tio"),
        step: id("statens-bidrag"),
        part: DecisionField::By,
    };
    let found = tornado(&plan, Some("staten-minus-tio"), in_year(Metric::Result, 2016));
    // 5 795 388 → 5 215 849, the result 213 912 → −365 627.
    let exact = project(&plan, plan.scenario("staten-minus-tio")).unwrap().projection.total[0].result;
    assert_eq!(found.now, exact);
    assert!((found.now + kr(365_627)).abs() <= kr(2), "{}", found.now);
    let matched = bar(&found, &step);
    assert_eq!((matched.low, matched.high), (dec("-0.15"), dec("-0.05")));
    // Five percentage points either way are 289 769 kr matched.
    assert!((matched.swing - kr(579_539)).abs() <= kr(4), "{}", matched.swing);
}

/// Every bar again by hand: set one lever in the plan itself and project it.
#[test]
fn each_bar_is_what_the_whole_model_gives() {
    for (name, scenario) in
        [("varend-2016", Some("trappsteg-tingsryd")), ("akst-2014", None), ("vaxjo-alvesta-2015", None)]
    {
        let plan = plan(name);
        let last = plan.horizon().last();
        for metric in [Metric::Equity, Metric::AdminShare, Metric::Base] {
            let found = tornado(&plan, scenario, Measure::total(metric, last));
            assert!(found.bars.len() >= 6, "{name}");
            for bar in &found.bars {
                for (value, given) in [(bar.low, bar.at_low), (bar.high, bar.at_high)] {
                    let mut moved = plan.clone();
                    samplan::lever::set(&mut moved, &bar.address, value).unwrap();
                    let scenario = scenario.and_then(|scenario| moved.scenario(scenario));
                    let projection = project(&moved, scenario).unwrap().projection;
                    assert_eq!(projection.get(None, last, metric), Some(given), "{name} {:?}", bar.address);
                }
            }
            let swings: Vec<_> = found.bars.iter().map(|bar| bar.swing).collect();
            assert!(swings.is_sorted_by(|one, next| one >= next));
            let count = found.bars.len() + found.unvaried.len();
            assert_eq!(count, levers(&plan, scenario.map(id).as_ref()).len());
        }
    }
}

/// Flat contributions at 3 % a year: 91,5 % after three years, five coordinators become 4,6.
#[test]
fn what_flat_contributions_cost() {
    let first = Year::new(2026).unwrap();
    let mut plan = small(
        4,
        0,
        vec![Line { approach: Some(Approach::Base), ..line("samordnare", Category::Activity, 2026, 2_500_000) }],
    );
    plan.indices.push(Index {
        id: id("loner"),
        name: "Löner".into(),
        rates: SortedMap::from([(first.next(), dec("0.02"))]),
        source: String::new(),
        date: String::new(),
    });
    plan.associations[0].capacity = Some(Capacity {
        cost_per_fte: SortedMap::from([(first, kr(500_000))]),
        index: Some(id("loner")),
        places_per_fte: None,
        enrolled: None,
        source: String::new(),
    });
    let rate = LeverAddress::IndexRate { index: id("loner"), year: year(2027) };
    let found = tornado(&plan, None, in_year(Metric::Fte, 2029));
    let bar = bar(&found, &rate);
    assert_eq!((bar.low, bar.high), (dec("0.01"), dec("0.03")));
    assert_eq!(bar.at_high.round_dp(2), dec("4.58"));
    assert_eq!((bar.at_high / kr(5)).round_dp(3), dec("0.915"));
}

#[test]
fn own_ranges_come_before_usual_ones() {
    let mut plan = plan("varend-2016");
    let cost = LeverAddress::CostPerFte { association: id("varend"), year: year(2015) };
    let gone = of_line("varend", "ingen-rad", LineField::Whole);
    let range = |lever: &LeverAddress, low, high| LeverRange::new(lever.clone(), kr(low), kr(high));
    plan.ranges = vec![range(&cost, 700_000, 900_000), range(&gone, 1, 2)];
    let found = tornado(&plan, None, in_year(Metric::Fte, 2016));
    let bar = bar(&found, &cost);
    assert!(matches!(bar.of, RangeOf::Own { .. }));
    // 3 469,5 tkr of base money.
    assert_eq!((bar.at_low.round_dp(3), bar.at_high.round_dp(3)), (dec("4.956"), dec("3.855")));
    let missed = found.unvaried.iter().find(|unvaried| unvaried.address == gone).unwrap();
    assert_eq!(missed.why, VaryError::Cannot(LeverError::NoSuchLever));
}

#[test]
fn what_cannot_be_varied_says_why() {
    let mut plan = small(1, 0, vec![line("a", Category::Board, 2026, 0), line("b", Category::Audit, 2026, 10)]);
    plan.associations[0].lines[1].active = Active { first: Some(month("2026-05")), last: Some(month("2026-06")) };
    let found = tornado(&plan, None, in_year(Metric::Result, 2026));
    let why = |address: &LeverAddress| {
        found.unvaried.iter().find(|unvaried| unvaried.address == *address).map(|unvaried| unvaried.why.clone())
    };
    assert_eq!(why(&of_line("a", "a", LineField::Amount(year(2026)))), Some(VaryError::NoWidth));
    // Three months later the line would begin after it ends.
    assert!(matches!(why(&of_line("a", "b", LineField::First)), Some(VaryError::Cannot(LeverError::Invalid(_)))));
    let nothing = Measure { association: Some(id("inget")), ..in_year(Metric::Equity, 2026) };
    assert_eq!(sensitivity(&plan, None, &nothing).unwrap(), None);
}

/// An own range without width says that it is somebody's own.
#[test]
fn an_own_range_without_width_says_so() {
    let mut plan = plan("varend-2016");
    let cost = LeverAddress::CostPerFte { association: id("varend"), year: year(2015) };
    plan.ranges = vec![LeverRange::new(cost.clone(), kr(771_000), kr(771_000))];
    let found = tornado(&plan, None, in_year(Metric::Fte, 2016));
    let why = found.unvaried.iter().find(|one| one.address == cost).map(|one| one.why.clone());
    assert_eq!(why, Some(VaryError::OwnHasNoWidth));
}

/// A merged association has figures from its first year on: the years before are no nought that equity was down at, and
/// those that it is formed of have none after.
#[test]
fn an_association_has_figures_in_its_own_years() {
    let mut plan = plan("vaxjo-alvesta-2015");
    let scenario = &mut plan.scenarios[0];
    for step in &mut scenario.steps {
        if let Decision::Merger(merger) = &mut step.decision {
            merger.year = year(2016);
        }
    }
    let outcome = project(&plan, Some(&plan.scenarios[0])).unwrap();
    let of = |association: &str, over, number| {
        let measure = Measure { over, association: Some(id(association)), ..in_year(Metric::Equity, number) };
        measure.of(&outcome.budget, &outcome.projection).unwrap()
    };
    let equity =
        |association: &str, number| outcome.projection.get(Some(&id(association)), year(number), Metric::Equity);
    assert_eq!((of("varend", Over::InYear, 2015), of("vaxjo", Over::InYear, 2016)), (None, None));
    assert_eq!(of("varend", Over::InYear, 2016), equity("varend", 2016));
    let lowest = equity("varend", 2016).min(equity("varend", 2017));
    assert_eq!(of("varend", Over::LowestTo, 2017), lowest);
    let highest = equity("varend", 2016).max(equity("varend", 2017));
    assert_eq!(of("varend", Over::HighestTo, 2017), highest);
    // What there was until the merger is still the lowest on the way there.
    assert_eq!(of("vaxjo", Over::LowestTo, 2017), equity("vaxjo", 2015));
}

/// What somebody pays who is no member in the year is nought whatever is moved: that is the reason, with the year of the
/// first contribution.
#[test]
fn somebody_who_pays_nothing_then_is_why_nothing_moves() {
    let mut plan = plan("varend-2016");
    let scenario = plan.scenarios.iter_mut().find(|one| one.id == id("trappsteg-tingsryd")).unwrap();
    let Decision::MemberJoins(joins) = &mut scenario.steps[0].decision else { panic!() };
    joins.from = month("2018-01");
    let paid = payers(&project(&plan, plan.scenario("trappsteg-tingsryd")).unwrap().budget, None);
    let tingsryd =
        paid.into_iter().find(|one| matches!(one, Subject::Member { name, .. } if name.starts_with("Tings")));
    let still = |number, over| {
        let measure = Measure { payer: tingsryd.clone(), over, ..in_year(Metric::Contributions, number) };
        tornado(&plan, Some("trappsteg-tingsryd"), measure).still
    };
    let nothing = |number| Some(Still::PaysNothing { year: Year::new(number), before: None, after: Year::new(2018) });
    assert_eq!(still(2016, Over::InYear), nothing(2016));
    assert_eq!(still(2018, Over::LowestTo), nothing(2017));
    assert_eq!((still(2018, Over::InYear), still(2018, Over::HighestTo)), (None, None));
}

#[test]
fn the_lowest_and_highest_on_the_way() {
    let outcome = project(&plan("vaxjo-2014"), None).unwrap();
    let over = |over| {
        let measure = Measure { over, ..in_year(Metric::Equity, 2016) };
        measure.of(&outcome.budget, &outcome.projection).unwrap().unwrap()
    };
    assert_eq!(over(Over::LowestTo), kr(-561_000));
    assert_eq!(over(Over::HighestTo), kr(639_000));
    assert_eq!(over(Over::InYear), kr(-561_000));
}

/// What one member pays is a number like others: its own contribution moves it, and the State's −10 % where it is the
/// State's; nothing else does.
#[test]
fn what_a_member_pays() {
    let plan = plan("sydnarke-2016");
    let pays = Measure { payer: Some(insurance_agency(&plan)), ..in_year(Metric::Contributions, 2016) };
    let found = tornado(&plan, None, pays.clone());
    assert_eq!(found.now, kr(2_897_694));
    let own = of_line("sydnarke", "bidrag-forsakringskassan", LineField::Amount(year(2016)));
    let bar = bar(&found, &own);
    assert_eq!((bar.at_low, bar.at_high), (kr(2_607_925), kr(3_187_463)));
    assert_eq!(bar.of, RangeOf::Usual(Usual::Tenth));
    let moving = found.bars.iter().filter(|bar| !bar.swing.is_zero());
    let whole = of_line("sydnarke", "bidrag-forsakringskassan", LineField::Whole);
    assert!(moving.map(|bar| &bar.address).all(|address| [&own, &whole].contains(&address)));
    // 2 897 694 − 10 %.
    assert_eq!(tornado(&plan, Some("staten-minus-tio"), pays.clone()).now, kr(2_607_925));
    let nobody = Subject::Member { name: "Ingen".into(), party: None };
    assert_eq!(sensitivity(&plan, None, &Measure { payer: Some(nobody), ..pays }).unwrap(), None);
}

/// Where a step-down divides all of the room no lever reaches the equity, and that is said with what does move.
#[test]
fn a_tornado_of_nothing_says_why() {
    let plan = plan("vaxjo-2014");
    let mut lone = plan.clone();
    lone.associations[0].lines.clear();
    lone.associations[0].printed.clear();
    lone.associations[0].goals.clear();
    let found = tornado(&lone, None, in_year(Metric::Cost, 2014));
    assert!(matches!(found.still, Some(Still::Untouched { .. } | Still::NothingMoved)), "{:?}", found.still);
    assert_eq!(tornado(&plan, None, in_year(Metric::Equity, 2016)).still, None);
    let varend = self::plan("varend-2016");
    let still = tornado(&varend, Some("trappsteg"), in_year(Metric::Result, 2018)).still;
    assert!(matches!(&still, Some(Still::SpentByStepDown { instead }) if instead.contains(&Metric::Fte)), "{still:?}");
}

#[test]
fn slices_of_a_tornado_do_not_matter() {
    let plan = plan("sydnarke-2016");
    let measure = in_year(Metric::Equity, 2018);
    let mut tornado = Tornado::new(&plan, None, &measure).unwrap().unwrap();
    while tornado.left() > 0 {
        tornado.advance(7).unwrap();
    }
    assert_eq!(tornado.count(), levers(&plan, None).len());
    assert_eq!(Some(tornado.finish()), sensitivity(&plan, None, &measure).unwrap());
}
