//! OpenDocument's files.

use crate::book::{Book, Sheet};
use crate::cells::Count;
use crate::format::Shown;
use crate::hidden;
use crate::limits::SheetError;
use crate::number;
use crate::ods_formats::Formats;
use calamine::{Data, Ods, Reader, SheetVisible};
use std::io::Cursor;

/// The sheets with anything in them.
pub fn read(bytes: &[u8]) -> Result<Book, SheetError> {
    // First: it refuses a file that ends too early, which calamine reads without end.
    let formats = Formats::read(bytes)?;
    let mut file = Ods::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    let mut book = Book::default();
    let mut count = Count::default();
    for calamine::Sheet { name, visible, .. } in file.sheets_metadata().to_vec() {
        let Ok(range) = file.worksheet_range(&name) else { continue };
        let Some((top, left)) = range.start() else { continue };
        let mut sheet = Sheet { name, hidden: visible != SheetVisible::Visible, ..Sheet::default() };
        for (row, column, value) in range.used_cells() {
            let place = |offset: usize, from: u32| {
                u32::try_from(offset).ok().and_then(|offset| offset.checked_add(from)).ok_or(SheetError::TooManyCells)
            };
            let (row, column) = (place(row, top)?, place(column, left)?);
            let shown = formats.of(&sheet.name, row, column);
            sheet.put(row, column, text(value, shown), &mut count)?;
        }
        if !sheet.rows.is_empty() {
            book.sheets.push(sheet);
        }
    }
    // Only now: a file that is too large is refused before.
    hidden::mark(&mut book, &hidden::of_open_document(bytes)?);
    Ok(book)
}

fn text(value: &Data, shown: Shown) -> String {
    match (value, shown) {
        (Data::Float(share), Shown::Percent) => format!("{} %", number::number(share * 100.0)),
        (Data::Float(float), Shown::In(unit)) => format!("{} {unit}", number::number(*float)),
        _ => plain(value),
    }
}

fn plain(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => number::text(text),
        Data::Float(float) => number::number(*float),
        Data::DateTime(date) => number::date(date),
        Data::DateTimeIso(date) => date.chars().take(10).collect(),
        other => other.to_string(),
    }
}
