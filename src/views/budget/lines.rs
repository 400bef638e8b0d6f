//! What is done with whole lines: added, copied, moved, removed.

use super::late::{REMOVE, once_fetched};
use super::rows::{Row, Section};
use super::state::BudgetTable;
use crate::commands::edit::commit_or_warn;
use crate::state::modules::{Missing, Module};
use crate::words::{self, label, waiting};
use leptos::prelude::*;
use samplan::edit::{Edit, LineEdit};
use samplan::plan::{Id, Line, Party, Schedule};
use samplan::sorted::SortedMap;

/// Adds a line to a section, below the cursor's line when that is in the section, and lets its name be typed.
pub fn add(table: BudgetTable, section: Section) {
    let Some(association) = table.shown.get_untracked() else { return };
    let language = table.context.language();
    let made = table.with_association(|one| {
        let id = Id::from_name(label::new_line(language), |id| one.lines.iter().any(|line| line.id.as_str() == id));
        let below = table.line().filter(|line| Section::of(line.category) == section).map(|line| line.id);
        let at = match below.and_then(|id| one.lines.iter().position(|line| line.id == id)) {
            Some(place) => place.saturating_add(1),
            None => one
                .lines
                .iter()
                .rposition(|line| Section::of(line.category) == section)
                .map_or(one.lines.len(), |p| p.saturating_add(1)),
        };
        let category = section.new_line_category();
        let mut line = Line::new(id, label::new_line(language), category, Schedule::Amounts(SortedMap::new()));
        if section == Section::Contribution {
            line.party = Some(Party::Municipalities);
        }
        (at, line)
    });
    let Some((at, line)) = made else { return };
    let id = line.id.clone();
    if commit(table, Edit::Line(association, LineEdit::Add { at, line: Box::new(line) })) {
        table.go_to(None, &id, None);
        table.begin(None);
    }
}

/// Copies the cursor's line.
pub fn duplicate(table: BudgetTable) {
    let (Some(association), Some(line)) = (table.shown.get_untracked(), table.line()) else { return };
    let names = table.with_association(|one| one.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>());
    let is_taken = |name: &str| names.iter().flatten().any(|other| other == name);
    let name = words::copy_of(table.context.language(), &line.name, is_taken);
    let taken =
        |id: &str| table.with_association(|one| one.lines.iter().any(|line| line.id.as_str() == id)).unwrap_or(true);
    let copy = Id::from_name(&name, taken);
    let edit = LineEdit::Duplicate { line: line.id, copy: copy.clone(), name };
    if commit(table, Edit::Line(association, edit)) {
        table.go_to(None, &copy, None);
    }
}

/// Removes the cursor's line, with a way back; what refers to it is said first.
pub fn remove(table: BudgetTable) {
    let (Some(association), Some(line)) = (table.shown.get_untracked(), table.line()) else { return };
    once_fetched(table, Module::Beside, move |outcome| match (outcome, REMOVE.get()) {
        (Ok(()), Some(remove)) => untrack(|| remove(table, association, line)),
        (why, _) => {
            let said = match why {
                Err(Missing::Replaced) => waiting::part_replaced,
                _ => waiting::part_unreachable,
            };
            table.context.notices.warn(said(untrack(|| table.context.language())).to_owned());
        }
    });
}

/// Moves the cursor's line past its neighbour in the section.
pub fn shift(table: BudgetTable, down: bool) {
    let (Some(association), Some(line)) = (table.shown.get_untracked(), table.line()) else { return };
    let place = table.cursor.get_untracked();
    let neighbour = if down { place.row.saturating_add(1) } else { place.row.saturating_sub(1) };
    let Some(Row::Line(other)) = table.rows.with_untracked(|rows| rows.get(neighbour).cloned()) else { return };
    let to = table.with_association(|one| one.lines.iter().position(|line| line.id == other)).flatten();
    let Some(to) = to else { return };
    if commit(table, Edit::Line(association, LineEdit::Move { line: line.id, to })) {
        table.go(neighbour, place.column);
        // The moved row is drawn anew and takes its focus with it; ask again when it is there.
        let again = move || {
            if table.focus.try_get_untracked().is_some() {
                table.focus.update(|count| *count = count.wrapping_add(1));
            }
        };
        set_timeout(again, std::time::Duration::from_millis(60));
    }
}

/// Applies an edit, or says why not.
pub fn commit(table: BudgetTable, edit: Edit) -> bool {
    commit_or_warn(table.context, edit)
}
