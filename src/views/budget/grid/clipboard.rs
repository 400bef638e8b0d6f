//! The grid and the clipboard: a block goes out as text with tabs and as HTML, and comes in through the preview.

use super::super::rows::{Row, section_name};
use super::super::state::BudgetTable;
use super::cells;
use crate::tables::TableSource;
use crate::words;
use leptos::prelude::*;
use samplan::edit::{CopyFrom, copied_block};
use samplan::money;
use samplan::plan::Metric;
use samplan::table::{Copied, as_html, as_text};
use web_sys::ClipboardEvent;

/// Cells were pasted on the grid: one amount goes into the cell or the whole block, a block into the preview. In a cell
/// that is being typed in, a block opens the preview too: several numbers are never one.
pub fn pasted(table: BudgetTable, event: &ClipboardEvent) {
    if table.shown.with_untracked(Option::is_none) {
        return;
    }
    let Some(source) = TableSource::of(event) else { return };
    let text = source.text.trim();
    let block = text.contains(['\t', '\n', '\r']);
    if table.typing.with_untracked(Option::is_some) {
        if !block {
            return;
        }
        table.typing.set(None);
    }
    event.prevent_default();
    let place = table.cursor.get_untracked();
    let one = money::read_amount(text, table.context.unit()).ok().filter(|_| !block);
    if let Some(amount) = one.filter(|_| table.reach.with_untracked(Option::is_some)) {
        cells::put_one(table, amount);
        return;
    }
    let line = table.row().is_some_and(|row| row.is_editable());
    if one.is_some() && place.column > 0 && line {
        table.begin(Some(text.to_owned()));
        if table.typing.with_untracked(Option::is_some) && table.take(text) {
            table.go(place.row, place.column);
        }
        return;
    }
    // A block goes in from its upper left cell.
    table.cursor.set(untrack(|| table.block()).first);
    table.reach.set(None);
    table.pasted.set(source);
    table.pasting.set(true);
}

/// The block was copied. Whether it was.
pub fn copied(table: BudgetTable, event: &ClipboardEvent) -> bool {
    if table.typing.with_untracked(Option::is_some) {
        return false;
    }
    let rows = untrack(|| copied_rows(table));
    let Some(data) = event.clipboard_data() else { return false };
    if data.set_data("text/plain", &as_text(&rows)).is_err() || data.set_data("text/html", &as_html(&rows)).is_err() {
        return false;
    }
    event.prevent_default();
    true
}

/// The block was cut: copied and emptied.
pub fn cut(table: BudgetTable, event: &ClipboardEvent) {
    if copied(table, event) {
        cells::clear(table);
    }
}

/// The block's cells.
fn copied_rows(table: BudgetTable) -> Vec<Vec<Copied>> {
    let (block, language) = (table.block(), table.context.language());
    let (Some(plan), Some(outcome)) = (table.plan(), table.outcome()) else { return Vec::new() };
    let shown = table.shown.get();
    let name = |row: &Row| match row {
        Row::Heading(section) => section_name(language, *section).to_owned(),
        Row::Sum(metric) => words::metric(language, *metric).to_owned(),
        Row::EquityUse => words::metric(language, Metric::EquityUse).to_owned(),
        Row::Line(_) => String::new(),
    };
    let from = CopyFrom {
        outcome: &outcome,
        association: shown.as_ref().and_then(|id| plan.association(id)),
        rows: &table.rows.get(),
        years: &table.years(),
        unit: table.context.unit(),
        name: &name,
        percent: &|share| words::percent(language, share),
    };
    copied_block(from, &(block.first.row..=block.last.row), &(block.first.column..=block.last.column))
}
