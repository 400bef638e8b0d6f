//! A cell that is changed in the workbook gives what the same edit gives in the app.

use super::book::{book, examples};
use super::evaluate::{agrees, calculator};
use samplan::edit::{Edit, LineEdit};
use samplan::money::Decimal;
use samplan::workbook::{Cell, Look, Workbook};
use std::collections::HashMap;

fn row_of(book: &Workbook, sheet: usize, name: &str) -> Option<usize> {
    book.sheets[sheet]
        .rows
        .iter()
        .position(|row| row.first().is_some_and(|cell: &Cell| cell.text.as_deref() == Some(name)))
}

#[test]
fn an_amount_that_is_typed_gives_what_the_app_gives() {
    let mut tried = 0;
    for (name, plan) in examples() {
        let before = book(&plan).unwrap();
        // Rows are found by their names, which tell them apart in plans of one association.
        if plan.associations.len() > 1 {
            continue;
        }
        let association = &plan.associations[0];
        for line in &association.lines {
            let row = row_of(&before, 1, line.id.as_str()).unwrap();
            for (place, year) in plan.horizon().iter().enumerate() {
                let cell = &before.sheets[1].rows[row][place + 2];
                if cell.look != Look::Input {
                    continue;
                }
                let amount = cell.number.unwrap() + Decimal::from(12_345);
                let edit = LineEdit::Amount { line: line.id.clone(), year, amount: Some(amount) };
                let edited = Edit::Line(association.id.clone(), edit).apply(&plan).unwrap();
                let after = book(&edited).unwrap();
                let changed = HashMap::from([((1, row, place + 2), amount.to_string().parse().unwrap())]);
                let mut calculator = calculator(&before, &changed);
                agrees(&format!("{name}, {} {year}", line.id), &mut calculator, &after, &[0, 1]);
                tried += 1;
            }
        }
    }
    assert!(tried > 50, "{tried} cells");
}

#[test]
fn a_rate_that_is_typed_gives_what_the_app_gives() {
    let mut tried = 0;
    for (name, plan) in examples() {
        let before = book(&plan).unwrap();
        for (at, index) in plan.indices.iter().enumerate() {
            let Some(row) = row_of(&before, 0, &index.name) else { continue };
            for (place, year) in plan.horizon().iter().enumerate() {
                if before.sheets[0].rows[row][place + 2].look != Look::Input {
                    continue;
                }
                let mut edited = plan.clone();
                edited.indices[at].rates.insert(year, "0.031".parse().unwrap());
                let after = book(&edited).unwrap();
                let changed = HashMap::from([((0, row, place + 2), 0.031)]);
                let mut calculator = calculator(&before, &changed);
                agrees(&format!("{name}, {} {year}", index.name), &mut calculator, &after, &[0, 1]);
                tried += 1;
            }
        }
    }
    assert!(tried > 0);
}
