//! Spreadsheets. Responsible for making the cells of an .xlsx or .ods file into texts that the reader of tables takes, and
//! workbooks that the model says into .xlsx files. It knows no plan and no table: what a cell means is decided elsewhere. In
//! the browser it is a WebAssembly module of its own that runs in a worker (`web/src/sheets.ts`), so that what takes too long or too much room can be ended there.

mod archive;
mod book;
mod cells;
mod format;
mod hidden;
mod limits;
mod marks;
mod number;
mod ods;
mod ods_formats;
mod parts;
mod prefixes;
mod raised;
#[cfg(target_arch = "wasm32")]
mod worker;
mod write;
mod xlsx;

pub use book::{Book, Sheet};
pub use limits::{MOST_BYTES, MOST_CELLS, MOST_ROWS, MOST_UNPACKED, SheetError};
pub use write::write;

/// Reads all sheets of an .xlsx or .ods file.
pub fn read(bytes: &[u8]) -> Result<Book, SheetError> {
    if bytes.len() > MOST_BYTES {
        return Err(SheetError::TooLarge);
    }
    if !bytes.starts_with(b"PK") {
        return Err(SheetError::NotASheet);
    }
    if archive::unpacked(bytes).ok_or(SheetError::Unreadable)? > MOST_UNPACKED {
        return Err(SheetError::TooLarge);
    }
    // Both are zip archives. An OpenDocument file should say so in its first entry, and some say it last.
    let is_ods = parts::open(bytes)?.by_name("content.xml").is_ok();
    let book = if is_ods { ods::read(bytes)? } else { xlsx::read(bytes)? };
    if book.sheets.is_empty() { Err(SheetError::Empty) } else { Ok(book) }
}
