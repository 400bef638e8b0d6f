//! What a showing needs, against the real plans: slides with something to say, flows that add up, the queue, and moves
//! that are kept as one step.
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
use samplan::lever;
use samplan::money::{Decimal, sum};
use samplan::outcome::project;
use samplan::plan::{Category, Id, Metric, Plan, Slide, SlideKind};
use samplan::show::{
    Inflow, Purpose, automatic, flows, into_edit, is_event, lever_changes, levers, levers_moving, queue, shown,
};

/// All that there are.
fn plans() -> Vec<Plan> {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/plans")).unwrap();
    let names = files.filter_map(|file| file.unwrap().path().file_stem()?.to_str().map(str::to_owned));
    let plans: Vec<Plan> = names.map(|name| plan(&name)).collect();
    assert!(!plans.is_empty());
    plans
}

fn plan(name: &str) -> Plan {
    let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn kinds(slides: &[Slide]) -> Vec<SlideKind> {
    slides.iter().map(|slide| slide.kind).collect()
}

#[test]
fn a_slide_with_nothing_to_show_is_left_out() {
    let varend = plan("varend-2016");
    let scenario = &varend.scenarios[0];
    let outcome = project(&varend, Some(scenario)).unwrap();
    let found = kinds(&automatic(&varend, Some(scenario), &outcome));
    assert!(found.contains(&SlideKind::Capacity) && found.contains(&SlideKind::Levers));
    assert!(!found.contains(&SlideKind::Risks) && !found.contains(&SlideKind::Question));

    let akst = plan("akst-2014");
    let outcome = project(&akst, None).unwrap();
    let found = kinds(&automatic(&akst, None, &outcome));
    assert!(found.contains(&SlideKind::Risks) && !found.contains(&SlideKind::Capacity));
    assert!(!found.contains(&SlideKind::Proposal) && !found.contains(&SlideKind::Compare));
}

#[test]
fn own_slides_are_shown_but_hidden_ones() {
    let mut varend = plan("varend-2016");
    let outcome = project(&varend, Some(&varend.scenarios[0])).unwrap();
    let mut own = automatic(&varend, Some(&varend.scenarios[0]), &outcome);
    own.truncate(3);
    own[1].hidden = true;
    varend.scenarios[0].slides = own.clone();
    assert_eq!(shown(&varend, Some(&varend.scenarios[0]), &outcome), [own[0].clone(), own[2].clone()]);
}

#[test]
fn what_comes_in_goes_out() {
    for name in ["varend-2016", "akst-2014", "sydnarke-2016", "vaxjo-2014", "vaxjo-alvesta-2015"] {
        let plan = plan(name);
        let scenarios = plan.scenarios.iter().map(|one| Some(&**one)).chain([None]);
        for scenario in scenarios {
            let outcome = project(&plan, scenario).unwrap();
            for year in plan.horizon().iter() {
                let whole = flows(&outcome.budget, &outcome.projection, None, year, 100).unwrap();
                let few = flows(&outcome.budget, &outcome.projection, None, year, 3).unwrap();
                for (place, _) in whole.through.iter().enumerate() {
                    let into = |flows: &samplan::show::Flows| {
                        sum(flows.into.iter().filter(|flow| flow.association == place).map(|flow| flow.amount)).unwrap()
                    };
                    let out = sum(whole.out.iter().filter(|flow| flow.association == place).map(|flow| flow.amount));
                    assert_eq!(into(&whole), out.unwrap(), "{name} {year}");
                    assert_eq!(into(&few), into(&whole), "{name} {year}");
                }
                // What is told of them above is the year's result.
                let result = outcome.projection.get(None, year, Metric::Result).unwrap();
                for flows in [whole, few] {
                    assert_eq!(flows.received().unwrap() - flows.spent().unwrap(), result, "{name} {year}");
                }
            }
        }
    }
}

/// Växjö and Alvesta merged, the base grant lost and matched: 812 tkr of deficit a year. 2016 begins with 447 tkr,
/// 2017 with a debt of 365.
#[test]
fn what_saved_money_cannot_pay_is_missing() {
    let plan = plan("vaxjo-alvesta-2015");
    let outcome = project(&plan, plan.scenario("dagens-grundtilldelning-alla")).unwrap();
    let of = |year: u16| {
        let year = Year::new(year).unwrap();
        let flows = flows(&outcome.budget, &outcome.projection, None, year, 100).unwrap();
        let from = |end: Inflow| sum(flows.into.iter().filter(|flow| flow.end == end).map(|flow| flow.amount)).unwrap();
        let equity = outcome.projection.get(None, year, Metric::Equity).unwrap();
        [from(Inflow::Saved), from(Inflow::Missing), equity]
    };
    assert_eq!(of(2016), [447_000, 365_000, -365_000].map(Decimal::from));
    assert_eq!(of(2017), [0, 812_000, -1_177_000].map(Decimal::from));
}

/// A surplus after a deficit that nothing paid fills the hole first: Växjö lacks 561 tkr when 2016 ends. A year's surplus
/// of 238 tkr saves nothing; one of 799 tkr saves the 238 that are left when the hole is filled.
#[test]
fn a_surplus_that_fills_an_earlier_deficit_is_not_saved() {
    let mut plan = plan("vaxjo-2014");
    plan.years = 4;
    let contributions = |line: &&mut samplan::plan::Line| line.category == Category::Contribution;
    let last = Year::new(2017).unwrap();
    let lines = &mut plan.associations[0].lines;
    let count = i64::try_from(lines.iter_mut().filter(contributions).count()).unwrap();
    let of = |plan: &Plan| {
        let outcome = project(plan, None).unwrap();
        let flows = flows(&outcome.budget, &outcome.projection, None, last, 100).unwrap();
        let out = |end: Purpose| sum(flows.out.iter().filter(|flow| flow.end == end).map(|flow| flow.amount)).unwrap();
        let figures = &outcome.projection.total[3];
        [figures.opening_equity, figures.result, out(Purpose::EarlierDeficit), out(Purpose::Saved)]
    };
    // Costs are 3 800 tkr.
    for (paid, expected) in
        [(4_038_000, [-561_000, 238_000, 238_000, 0]), (4_599_000, [-561_000, 799_000, 561_000, 238_000])]
    {
        for line in plan.associations[0].lines.iter_mut().filter(contributions) {
            line.schedule.given_mut().insert(last, Decimal::from(paid) / Decimal::from(count));
        }
        assert_eq!(of(&plan), expected.map(Decimal::from));
    }
}

/// Saved money pays no more of a year than there is of it without the claim, and a surplus is saved when nothing is missing
/// any more, whatever an association begins with: what is liquid is reckoned here anew.
#[test]
fn saved_money_is_never_more_than_what_is_liquid() {
    let (mut used, mut missing, mut exactly, mut filling) = (0, 0, 0, 0);
    for plan in plans() {
        let deficit = |plan: &Plan| {
            let outcome = project(plan, None).unwrap();
            (-outcome.projection.get(None, plan.first_year, Metric::Result).unwrap()).max(Decimal::ZERO)
        };
        // A deficit in every plan: half of what comes in is lost.
        let mut short = plan.clone();
        for association in &mut short.associations {
            for line in association.lines.iter_mut().filter(|line| line.category == Category::Contribution) {
                line.schedule.given_mut().values_mut().for_each(|amount| *amount = (*amount / Decimal::TWO).round());
            }
        }
        let lost = deficit(&short);
        for (base, opening, claim) in [
            (&plan, None, 0),
            (&plan, Some(Decimal::from(-365_000)), 0),
            (&short, None, 0),
            (&short, None, 50_000),
            (&short, Some(Decimal::from(-365_000)), 0),
            (&short, Some(lost), 0),
            (&short, Some(lost), 1),
            (&short, Some(lost - Decimal::ONE), 0),
        ] {
            let mut plan = (*base).clone();
            for association in &mut plan.associations {
                let opening_equity = &mut association.opening_equity;
                opening_equity.amount = opening.unwrap_or(opening_equity.amount);
                opening_equity.claim += Decimal::from(claim);
            }
            for scenario in plan.scenarios.iter().map(|one| Some(&**one)).chain([None]) {
                let outcome = project(&plan, scenario).unwrap();
                for of in &outcome.projection.associations {
                    for (year, figures) in plan.horizon().iter().zip(&of.years) {
                        let flows = flows(&outcome.budget, &outcome.projection, Some(&of.id), year, 100).unwrap();
                        if flows.through.is_empty() {
                            continue;
                        }
                        let from = |wanted: Inflow| {
                            sum(flows.into.iter().filter(|flow| flow.end == wanted).map(|flow| flow.amount)).unwrap()
                        };
                        let out = |end: Purpose| -> Decimal {
                            flows.out.iter().filter(|flow| flow.end == end).map(|flow| flow.amount).sum()
                        };
                        let (to_saved, filled) = (out(Purpose::Saved), out(Purpose::EarlierDeficit));
                        let liquid = figures.opening_equity + figures.transfers - figures.claim;
                        let result = flows.received().unwrap() - flows.spent().unwrap();
                        let (saved, short) = (from(Inflow::Saved), from(Inflow::Missing));
                        let told = format!("{year} {opening:?} {claim} {}", of.id);
                        assert!(saved <= liquid.max(Decimal::ZERO), "{told}");
                        assert_eq!(to_saved + filled - saved - short, result, "{told}");
                        assert_eq!(filled, (-liquid).max(Decimal::ZERO).min(result.max(Decimal::ZERO)), "{told}");
                        filling += u32::from(filled > Decimal::ZERO);
                        // Nothing is missing while there is liquid money left.
                        assert!(short.is_zero() || saved == liquid.max(Decimal::ZERO), "{told}");
                        used += u32::from(saved > Decimal::ZERO);
                        missing += u32::from(short > Decimal::ZERO);
                        exactly += u32::from(saved > Decimal::ZERO && saved == liquid && short.is_zero());
                    }
                }
            }
        }
    }
    assert!(used > 30 && missing > 30 && exactly > 3 && filling > 3, "{used} {missing} {exactly} {filling}");
}

#[test]
fn the_smallest_payers_become_one() {
    let plan = plan("sydnarke-2016");
    let outcome = project(&plan, None).unwrap();
    let year = plan.first_year;
    let payers = |most| {
        let found = flows(&outcome.budget, &outcome.projection, None, year, most).unwrap();
        found.into.into_iter().map(|flow| flow.end).collect::<Vec<_>>()
    };
    let all = payers(100).into_iter().filter(|end| matches!(end, Inflow::Payer(_))).count();
    let few = payers(4);
    assert_eq!(few.iter().filter(|end| matches!(end, Inflow::Payer(_))).count(), 3);
    assert!(few.contains(&Inflow::Others(all - 3)));
}

#[test]
fn varend_has_more_enrolled_than_places() {
    // domain.md Q1 without an index: 30 places in 2018 for the 105 that are enrolled.
    let plan = plan("varend-2016");
    let outcome = project(&plan, Some(&plan.scenarios[0])).unwrap();
    let found = queue(&plan, &outcome, None, Year::new(2018).unwrap()).unwrap().unwrap();
    assert_eq!((found.enrolled, found.places, found.without), (105.into(), 30.into(), 75.into()));
    let out = flows(&outcome.budget, &outcome.projection, None, Year::new(2018).unwrap(), 9).unwrap().out;
    let base = out.iter().find(|flow| flow.end == Purpose::Activities(Some(samplan::plan::Approach::Base))).unwrap();
    assert!((base.amount - Decimal::from(889_200)).abs() < Decimal::from(1000), "{}", base.amount);
}

#[test]
fn moves_are_kept_as_a_new_scenario_and_undone_as_one() {
    let before = plan("varend-2016");
    let open = before.scenarios[0].id.clone();
    let first = levers(&before, Some(&before.scenarios[0]), &[]).remove(0);
    let mut copy = before.clone();
    lever::set(&mut copy, &first, Decimal::new(45, 2)).unwrap();
    let moved = lever_changes(&before, &copy, Some(&open));
    assert_eq!(moved.len(), 1);
    assert!(!moved[0].is_of_plan());
    let edit = into_edit(&moved, Some(&open), &Id::new("kopia"), "Kopia").unwrap();
    let after = edit.apply(&before).unwrap();
    assert_eq!(after.scenarios.len(), before.scenarios.len() + 1);
    assert_eq!(after.scenarios[0], before.scenarios[0]);
    assert_eq!(after.scenario("kopia").unwrap().steps, copy.scenarios[0].steps);
    assert!(into_edit(&[], Some(&open), &Id::new("kopia"), "Kopia").is_none());
}

/// The levers offered are those that move the figure: of Värend's step-down with Tingsryd the base shares move the
/// coordinators, and times come after them.
#[test]
fn levers_are_offered_by_their_effect() {
    let varend = plan("varend-2016");
    let scenario = varend.scenario("trappsteg-tingsryd").unwrap();
    let found = levers_moving(&varend, Some(scenario), None, Metric::Fte);
    assert_eq!(found.len(), Slide::MOST_LEVERS);
    let told = format!("{found:?}");
    assert_eq!(told.matches("BaseShare").count(), 3, "{told}");
    // Tingsryd comes in the middle of 2016, so that a point of the base is worth least in that year; the years stand in
    // their order all the same.
    let places: Vec<_> = ["2016", "2017", "2018"].map(|year| told.find(year)).into();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{told}");
    let years = varend.scenario("trappsteg").unwrap();
    let told = format!("{:?}", levers_moving(&varend, Some(years), None, Metric::Fte));
    assert!(told.find("2017") < told.find("2018"), "{told}");
    // What no lever moves is left to the first ones.
    let none = levers_moving(&varend, Some(scenario), None, Metric::Audit);
    assert_eq!(none, levers(&varend, Some(scenario), &[]));
}

/// What the state pays is not for the board to propose; a step-down is.
#[test]
fn an_event_is_not_a_proposal() {
    let sydnarke = plan("sydnarke-2016");
    assert!(sydnarke.scenarios[0].steps.iter().all(|step| is_event(&sydnarke, &step.decision)));
    let varend = plan("varend-2016");
    assert!(!is_event(&varend, &varend.scenarios[0].steps[0].decision));
}
