//! OpenDocument's files.

use crate::book::{Book, Sheet};
use crate::cells::Count;
use crate::format::Look;
use crate::hidden;
use crate::limits::SheetError;
use crate::number;
use crate::ods_formats::{Formats, Shown};
use crate::prefixes;
use calamine::{Data, Ods, Reader, SheetVisible};
use std::io::Cursor;

/// The sheets with anything in them.
pub fn read(bytes: &[u8]) -> Result<Book, SheetError> {
    let usual = prefixes::usual(bytes)?;
    let bytes = usual.as_ref();
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
        for (row, column, text) in formats.without_value(&sheet.name) {
            sheet.put(*row, *column, text.clone(), &mut count)?;
        }
        for (first, last) in formats.merged(&sheet.name) {
            sheet.cover(*first, *last, &mut count)?;
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
        (Data::Empty, _) => String::new(),
        (_, Shown::As(text)) => number::text(&text),
        (Data::Float(share), Shown::Percent) => format!("{} %", number::number(share * 100.0)),
        (Data::Float(float), Shown::In(unit)) => format!("{} {unit}", number::number(*float)),
        (Data::Float(float), Shown::With(before, after)) => {
            number::text(&format!("{before} {} {after}", number::number(*float)))
        }
        (Data::DateTime(date), shown) => number::date(date, look(&shown)),
        (Data::DateTimeIso(date), shown) => number::iso_date(date, look(&shown)),
        (Data::String(text), _) => number::text(text),
        (Data::Float(float), _) => number::number(*float),
        (other, _) => other.to_string(),
    }
}

fn look(shown: &Shown) -> Look {
    if let Shown::Date(look) = shown { *look } else { Look::Date }
}
