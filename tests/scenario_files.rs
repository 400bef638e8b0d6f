//! Scenarios that travel without their plan.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod generator;

use proptest::prelude::*;
use samplan::exchange::{FormError, ReadError, is_scenario_file, read, read_scenarios, write_scenarios};
use samplan::meet::{Kinship, MatchLikeness, arrive, bring, pack, seen};
use samplan::outcome::project;
use samplan::plan::{Id, Plan};
use samplan::sorted::SortedMap;

fn two() -> Plan {
    read(include_str!("../plans/vaxjo-alvesta-2015.json")).unwrap()
}

fn all(plan: &Plan) -> Vec<Id> {
    plan.scenarios.iter().map(|one| one.id.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn exported_and_opened_on_the_same_plan_a_scenario_gives_the_same_figures(plan in generator::plan()) {
        prop_assume!(!plan.scenarios.is_empty());
        let text = write_scenarios(&pack(&plan, &all(&plan)));
        let file = read_scenarios(&text).unwrap();
        prop_assert_eq!(&write_scenarios(&file), &text);
        let arrival = arrive(&plan, &file, &SortedMap::new());
        prop_assert_eq!(arrival.kinship, Kinship::SameBase);
        let brought = bring(&plan, &file, &arrival.mapping());
        for (scenario, arrived) in plan.scenarios.iter().zip(&brought) {
            prop_assert_eq!(&arrived.left_out, &vec![]);
            let (Ok(before), Ok(after)) = (project(&plan, Some(scenario)), project(&plan, Some(&arrived.scenario))) else {
                continue;
            };
            prop_assert_eq!(before.projection.total, after.projection.total);
            prop_assert!(seen(&plan, &file, &scenario.id, arrived).iter().all(|row| row.there == row.here));
        }
    }

    #[test]
    fn no_changed_byte_opens_as_another_scenario(place in 0usize..100_000, byte in any::<u8>()) {
        let text = write_scenarios(&pack(&two(), &all(&two())));
        let mut bytes = text.clone().into_bytes();
        let place = place % bytes.len();
        bytes[place] = byte;
        if let Ok(changed) = String::from_utf8(bytes)
            && let Ok(file) = read_scenarios(&changed)
        {
            prop_assert_eq!(write_scenarios(&file), text);
        }
    }
}

#[test]
fn a_cut_off_file_is_refused() {
    let text = write_scenarios(&pack(&two(), &all(&two())));
    let cuts = text.char_indices().map(|(place, _)| place).take_while(|place| *place < text.trim_end().len());
    // All near the ends, and some of those between.
    let some = cuts.enumerate().filter(|(number, cut)| number % 97 == 0 || *cut < 300 || text.len() - cut < 100);
    for (_, cut) in some {
        assert!(read_scenarios(&text[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn a_plan_file_is_no_scenario_file_and_the_other_way_round() {
    let text = write_scenarios(&pack(&two(), &all(&two())));
    assert!(is_scenario_file(&text) && !is_scenario_file(include_str!("../plans/varend-2015.json")));
    assert!(matches!(read(&text), Err(ReadError::NotAPlanFile { found: Some(_) })));
    assert!(matches!(read_scenarios(include_str!("../plans/varend-2015.json")), Err(ReadError::NotAPlanFile { .. })));
    let newer = text.replace("\"version\": 1", "\"version\": 2");
    assert_eq!(read_scenarios(&newer), Err(ReadError::NewerVersion { found: 2, newest: 1 }));
    let damaged = text.replacen("\"name\": \"", "\"name\": \"X", 1);
    assert!(matches!(read_scenarios(&damaged), Err(ReadError::Changed { .. })));
    let unknown = text.replacen("\"fingerprint\"", "\"finger\"", 1);
    assert!(matches!(read_scenarios(&unknown), Err(ReadError::Form(FormError::UnknownField { .. }))));
    let none = ReadError::Invalid(Vec::new());
    let empty = write_scenarios(&pack(&two(), &[]));
    assert!(matches!(read_scenarios(&empty), Err(ReadError::Invalid(problems)) if problems.len() == 1), "{none:?}");
}

/// The same plan with other ids everywhere, as another board would have typed it.
fn retyped(plan: &Plan) -> Plan {
    let mut other = Plan { id: Id::new("another"), scenarios: Vec::new(), ..plan.clone() };
    let new = |id: &Id| Id::new(&format!("x-{id}"));
    for association in &mut other.associations {
        association.id = new(&association.id);
        association.printed.clear();
        association.goals.clear();
        association.risks.clear();
        association.actuals = None;
        for member in &mut association.members {
            member.id = new(&member.id);
        }
        for line in &mut association.lines {
            line.id = new(&line.id);
            line.member = line.member.as_ref().map(new);
            line.index = line.index.as_ref().map(new);
        }
    }
    for index in &mut other.indices {
        index.id = new(&index.id);
    }
    other
}

#[test]
fn on_another_plan_it_is_the_names_that_agree() {
    let sender = two();
    let file = pack(&sender, &all(&sender));
    let here = retyped(&sender);
    let arrival = arrive(&here, &file, &SortedMap::new());
    assert_eq!(arrival.kinship, Kinship::OtherPlan);
    assert!(!arrival.references.is_empty());
    for one in &arrival.references {
        assert_eq!(one.likeness, MatchLikeness::Same, "{one:?}");
        assert_eq!(one.stands.as_ref().map(Id::as_str), Some(format!("x-{}", one.what.id()).as_str()));
    }
    for (scenario, arrived) in sender.scenarios.iter().zip(bring(&here, &file, &arrival.mapping())) {
        let there = project(&sender, Some(scenario)).unwrap();
        let now = project(&here, Some(&arrived.scenario)).unwrap();
        assert_eq!(there.projection.total, now.projection.total);
        assert_eq!((arrived.left_out.len(), now.skipped.len()), (0, there.skipped.len()));
        assert!(seen(&here, &file, &scenario.id, &arrived).iter().all(|row| row.there == row.here));
    }
}

#[test]
fn what_has_only_its_id_in_common_is_not_taken_for_the_same() {
    let sender = two();
    let file = pack(&sender, &all(&sender));
    let mut here = Plan { id: Id::new("another"), scenarios: Vec::new(), ..sender.clone() };
    for association in &mut here.associations {
        association.name = format!("Annat {}", association.id);
    }
    let arrival = arrive(&here, &file, &SortedMap::new());
    let doubtful = arrival.references.iter().filter(|one| one.likeness == MatchLikeness::Doubtful).count();
    assert!(doubtful >= 2, "{:?}", arrival.references);
    for arrived in bring(&here, &file, &arrival.mapping()) {
        assert!(!arrived.left_out.is_empty());
        assert!(arrived.scenario.steps.iter().all(|step| step.decision.references().is_empty()));
    }
}

#[test]
fn one_that_is_here_already_comes_in_beside_it() {
    let plan = two();
    let file = pack(&plan, &all(&plan));
    let arrival = arrive(&plan, &file, &SortedMap::new());
    for (own, arrived) in plan.scenarios.iter().zip(bring(&plan, &file, &arrival.mapping())) {
        assert_ne!(own.id, arrived.scenario.id);
        assert_eq!(arrived.scenario.name, format!("{} (2)", own.name));
    }
}
