//! Excel's files, cell by cell, so that a sheet whose only cell is its last one takes no room.

use crate::book::{Book, Sheet};
use crate::cells::Count;
use crate::format::Format;
use crate::hidden;
use crate::limits::SheetError;
use crate::marks::Marks;
use crate::number;
use calamine::{DataRef, Reader, SheetVisible, Style, Xlsx, XlsxFormulaMetadata};
use std::io::Cursor;

/// The sheets with anything in them.
pub fn read(bytes: &[u8]) -> Result<Book, SheetError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    let mut book = Book::default();
    let mut count = Count::default();
    // Cells that hold texts, by sheet.
    let mut texts: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut reckoned = false;
    // The formulas whose value is 0, by sheet.
    let mut zeros: Vec<Vec<Formula>> = Vec::new();
    for calamine::Sheet { name, visible, .. } in file.sheets_metadata().to_vec() {
        let mut sheet = Sheet { name: name.clone(), hidden: visible != SheetVisible::Visible, ..Sheet::default() };
        // Chart sheets have no cells.
        let Ok(mut cells) = file.worksheet_cells_reader(&name) else { continue };
        let formats: Vec<Format> = cells.styles().iter().map(format).collect();
        let plain = Format::default();
        let mut own = Vec::new();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| SheetError::Unreadable)? {
            let (row, column) = cell.get_position();
            let shown = formats.get(style).unwrap_or(&plain);
            if matches!(cell.get_value(), DataRef::String(_) | DataRef::SharedString(_)) {
                own.push((row as usize, column as usize));
            }
            sheet.put(row, column, text(cell.get_value(), shown), &mut count)?;
        }
        drop(cells);
        let (of_sheet, has_value) = formulas(&mut file, &name, &mut sheet, &mut count)?;
        reckoned |= has_value;
        if !sheet.rows.is_empty() {
            book.sheets.push(sheet);
            texts.push(own);
            zeros.push(of_sheet);
        }
    }
    // Some programs write 0 for all formulas, and say that the file is to be reckoned when it opens.
    if !reckoned && hidden::is_unreckoned(bytes)? {
        for (sheet, zeros) in book.sheets.iter_mut().zip(zeros) {
            for (row, column, formula) in zeros {
                sheet.put(row, column, formula, &mut count)?;
            }
        }
    }
    // Only now: a file that is too large is refused before.
    hidden::mark(&mut book, &hidden::of_excel(bytes)?);
    let marks = Marks::of(bytes)?;
    for (sheet, texts) in book.sheets.iter_mut().zip(texts) {
        marks.put(sheet, &texts);
        for merged in file.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            sheet.cover(merged.start, merged.end, &mut count)?;
        }
    }
    Ok(book)
}

/// A formula with its place: row, column, and its text as it is told.
type Formula = (u32, u32, String);

/// Formulas that the file has no value for, as the program that wrote it left them: told as formulas, for an empty cell would
/// say that nothing was there. Gives those whose value is 0, and whether any has another.
fn formulas(
    file: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    sheet: &mut Sheet,
    count: &mut Count,
) -> Result<(Vec<Formula>, bool), SheetError> {
    let (mut zeros, mut has_value) = (Vec::new(), false);
    let Ok(mut cells) = file.worksheet_cells_reader(name) else { return Ok((zeros, has_value)) };
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| SheetError::Unreadable)? {
        let formula = match cell.formula {
            Some(XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) => formula,
            Some(_) => String::new(),
            None => continue,
        };
        let (row, column) = cell.pos;
        match cell.value {
            DataRef::Empty => sheet.put(row, column, format!("={formula}"), count)?,
            DataRef::Float(0.0) | DataRef::Int(0) => zeros.push((row, column, format!("={formula}"))),
            _ => has_value = true,
        }
    }
    Ok((zeros, has_value))
}

fn format(style: &Style) -> Format {
    style.number_format.as_ref().map_or_else(Format::default, |format| match format.format_id {
        Some(9 | 10) => Format::read("0%"),
        _ => Format::read(&format.format_code),
    })
}

fn text(value: &DataRef, shown: &Format) -> String {
    match value {
        DataRef::Empty => String::new(),
        // A float has every whole number that an amount can be.
        DataRef::Int(whole) => shown.text(*whole as f64),
        DataRef::Float(float) => shown.text(*float),
        DataRef::String(text) => number::text(text),
        DataRef::SharedString(text) => number::text(text),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(date) => number::date(date, shown.of_date()),
        DataRef::DateTimeIso(date) => number::iso_date(date, shown.of_date()),
        DataRef::DurationIso(duration) => duration.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}
