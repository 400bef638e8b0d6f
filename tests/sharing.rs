//! An edit copies and validates what it touches, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::edit::{AssociationEdit, Edit, EditError, LineEdit};
use samplan::exchange::read;
use samplan::money::Decimal;
use samplan::plan::Plan;

fn two() -> Plan {
    read(include_str!("../plans/vaxjo-alvesta-2015.json")).unwrap()
}

fn amount(plan: &Plan, amount: i64) -> Edit {
    let association = &plan.associations[0];
    let line = association.lines[0].id.clone();
    let edit = LineEdit::Amount { line, year: plan.first_year, amount: Some(Decimal::from(amount)) };
    Edit::Line(association.id.clone(), edit)
}

#[test]
fn an_edit_copies_only_the_association_that_it_changes() {
    let before = two();
    let after = amount(&before, 4_711).apply(&before).unwrap();
    assert!(!after.associations[0].is_same(&before.associations[0]));
    assert!(after.associations[1].is_same(&before.associations[1]));
    assert!(after.scenarios.iter().all(|scenario| scenario.is_among(&before.scenarios)));
    assert_ne!(before, after);
}

#[test]
fn what_an_edit_touches_is_validated() {
    let before = two();
    let Err(EditError::Invalid(problems)) = amount(&before, -1).apply(&before) else { panic!("taken") };
    assert!(problems.iter().all(|problem| problem.path.starts_with("associations[0].lines[0]")), "{problems:?}");
    let edit = Edit::Association(before.associations[1].id.clone(), AssociationEdit::Name(String::new()));
    assert!(matches!(edit.apply(&before), Err(EditError::Invalid(problems)) if problems.len() == 1));
}
