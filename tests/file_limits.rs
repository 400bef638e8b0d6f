//! What was opened can be saved and opened again, at the limits of size too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::edit::{Edit, EditError, PlanEdit};
use samplan::exchange::{MOST_BYTES, MOST_DEPTH, MOST_VALUES, ReadError, fits, read, write};
use samplan::outcome::project;
use samplan::plan::{Id, Line, Plan};

/// As many as a note can have.
const MOST_LETTERS: usize = 10_000;

/// A plan whose file, without white space, has `bytes` bytes: lines with notes of many letters of four bytes each.
fn plan_of(bytes: usize) -> Plan {
    let mut plan = read(include_str!("../plans/varend-2015.json")).unwrap();
    let lines = &plan.associations[0].lines;
    let pattern = Line { note: "\u{1F600}".repeat(MOST_LETTERS), ..lines.last().unwrap().clone() };
    let mut room = bytes - compact(&plan).len();
    let mut made = Vec::new();
    while room > 0 {
        let mut line = Line { id: Id::new(&format!("rad-{}", made.len())), ..pattern.clone() };
        // The line, and the comma before it.
        let size = serde_json::to_string(&line).unwrap().len() + 1;
        if size > room {
            let left = room - (size - line.note.len());
            line.note = "\u{1F600}".repeat(left / 4) + &"x".repeat(left % 4);
        }
        room -= size.min(room);
        made.push(line);
    }
    plan.associations[0].lines.extend(made);
    plan
}

/// The file without white space.
fn compact(plan: &Plan) -> String {
    serde_json::to_string(&serde_json::from_str::<serde_json::Value>(&write(plan)).unwrap()).unwrap()
}

#[test]
fn a_plan_at_the_limit_is_written_as_a_file_that_opens() {
    // The line break at the end is part of the file.
    let plan = plan_of(MOST_BYTES - 1);
    assert_eq!(fits(&plan), Ok(()));
    let file = write(&plan);
    assert_eq!(file.len(), MOST_BYTES, "just as large as allowed, so without indent");
    assert_eq!(read(&file), Ok(plan));
}

#[test]
fn a_byte_more_does_not_fit() {
    let plan = plan_of(MOST_BYTES);
    let error = ReadError::TooLarge { bytes: MOST_BYTES + 1, most: MOST_BYTES };
    assert_eq!(fits(&plan), Err(error.clone()));
    assert_eq!(read(&write(&plan)), Err(error));
}

#[test]
fn a_file_that_would_be_written_too_large_is_not_opened() {
    let plan = plan_of(MOST_BYTES + 8);
    // As a program could write it: what has its usual value left out, and no checksum.
    let mut file: serde_json::Value = serde_json::from_str(&write(&plan)).unwrap();
    file.as_object_mut().unwrap().remove("checksum");
    let text = serde_json::to_string(&file).unwrap();
    assert!(text.len() <= MOST_BYTES);
    assert_eq!(read(&text), Err(ReadError::TooLarge { bytes: MOST_BYTES + 9, most: MOST_BYTES }));
}

#[test]
fn an_edit_that_makes_the_plan_too_large_is_refused_and_one_that_makes_it_smaller_is_not() {
    let plan = plan_of(MOST_BYTES - 100);
    let describe = |text: &str| Edit::Plan(PlanEdit::Description(text.to_owned()));
    assert_eq!(describe(&"x".repeat(5_000)).apply_to_keep(&plan), Err(EditError::TooLarge));
    assert!(describe("x").apply_to_keep(&plan).is_ok());
    let large = plan_of(MOST_BYTES + 8);
    assert!(describe("x").apply_to_keep(&large).is_ok());
}

/// The most of each kind opens and is reckoned; one more is refused.
#[test]
fn counts_have_limits() {
    let plan = read(include_str!("../plans/varend-2015.json")).unwrap();
    let with_associations = |count: usize| {
        let mut plan = plan.clone();
        while plan.associations.len() < count {
            let mut another = plan.associations[0].clone();
            another.id = Id::new(&format!("forbund-{}", plan.associations.len()));
            plan.associations.push(another);
        }
        plan
    };
    let with_lines = |count: usize| {
        let mut plan = plan.clone();
        let pattern = plan.associations[0].lines.last().unwrap().clone();
        for number in plan.associations[0].lines.len()..count {
            plan.associations[0].lines.push(Line { id: Id::new(&format!("rad-{number}")), ..pattern.clone() });
        }
        plan
    };
    for (most, more) in [(with_associations(120), with_associations(121)), (with_lines(500), with_lines(501))] {
        let opened = read(&write(&most)).unwrap();
        assert_eq!(opened, most);
        assert!(project(&opened, None).is_ok());
        assert!(matches!(read(&write(&more)), Err(ReadError::Invalid(_))));
    }
}

/// Lists inside lists, and more values than a plan has.
#[test]
fn depth_and_number_of_values_have_limits() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(matches!(read(&nested(MOST_DEPTH + 1)), Err(ReadError::TooDeep { most: MOST_DEPTH, .. })));
    assert!(!matches!(read(&nested(MOST_DEPTH)), Err(ReadError::TooDeep { .. })));
    let many = |count: usize| format!("[{}0]", "0,".repeat(count - 2));
    assert!(matches!(read(&many(MOST_VALUES + 1)), Err(ReadError::TooManyValues { most: MOST_VALUES, .. })));
    assert!(!matches!(read(&many(MOST_VALUES)), Err(ReadError::TooManyValues { .. })));
}
