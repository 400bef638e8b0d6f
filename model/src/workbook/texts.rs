//! Sheets of texts: what controls found, the register of risks, decisions.

use super::cell::{Cell, Look};
use super::sheet::Sheet;
use super::source::TextTable;

/// Writes a table of texts where the sheet has come.
pub(super) fn rows(sheet: &mut Sheet, table: &TextTable) {
    sheet.push(table.heads.iter().map(|head| Cell::text(head.clone(), Look::Head)).collect());
    for row in &table.rows {
        sheet.push(row.iter().map(|text| Cell::text(text.clone(), Look::Text)).collect());
    }
}

/// A sheet that is a table of texts.
pub(super) fn sheet(name: String, title: String, widths: &[u32], table: &TextTable) -> Sheet {
    let mut sheet = Sheet::new(name, widths);
    sheet.push(vec![Cell::text(title, Look::Title)]);
    sheet.push(Vec::new());
    sheet.head = sheet.rows.len().saturating_add(1);
    sheet.names = 1;
    rows(&mut sheet, table);
    sheet
}
