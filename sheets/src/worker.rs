//! What the worker calls. An answer is JSON or bytes; a refusal is thrown as its code.

use wasm_bindgen::prelude::wasm_bindgen;

/// The sheets of a file, as JSON ([`crate::Book`]).
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> Result<String, String> {
    let book = crate::read(bytes).map_err(|error| error.code().to_owned())?;
    serde_json::to_string(&book).map_err(|_| crate::SheetError::Unreadable.code().to_owned())
}

/// The bytes of the file of a workbook that is said in JSON.
#[wasm_bindgen]
pub fn write(json: &str) -> Result<Vec<u8>, String> {
    crate::write(json).map_err(|error| error.code().to_owned())
}
