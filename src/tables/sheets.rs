//! The door to the module that reads and writes spreadsheets, in a worker (`web/src/sheets.ts`).

use super::TableFileError;
use samplan::table::{Cell, Hidden};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use web_sys::File;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["window", "samplan", "sheets"], js_name = read)]
    async fn ask(file: &File) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "samplan", "sheets"], js_name = write)]
    async fn make(book: &str) -> Result<JsValue, JsValue>;
}

/// A sheet of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileSheet {
    pub name: String,
    /// Its cells.
    pub rows: Vec<Vec<Cell>>,
    /// What of it the file does not show.
    pub hidden: Hidden,
}

/// The sheets of a file that have anything in them.
pub async fn read(file: &File) -> Result<Vec<FileSheet>, TableFileError> {
    let answer = ask(file).await.map_err(fault)?;
    let book: Value =
        serde_json::from_str(&answer.as_string().unwrap_or_default()).map_err(|_| TableFileError::Unreadable)?;
    let sheets = book.get("sheets").and_then(Value::as_array).ok_or(TableFileError::Unreadable)?;
    Ok(sheets.iter().map(sheet).collect())
}

/// The bytes of the file of a workbook, which is said in JSON.
pub async fn write(book: &str) -> Result<js_sys::Uint8Array, TableFileError> {
    make(book).await.map_err(fault)?.dyn_into().map_err(|_| TableFileError::Unreadable)
}

fn fault(error: JsValue) -> TableFileError {
    let code = error.dyn_into::<js_sys::Error>().map(|error| String::from(error.message())).unwrap_or_default();
    TableFileError::of_code(&code)
}

fn sheet(sheet: &Value) -> FileSheet {
    let list = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let row = |row: &Value| {
        let cells = row.as_array().map(Vec::as_slice).unwrap_or_default();
        cells.iter().map(|cell| Cell::new(cell.as_str().unwrap_or_default())).collect()
    };
    let mut rows: Vec<Vec<Cell>> = list(sheet, "rows").iter().map(row).collect();
    let number = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok());
    let places = |key: &str| list(sheet, key).iter().filter_map(number).collect();
    let hidden = Hidden {
        rows: places("hidden_rows"),
        columns: places("hidden_columns"),
        sheet: sheet.get("hidden").and_then(Value::as_bool).unwrap_or_default(),
    };
    for place in list(sheet, "covered") {
        let at = |which: usize| place.get(which).and_then(number);
        let cell = at(0).zip(at(1)).and_then(|(row, column)| rows.get_mut(row)?.get_mut(column));
        if let Some(cell) = cell {
            cell.covered = true;
        }
    }
    FileSheet { name: sheet.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(), rows, hidden }
}
