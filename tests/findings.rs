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
use samplan::finding::{Detail, LiquidGone, OutOfScale, PlacesShort, RuleCode, StepDownOverruled, UseOverSaved};
use samplan::money::Decimal;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Capacity, Category, Id, Metric, Plan, Scenario, Schedule};
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
