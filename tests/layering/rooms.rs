//! The rooms of the house and the arrows that are allowed between them: only down, to a room that stands earlier in the
//! list, no view to another, and no circle of files. `ARCHITECTURE.md` draws the same picture.

use crate::house::{House, circle};
use crate::package;
use std::collections::BTreeSet;

/// A room and the rooms that it may name.
type Room = (&'static str, &'static [&'static str]);

/// The rooms of the model from the ground up.
const MODEL: [Room; 24] = [
    ("file_kind", &[]),
    ("sorted", &[]),
    ("money", &["sorted"]),
    ("form", &["sorted", "money"]),
    ("calendar", &["form"]),
    ("id", &["form"]),
    ("quantity", &["money", "calendar"]),
    ("validation", &["sorted", "money", "calendar", "id"]),
    ("base", &["sorted", "money", "form", "calendar", "id", "quantity", "validation"]),
    ("budget", &["sorted", "money", "calendar", "id", "base"]),
    ("decision", &["sorted", "money", "form", "calendar", "id", "quantity", "validation", "base", "budget"]),
    ("plan", &["sorted", "money", "form", "calendar", "id", "validation", "base", "decision"]),
    ("projection", &["sorted", "money", "calendar", "id", "base", "budget", "plan"]),
    ("finding", &["money", "calendar", "id", "base", "budget", "decision", "plan", "projection"]),
    ("outcome", &["money", "budget", "decision", "plan", "projection", "finding"]),
    ("workbook", &["money", "calendar", "id", "base", "budget", "plan", "projection"]),
    ("lever", &["money", "calendar", "id", "quantity", "validation", "base", "decision", "plan"]),
    ("table", &["file_kind", "money", "calendar", "validation", "base"]),
    ("exchange", &["file_kind", "sorted", "money", "form", "calendar", "id", "validation", "base", "plan"]),
    ("comparison", &["sorted", "money", "calendar", "id", "base", "budget", "decision", "plan", "projection"]),
    (
        "explore",
        &[
            "sorted",
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
            "comparison",
        ],
    ),
    (
        "meet",
        &[
            "sorted",
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
            "sorted",
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
            "sorted",
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

/// The rooms of the app from the ground up.
const APP: [Room; 16] = [
    ("words", &[]),
    ("keys", &["words"]),
    ("charts", &[]),
    ("crash", &[]),
    ("tables", &[]),
    ("state", &["words", "tables"]),
    ("ui", &["words", "state"]),
    ("commands", &["words", "keys", "tables", "state"]),
    ("components", &["words", "charts", "state", "ui", "commands"]),
    ("decisions", &["words", "state", "ui", "commands", "components"]),
    ("exports", &["words", "charts", "tables", "state", "ui", "commands", "components", "decisions"]),
    ("views", &["words", "keys", "charts", "tables", "state", "ui", "commands", "components", "decisions"]),
    ("shell", &["words", "keys", "state", "ui", "commands", "components", "decisions", "exports", "views"]),
    ("late", &["words", "state", "commands", "components", "exports", "views", "shell"]),
    ("mount", &["state", "commands", "components", "views", "shell", "late", "crash"]),
    ("main", &["crash", "state", "views", "mount"]),
];

fn model() -> House {
    House::read(package().join("model/src"), "lib.rs")
}

fn app() -> House {
    House::read(package().join("src"), "main.rs")
}

/// The room that a file stands in.
fn room(file: &str) -> &str {
    file.split_once('/').map_or_else(|| file.trim_end_matches(".rs"), |(room, _)| room)
}

/// The view that a file belongs to, with its room; for a file that is no view's its room.
fn view(file: &str) -> &str {
    match file.match_indices('/').nth(1) {
        Some((end, _)) if room(file) == "views" => &file[..end],
        _ => room(file),
    }
}

/// The arrows between rooms: by what is named, and by where it is.
fn between_rooms(house: &House) -> BTreeSet<(&str, &str)> {
    let by_file = house.arrows().into_iter().map(|(from, to)| (room(from), room(to)));
    let by_name = house.rooms_named().into_iter().map(|(from, to)| (room(from), to));
    by_file.chain(by_name).filter(|(from, to)| from != to).collect()
}

fn refused<'h>(house: &'h House, rooms: &[Room]) -> Vec<(&'h str, &'h str)> {
    let may = |from: &str, to: &str| rooms.iter().any(|(room, below)| *room == from && below.contains(&to));
    between_rooms(house).into_iter().filter(|(from, to)| !may(from, to)).collect()
}

#[test]
fn rooms_name_only_rooms_that_they_may() {
    assert_eq!(refused(&model(), &MODEL), [], "in the model");
    assert_eq!(refused(&app(), &APP), [], "in the app");
}

#[test]
fn arrows_between_rooms_only_go_down() {
    for rooms in [&MODEL[..], &APP[..]] {
        for (place, (room, below)) in rooms.iter().enumerate() {
            for other in *below {
                let at = rooms.iter().position(|(name, _)| name == other);
                assert!(at.is_some_and(|at| at < place), "{room} may name {other}, which does not stand below it");
            }
        }
    }
}

#[test]
fn no_view_names_another() {
    let app = app();
    let between = app.arrows().into_iter().map(|(from, to)| (view(from), view(to)));
    let between = between.filter(|(from, to)| from != to && from.starts_with("views/") && to.starts_with("views/"));
    assert_eq!(between.collect::<BTreeSet<_>>(), BTreeSet::new());
}

#[test]
fn no_files_stand_in_a_circle() {
    for house in [model(), app()] {
        assert_eq!(circle(&house.arrows()), None);
    }
}
