//! Where a table comes from: a text, the clipboard's HTML beside it, or the sheets of a file.

use super::sheets::FileSheet;
use samplan::table::{Cells, TableError, from_grid, from_html, from_text};
use web_sys::{ClipboardEvent, File};

/// A table that is to be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableSource {
    /// As text.
    pub text: String,
    /// As HTML: merged and empty cells keep their columns in it.
    pub html: Option<String>,
    /// The file that it was in; empty for the clipboard.
    pub file: String,
    /// The file's sheets.
    pub sheets: Vec<FileSheet>,
    /// Which of them is meant.
    pub sheet: usize,
}

impl TableSource {
    /// A text.
    pub fn of_text(text: String) -> TableSource {
        TableSource { text, ..TableSource::default() }
    }

    /// What the clipboard holds; `None` when that is no text.
    pub fn of(event: &ClipboardEvent) -> Option<TableSource> {
        let data = event.clipboard_data()?;
        let of_kind = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
        let html = of_kind("text/html");
        let text = of_kind("text/plain")?;
        Some(TableSource { text, html, ..TableSource::default() })
    }

    /// The file that the clipboard holds instead: one that was copied in its folder, or a picture.
    pub fn file(event: &ClipboardEvent) -> Option<File> {
        event.clipboard_data()?.files()?.get(0)
    }

    /// Whether it has several cells.
    pub fn is_block(&self) -> bool {
        self.text.trim().contains(['\t', '\n', '\r'])
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.sheets.is_empty()
    }

    /// Its cells: the chosen sheet's, the HTML's where that has a table, else the text's.
    pub fn cells(&self) -> Result<Cells, TableError> {
        if let Some(sheet) = self.sheets.get(self.sheet) {
            return from_grid(sheet.rows.clone()).map(|cells| cells.hiding(sheet.hidden.clone()));
        }
        let table = self.html.as_deref().and_then(from_html).and_then(Result::ok);
        table.map_or_else(|| from_text(&self.text), Ok)
    }
}
