//! What is done with a block of cells: emptied, filled, one value in all. One block is one step of undo.

use super::super::block::CellBlock;
use super::super::lines;
use super::super::place::CellPlace;
use super::super::rows::Row;
use super::super::state::BudgetTable;
use crate::words;
use leptos::prelude::*;
use samplan::edit::{CellAmount, CellRow, set_cells};
use samplan::money::Decimal;

/// Takes the given amounts of the block away.
pub fn clear(table: BudgetTable) {
    let block = untrack(|| table.block());
    if block.is_one() {
        table.clear();
        return;
    }
    put(table, block, |_| Some(None));
}

/// Puts one amount in all cells of the block.
pub fn put_one(table: BudgetTable, amount: Decimal) {
    put(table, untrack(|| table.block()), |_| Some(Some(amount)));
}

/// Puts the block's first row in those below it; one row takes from the row above.
pub fn fill_down(table: BudgetTable) {
    let block = untrack(|| table.block());
    let Some(source) = block_row(table, block) else { return };
    put(
        table,
        CellBlock { first: CellPlace { row: source.saturating_add(1), ..block.first }, last: block.last },
        |place| value(table, CellPlace { row: source, ..place }),
    );
}

fn block_row(table: BudgetTable, block: CellBlock) -> Option<usize> {
    if block.first.row < block.last.row {
        return Some(block.first.row);
    }
    let above = block.first.row.checked_sub(1)?;
    table.rows.with_untracked(|rows| rows.get(above).is_some_and(Row::is_editable)).then_some(above)
}

/// Puts the block's first column in those to its right; one column takes from the one to its left.
pub fn fill_right(table: BudgetTable) {
    let block = untrack(|| table.block());
    // The names are no amounts: with them in the block, its first year is what is filled from.
    let first = block.first.column.max(1);
    let source = if first >= block.last.column { first.saturating_sub(1) } else { first };
    if source == 0 {
        return;
    }
    put(
        table,
        CellBlock { first: CellPlace { column: source.saturating_add(1), ..block.first }, last: block.last },
        |place| value(table, CellPlace { column: source, ..place }),
    );
}

/// Repeats a block over the cells that it was stretched to.
pub fn fill(table: BudgetTable, from: CellBlock, to: CellBlock) {
    put(table, to, |place| {
        if from.holds(place) {
            return None;
        }
        let within = |at: usize, first: usize, last: usize| {
            let length = last.saturating_sub(first).saturating_add(1);
            first.saturating_add(at.saturating_sub(first).checked_rem(length).unwrap_or_default())
        };
        let source = CellPlace {
            row: within(place.row, from.first.row, from.last.row),
            column: within(place.column, from.first.column, from.last.column),
        };
        value(table, source)
    });
}

/// What a cell shows, to be put elsewhere; `None` for what is no cell of an amount.
fn value(table: BudgetTable, place: CellPlace) -> Option<Option<Decimal>> {
    untrack(|| table.current(place)).map(Some)
}

/// Puts in each cell of a block what `amount` says; cells that it says nothing of, and computed ones, stay.
fn put(table: BudgetTable, block: CellBlock, amount: impl Fn(CellPlace) -> Option<Option<Decimal>>) {
    let cells = untrack(|| {
        let years = table.years();
        let rows = table.rows.get();
        let mut cells = Vec::new();
        for (place, row) in rows.iter().enumerate().take(block.last.row.saturating_add(1)).skip(block.first.row) {
            let row = match row {
                Row::Line(id) => CellRow::Line(id.clone()),
                Row::EquityUse => CellRow::SavedMoney,
                Row::Heading(_) | Row::Sum(_) => continue,
            };
            for column in block.first.column.max(1)..=block.last.column {
                let (Some(year), Some(amount)) =
                    (years.get(column.saturating_sub(1)), amount(CellPlace { row: place, column }))
                else {
                    continue;
                };
                cells.push(CellAmount { row: row.clone(), year: *year, amount });
            }
        }
        cells
    });
    if cells.is_empty() {
        return;
    }
    let edit = untrack(|| table.with_association(|association| set_cells(association, &cells)));
    match edit {
        Some(Ok(edit)) => {
            lines::commit(table, edit);
        }
        Some(Err(name)) => {
            let language = table.context.settings.with_untracked(|settings| settings.language);
            table.context.notices.warn(words::paste::BlockSpread { name }.say(language));
        }
        None => {}
    }
}
