//! Excel's files, cell by cell, so that a sheet whose only cell is its last one takes no room.

use crate::book::{Book, Sheet};
use crate::cells::Count;
use crate::format::{Shown, shown};
use crate::hidden;
use crate::limits::SheetError;
use crate::number;
use calamine::{DataRef, Reader, SheetVisible, Style, Xlsx, XlsxFormulaMetadata};
use std::io::Cursor;

/// The sheets with anything in them.
pub fn read(bytes: &[u8]) -> Result<Book, SheetError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    let mut book = Book::default();
    let mut count = Count::default();
    for calamine::Sheet { name, visible, .. } in file.sheets_metadata().to_vec() {
        let mut sheet = Sheet { name: name.clone(), hidden: visible != SheetVisible::Visible, ..Sheet::default() };
        // Chart sheets have no cells.
        let Ok(mut cells) = file.worksheet_cells_reader(&name) else { continue };
        let formats: Vec<Shown> = cells.styles().iter().map(format).collect();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| SheetError::Unreadable)? {
            let (row, column) = cell.get_position();
            let shown = formats.get(style).copied().unwrap_or_default();
            sheet.put(row, column, text(cell.get_value(), shown), &mut count)?;
        }
        drop(cells);
        formulas(&mut file, &name, &mut sheet, &mut count)?;
        for merged in file.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            sheet.cover(merged.start, merged.end, &mut count)?;
        }
        if !sheet.rows.is_empty() {
            book.sheets.push(sheet);
        }
    }
    // Only now: a file that is too large is refused before.
    hidden::mark(&mut book, &hidden::of_excel(bytes)?);
    Ok(book)
}

/// Formulas that the file has no value for, as the program that wrote it left them: told as formulas, for an empty cell would
/// say that nothing was there.
fn formulas(
    file: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    sheet: &mut Sheet,
    count: &mut Count,
) -> Result<(), SheetError> {
    let Ok(mut cells) = file.worksheet_cells_reader(name) else { return Ok(()) };
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| SheetError::Unreadable)? {
        let formula = match cell.formula {
            Some(XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) => formula,
            Some(_) => String::new(),
            None => continue,
        };
        if cell.value == DataRef::Empty {
            sheet.put(cell.pos.0, cell.pos.1, format!("={formula}"), count)?;
        }
    }
    Ok(())
}

fn format(style: &Style) -> Shown {
    style.number_format.as_ref().map_or(Shown::Plain, |format| match format.format_id {
        Some(9 | 10) => Shown::Percent,
        _ => shown(&format.format_code),
    })
}

fn text(value: &DataRef, shown: Shown) -> String {
    match (value, shown) {
        (DataRef::Float(share), Shown::Percent) => format!("{} %", number::number(share * 100.0)),
        (DataRef::Float(_) | DataRef::Int(_), Shown::In(unit)) => format!("{} {unit}", plain(value)),
        _ => plain(value),
    }
}

fn plain(value: &DataRef) -> String {
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
