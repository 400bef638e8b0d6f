//! Where a table comes from: a text, and the clipboard's HTML beside it where there is some.

use samplan::table::{Cells, TableError, from_html, from_text};
use web_sys::ClipboardEvent;

/// What was pasted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Source {
    /// As text.
    pub text: String,
    /// As HTML: merged and empty cells keep their columns in it.
    pub html: Option<String>,
}

impl Source {
    /// What the clipboard holds; `None` when that is no text.
    pub fn of(event: &ClipboardEvent) -> Option<Source> {
        let data = event.clipboard_data()?;
        let of_kind = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
        let html = of_kind("text/html");
        let text = of_kind("text/plain")?;
        Some(Source { text, html })
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Its cells: the HTML's where it has a table.
    pub fn cells(&self) -> Result<Cells, TableError> {
        let table = self.html.as_deref().and_then(from_html).and_then(Result::ok);
        table.map_or_else(|| from_text(&self.text), Ok)
    }
}
