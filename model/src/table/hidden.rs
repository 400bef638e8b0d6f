//! What a sheet has and does not show. It is left out and asked about: what people see is what they have. A sum that counts
//! what is left out is asked about too, for beside the rows that are there it would look wrong.

use super::cells::{Cell, Cells, Hidden};
use super::known::Known;
use super::question::{Code, Question};
use super::read::read_shown;
use super::reading::{Answers, Reading, Role, Row, StandsFor};
use super::turned::turned;
use super::words;
use crate::base::Category;
use crate::money::Decimal;
use std::collections::BTreeSet;

/// Reads cells. `known` is what the plan tells beforehand, `answers` what the user has said; nothing else decides.
pub fn read(cells: Cells, known: &Known, answers: &Answers) -> Reading {
    if cells.hidden.is_empty() { read_shown(cells, known, answers) } else { read_hiding(cells, known, answers) }
}

/// Reads a table that hides some of itself.
fn read_hiding(cells: Cells, known: &Known, answers: &Answers) -> Reading {
    let all = filled(&cells.hidden, &cells.rows);
    let left = unanswered(&all, answers);
    // A table that is turned has other places: what it hides is then asked about as one.
    let is_turned = turned(cells.rows.clone()) != cells.rows;
    let mut shown = cells.clone();
    empty(&left, &mut shown.rows);
    let mut reading = read_shown(shown, known, answers);
    if !left.is_empty() {
        let whole = read_shown(cells, known, answers);
        if !is_turned {
            doubt_sums(&mut reading, &whole, &left, answers);
        }
        if answers.hidden.is_none() {
            ask(&mut reading, &whole, &left, is_turned, answers);
        }
    }
    reading.questions.sort_unstable();
    reading.hidden = all;
    reading
}

/// Those of the places that have anything in them.
fn filled(all: &Hidden, rows: &[Vec<Cell>]) -> Hidden {
    let fills = |cell: &Cell| !cell.text.is_empty() && !cell.covered;
    let row = |row: &&usize| rows.get(**row).is_some_and(|cells| cells.iter().any(fills));
    let column = |column: &&usize| rows.iter().filter_map(|cells| cells.get(**column)).any(fills);
    Hidden {
        rows: all.rows.iter().filter(row).copied().collect(),
        columns: all.columns.iter().filter(column).copied().collect(),
        sheet: all.sheet,
    }
}

/// Empties the places.
fn empty(left: &Hidden, rows: &mut [Vec<Cell>]) {
    for (place, row) in rows.iter_mut().enumerate() {
        for (column, cell) in row.iter_mut().enumerate() {
            if left.rows.contains(&place) || left.columns.contains(&column) {
                *cell = Cell::default();
            }
        }
    }
}

/// Without the places about which the user has said something.
fn unanswered(all: &Hidden, answers: &Answers) -> Hidden {
    if answers.hidden == Some(true) {
        return Hidden::default();
    }
    let mut left = all.clone();
    left.rows.retain(|row| !answers.roles.contains_key(row));
    left.columns.retain(|column| !answers.columns.contains_key(column));
    left
}

/// Asks about each place, and shows what it holds.
fn ask(reading: &mut Reading, whole: &Reading, left: &Hidden, is_turned: bool, answers: &Answers) {
    let mut put = |row, column| reading.questions.push(Question { row, column, code: Code::Hidden });
    if is_turned || left.sheet {
        put(None, None);
    }
    if is_turned {
        return;
    }
    let open = |row: &&usize| !answers.settled.contains(row);
    left.rows.iter().filter(open).for_each(|row| put(Some(*row), None));
    left.columns.iter().for_each(|column| put(None, Some(*column)));
    for row in &left.rows {
        if let (Some(row), Some(whole)) = (reading.rows.get_mut(*row), whole.rows.get(*row)) {
            (row.name, row.cells) = (whole.name.clone(), whole.cells.clone());
        }
    }
    for column in &left.columns {
        if let (Some(column), Some(whole)) = (reading.columns.get_mut(*column), whole.columns.get(*column)) {
            column.heading.clone_from(&whole.heading);
        }
    }
    if left.sheet {
        for row in &mut reading.rows {
            row.amounts.clear();
            row.others.clear();
        }
    }
}

/// Sums that count what is left out, and lines that are the sum of it and of others, are asked about.
fn doubt_sums(reading: &mut Reading, whole: &Reading, left: &Hidden, answers: &Answers) {
    let doubted: Vec<usize> = (0..reading.rows.len())
        .filter(|place| !answers.settled.contains(place) && counts_hidden(reading, whole, left, *place))
        .collect();
    for place in doubted {
        reading.questions.push(Question { row: Some(place), column: None, code: Code::HiddenCounted });
        if let Some(row) = reading.rows.get_mut(place) {
            row.amounts.clear();
            row.others.clear();
        }
    }
}

fn counts_hidden(reading: &Reading, whole: &Reading, left: &Hidden, place: usize) -> bool {
    let (Some(row), Some(sum)) = (reading.rows.get(place), whole.rows.get(place)) else { return false };
    if row.amounts.is_empty() || !matches!(sum.role, Role::Sum | Role::Result) {
        return false;
    }
    let lines = lines_of(whole, place);
    let counts = |place: &usize| left.rows.contains(place) && whole.rows.get(*place).is_some_and(is_counted);
    if !lines.iter().any(counts) {
        return false;
    }
    let seen: Vec<&Row> =
        lines.iter().filter(|place| !left.rows.contains(place)).filter_map(|place| reading.rows.get(*place)).collect();
    match row.role {
        // What is folded together under it is not seen: it stands for it.
        Role::Line => !seen.is_empty(),
        _ => !adds_up(row, &seen),
    }
}

fn is_counted(row: &Row) -> bool {
    row.amounts.values().any(|amount| !amount.is_zero())
}

/// The lines that a printed figure is about.
fn lines_of(whole: &Reading, place: usize) -> BTreeSet<usize> {
    let line = |row: &Row| row.role == Role::Line || row.role == Role::Equity && words::is_used_equity(&row.name);
    let income = |row: &Row| row.category.is_none_or(Category::is_income);
    let holds = |stands: &StandsFor, row: &Row| match stands {
        StandsFor::Income => row.role == Role::Line && income(row),
        StandsFor::Cost => row.role == Role::Line && !income(row),
        StandsFor::Frame => line(row) && income(row),
        StandsFor::Result | StandsFor::OperatingResult => row.role == Role::Line,
        StandsFor::FrameLeft => line(row),
        StandsFor::Rows(_) | StandsFor::Equity | StandsFor::Unknown => false,
    };
    let (mut lines, mut open, mut met) = (BTreeSet::new(), vec![place], BTreeSet::new());
    while let Some(next) = open.pop() {
        if !met.insert(next) {
            continue;
        }
        match whole.rows.get(next).and_then(|row| row.stands_for.as_ref()) {
            Some(StandsFor::Rows(rows)) => open.extend(rows),
            Some(stands) => {
                let of = whole.rows.iter().enumerate().filter(|(_, row)| holds(stands, row));
                lines.extend(of.map(|(place, _)| place));
            }
            None => lines.extend((next != place).then_some(next)),
        }
    }
    lines
}

/// Whether a printed figure is the sum, or what is left, of these lines in every year.
fn adds_up(row: &Row, lines: &[&Row]) -> bool {
    row.amounts.iter().all(|(year, printed)| {
        let part = |income: bool| {
            let of = lines.iter().filter(|line| line.category.is_none_or(Category::is_income) == income);
            let mut amounts = of.filter_map(|line| line.amounts.get(year));
            amounts.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount))
        };
        let (Some(income), Some(costs)) = (part(true), part(false)) else { return false };
        income.checked_sub(costs).is_some_and(|left| left.abs() == printed.abs())
    })
}
