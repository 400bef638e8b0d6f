//! Plans put together, the scenario of their merger, and new decisions after it.
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
use samplan::comparison::Comparison;
use samplan::decision::{Decision, DecisionKind, DraftNames, Introduced};
use samplan::edit::next_decision;
use samplan::exchange::read;
use samplan::meet::{TogetherError, YearSpan, merger_scenario, together, years_together};
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Id, Metric, Plan, Scenario, ScenarioStep, validate};

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

fn pair() -> Plan {
    read(include_str!("../plans/vaxjo-alvesta-2015.json")).unwrap()
}

/// The pair's plan with one of its associations only, as that board has it.
fn alone(id: &str) -> Plan {
    let mut plan = pair();
    plan.id = Id::new(id);
    plan.associations.retain(|one| one.id.as_str() == id);
    plan.scenarios.clear();
    plan
}

fn names() -> DraftNames {
    DraftNames { merged: "Nya".to_owned(), member: "Tingsryd".to_owned(), one_off: "Flytt".to_owned() }
}

fn whole() -> Plan {
    let (one, other) = (alone("vaxjo"), alone("alvesta"));
    let years = years_together(&[&one, &other])[0];
    together(&[&one, &other], years, |_, _, proposal| proposal.accepted(years)).unwrap()
}

#[test]
fn two_boards_plans_put_together_are_the_plan_of_both() {
    let (whole, pair) = (whole(), pair());
    assert_eq!(validate(&whole), []);
    let (ours, theirs) = (project(&whole, None).unwrap().projection, project(&pair, None).unwrap().projection);
    assert_eq!(ours.total, theirs.total);
    assert_eq!(ours.associations, theirs.associations);
}

#[test]
fn their_merger_loses_one_base_grant_and_keeps_all_money() {
    let mut whole = whole();
    let scenario = merger_scenario(&whole, "Sammanslagning", &names()).unwrap();
    whole.scenarios.push(scenario.clone().into());
    assert_eq!(validate(&whole), []);
    let (before, after) = (project(&whole, None).unwrap(), project(&whole, Some(&scenario)).unwrap());
    assert_eq!(after.skipped, []);
    let figure =
        |outcome: &samplan::outcome::Outcome, at: u16, metric| outcome.projection.get(None, year(at), metric).unwrap();
    let Decision::Merger(merger) = &scenario.steps[0].decision else { panic!("a merger") };
    assert_eq!(merger.associations.len(), 2);
    let (at, last) = (merger.year, whole.horizon().last());
    assert_eq!(at, whole.first_year.next());
    for at in whole.horizon().iter() {
        let lost = if at < merger.year { Decimal::ZERO } else { Decimal::from(400_000) };
        let at = at.to_string().parse().unwrap();
        assert_eq!(figure(&before, at, Metric::Contributions) - figure(&after, at, Metric::Contributions), lost);
        assert_eq!(figure(&before, at, Metric::Cost), figure(&after, at, Metric::Cost));
    }
    let years = Decimal::from(last.since(at) + 1);
    let last = last.to_string().parse().unwrap();
    let lost = figure(&before, last, Metric::Equity) - figure(&after, last, Metric::Equity);
    assert_eq!(lost, years * Decimal::from(400_000));
}

#[test]
fn other_first_years_are_laid_side_by_side() {
    let (one, mut other) = (alone("vaxjo"), alone("alvesta"));
    other.first_year = year(2014);
    let spans = years_together(&[&one, &other]);
    let (first, last) = (one.first_year, other.horizon().last());
    assert_eq!(spans[0], YearSpan { first, last });
    assert_eq!(spans[1].first, year(2014));
    let whole = together(&[&one, &other], spans[0], |_, _, proposal| proposal.accepted(spans[0])).unwrap();
    let rolled = project(&other, None).unwrap().projection.get(None, first, Metric::Equity).unwrap();
    let here = project(&whole, None).unwrap().projection;
    assert_eq!(here.get(Some(&Id::new("alvesta")), first, Metric::Equity).unwrap(), rolled, "rolled by its own plan");
}

#[test]
fn one_plan_alone_and_two_versions_of_one_are_refused() {
    let one = alone("vaxjo");
    let years = years_together(&[&one])[0];
    let accept = |_: usize, _: &Id, proposal: &samplan::meet::Proposal| proposal.accepted(years);
    assert_eq!(together(&[&one], years, accept), Err(TogetherError::TooFew));
    assert_eq!(together(&[&one, &one.clone()], years, accept), Err(TogetherError::SamePlan(0, 1)));
    assert_eq!(merger_scenario(&one, "Sammanslagning", &names()), None);
}

/// A scenario with a merger of the pair's two in a year.
fn merging(plan: &Plan, at: u16) -> Scenario {
    let mut scenario = merger_scenario(plan, "Sammanslagning", &names()).unwrap();
    if let Decision::Merger(merger) = &mut scenario.steps[0].decision {
        merger.year = year(at);
    }
    scenario
}

#[test]
fn after_a_merger_every_new_decision_is_about_what_it_forms_and_applies() {
    let plan = pair();
    let scenario = merging(&plan, 2016);
    for shown in [None, Some(Id::new("vaxjo")), Some(Id::new("nya"))] {
        for kind in DecisionKind::ALL {
            let Some(decision) = next_decision(&plan, &scenario, shown.as_ref(), kind, &names()) else {
                assert!(
                    matches!(kind, DecisionKind::Merger | DecisionKind::IndexChange | DecisionKind::MemberLeaves),
                    "{kind:?}"
                );
                continue;
            };
            if kind != DecisionKind::IndexChange {
                assert_eq!(decision.association(), Some(&Id::new("nya")), "{kind:?}");
            }
            let mut with = scenario.clone();
            with.steps.push(ScenarioStep { id: Id::new("next"), name: String::new(), on: true, decision });
            assert_eq!(project(&plan, Some(&with)).unwrap().skipped, [], "{kind:?}");
        }
    }
}

#[test]
fn without_a_merger_or_with_one_that_is_off_it_is_about_what_is_shown() {
    let plan = pair();
    let mut off = merging(&plan, 2016);
    off.steps[0].on = false;
    for scenario in [Scenario::new(Id::new("s"), "S"), off] {
        let about = |shown: Option<&Id>| {
            let drafted = next_decision(&plan, &scenario, shown, DecisionKind::EquityUse, &names()).unwrap();
            drafted.association().cloned()
        };
        assert_eq!(about(None), Some(plan.associations[0].id.clone()));
        assert_eq!(about(Some(&Id::new("alvesta"))), Some(Id::new("alvesta")));
    }
    // A second merger does not take the id of the first, which may be turned on again.
    let mut off = merging(&plan, 2016);
    off.steps[0].on = false;
    let Some(Decision::Merger(second)) = next_decision(&plan, &off, None, DecisionKind::Merger, &names()) else {
        panic!("a merger")
    };
    assert_ne!(second.into, Id::new("nya"));
}

#[test]
fn what_new_decisions_bring_in_has_a_name_that_nothing_else_has() {
    let plan = pair();
    let mut scenario = Scenario::new(Id::new("s"), "S");
    for (place, name) in ["Ny kommun", "Ny kommun 2", "Ny kommun 3"].into_iter().enumerate() {
        let names = DraftNames { member: "Ny kommun".to_owned(), ..names() };
        let decision = next_decision(&plan, &scenario, None, DecisionKind::MemberJoins, &names).unwrap();
        let Decision::MemberJoins(joins) = &decision else { panic!("a member") };
        assert_eq!(joins.name, name);
        scenario.steps.push(ScenarioStep {
            id: Id::new(&format!("m{place}")),
            name: String::new(),
            on: true,
            decision,
        });
    }
    assert_eq!(project(&plan, Some(&scenario)).unwrap().skipped, []);

    let mut off = merging(&plan, 2016);
    off.steps[0].on = false;
    let taken = off.steps[0].decision.introduces().map(|made| match made {
        Introduced::Association(_, name) | Introduced::Member(_, name) => name.to_owned(),
        Introduced::Line(line) => line.name.clone(),
    });
    let taken = DraftNames { merged: taken.unwrap(), ..names() };
    let Some(Decision::Merger(second)) = next_decision(&plan, &off, None, DecisionKind::Merger, &taken) else {
        panic!("a merger")
    };
    assert_eq!(second.name, format!("{} 2", taken.merged));
}

#[test]
fn last_years_plan_stands_beside_this_years_in_this_years_years() {
    let this = read(include_str!("../plans/varend-2016.json")).unwrap();
    let last = read(include_str!("../plans/varend-2015.json")).unwrap();
    let name = Id::new(".");
    let across = Comparison::across(this.horizon(), [(None, &this, None), (Some(name), &last, None)]).unwrap();
    let there = project(&last, None).unwrap().projection;
    for at in this.horizon().iter() {
        let cell = across.cell(1, None, at, Metric::Contributions);
        assert_eq!(cell.new, there.get(None, at, Metric::Contributions), "{at}");
        assert_eq!(cell.new.is_some(), last.horizon().contains(at), "{at}: what it does not look at is unknown");
        assert!(cell.old.is_some());
    }
}
