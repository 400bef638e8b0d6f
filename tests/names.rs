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

use samplan::edit::{AssociationEdit, Edit, EditError, ScenarioEdit};
use samplan::plan::{Member, Plan};

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
