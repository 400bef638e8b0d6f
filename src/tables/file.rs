//! A file that holds a table, by its name: a text, a page or a spreadsheet.

use super::error::TableFileError;
use super::{TableSource, sheets};
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

/// Whether a file of this name can hold a table.
pub fn is_table(name: &str) -> bool {
    ends_with(name, &[".xlsx", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm", ".xls", ".xlsm"])
}

/// Reads a file.
pub async fn open(file: &File) -> Result<TableSource, TableFileError> {
    let name = file.name();
    if ends_with(&name, &[".xlsx", ".xlsm", ".xls", ".ods"]) {
        let sheets = sheets::read(file).await?;
        // What people see of a file is its first sheet that is not hidden.
        let sheet = sheets.iter().position(|sheet| !sheet.hidden.sheet).unwrap_or_default();
        return Ok(TableSource { file: name, sheets, sheet, ..TableSource::default() });
    }
    if file.size() > MOST_BYTES as f64 {
        return Err(TableFileError::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| TableFileError::Unreadable)?;
    let text =
        decode(&js_sys::Uint8Array::new(&bytes).to_vec()).map_err(|_: EncodingError| TableFileError::Encoding)?;
    let html = ends_with(&name, &[".html", ".htm"]).then(|| text.clone());
    Ok(TableSource { text, html, file: name, ..TableSource::default() })
}
