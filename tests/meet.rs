//! Plans that meet: what differs is found, and taken over part by part.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "../examples/diff/command.rs"]
mod command;
mod generator;

use proptest::prelude::*;
use samplan::calendar::Year;
use samplan::exchange::{read, write};
use samplan::meet::{
    AssociationList, AssociationPart, MatchLikeness, NeighbourError, PlanField, PlanPart, Presence, YearSpan, add,
    differences, propose, renewable, renewed, take_over, with_what_it_needs,
};
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Id, Index, Metric, Plan, Scenario};
use samplan::sorted::SortedMap;

const PLANS: [&str; 3] = [
    include_str!("../plans/vaxjo-alvesta-2015.json"),
    include_str!("../plans/varend-2016.json"),
    include_str!("../plans/sydnarke-2016.json"),
];

fn plan(text: &str) -> Plan {
    read(text).unwrap()
}

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

fn parts(mine: &Plan, theirs: &Plan) -> Vec<PlanPart> {
    differences(mine, theirs).into_iter().map(|difference| difference.part).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn taking_over_every_difference_makes_two_plans_equal(mine in generator::plan(), theirs in generator::plan()) {
        let joined = take_over(&mine, &theirs, &parts(&mine, &theirs)).unwrap();
        prop_assert_eq!(write(&joined), write(&theirs));
        prop_assert!(differences(&joined, &theirs).is_empty());
    }

    #[test]
    fn a_plan_does_not_differ_from_itself(plan in generator::plan()) {
        prop_assert!(differences(&plan, &plan).is_empty());
    }

    #[test]
    fn each_difference_that_can_be_taken_over_by_itself_is_gone_after_it(
        mine in generator::plan(),
        theirs in generator::plan(),
    ) {
        for part in parts(&mine, &theirs) {
            let Ok(needed) = with_what_it_needs(&mine, &theirs, &part) else { continue };
            let joined = take_over(&mine, &theirs, &needed).unwrap();
            prop_assert!(!parts(&joined, &theirs).contains(&part), "{part:?}");
        }
    }
}

#[test]
fn a_changed_line_is_told_with_its_kronor_by_year() {
    let mine = plan(PLANS[0]);
    let mut theirs = mine.clone();
    let line = theirs.associations[0].lines.iter_mut().find(|line| line.id.as_str() == "arvoden").unwrap();
    let year = year(2016);
    line.schedule.given_mut().insert(year, Decimal::from(250_000));
    line.note = "Fler möten".into();

    let found = differences(&mine, &theirs);
    let [line] = found.as_slice() else { panic!("{found:?}") };
    let arvoden = AssociationPart::Listed(AssociationList::Line, Id::new("arvoden"));
    assert_eq!(line.part, PlanPart::Association(Id::new("vaxjo"), arvoden));
    assert_eq!((line.presence, line.fields.as_slice()), (Presence::Both, &["note".into(), "schedule".into()][..]));
    let [amounts] = line.amounts.as_slice() else { panic!("{line:?}") };
    assert_eq!((amounts.year, amounts.mine, amounts.theirs), (year, Some(220_000.into()), Some(250_000.into())));
}

#[test]
fn two_who_worked_apart_join_their_work() {
    let before = plan(PLANS[0]);
    let (mut mine, mut theirs) = (before.clone(), before.clone());
    mine.name = "Mitt namn".into();
    theirs.scenarios.push(Scenario::new(Id::new("deras"), "Deras scenario").into());
    theirs.associations[1].lines.remove(0);

    let others: Vec<PlanPart> =
        parts(&mine, &theirs).into_iter().filter(|part| *part != PlanPart::Plan(PlanField::Name)).collect();
    let joined = take_over(&mine, &theirs, &others).unwrap();
    assert_eq!(joined.name, "Mitt namn");
    assert_eq!(Plan { name: before.name.clone(), ..joined }, theirs);
}

#[test]
fn a_line_brings_the_member_that_pays_it_and_the_index_that_it_follows() {
    let theirs = plan(PLANS[0]);
    let mut mine = theirs.clone();
    let gone = mine.associations[0].members.remove(0).id;
    mine.associations[0].lines.retain(|line| line.member.as_ref() != Some(&gone));

    let association = theirs.associations[0].id.clone();
    let line = theirs.associations[0].lines.iter().find(|line| line.member.as_ref() == Some(&gone)).unwrap();
    let part = |list, id: &Id| PlanPart::Association(association.clone(), AssociationPart::Listed(list, id.clone()));
    let wanted = part(AssociationList::Line, &line.id);
    assert!(take_over(&mine, &theirs, std::slice::from_ref(&wanted)).is_err());
    let needed = with_what_it_needs(&mine, &theirs, &wanted).unwrap();
    assert_eq!(needed, [wanted, part(AssociationList::Member, &gone)]);
    assert!(take_over(&mine, &theirs, &needed).is_ok());
}

#[test]
fn order_is_a_difference_of_its_own() {
    let mine = plan(PLANS[2]);
    let mut theirs = mine.clone();
    theirs.associations[0].lines.reverse();
    let found = parts(&mine, &theirs);
    let order = PlanPart::Association(mine.associations[0].id.clone(), AssociationPart::Order(AssociationList::Line));
    assert_eq!(found, [order]);
    assert_eq!(take_over(&mine, &theirs, &found).unwrap(), theirs);
}

#[test]
fn the_command_prints_what_differs_and_nothing_for_equal_plans() {
    let file = |name: &str| format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let run = |a: &str, b: &str| -> serde_json::Value {
        serde_json::from_str(&command::run([file(a).into(), file(b).into()]).unwrap()).unwrap()
    };
    assert_eq!(run("vaxjo-2014", "vaxjo-2014"), serde_json::json!({ "differences": [] }));
    let found = run("varend-2015", "varend-2016");
    assert!(found["differences"].as_array().unwrap().iter().any(|row| row["part"] == "name" && row["in"] == "both"));
    assert!(command::run([file("vaxjo-2014").into()]).unwrap_err().contains("two files"));
    assert!(command::run([file("no").into(), file("no").into()]).unwrap_err().contains("cannot be read"));
}

/// The pair's plan with Växjö alone, and a plan of Alvesta's own that begins a year earlier and runs longer.
fn two_files() -> (Plan, Plan, Plan) {
    let pair = plan(PLANS[0]);
    let alone = |id: &str| {
        let mut plan = pair.clone();
        plan.associations.retain(|association| association.id.as_str() == id);
        plan.scenarios.clear();
        plan
    };
    let mut alvesta = alone("alvesta");
    alvesta.first_year = year(2014);
    alvesta.years = 6;
    (pair.clone(), alone("vaxjo"), alvesta)
}

#[test]
fn two_files_put_together_give_the_mergers_worked_numbers() {
    let (pair, vaxjo, alvesta) = two_files();
    let id = Id::new("alvesta");
    let proposal = propose(&vaxjo, &alvesta, &id).unwrap();
    assert_eq!(proposal.id, id);
    let same = |id: &str| proposal.members.iter().find(|one| one.theirs.as_str() == id).unwrap().likeness;
    assert_eq!(same("forsakringskassan"), MatchLikeness::Same);
    assert_eq!(same("alvesta-kommun"), MatchLikeness::None);
    assert_eq!(proposal.years[0], YearSpan { first: year(2015), last: year(2017) });
    assert_eq!(proposal.years[1], YearSpan { first: year(2014), last: year(2019) });

    let mut together = add(&vaxjo, &alvesta, &id, &proposal.accepted(proposal.years[0])).unwrap();
    together.scenarios.clone_from(&pair.scenarios);
    for scenario in pair.cases() {
        let figures = project(&together, scenario).unwrap().projection;
        let expected = project(&pair, scenario).unwrap().projection;
        for (year, metric) in pair.horizon().iter().flat_map(|year| Metric::ALL.map(|metric| (year, metric))) {
            assert_eq!(figures.get(None, year, metric), expected.get(None, year, metric), "{year} {metric:?}");
        }
    }
}

#[test]
fn equity_is_rolled_forward_by_the_neighbours_own_plan() {
    let (_, vaxjo, alvesta) = two_files();
    let id = Id::new("alvesta");
    let years = YearSpan { first: year(2017), last: year(2019) };
    let together = add(&vaxjo, &alvesta, &id, &propose(&vaxjo, &alvesta, &id).unwrap().accepted(years)).unwrap();
    for (plan, id) in [(&vaxjo, "vaxjo"), (&alvesta, "alvesta")] {
        let closing = project(plan, None).unwrap().projection.get(Some(&Id::new(id)), year(2016), Metric::Equity);
        let opening = together.association(&Id::new(id)).unwrap().opening_equity.amount;
        assert_eq!(Some(opening), closing, "{id}");
    }
}

#[test]
fn equity_of_a_plan_that_begins_later_comes_in_its_first_year() {
    let (_, mut vaxjo, alvesta) = two_files();
    vaxjo.first_year = year(2016);
    let id = Id::new("alvesta");
    let years = YearSpan { first: year(2014), last: year(2017) };
    let together = add(&vaxjo, &alvesta, &id, &propose(&vaxjo, &alvesta, &id).unwrap().accepted(years)).unwrap();
    let own = together.association(&Id::new("vaxjo")).unwrap();
    assert_eq!(own.opening_equity.amount, Decimal::ZERO);
    assert_eq!(own.transfers, SortedMap::from([(year(2016), 639_000.into())]));
}

#[test]
fn what_only_looks_the_same_is_told_apart() {
    let (_, mut vaxjo, mut alvesta) = two_files();
    let index = |rate: i64| Index {
        id: Id::new("lon"),
        name: "Löner".into(),
        rates: SortedMap::from([(year(2015), Decimal::new(rate, 2))]),
        source: String::new(),
        date: String::new(),
    };
    vaxjo.indices.push(index(2));
    alvesta.indices.push(index(3));
    alvesta.associations[0].lines[0].index = Some(Id::new("lon"));
    let id = Id::new("alvesta");
    let proposal = propose(&vaxjo, &alvesta, &id).unwrap();
    assert_eq!(proposal.indices[0].likeness, MatchLikeness::Doubtful);

    let mut choices = proposal.accepted(proposal.years[0]);
    choices.members.clear();
    let together = add(&vaxjo, &alvesta, &id, &choices).unwrap();
    assert_eq!(together.indices[1].name, "Löner (Alvesta samordningsförbund)");
    assert_eq!(together.associations[1].lines[0].index, Some(together.indices[1].id.clone()));
    let state = &together.associations[1].members[0];
    assert_eq!(
        (state.id.as_str(), &*state.name),
        ("forsakringskassan-2", "Försäkringskassan (Alvesta samordningsförbund)")
    );
    assert_eq!(add(&together, &alvesta, &id, &choices), Err(NeighbourError::IdTaken(id)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_association_added_and_removed_leaves_the_plan_as_it_was(
        mine in generator::plan(),
        mut theirs in generator::plan(),
    ) {
        theirs.indices.clear();
        for association in &mut theirs.associations {
            association.lines.iter_mut().for_each(|line| line.index = None);
            association.capacity = None;
        }
        let id = theirs.associations[0].id.clone();
        let proposal = propose(&mine, &theirs, &id).unwrap();
        let choices = proposal.accepted(proposal.years[0]);
        if let Ok(mut together) = add(&mine, &theirs, &id, &choices) {
            prop_assert_eq!(together.associations.len(), mine.associations.len() + 1);
            together.associations.retain(|association| association.id != choices.id);
            prop_assert_eq!(together, mine);
        }
    }
}

/// Alvesta came from a file of its own; a newer version of that file shows what is new in it, in this plan's years and
/// under the ids that it has here, and can be taken over part by part.
#[test]
fn an_association_is_renewed_from_a_newer_version_of_its_plan() {
    let (_, vaxjo, mut alvesta) = two_files();
    alvesta.id = Id::new("alvestas-egen-plan");
    let id = Id::new("alvesta");
    let proposal = propose(&vaxjo, &alvesta, &id).unwrap();
    let joined = add(&vaxjo, &alvesta, &id, &proposal.accepted(proposal.years[0])).unwrap();
    assert!(renewable(&joined, &alvesta).map(|one| &one.id).eq([&id]));
    // The same version: nothing is new. Another plan, or the plan itself, renews nothing.
    assert_eq!(differences(&joined, &renewed(&joined, &alvesta, &id).unwrap()), []);
    assert_eq!(renewable(&joined, &vaxjo).count(), 0);
    assert!(renewed(&joined, &vaxjo, &id).is_err());

    let mut newer = alvesta.clone();
    let line = newer.associations[0].lines.iter_mut().find(|line| !line.category.is_income()).unwrap();
    line.schedule.given_mut().insert(year(2016), Decimal::from(123_000));
    let changed = line.id.clone();
    newer.associations[0].members[0].source = "2017".into();
    let beside = renewed(&joined, &newer, &id).unwrap();
    let found = parts(&joined, &beside);
    let part = |list, entry: &Id| PlanPart::Association(id.clone(), AssociationPart::Listed(list, entry.clone()));
    let line = part(AssociationList::Line, &changed);
    assert!(found.contains(&line), "{found:?}");
    assert!(found.iter().all(|one| matches!(one, PlanPart::Association(of, _) if *of == id)), "{found:?}");
    let after = take_over(&joined, &beside, std::slice::from_ref(&line)).unwrap();
    assert!(!parts(&after, &renewed(&after, &newer, &id).unwrap()).contains(&line));
    assert_eq!(after.associations[0], joined.associations[0]);
    assert_eq!(read(&write(&joined)).unwrap(), joined);
}
