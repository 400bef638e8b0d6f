//! Under the grid: what a selected block comes to.

use super::super::place::CellPlace;
use super::super::rows::Row;
use super::super::state::BudgetTable;
use super::cell::value_of;
use crate::state::memo::memo;
use crate::words;
use leptos::prelude::*;
use samplan::money::{self, Decimal};
use samplan::plan::Metric;

/// Sum and count of the block's amounts; nothing for one cell.
#[component]
pub fn Status(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let amounts = memo(move || {
        let block = table.block();
        if block.is_one() {
            return None;
        }
        let years = table.years();
        let mut amounts: Vec<Decimal> = Vec::new();
        table.rows.with(|rows| {
            for (_, row) in
                rows.iter().enumerate().filter(|(row, _)| block.holds(CellPlace { row: *row, ..block.first }))
            {
                if matches!(row, Row::Heading(_) | Row::Sum(Metric::AdminShare | Metric::Fte | Metric::Places)) {
                    continue;
                }
                let columns = block.first.column.max(1)..=block.last.column;
                let years = columns.filter_map(|column| years.get(column.saturating_sub(1)).copied());
                amounts.extend(years.filter_map(|year| value_of(table, row, year)));
            }
        });
        Some(amounts)
    });
    let said = move || {
        let amounts = amounts.get()?;
        let count = amounts.len();
        let sum = money::sum(amounts).ok()?;
        Some(words::budget::BlockStatus { sum: words::kr(sum, context.unit()), count }.say(context.language()))
    };
    view! { <p class="block-status small" role="status" data-test="block-status">{said}</p> }
}
