//! Spreadsheets: the first sheet with anything in it that is shown, as cells.

use samplan::table::{Cell, Cells, Hidden, from_grid};

/// The cells of an .xlsx or .ods file.
pub fn cells(bytes: &[u8]) -> Result<Cells, String> {
    let book = samplan_sheets::read(bytes).map_err(|error| error.to_string())?;
    let shown = book.sheets.iter().position(|sheet| !sheet.hidden).unwrap_or_default();
    let sheet = book.sheets.into_iter().nth(shown).ok_or("there is nothing in it")?;
    let row = |row: Vec<String>| row.into_iter().map(Cell::new).collect();
    let mut rows: Vec<Vec<Cell>> = sheet.rows.into_iter().map(row).collect();
    for (row, column) in sheet.covered {
        if let Some(cell) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            cell.covered = true;
        }
    }
    let hidden = Hidden {
        rows: sheet.hidden_rows.into_iter().collect(),
        columns: sheet.hidden_columns.into_iter().collect(),
        sheet: sheet.hidden,
    };
    from_grid(rows).map(|cells| cells.hiding(hidden)).map_err(|error| error.to_string())
}
