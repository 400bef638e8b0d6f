//! Holds what a workbook's formulas come to against what stands in it.

use super::calc::{Calculator, Content, Place, Value};
use samplan::money::Decimal;
use samplan::workbook::{Cell, Workbook};
use std::collections::HashMap;

fn float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap()
}

fn cell(book: &Workbook, (sheet, row, column): Place) -> Option<&Cell> {
    book.sheets[sheet].rows.get(row)?.get(column)
}

/// A calculator of a workbook, with other numbers in some cells.
pub fn calculator<'b>(book: &'b Workbook, changed: &'b HashMap<Place, f64>) -> Calculator<'b> {
    let content = move |place: Place| {
        if let Some(number) = changed.get(&place) {
            return Content::Value(Value::Number(*number));
        }
        let Some(cell) = cell(book, place) else { return Content::Value(Value::Empty) };
        match (&cell.formula, cell.number, &cell.text) {
            (Some(formula), _, _) => Content::Formula(formula.clone()),
            (None, Some(number), _) => Content::Value(Value::Number(float(number))),
            (None, None, Some(text)) => Content::Value(Value::Text(text.clone())),
            (None, None, None) => Content::Value(Value::Empty),
        }
    };
    let sheets = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    Calculator { sheets, content: Box::new(content), known: HashMap::new() }
}

/// Every cell of these sheets that holds a formula comes to what `expected` has there. How many there are.
pub fn agrees(name: &str, calculator: &mut Calculator<'_>, expected: &Workbook, sheets: &[usize]) -> usize {
    let mut count = 0;
    for sheet in sheets.iter().copied() {
        for (row, cells) in expected.sheets[sheet].rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                if cell.formula.is_none() && cell.number.is_none() {
                    continue;
                }
                count += 1;
                let value = calculator.value((sheet, row, column));
                let place =
                    || format!("{name}, {} row {} column {column}: {:?}", expected.sheets[sheet].name, row + 1, cell);
                match cell.number {
                    None => assert!(matches!(&value, Value::Text(text) if text.is_empty()), "{}: {value:?}", place()),
                    Some(number) => {
                        let (there, own) = (float(number), value.number());
                        let most = 1e-9_f64.max(there.abs() * 1e-12);
                        assert!((there - own).abs() <= most, "{} comes to {own}", place());
                    }
                }
            }
        }
    }
    count
}

/// All formulas of a workbook come to what stands beside them.
pub fn agrees_with_itself(name: &str, book: &Workbook) -> usize {
    let changed = HashMap::new();
    let sheets: Vec<usize> = (0..book.sheets.len()).collect();
    agrees(name, &mut calculator(book, &changed), book, &sheets)
}
