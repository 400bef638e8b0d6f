//! From a text to cells, by what stands between them.

use super::grid::{Cells, Separator};
use super::hidden::Hidden;
use super::{separated, spaces};
use crate::table::limits::{MOST_BYTES, TableError};

/// Splits a text into cells.
pub fn from_text(text: &str) -> Result<Cells, TableError> {
    if text.len() > MOST_BYTES {
        return Err(TableError::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let told = separated::told(&text);
    // Its line stays, empty, so that rows keep their numbers.
    let text = if told.is_some() {
        text.find('\n').and_then(|at| text.get(at..)).unwrap_or_default().to_owned()
    } else {
        text
    };
    let separator = match told {
        Some(';') => Separator::Semicolon,
        Some(',') => Separator::Comma,
        Some('\t') => Separator::Tab,
        Some('|') => Separator::Bar,
        _ => separated::separator(&text),
    };
    let (separator, rows) = match separator {
        Separator::Tab => (separator, separated::rows(&text, '\t')),
        Separator::Semicolon => (separator, separated::rows(&text, ';')),
        Separator::Comma => (separator, separated::rows(&text, ',')),
        Separator::Bar => (separator, separated::barred(&text)),
        _ => spaces::rows(&text),
    };
    Cells { separator, rows, hidden: Hidden::default() }.checked()
}
