//! Cells as they come, put in their rows.

use crate::book::Sheet;
use crate::limits::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SheetError};

/// How many cells a file has had.
#[derive(Debug, Default)]
pub struct Count(usize);

impl Count {
    /// One more, if a file can have it.
    fn one(&mut self) -> Result<(), SheetError> {
        self.0 = self.0.saturating_add(1);
        if self.0 > MOST_CELLS { Err(SheetError::TooManyCells) } else { Ok(()) }
    }
}

impl Sheet {
    /// Puts a text in its place.
    pub fn put(&mut self, row: u32, column: u32, text: String, count: &mut Count) -> Result<(), SheetError> {
        if text.is_empty() {
            return Ok(());
        }
        count.one()?;
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(SheetError::TooManyCells);
        }
        let (row, column) = (row as usize, column as usize);
        if self.rows.len() <= row {
            self.rows.resize(row.saturating_add(1), Vec::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column.saturating_add(1), String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        Ok(())
    }

    /// Shows a merged cell's text in all that it covers. Merged cells that reach far out are ruled areas, not tables.
    pub fn cover(&mut self, from: (u32, u32), to: (u32, u32), count: &mut Count) -> Result<(), SheetError> {
        let first = self.rows.get(from.0 as usize).and_then(|row| row.get(from.1 as usize)).cloned();
        let Some(text) = first.filter(|text| !text.is_empty()) else { return Ok(()) };
        if to.0.saturating_sub(from.0) > 500 || to.1.saturating_sub(from.1) > 100 {
            return Ok(());
        }
        for row in from.0..=to.0 {
            for column in from.1..=to.1 {
                if (row, column) != from {
                    self.put(row, column, text.clone(), count)?;
                    self.covered.push((row as usize, column as usize));
                }
            }
        }
        Ok(())
    }
}
