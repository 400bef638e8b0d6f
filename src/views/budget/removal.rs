//! A line goes away, with a way back; first it is said what refers to it.

use super::state::BudgetTable;
use crate::commands::edit::commit_and_tell;
use crate::decisions::leave;
use crate::words;
use leptos::prelude::*;
use samplan::decision::Reference;
use samplan::edit::{Edit, LineEdit};
use samplan::plan::{Id, Line, users};

/// Takes a line of an association away.
pub fn remove_line(table: BudgetTable, association: Id, line: Line) {
    let part = Reference::Line { association: association.clone(), line: line.id.clone() };
    let (name, id) = (line.name, line.id);
    let told = name.clone();
    let go = move || {
        let place = table.cursor.get_untracked();
        let text = words::budget::Removed { name: &told };
        let text = text.say(table.context.settings.with_untracked(|settings| settings.language));
        let edit = Edit::Line(association.clone(), LineEdit::Remove { line: id.clone() });
        if commit_and_tell(table.context, edit, text) {
            if table.panel.get_untracked().as_ref() == Some(&id) {
                table.context.place.open_line(None);
            }
            table.go(place.row, place.column);
        }
    };
    leave(table.context, &name, |plan| users(plan, &part), go);
}
