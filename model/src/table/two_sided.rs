//! An account with two sides: income and its figures to the left, costs and theirs to the right. The right side is put below
//! the left one, so that all that reads it sees one column of names.

use super::cells::Cell;
use super::figure::{self, Figure};
use super::words::TableSection;

/// The rows, one side below the other where the table has two. Titles above stay above.
pub(super) fn one_below_the_other(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let Some((head, right)) = rows.iter().enumerate().find_map(|(head, row)| Some((head, right_side(row)?))) else {
        return rows;
    };
    let body = rows.get(head.saturating_add(1)..).unwrap_or_default();
    if !body.iter().all(|row| fits(row, right)) || !body.iter().any(|row| has_figures(row, right)) {
        return rows;
    }
    let side = |row: &Vec<Cell>, from: usize, to: usize| {
        let cells: Vec<Cell> = row.iter().take(to).skip(from).cloned().collect();
        Some(cells).filter(|cells| cells.iter().any(|cell| !cell.text.is_empty()))
    };
    let table = rows.get(head..).unwrap_or_default();
    let left_rows = table.iter().filter_map(|row| side(row, 0, right));
    let right_rows = table.iter().filter_map(|row| side(row, right, usize::MAX));
    rows.iter().take(head).cloned().chain(left_rows).chain(right_rows).collect()
}

/// Where the right side of a head with two sides begins: income on one side, costs on the other.
fn right_side(row: &[Cell]) -> Option<usize> {
    let opens = |place: usize| {
        let cell = row.get(place).filter(|cell| !cell.covered && figure::read(&cell.text) == Figure::Text)?;
        TableSection::under(&cell.text)
    };
    let left = opens(0)?;
    let is_other =
        |place: &usize| opens(*place).is_some_and(|right| left.income && right.costs || left.costs && right.income);
    (2..row.len()).find(is_other)
}

/// Whether a row has names and figures where each side has them.
fn fits(row: &[Cell], right: usize) -> bool {
    row.iter().enumerate().all(|(place, cell)| {
        let is_text = matches!(figure::read(&cell.text), Figure::Text);
        !cell.covered && (cell.text.is_empty() || is_text == (place == 0 || place == right))
    })
}

/// Whether a row has figures on the right side.
fn has_figures(row: &[Cell], right: usize) -> bool {
    row.iter().skip(right.saturating_add(1)).any(|cell| !cell.text.is_empty())
}
