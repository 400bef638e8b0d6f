//! Workbooks on their way out: JSON that says what stands in each cell and what it is for the eye, made into the bytes of
//! an .xlsx file. What the cells mean, and which formulas they hold, is decided elsewhere.

mod format;
mod page;
mod said;

use crate::limits::SheetError;
use rust_xlsxwriter::{DocProperties, Workbook};
use said::Said;

/// Makes the file of a workbook that is said in JSON.
pub fn write(json: &str) -> Result<Vec<u8>, SheetError> {
    let said: Said = serde_json::from_str(json).map_err(|_| SheetError::Unreadable)?;
    make(&said).map_err(|_| SheetError::NotWritten)
}

fn make(said: &Said) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&said.title).set_author("Samplan"));
    let mut formats = format::Formats::default();
    for sheet in &said.sheets {
        page::write(book.add_worksheet(), sheet, &mut formats)?;
    }
    book.save_to_buffer()
}
