//! Under the grid: what a selected block comes to.

use super::super::place::CellPlace;
use super::super::rows::{Row, row_name};
use super::super::state::BudgetTable;
use super::cell::value_of;
use super::marks::{self, Mark};
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
    // What the document has instead is read out with the cell itself.
    let printed = memo(move || {
        let place = table.cursor.get();
        let (row, year) = (table.row()?, table.years().get(place.column.checked_sub(1)?).copied()?);
        match marks::printed(table, &row, year)? {
            Mark::Differs(value) if table.block().is_one() => Some((row, year, value)),
            Mark::Differs(_) | Mark::Agrees => None,
        }
    });
    let document = move || {
        let (row, year, value) = printed.get()?;
        let language = context.language();
        let name = table.with_association(|one| row_name(language, &row, Some(one)));
        let name = name.unwrap_or_else(|| row_name(language, &row, None));
        let value = words::value(language, &value, context.unit());
        Some(words::budget::DocumentHas { value, name, year }.say(language))
    };
    view! {
        <div class="block-status small">
            <p role="status" data-test="block-status">{said}</p>
            <p class="document" aria-hidden="true" data-test="document-has">{document}</p>
        </div>
    }
}
