//! Rows of cells, and what stood between them.

use super::hidden::Hidden;
use crate::table::figure::Doubt;
use crate::table::limits::{MOST_COLUMNS, MOST_ROWS, TableError};

/// A table's cells by row and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// What stood between them.
    pub separator: Separator,
    /// All rows, the empty ones too, so that a row's place is the one that people see.
    pub rows: Vec<Vec<Cell>>,
    /// Those of them that the sheet does not show.
    pub hidden: Hidden,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, line breaks made spaces, without white space at the ends.
    pub text: String,
    /// Whether a merged cell above or to the left covers it; its text is that cell's.
    pub covered: bool,
    /// Why its place or its end is not certain.
    pub doubt: Option<Doubt>,
}

impl Cell {
    /// A cell of a text.
    pub fn new(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), covered: false, doubt: None }
    }
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// Tabs, as Excel and Word copy.
    Tab,
    /// Semicolons, as Swedish CSV has.
    Semicolon,
    Comma,
    /// Upright bars, as Markdown has them.
    Bar,
    /// Spaces: by column positions, or single ones as a PDF's text has them.
    Spaces,
    /// A table of its own: HTML or a sheet.
    Grid,
    /// Nothing: there is one column.
    None,
}

/// Cells of a sheet or a table that has them apart already.
pub fn from_grid(rows: Vec<Vec<Cell>>) -> Result<Cells, TableError> {
    Cells { separator: Separator::Grid, rows, hidden: Hidden::default() }.checked()
}

impl Cells {
    /// Some of which the sheet does not show.
    #[must_use]
    pub fn hiding(mut self, hidden: Hidden) -> Cells {
        self.hidden = hidden;
        self
    }

    /// Without empty cells at the ends of rows and empty rows at the end, if it is not too large.
    pub(super) fn checked(mut self) -> Result<Cells, TableError> {
        for row in &mut self.rows {
            if row.iter().all(|cell| is_rule(&cell.text)) {
                row.clear();
            }
            while row.last().is_some_and(|cell| cell.text.is_empty() && row_has_more(row.len())) {
                row.pop();
            }
        }
        while self.rows.last().is_some_and(|row| row.iter().all(|cell| cell.text.is_empty())) {
            self.rows.pop();
        }
        if self.rows.is_empty() {
            return Err(TableError::Empty);
        }
        let found = self.rows.iter().filter(|row| row.iter().any(|cell| !cell.text.is_empty())).count();
        if found > MOST_ROWS {
            return Err(TableError::TooManyRows { found });
        }
        for (row, number) in self.rows.iter().zip(1..) {
            let found = row.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last.saturating_add(1));
            if found > MOST_COLUMNS {
                return Err(TableError::TooManyColumns { row: number, found });
            }
        }
        Ok(self)
    }
}

/// Nothing, or a line that is drawn under or over rows (`-----`, `:---:`).
fn is_rule(text: &str) -> bool {
    text.is_empty() || text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '=' | '_' | '–' | '—' | ':' | '+'))
}

/// A row keeps up to two cells, since one cell alone tells that nothing parted it.
fn row_has_more(cells: usize) -> bool {
    cells > 2
}

/// White space at the ends gone, line breaks and tags of plain emphasis inside a cell made spaces or nothing.
pub(super) fn tidy(cell: &str) -> String {
    const TAGS: [&str; 12] =
        ["<u>", "</u>", "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<strong>", "</strong>", "<br>", "**"];
    let mut tidy = String::with_capacity(cell.len());
    let lines = || cell.split(['\n', '\u{b}']).map(str::trim).filter(|part| !part.is_empty());
    // Figures on two lines are two, and never one number with a space in it.
    let figures =
        !cell.contains(char::is_alphabetic) && lines().all(|line| line.contains(|c: char| c.is_ascii_digit()));
    for part in lines() {
        if !tidy.is_empty() {
            tidy.push_str(if figures { " ; " } else { " " });
        }
        tidy.push_str(part);
    }
    for tag in TAGS {
        // Stars after a number are a footnote's; around words they are emphasis.
        if tidy.contains(tag) && (tag.starts_with('<') || tidy.starts_with(tag)) {
            tidy = tidy.replace(tag, "");
        }
    }
    tidy.trim().to_owned()
}
