//! Spreadsheets: the first sheet with anything in it, as cells.

use calamine::{Data, Dimensions, Reader, Sheets, open_workbook_auto_from_rs};
use samplan::table::{Cell, Cells, from_grid};
use std::io::Cursor;

/// The cells of an .xlsx or .ods file.
pub fn cells(bytes: Vec<u8>) -> Result<Cells, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).map_err(|error| error.to_string())?;
        let Some((top, left)) = sheet.start() else { continue };
        let mut rows: Vec<Vec<Cell>> =
            sheet.rows().map(|row| row.iter().map(|value| Cell::new(text(value))).collect()).collect();
        for merged in merged(&mut book, &name) {
            cover(&mut rows, merged, (top, left));
        }
        // Rows and columns keep the places that the sheet shows.
        let empty = vec![Vec::new(); top as usize];
        let rows = empty.into_iter().chain(
            rows.into_iter().map(|row| std::iter::repeat_with(Cell::default).take(left as usize).chain(row).collect()),
        );
        return from_grid(rows.collect()).map_err(|error| error.to_string());
    }
    Err("there is nothing in it".to_owned())
}

fn merged(book: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// What a merged cell covers shows its text.
fn cover(rows: &mut [Vec<Cell>], merged: Dimensions, (top, left): (u32, u32)) {
    let place = |row: u32, column: u32| Some((row.checked_sub(top)? as usize, column.checked_sub(left)? as usize));
    let Some((first_row, first_column)) = place(merged.start.0, merged.start.1) else { return };
    let Some(text) = rows.get(first_row).and_then(|row| row.get(first_column)).map(|cell| cell.text.clone()) else {
        return;
    };
    for row in merged.start.0..=merged.end.0 {
        for column in merged.start.1..=merged.end.1 {
            let Some((at, column)) = place(row, column).filter(|place| *place != (first_row, first_column)) else {
                continue;
            };
            if let Some(cell) = rows.get_mut(at).and_then(|row| row.get_mut(column)) {
                *cell = Cell { text: text.clone(), covered: true, doubt: None };
            }
        }
    }
}

/// A value as it reads: numbers with a point, dates as year, month and day.
fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Data::Float(number) => number_text(*number),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(date) => date.chars().take(10).collect(),
        other => other.to_string(),
    }
}

/// A sheet's numbers are floats: what is within a float's reach of öre is öre.
fn number_text(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    let near = (number - rounded).abs() <= number.abs() * 1e-12;
    let text = format!("{}", if near { rounded } else { number });
    // A point as decimal mark with three decimals could be read as thousands.
    text.replace('.', ",").replace("NaN", "#NUM!").replace("inf", "#NUM!")
}
