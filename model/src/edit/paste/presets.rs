//! What rows become, and who pays them, unless the user says otherwise.

use super::decided::{PaidBy, RowUse};
use crate::plan::{Active, Association, Line, Schedule};
use crate::table::{Known, Payer, Reading, Role, Row};

/// Whether a pasted amount would show on a line as it is. A level that is spread over months or over what others pay
/// would not.
pub fn takes_amounts(line: &Line) -> bool {
    match &line.schedule {
        Schedule::Amounts(_) => true,
        Schedule::Level(level) => level.funding.is_empty() && line.active == Active::default(),
    }
}

/// What rows become unless the user says otherwise.
pub fn presets(association: &Association, reading: &Reading) -> Vec<RowUse> {
    reading.rows.iter().enumerate().map(|(place, row)| preset(association, reading, place, row)).collect()
}

fn preset(association: &Association, reading: &Reading, place: usize, row: &Row) -> RowUse {
    if reading.questions.iter().any(|question| question.row == Some(place) && question.column.is_none()) {
        return RowUse::Unanswered;
    }
    match row.role {
        Role::Line => match row.line.and_then(|line| association.lines.get(line)) {
            Some(line) if takes_amounts(line) => RowUse::Existing(line.id.clone()),
            Some(_) => RowUse::Unanswered,
            None => row.category.map_or(RowUse::Unanswered, RowUse::NewLine),
        },
        Role::Equity if row.stands_for.is_none() => RowUse::SavedMoney,
        Role::Sum | Role::Result | Role::Equity if super::printed::is_known(row) => RowUse::Printed,
        _ => RowUse::Skip,
    }
}

/// Who pays each row: of a line that is there who pays it now, else as the reader found.
pub fn payers(association: &Association, reading: &Reading, known: &Known, uses: &[RowUse]) -> Vec<PaidBy> {
    let found = |row: &Row| match row.payer {
        Some(Payer::Member(place)) => {
            let name = known.members.get(place).map(|member| &member.name);
            let member = association.members.iter().find(|member| Some(&member.name) == name);
            member.map_or(PaidBy::Unknown, |member| PaidBy::Member(member.id.clone()))
        }
        Some(Payer::Party(party)) => PaidBy::Party(party),
        Some(Payer::Unclear) | None => PaidBy::Unknown,
    };
    let payer = |(place, row): (usize, &Row)| {
        let line = uses.get(place).and_then(|becomes| match becomes {
            RowUse::Existing(id) => association.line(id),
            _ => None,
        });
        match line.map(paid_by) {
            Some(PaidBy::Unknown) | None => found(row),
            Some(payer) => payer,
        }
    };
    reading.rows.iter().enumerate().map(payer).collect()
}

/// Who pays a line now.
fn paid_by(line: &Line) -> PaidBy {
    match (&line.member, line.party) {
        (Some(member), _) => PaidBy::Member(member.clone()),
        (None, Some(party)) => PaidBy::Party(party),
        (None, None) => PaidBy::Unknown,
    }
}
