//! Excel's files, cell by cell, so that a sheet whose only cell is its last one takes no room.

use crate::book::{Book, Sheet};
use crate::cells::Count;
use crate::limits::SheetError;
use crate::number;
use calamine::{DataRef, Reader, Xlsx};
use std::io::Cursor;

/// The sheets with anything in them.
pub fn read(bytes: &[u8]) -> Result<Book, SheetError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    let mut book = Book::default();
    let mut count = Count::default();
    for name in file.sheet_names() {
        let mut sheet = Sheet { name: name.clone(), ..Sheet::default() };
        // Chart sheets have no cells.
        let Ok(mut cells) = file.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = cells.next_cell().map_err(|_| SheetError::Unreadable)? {
            let (row, column) = cell.get_position();
            sheet.put(row, column, text(cell.get_value()), &mut count)?;
        }
        drop(cells);
        for merged in file.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            sheet.cover(merged.start, merged.end, &mut count)?;
        }
        if !sheet.rows.is_empty() {
            book.sheets.push(sheet);
        }
    }
    Ok(book)
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(float) => number::number(*float),
        DataRef::String(text) => number::text(text),
        DataRef::SharedString(text) => number::text(text),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(date) => number::date(date),
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => date.chars().take(10).collect(),
        DataRef::Error(error) => error.to_string(),
    }
}
