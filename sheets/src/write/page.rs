//! One sheet.

use super::format::Formats;
use super::said::{Cell, Sheet};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

/// The most characters that a cell takes, as UTF-16 counts them.
const LONGEST: usize = 32_000;
/// The paper: A4.
const A4: u8 = 9;

/// Writes a sheet.
pub(super) fn write(page: &mut Worksheet, sheet: &Sheet, formats: &mut Formats) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    // What comes to an empty text is not 0.
    page.set_formula_result_default("");
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    for (column, at) in (0..columns).zip(0_u16..) {
        if let Some(width) = sheet.widths.get(column).or(sheet.widths.last()) {
            page.set_column_width(at, f64::from(*width))?;
        }
    }
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            put(page, row, column, cell, formats)?;
        }
    }
    page.set_freeze_panes(sheet.head, sheet.names)?;
    if let Some(last) = sheet.head.checked_sub(1) {
        page.set_repeat_rows(0, last)?;
    }
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_footer("&L&A&R&P/&N");
    Ok(())
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &mut Formats) -> Result<(), XlsxError> {
    let format = formats.of(cell.look, cell.written);
    if let Some(formula) = &cell.formula {
        // Absent for an empty text.
        let result = cell.number.as_deref().unwrap_or_default();
        page.write_formula_with_format(row, column, Formula::new(formula).set_result(result), &format)?;
    } else if let Some(number) = cell.number.as_ref().and_then(|number| number.parse::<f64>().ok()) {
        page.write_number_with_format(row, column, number, &format)?;
    } else if let Some(text) = &cell.text {
        // Never a formula, whatever it begins with.
        let mut units = 0_usize;
        let end = text.char_indices().find(|(_, letter)| {
            units = units.saturating_add(letter.len_utf16());
            units > LONGEST
        });
        let text = match end {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text.clone(),
        };
        page.write_string_with_format(row, column, text, &format)?;
    }
    Ok(())
}
