//! The rooms of the house and the arrows that are allowed between them: only down, to a room that stands earlier in the
//! list, and no circle of files anywhere. `ARCHITECTURE.md` draws the same picture.

use crate::house::{House, circle};
use crate::package;
use std::collections::BTreeSet;

/// A room and the rooms that it may name.
type Room = (&'static str, &'static [&'static str]);

/// The rooms of the model from the ground up.
const MODEL: [Room; 20] = [
    ("money", &[]),
    ("calendar", &[]),
    ("id", &[]),
    ("quantity", &["money", "calendar"]),
    ("validation", &["money", "calendar", "id"]),
    ("base", &["money", "calendar", "id", "quantity", "validation"]),
    ("budget", &["money", "calendar", "id", "base"]),
    ("decision", &["money", "calendar", "id", "quantity", "validation", "base", "budget"]),
    ("plan", &["money", "calendar", "id", "validation", "base", "decision"]),
    ("projection", &["money", "calendar", "id", "base", "budget", "plan"]),
    ("finding", &["money", "calendar", "id", "base", "budget", "decision", "plan", "projection"]),
    ("outcome", &["money", "budget", "decision", "plan", "projection", "finding"]),
    ("lever", &["money", "calendar", "id", "quantity", "validation", "base", "decision", "plan"]),
    ("table", &["money", "calendar", "base"]),
    ("exchange", &["money", "calendar", "id", "validation", "base", "plan"]),
    ("comparison", &["money", "calendar", "id", "base", "budget", "decision", "plan", "projection"]),
    (
        "explore",
        &[
            "money",
            "calendar",
            "id",
            "quantity",
            "base",
            "budget",
            "decision",
            "plan",
            "projection",
            "outcome",
            "lever",
        ],
    ),
    (
        "meet",
        &[
            "money",
            "calendar",
            "id",
            "validation",
            "base",
            "budget",
            "decision",
            "plan",
            "projection",
            "outcome",
            "exchange",
        ],
    ),
    (
        "edit",
        &[
            "money",
            "calendar",
            "id",
            "validation",
            "base",
            "budget",
            "decision",
            "plan",
            "projection",
            "outcome",
            "lever",
            "meet",
            "table",
            "exchange",
        ],
    ),
    (
        "show",
        &[
            "money",
            "calendar",
            "id",
            "quantity",
            "base",
            "budget",
            "decision",
            "plan",
            "projection",
            "finding",
            "outcome",
            "lever",
            "explore",
            "edit",
        ],
    ),
];

/// Arrows that still go up, to be turned; one that is gone must leave this list.
const STILL_UP: &[(&str, &str)] = &[];
/// Rooms in which files still stand in circles.
const STILL_ROUND: &[&str] = &["exchange"];

/// The file that wires the rooms.
const MODEL_ROOT: &str = "lib.rs";

fn model() -> House {
    House::read(package().join("model/src"), MODEL_ROOT)
}

/// The room that a file stands in.
fn room(file: &str) -> &str {
    file.split_once('/').map_or_else(|| file.trim_end_matches(".rs"), |(room, _)| room)
}

/// The arrows between rooms: by what is named, and by where it is.
fn between_rooms(house: &House) -> BTreeSet<(&str, &str)> {
    let by_file = house.arrows().into_iter().map(|(from, to)| (room(from), room(to)));
    let by_name = house.rooms_named().into_iter().map(|(from, to)| (room(from), to));
    by_file.chain(by_name).filter(|(from, to)| from != to).collect()
}

#[test]
fn rooms_of_the_model_name_only_rooms_that_they_may() {
    let house = model();
    let arrows = between_rooms(&house);
    let may = |from: &str, to: &str| MODEL.iter().any(|(room, below)| *room == from && below.contains(&to));
    let refused: Vec<_> =
        arrows.iter().filter(|(from, to)| !may(from, to) && !STILL_UP.contains(&(from, to))).collect();
    assert!(refused.is_empty(), "the table of rooms does not allow {refused:?}");
    for arrow in STILL_UP {
        assert!(arrows.contains(arrow), "{arrow:?} is turned: take it off the list");
    }
}

#[test]
fn arrows_between_rooms_only_go_down() {
    for (place, (room, below)) in MODEL.iter().enumerate() {
        for other in *below {
            let at = MODEL.iter().position(|(name, _)| name == other);
            assert!(at.is_some_and(|at| at < place), "{room} may name {other}, which does not stand below it");
        }
    }
}

#[test]
fn no_files_stand_in_a_circle() {
    let house = model();
    let is_round = |file: &str| STILL_ROUND.contains(&room(file));
    let arrows = house.arrows().into_iter().filter(|(from, _)| !is_round(from)).collect();
    assert_eq!(circle(&arrows), None);
}
