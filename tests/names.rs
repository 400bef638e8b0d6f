//! Names: none is doubled, and a member's new name reaches the line that it pays by.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::decision::Decision;
use samplan::edit::{AssociationEdit, Edit, EditError, ScenarioEdit, StepField};
use samplan::plan::{Association, Id, Member, Plan, ScenarioStep};

fn plan(name: &str) -> Plan {
    let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_name_that_another_has_is_refused() {
    let varend = plan("varend-2016");
    let scenario = varend.scenarios[0].id.clone();
    let taken = varend.scenarios[1].name.to_uppercase();
    let edit = Edit::Scenario(scenario.clone(), ScenarioEdit::Name(taken.clone()));
    assert_eq!(edit.apply(&varend), Err(EditError::NameTaken(taken)));
    let empty = Edit::Scenario(scenario, ScenarioEdit::Name(" ".to_owned()));
    assert!(matches!(empty.apply(&varend), Err(EditError::Invalid(_))));

    let association = &varend.associations[0];
    let doubled = Member { name: association.members[1].name.clone(), ..association.members[0].clone() };
    let edit = Edit::Association(association.id.clone(), AssociationEdit::ReplaceMember(doubled.clone()));
    assert_eq!(edit.apply(&varend), Err(EditError::NameTaken(doubled.name)));
}

/// Space and marks that nobody sees make no other name, and of nothing else there is no name.
#[test]
fn names_that_look_the_same_are_refused() {
    let varend = plan("varend-2016");
    let scenario = varend.scenarios[0].id.clone();
    let taken = varend.scenarios[1].name.as_str();
    let unseen = [taken.replace(' ', "\u{a0} "), format!("\u{200b}{taken}\u{feff}"), format!("{taken}\u{ad} ")];
    for name in unseen {
        let edit = Edit::Scenario(scenario.clone(), ScenarioEdit::Name(name.clone()));
        assert_eq!(edit.apply(&varend), Err(EditError::NameTaken(name)));
    }
    let empty = Edit::Scenario(scenario, ScenarioEdit::Name("\u{a0}\u{200b}".to_owned()));
    assert!(matches!(empty.apply(&varend), Err(EditError::Invalid(_))));
    // As a Mac writes it in a file's name.
    let (id, member) = (varend.associations[0].id.clone(), varend.associations[0].members[0].clone());
    let other =
        varend.associations[0].members.iter().find(|one| one.name.contains('ö') && one.id != member.id).unwrap();
    let renamed = Member { name: other.name.replace('ö', "o\u{308}"), ..member };
    let edit = Edit::Association(id, AssociationEdit::ReplaceMember(renamed.clone()));
    assert_eq!(edit.apply(&varend), Err(EditError::NameTaken(renamed.name)));
}

/// A municipality that joins is not called as one that is a member, nor a merged association as one that goes on.
#[test]
fn what_a_decision_brings_in_has_a_name_of_its_own() {
    let renamed = |plan: &Plan, scenario: &str, name: &str| {
        let scenario = plan.scenario(scenario).unwrap();
        let is_named = |step: &&ScenarioStep| step.decision.introduces().is_some();
        let mut step = scenario.steps.iter().find(is_named).unwrap().clone();
        match &mut step.decision {
            Decision::MemberJoins(joins) => name.clone_into(&mut joins.name),
            Decision::Merger(merger) => name.clone_into(&mut merger.name),
            _ => unreachable!(),
        }
        let edit = ScenarioEdit::ReplaceStep { step: Box::new(step), field: StepField::Decision };
        Edit::Scenario(scenario.id.clone(), edit).apply(plan).map(|_| ())
    };
    let taken = |name: &str| Err(EditError::NameTaken(name.to_owned()));
    let varend = plan("varend-2016");
    let joins = varend.scenarios[1].name.clone();
    assert_eq!(renamed(&varend, &joins, "alvesta  KOMMUN"), taken("alvesta  KOMMUN"));
    assert_eq!(renamed(&varend, &joins, "Tingsryd"), Ok(()));
    let mut pair = plan("vaxjo-alvesta-2015");
    let merger = pair.scenarios[0].name.clone();
    // The new one may be called as one of those that it is formed of.
    let part = pair.associations[0].name.clone();
    assert_eq!(renamed(&pair, &merger, &part), Ok(()));
    pair.associations.push(Association::new(Id::new("finnveden"), "Finnveden").into());
    assert_eq!(renamed(&pair, &merger, "finnveden"), taken("finnveden"));
}

#[test]
fn a_members_new_name_reaches_its_contribution_line() {
    let varend = plan("varend-2016");
    let association = &varend.associations[0];
    let old = association.members.iter().find(|one| one.name == "Alvesta kommun").unwrap();
    let renamed = Member { name: "Alvesta".to_owned(), ..old.clone() };
    let edit = Edit::Association(association.id.clone(), AssociationEdit::ReplaceMember(renamed));
    let after = edit.apply(&varend).unwrap();
    let paid = after.associations[0].lines.iter().filter(|line| line.member.as_ref() == Some(&old.id));
    assert!(paid.clone().count() > 0 && paid.clone().all(|line| line.name == "Alvesta"));
}
