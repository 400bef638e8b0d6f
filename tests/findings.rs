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
use samplan::decision::{Decision, MergedEquity, Overhead};
use samplan::finding::{
    Detail, LiquidGone, NoPlaces, OutOfScale, PaceUnchecked, PlacesShort, PlacesUnchecked, RuleCode, SharesOff,
    StaircaseUnchecked, StepDownOverruled, UseOverSaved,
};
use samplan::money::Decimal;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Actuals, Capacity, Category, Id, Metric, Party, Plan, Scenario, Schedule, Stair};
use samplan::projection::NoPace;
use samplan::show::queue;

fn plan(name: &str) -> Plan {
    let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn found(plan: &Plan, scenario: Option<&Scenario>, code: RuleCode) -> Vec<(u16, Detail)> {
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
    assert_eq!(found(&plan, None, RuleCode::UseOverSaved), []);
    plan.associations[0].opening_equity.amount = kronor(299_999);
    let detail = Detail::UseOverSaved(UseOverSaved { planned: kronor(300_000), saved: kronor(299_999) });
    assert_eq!(found(&plan, None, RuleCode::UseOverSaved), [(2016, detail)]);
    // What is used in the first year is not there in the second, and what the plan saves is.
    let of = &mut plan.associations[0];
    of.opening_equity.amount = kronor(0);
    of.equity_use = [(Year::new(2017).unwrap(), kronor(976_500))].into();
    assert_eq!(found(&plan, None, RuleCode::UseOverSaved), []);
    plan.associations[0].equity_use = [(Year::new(2017).unwrap(), kronor(976_501))].into();
    let detail = Detail::UseOverSaved(UseOverSaved { planned: kronor(976_501), saved: kronor(976_500) });
    assert_eq!(found(&plan, None, RuleCode::UseOverSaved), [(2017, detail)]);
}

/// An association that begins with a claim greater than its equity has nothing liquid; that is told for its beginning, and
/// when it runs out later, each with what is missing when that year ends.
#[test]
fn liquid_money_is_short_from_the_start_and_again_later() {
    let mut plan = plan("varend-2016");
    let association = &mut plan.associations[0];
    (association.opening_equity.amount, association.opening_equity.claim) = (kronor(500_000), kronor(600_000));
    // The plan adds 976 500 kronor a year.
    association.transfers = [(Year::new(2017).unwrap(), kronor(-2_400_000))].into();
    let times: Vec<_> = found(&plan, None, RuleCode::LiquidGone)
        .into_iter()
        .map(|(year, detail)| {
            let Detail::LiquidGone(LiquidGone { time, missing, .. }) = detail else { panic!("{detail:?}") };
            (year, time.at_start, missing.is_zero())
        })
        .collect();
    assert_eq!(times, [(2016, true, true), (2017, false, false)]);
}

/// Värend's step-down leaves 91, 61 and 30 places for the 105 that are enrolled (domain.md Q1).
#[test]
fn places_are_fewer_than_the_enrolled() {
    let plan = plan("varend-2016");
    assert_eq!(found(&plan, None, RuleCode::PlacesShort), []);
    let short = found(&plan, plan.scenario("trappsteg"), RuleCode::PlacesShort);
    let places = |number| Detail::PlacesShort(PlacesShort { places: kronor(number), enrolled: kronor(105) });
    assert_eq!(short.iter().map(|(year, _)| *year).collect::<Vec<_>>(), [2016, 2017, 2018]);
    assert_eq!(short[2].1, places(30));
}

/// One place and one krona are the border: what is enough to the last of them is enough.
#[test]
fn places_for_the_last_of_the_enrolled_are_enough() {
    let mut plan = plan("varend-2016");
    // 118 places, as many as 118,125 are in whole ones.
    for (enrolled, short) in [(118, 0), (119, 3)] {
        plan.associations[0].capacity.as_mut().unwrap().enrolled = Some(enrolled);
        assert_eq!(found(&plan, None, RuleCode::PlacesShort).len(), short, "{enrolled}");
    }
}

/// Who is enrolled goes along through two mergers, and those of another association are not among them.
#[test]
fn the_enrolled_go_along_through_two_mergers() {
    let mut plan = plan("vaxjo-alvesta-2015");
    let mut third = plan.associations[1].clone();
    third.id = Id::new("ljungby");
    third.name = "Samordningsförbundet Ljungby".to_owned();
    let mut outside = third.clone();
    outside.id = Id::new("markaryd");
    outside.name = "Samordningsförbundet Markaryd".to_owned();
    plan.associations.extend([third, outside]);
    let capacity = plan.associations[0].capacity.clone().unwrap();
    for (association, enrolled) in plan.associations.iter_mut().zip([60, 40, 20, 7]) {
        let (enrolled, places_per_fte) = (Some(enrolled), Some(Decimal::ONE));
        association.capacity = Some(Capacity { enrolled, places_per_fte, ..capacity.clone() });
    }
    let mut scenario = Scenario::clone(&plan.scenarios[0]);
    let mut second = scenario.steps[0].clone();
    second.id = Id::new("andra");
    let Decision::Merger(merger) = &mut second.decision else { panic!("{second:?}") };
    merger.associations = vec![merger.into.clone(), Id::new("ljungby")];
    merger.into = Id::new("kronoberg");
    merger.name = "Samordningsförbundet Kronoberg".to_owned();
    merger.year = Year::new(2016).unwrap();
    merger.overhead = Overhead::default();
    scenario.steps = vec![scenario.steps[0].clone(), second];
    plan.scenarios = vec![scenario.into()];
    let scenario = &plan.scenarios[0];
    let outcome = project(&plan, Some(scenario)).unwrap();
    let told = |plan: &Plan, outcome: &Outcome| {
        let all = outcome.report.findings.iter();
        all.filter_map(|one| match &one.detail {
            Detail::PlacesShort(short) => Some((one.association.clone(), one.year, short.enrolled)),
            _ => None,
        })
        .chain(["varend", "kronoberg", "markaryd", "vaxjo"].iter().flat_map(|id| {
            let id = Id::new(id);
            plan.horizon().iter().filter_map(move |year| {
                let enrolled = queue(plan, outcome, Some(&id), year).unwrap()?.enrolled;
                Some((Some(id.clone()), Some(year), enrolled))
            })
        }))
        .collect::<Vec<_>>()
    };
    let of = |id: &str, year: u16, enrolled: i64| (Some(Id::new(id)), Year::new(year), kronor(enrolled));
    let found = told(&plan, &outcome);
    for one in
        [of("varend", 2015, 100), of("kronoberg", 2016, 120), of("kronoberg", 2017, 120), of("markaryd", 2015, 7)]
    {
        assert_eq!(found.iter().filter(|other| **other == one).count(), 2, "{one:?}: {found:?}");
    }
    assert!(found.iter().all(|(id, _, _)| *id != Some(Id::new("vaxjo"))), "{found:?}");
}

/// Where it is said how many are enrolled and not what there is for them, that is told with what is not said, and nothing
/// says that the places are enough.
#[test]
fn places_that_cannot_be_told_are_no_places_that_are_enough() {
    let mut plan = plan("varend-2016");
    let unchecked = |plan: &Plan, scenario: Option<&Scenario>| {
        let report = project(plan, scenario).unwrap().report;
        let told = found(plan, scenario, RuleCode::PlacesUnchecked).into_iter().map(|(year, detail)| match detail {
            Detail::PlacesUnchecked(PlacesUnchecked { enrolled, why }) => (year, enrolled, why),
            other => panic!("{other:?}"),
        });
        (told.collect::<Vec<_>>(), report.has_judged(RuleCode::PlacesShort))
    };
    let years = |enrolled: i64, why| [2016, 2017, 2018].map(|year| (year, kronor(enrolled), why)).to_vec();
    assert_eq!(unchecked(&plan, None), (vec![], true));
    plan.associations[0].capacity.as_mut().unwrap().places_per_fte = None;
    assert_eq!(unchecked(&plan, None), (years(105, NoPlaces::PlacesPerFte), false));
    plan.associations[0].capacity.as_mut().unwrap().cost_per_fte = [].into();
    assert_eq!(unchecked(&plan, None), (years(105, NoPlaces::Cost), false));
    plan.associations[0].capacity.as_mut().unwrap().enrolled = None;
    assert_eq!(unchecked(&plan, None), (vec![], false));

    // Of two that merge one says how many are enrolled: places for those are not places for all, and where there are too
    // few even for those it is found as ever.
    let mut plan = self::plan("vaxjo-alvesta-2015");
    let capacity = plan.associations[0].capacity.clone().unwrap();
    let says = |enrolled| Capacity { enrolled: Some(enrolled), places_per_fte: Some(kronor(20)), ..capacity.clone() };
    plan.associations[0].capacity = Some(says(10));
    let of = |plan: &Plan| {
        let scenario = plan.scenario("sammanslagning-2015");
        (unchecked(plan, scenario), found(plan, scenario, RuleCode::PlacesShort).len())
    };
    let some = [2015, 2016, 2017].map(|year| (year, kronor(10), NoPlaces::EnrolledOfAll)).to_vec();
    assert_eq!(of(&plan), ((some, false), 0));
    plan.associations[0].capacity = Some(says(1_000));
    assert_eq!(of(&plan), ((vec![], true), 3));
}

/// Contributions over the staircase's last step have no ceiling that equity could be held against.
#[test]
fn a_staircase_that_does_not_reach_is_no_ceiling_that_holds() {
    let mut plan = plan("varend-2016");
    let stair = |bound: i64| Stair {
        contributions_up_to: Some(kronor(bound)),
        most_share: Some(Decimal::ONE),
        most_amount: None,
    };
    for (bound, unchecked) in [(5_400_000, 0), (5_399_999, 3)] {
        plan.rules.staircase = vec![stair(bound)];
        let told = found(&plan, None, RuleCode::StaircaseUnchecked);
        assert_eq!(told.len(), unchecked, "{bound}");
        let whole = Detail::StaircaseUnchecked(StaircaseUnchecked { contributions: kronor(5_400_000) });
        assert!(told.iter().all(|(_, detail)| *detail == whole));
        let judged = project(&plan, None).unwrap().report.has_judged(RuleCode::EquityOverStaircase);
        assert_eq!(judged, unchecked == 0, "{bound}");
    }
}

/// Accounts that name no cost, that credit more than it cost or that are of another year say nothing of the plan; that is
/// told. When the year is over nothing is left to be told.
#[test]
fn accounts_without_a_pace_say_so() {
    let mut plan = plan("varend-2015");
    let of = |plan: &Plan| {
        let told = found(plan, None, RuleCode::PaceUnchecked).into_iter().map(|(_, detail)| match detail {
            Detail::PaceUnchecked(PaceUnchecked { why, .. }) => why,
            other => panic!("{other:?}"),
        });
        (told.collect::<Vec<_>>(), project(plan, None).unwrap().report.has_judged(RuleCode::ForecastPace))
    };
    assert_eq!(of(&plan), (vec![], true));
    let actuals: Actuals = plan.associations[0].actuals.clone().unwrap();
    let mut with = |through: &str, lines: &[(&Id, i64)]| {
        let lines = lines.iter().map(|(line, amount)| ((*line).clone(), kronor(*amount))).collect();
        plan.associations[0].actuals = Some(Actuals { through: through.parse().unwrap(), lines, ..actuals.clone() });
        of(&plan)
    };
    let line = actuals.lines.keys().next().unwrap();
    assert_eq!(with("2015-08", &[]), (vec![NoPace::NoCost], false));
    assert_eq!(with("2015-08", &[(line, -1)]), (vec![NoPace::Credited], false));
    assert_eq!(with("2014-08", &[(line, 1)]), (vec![NoPace::OutsidePlan], false));
    assert_eq!(with("2015-12", &[(line, 1)]), (vec![], false));
}

/// 5 § with six payers: to the krona for each line it is rounding, and a member that joins in the middle of a year, with
/// the others after, leaves the shares as they are.
#[test]
fn shares_of_six_payers_are_off_by_more_than_a_krona_each() {
    let mut plan = plan("varend-2016");
    let payers = plan.associations[0].lines.iter().filter(|line| line.category == Category::Contribution).count();
    let off = |plan: &Plan, scenario: Option<&Scenario>| found(plan, scenario, RuleCode::SharesOff).len();
    assert_eq!((payers, off(&plan, None)), (5, 0));
    let of_municipality = |plan: &mut Plan, amount: i64| {
        let of = &mut plan.associations[0];
        let members = of.members.clone();
        let party = |id: &Id| members.iter().find(|one| one.id == *id).map(|one| one.party);
        let municipal =
            |line: &&mut samplan::plan::Line| line.member.as_ref().and_then(party) == Some(Party::Municipalities);
        let line = of.lines.iter_mut().find(municipal).unwrap();
        line.schedule.given_mut().values_mut().for_each(|given| *given += kronor(amount));
    };
    // A party may be off by five kronor for five lines; the State's due grows by half of what is added.
    of_municipality(&mut plan, 6);
    assert_eq!(off(&plan, None), 0);
    of_municipality(&mut plan, 1);
    let told = found(&plan, None, RuleCode::SharesOff);
    assert_eq!(told.len(), 3);
    let Detail::SharesOff(SharesOff { parties }) = &told[0].1 else { panic!() };
    assert_eq!(parties[2], (Party::Municipalities, kronor(1_350_007), Decimal::new(135_000_175, 2)));
    let mut plan = self::plan("varend-2016");
    let mut joining = |from: &str, others_follow| {
        let scenario = plan.scenarios.iter_mut().find(|one| one.id.as_str() == "trappsteg-tingsryd").unwrap();
        let Decision::MemberJoins(joins) = &mut scenario.steps[0].decision else { panic!() };
        (joins.from, joins.others_follow) = (from.parse().unwrap(), others_follow);
        off(&plan, plan.scenario("trappsteg-tingsryd"))
    };
    for (from, years) in [("2016-07", 3), ("2017-04", 2), ("2018-12", 1)] {
        assert_eq!((joining(from, true), joining(from, false)), (0, years), "{from}");
    }
}

/// After a merger the shares are those of all that pay: a base grant lost for the State alone sets them off, one that region
/// and municipalities match does not.
#[test]
fn shares_after_a_merger_are_of_all_that_pay() {
    let plan = plan("vaxjo-alvesta-2015");
    let off = |id: &str| found(&plan, plan.scenario(id), RuleCode::SharesOff).len();
    assert_eq!(off("sammanslagning-2015"), 0);
    assert_eq!(off("dagens-grundtilldelning"), 3);
    assert_eq!(off("dagens-grundtilldelning-alla"), 0);
}

#[test]
fn an_amount_a_thousand_times_the_others() {
    let mut plan = plan("akst-2014");
    assert_eq!(found(&plan, None, RuleCode::OutOfScale), []);
    let line = plan.associations[0].lines.iter_mut().find(|line| line.id.as_str() == "information").unwrap();
    let year = Year::new(2015).unwrap();
    line.schedule.given_mut().insert(year, kronor(10_000_000));
    let detail = Detail::OutOfScale(OutOfScale { amount: kronor(10_000_000), others: kronor(10_000) });
    assert_eq!(found(&plan, None, RuleCode::OutOfScale), [(2015, detail)]);
}

/// One that goes on in the years after is out of scale there too, and it is told of the smaller years whichever are wrong.
#[test]
fn an_amount_out_of_scale_that_goes_on() {
    let mut plan = plan("varend-2016");
    let of = &mut plan.associations[0];
    let line = of.lines.iter_mut().find(|line| line.category == Category::Administration).unwrap();
    let year = |number| Year::new(number).unwrap();
    let schedule = |amounts: &[(u16, i64)]| {
        Schedule::Amounts(amounts.iter().map(|(number, amount)| (year(*number), kronor(*amount))).collect())
    };
    line.schedule = schedule(&[(2016, 800), (2017, 820_000)]);
    let out = |amount, others| Detail::OutOfScale(OutOfScale { amount: kronor(amount), others: kronor(others) });
    let told = found(&plan, None, RuleCode::OutOfScale);
    assert_eq!(told.iter().map(|(year, _)| *year).collect::<Vec<_>>(), [2017, 2018]);
    assert_eq!(told[0].1, out(820_000, 800));
    // At the border: five hundred times is told of, a krona less is not.
    for (amount, expected) in [(500_000, 1), (499_999, 0)] {
        let line =
            plan.associations[0].lines.iter_mut().find(|line| line.category == Category::Administration).unwrap();
        line.schedule = schedule(&[(2016, 1_000), (2017, amount), (2018, 900)]);
        let told = found(&plan, None, RuleCode::OutOfScale);
        // 900 makes 500 000 more than five hundred times, and 1 000 stays with it.
        assert_eq!(told.len(), expected, "{amount}: {told:?}");
    }
}

/// Nothing is out of scale of nothing: years without an amount are no others, nor is there any in a plan of one year.
#[test]
fn a_lone_amount_is_out_of_no_scale() {
    let mut plan = plan("varend-2016");
    let year = |number| Year::new(number).unwrap();
    let mut told = |years: u8, amounts: &[(u16, i64)]| {
        plan.years = years;
        let lines = &mut plan.associations[0].lines;
        let line = lines.iter_mut().find(|line| line.category == Category::Administration).unwrap();
        line.schedule =
            Schedule::Amounts(amounts.iter().map(|(number, amount)| (year(*number), kronor(*amount))).collect());
        found(&plan, None, RuleCode::OutOfScale).into_iter().map(|(year, _)| year).collect::<Vec<_>>()
    };
    assert_eq!(told(3, &[(2016, 0), (2017, 820_000_000), (2018, 0)]), [0u16; 0]);
    assert_eq!(told(1, &[(2016, 820_000_000)]), [0u16; 0]);
    assert_eq!(told(3, &[(2016, 0), (2017, 820_000_000), (2018, 820_000)]), [2017]);
    // A thousandth is the one that is wrong, or the others are: all the greater are named beside it.
    assert_eq!(told(3, &[(2016, 820_000), (2017, 820), (2018, 820_000)]), [2016, 2018]);
    assert_eq!(told(2, &[(2016, 1), (2017, 500)]), [2017]);
}

/// Equity that a merger pays out takes its claim along: the merged association owes nobody what it has handed out.
#[test]
fn a_claim_goes_with_the_equity_that_is_paid_out() {
    let mut plan = plan("vaxjo-alvesta-2015");
    plan.associations[0].opening_equity.claim = kronor(200_000);
    let mut scenario = Scenario::clone(&plan.scenarios[0]);
    let mut claim = |equity| {
        for step in &mut scenario.steps {
            if let Decision::Merger(merger) = &mut step.decision {
                merger.equity = equity;
            }
        }
        let outcome = project(&plan, Some(&scenario)).unwrap();
        let short = outcome.report.findings.iter().filter(|one| one.code() == RuleCode::LiquidGone).count();
        (outcome.projection.total[0].claim, short)
    };
    assert_eq!(claim(MergedEquity::Transferred), (kronor(200_000), 0));
    assert_eq!(claim(MergedEquity::PaidOut), (kronor(0), 0));
}

/// Of three step-downs each is set aside by the one that first takes its years, and the last in the list holds.
#[test]
fn of_three_step_downs_each_is_set_aside_once() {
    let plan = plan("varend-2016");
    let one = plan.scenario("trappsteg").unwrap();
    let three = |firsts: [u16; 3]| {
        let steps = firsts.iter().zip([50, 60, 70]).map(|(first, share)| {
            let mut step = one.steps[0].clone();
            let Decision::StepDown(step_down) = &mut step.decision else { unreachable!() };
            step_down.base_shares = [(Year::new(*first).unwrap(), Decimal::new(share, 2))].into();
            step.id = Id::new(&format!("steg-{share}"));
            step
        });
        let scenario = Scenario { steps: steps.collect(), ..one.clone() };
        let told = found(&plan, Some(&scenario), RuleCode::StepDownOverruled).into_iter().map(|(_, detail)| {
            let Detail::StepDownOverruled(StepDownOverruled { earlier, later, from, until }) = detail else { panic!() };
            (earlier.to_string(), later.to_string(), from.number(), until.map(Year::number))
        });
        told.collect::<Vec<_>>()
    };
    let said = |earlier: &str, later: &str, from, until| (earlier.to_owned(), later.to_owned(), from, until);
    assert_eq!(
        three([2016, 2017, 2018]),
        [said("steg-50", "steg-60", 2017, Some(2016)), said("steg-60", "steg-70", 2018, Some(2017))]
    );
    assert_eq!(
        three([2016, 2018, 2017]),
        [said("steg-50", "steg-70", 2017, Some(2016)), said("steg-60", "steg-70", 2017, None)]
    );
}

/// Two step-downs of a merged association: their shares hold from the year in which it is formed, whatever years they
/// name before it, and those of what it is formed of are not set aside: they hold until the merger.
#[test]
fn step_downs_of_a_merged_association_hold_from_its_first_year() {
    let plan = plan("vaxjo-alvesta-2015");
    let of = |association: &str, id: &str, first: u16| {
        let mut step = self::plan("varend-2016").scenario("trappsteg").unwrap().steps[0].clone();
        let Decision::StepDown(step_down) = &mut step.decision else { unreachable!() };
        step_down.association = Id::new(association);
        step_down.base_shares = [(Year::new(first).unwrap(), Decimal::new(50, 2))].into();
        step.id = Id::new(id);
        step
    };
    let told = |steps: Vec<samplan::decision::ScenarioStep>| {
        let mut scenario = Scenario::clone(&plan.scenarios[0]);
        for step in &mut scenario.steps {
            if let Decision::Merger(merger) = &mut step.decision {
                merger.year = Year::new(2016).unwrap();
            }
        }
        scenario.steps.extend(steps);
        found(&plan, Some(&scenario), RuleCode::StepDownOverruled)
            .into_iter()
            .map(|(year, detail)| match detail {
                Detail::StepDownOverruled(one) => (year, one.until.map(Year::number)),
                other => panic!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(told(vec![of("varend", "en", 2015), of("varend", "tva", 2016)]), [(2016, None)]);
    assert_eq!(told(vec![of("varend", "en", 2016), of("varend", "tva", 2017)]), [(2017, Some(2016))]);
    assert_eq!(told(vec![of("vaxjo", "en", 2015), of("varend", "tva", 2016)]), []);
    assert_eq!(told(vec![of("vaxjo", "en", 2015), of("alvesta", "tva", 2015)]), []);
}

/// What an earlier step-down could not divide is not missing in the years that a later one divides anew.
#[test]
fn a_step_down_that_is_set_aside_leaves_nothing_missing() {
    let plan = plan("varend-2016");
    let mut scenario = plan.scenario("trappsteg").unwrap().clone();
    let Decision::StepDown(step_down) = &mut scenario.steps[0].decision else { unreachable!() };
    step_down.basis = samplan::decision::Basis::Contributions;
    step_down.base_shares = [(Year::new(2016).unwrap(), Decimal::ONE)].into();
    let short = |scenario: &Scenario| {
        found(&plan, Some(scenario), RuleCode::ProcessUnderZero).into_iter().map(|(year, _)| year).collect::<Vec<_>>()
    };
    assert_eq!(short(&scenario), [2016, 2017, 2018]);
    let mut second = plan.scenario("trappsteg").unwrap().steps[0].clone();
    second.id = Id::new("andra");
    let Decision::StepDown(step_down) = &mut second.decision else { unreachable!() };
    step_down.base_shares = [(Year::new(2017).unwrap(), Decimal::new(50, 2))].into();
    scenario.steps.push(second);
    assert_eq!(short(&scenario), [2016]);
}

/// Two step-downs of one association: the later one in the list has the last word from its first year on, and that is said.
#[test]
fn a_second_step_down_sets_the_first_aside() {
    let plan = plan("varend-2016");
    let one = plan.scenario("trappsteg").unwrap().clone();
    assert_eq!(found(&plan, Some(&one), RuleCode::StepDownOverruled), []);
    let with_second = |first: u16| {
        let mut both = one.clone();
        let mut second = both.steps[0].clone();
        let Decision::StepDown(step_down) = &mut second.decision else { unreachable!() };
        step_down.base_shares = [(Year::new(first).unwrap(), Decimal::new(50, 2))].into();
        second.id = Id::new("andra");
        both.steps.push(second);
        both
    };
    let base = |scenario: &Scenario, year| {
        let projection = project(&plan, Some(scenario)).unwrap().projection;
        projection.get(None, Year::new(year).unwrap(), Metric::Base).unwrap()
    };
    let both = with_second(2017);
    let said = |until| {
        Detail::StepDownOverruled(StepDownOverruled {
            earlier: one.steps[0].id.clone(),
            later: Id::new("andra"),
            from: Year::new(2017).unwrap(),
            until,
        })
    };
    assert_eq!(found(&plan, Some(&both), RuleCode::StepDownOverruled), [(2017, said(Year::new(2016)))]);
    assert_eq!(base(&both, 2016), base(&one, 2016));
    assert_eq!(base(&both, 2018), base(&with_second(2018), 2018));
    assert_ne!(base(&both, 2018), base(&one, 2018));
    // Off, it sets nothing aside.
    let mut off = with_second(2017);
    off.steps[1].on = false;
    assert_eq!(found(&plan, Some(&off), RuleCode::StepDownOverruled), []);
    // From the first step on, the first one holds in no year.
    let whole = found(&plan, Some(&with_second(2016)), RuleCode::StepDownOverruled);
    assert!(matches!(&whole[..], [(2016, Detail::StepDownOverruled(one))] if one.until.is_none()), "{whole:?}");
}
