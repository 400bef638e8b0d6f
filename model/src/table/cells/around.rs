//! What stands around a table in HTML, as Word copies the paragraph over it: a unit or a budget's year there is the table's.

use crate::table::heading;

/// The lines since the last table.
#[derive(Default)]
pub(super) struct Around {
    lines: Vec<String>,
}

/// As far from a table as a line can be of it.
const NEAR: usize = 3;

impl Around {
    pub(super) fn text(&mut self, text: &str) {
        let end_of_line = self.lines.last_mut();
        match end_of_line {
            Some(line) => line.push_str(text),
            None => self.lines.push(text.to_owned()),
        }
    }

    pub(super) fn break_line(&mut self) {
        if self.lines.last().is_some_and(|line| !line.trim().is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// The lines that say something of the table that begins here.
    pub(super) fn over(&mut self) -> Vec<String> {
        self.break_line();
        let lines = std::mem::take(&mut self.lines);
        let near = lines.len().saturating_sub(NEAR.saturating_add(1));
        lines.into_iter().skip(near).filter(|line| is_of_table(line)).collect()
    }

    /// The lines that tell the unit of the table that ended.
    pub(super) fn under(&mut self) -> Vec<String> {
        let lines = std::mem::take(&mut self.lines).into_iter().take(NEAR);
        lines.filter(|line| line.to_lowercase().contains("belopp") && heading::caption_scale(line).is_some()).collect()
    }
}

fn is_of_table(line: &str) -> bool {
    let read = heading::read(line);
    let titles = read.names_years() && read.of.is_some() && line.split_whitespace().count() <= 8;
    titles || heading::caption_scale(line).is_some()
}
