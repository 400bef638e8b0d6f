//! A file that holds a table: a text, a page or a spreadsheet. What it is its bytes say, whatever it is called: programs
//! of economy write pages and texts that they call .xls.

use super::error::TableFileError;
use super::{TableSource, sheets};
use samplan::file_kind::FileKind;
use samplan::table::{EncodingError, MOST_BYTES, decode};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// What a file dialog offers.
pub const ACCEPTED: &str = ".xlsx,.ods,.csv,.tsv,.txt,.html,.htm";

impl TableFileError {
    /// The fault that the worker names so.
    pub fn of_code(code: &str) -> TableFileError {
        match code {
            "not_a_sheet" => TableFileError::NotASheet,
            "empty" => TableFileError::Empty,
            "too_large" => TableFileError::TooLarge,
            "too_many_cells" => TableFileError::TooManyCells,
            "slow" => TableFileError::Slow,
            "unreachable" => TableFileError::Unreachable,
            _ => TableFileError::Unreadable,
        }
    }
}

fn ends_with(name: &str, endings: &[&str]) -> bool {
    let name = name.to_ascii_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The most bytes that a file with a table can have (`sheets/`).
const MOST_SHEET_BYTES: usize = 10 * MOST_BYTES;

/// Whether a file of this name can hold a table.
pub fn is_table(name: &str) -> bool {
    is_sheet(name) || ends_with(name, &[".csv", ".tsv", ".txt", ".html", ".htm"])
}

fn is_sheet(name: &str) -> bool {
    ends_with(name, &[".xlsx", ".ods", ".xls", ".xlsm", ".xlsb", ".xltx", ".fods"])
}

/// Reads a file.
pub async fn open(file: &File) -> Result<TableSource, TableFileError> {
    let name = file.name();
    if file.size() > MOST_SHEET_BYTES as f64 {
        return Err(TableFileError::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| TableFileError::Unreadable)?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    // One that is cut off no longer says what it is: what reads spreadsheets says what is wrong.
    let called_sheet = is_sheet(&name) && bytes.starts_with(b"PK");
    match decode(&bytes) {
        Err(EncodingError::OtherFile(FileKind::Sheet)) => of_sheets(name, file).await,
        Err(EncodingError::OtherFile(FileKind::Archive) | EncodingError::NotText) | Ok(_) if called_sheet => {
            of_sheets(name, file).await
        }
        Err(EncodingError::OtherFile(kind)) => Err(TableFileError::OtherFile(kind)),
        Err(EncodingError::NotText) if is_sheet(&name) => Err(TableFileError::NotASheet),
        Err(EncodingError::NotText) => Err(TableFileError::Encoding),
        Ok(_) if bytes.len() > MOST_BYTES => Err(TableFileError::TooLarge),
        Ok(text) if text.trim_start().starts_with('{') => Err(TableFileError::Plan),
        Ok(text) => {
            let is_page = text.trim_start().starts_with('<') || ends_with(&name, &[".html", ".htm"]);
            let html = is_page.then(|| text.clone());
            Ok(TableSource { text, html, file: name, ..TableSource::default() })
        }
    }
}

async fn of_sheets(name: String, file: &File) -> Result<TableSource, TableFileError> {
    let sheets = sheets::read(file).await?;
    // What people see of a file is its first sheet that is not hidden.
    let sheet = sheets.iter().position(|sheet| !sheet.hidden.sheet).unwrap_or_default();
    Ok(TableSource { file: name, sheets, sheet, ..TableSource::default() })
}
