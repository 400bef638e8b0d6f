//! Reading a block: separator, header, names, then each row.

use super::cells::{TextRow, split};
use super::guess::Section;
use super::header::{column, is_header, unit};
use super::{
    Cell, Column, ColumnUnit, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Note, ReadRow, Reading, RowGuess, TableError,
};
use crate::money::{Decimal, NumberProblem, Unit, read_amount, read_percent};

/// Reads a block of cells. Figures without a unit of their own, in columns without one, are in `preset`.
pub fn read_table(text: &str, preset: Unit) -> Result<Reading, TableError> {
    if text.len() > MOST_BYTES {
        return Err(TableError::TooLarge { bytes: text.len() });
    }
    let (separator, rows) = split(text);
    if rows.is_empty() {
        return Err(TableError::Empty);
    }
    if rows.len() > MOST_ROWS {
        return Err(TableError::TooManyRows { found: rows.len() });
    }
    for row in &rows {
        let found = row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last.saturating_add(1));
        if found > MOST_COLUMNS {
            return Err(TableError::TooManyColumns { row: row.row, found });
        }
    }
    let has_names = has_names(&rows);
    let mut rows: Vec<NamedRow> = rows.into_iter().map(|row| NamedRow::of(row, has_names)).collect();

    // Titles above the header have one cell and may name the unit (*Belopp i tkr*).
    let first = rows.iter().position(|row| !row.cells.is_empty());
    let header = first.filter(|_| rows.len() > 1);
    let header = header
        .filter(|first| rows.get(*first).is_some_and(|row| is_header(has_names && row.name.is_empty(), &row.cells)));
    let titles = rows.get(..header.or(first).unwrap_or(0)).unwrap_or(&[]);
    let mut above = titles.iter().find_map(|row| unit(&row.name));
    let header = header.map(|place| rows.remove(place));
    let (corner, headings) = header.map(|row| (row.name, row.cells)).unwrap_or_default();
    above = unit(&corner).or(above);

    let width = rows.iter().map(|row| row.cells.len()).chain([headings.len()]).max().unwrap_or(0);
    let headings = headings.into_iter().chain(std::iter::repeat_with(String::new)).take(width);
    let columns: Vec<Column> = headings.map(|heading| column(&heading, above, preset)).collect();

    let mut section = Section::default();
    let rows = rows.into_iter().map(|row| row.read(&columns, &mut section)).collect();
    Ok(Reading { separator, has_names, corner, columns, rows })
}

/// Whether the first column holds names: text that is no figure, in another row than one of headings.
fn has_names(rows: &[TextRow]) -> bool {
    let named = |row: &TextRow| row.cells.first().is_some_and(|cell| !cell.is_empty() && !is_figure(cell));
    let has_figures = |row: &TextRow| row.cells.iter().skip(1).any(|cell| is_figure(cell));
    match rows {
        [] => false,
        [only] => named(only),
        [first, rest @ ..] => rest.iter().any(named) || named(first) && has_figures(first),
    }
}

/// A row with its name apart.
struct NamedRow {
    row: usize,
    name: String,
    footnote: bool,
    /// Without the empty ones at the end.
    cells: Vec<String>,
}

impl NamedRow {
    fn of(row: TextRow, has_names: bool) -> NamedRow {
        let mut cells = row.cells;
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let written = if has_names && !cells.is_empty() { cells.remove(0) } else { String::new() };
        let listed = written.trim_start_matches(['-', '–', '•', '·', '*', ' ']);
        let name = listed.trim_end_matches(['*', ' ']);
        // A name of nothing but marks stays as it is.
        let name = if name.is_empty() { written.as_str() } else { name };
        let footnote = listed.ends_with('*');
        NamedRow { row: row.row, name: name.to_owned(), footnote, cells }
    }

    fn read(self, columns: &[Column], section: &mut Section) -> ReadRow {
        let texts = self.cells.iter().map(String::as_str).chain(std::iter::repeat(""));
        let read: Vec<(Cell, bool)> =
            columns.iter().zip(texts).map(|(column, text)| read_cell(text, column.unit)).collect();
        let footnote = self.footnote || read.iter().any(|(_, star)| *star);
        let cells: Vec<Cell> = read.into_iter().map(|(cell, _)| cell).collect();

        let signs = |dropped: bool| {
            let of_sign = move |cell: &Cell| matches!(cell, Cell::Amount { kronor, sign_dropped } if *sign_dropped == dropped && !kronor.is_zero());
            cells.iter().any(of_sign)
        };
        let mut notes = Vec::new();
        if signs(true) && signs(false) {
            notes.push(Note::MixedSigns);
        }
        if footnote {
            notes.push(Note::Footnote);
        }
        let guess = guess(&self.name, &cells, section);
        ReadRow { row: self.row, name: self.name, cells, guess, notes }
    }
}

fn guess(name: &str, cells: &[Cell], section: &mut Section) -> RowGuess {
    if cells.iter().any(|cell| matches!(cell, Cell::Amount { .. })) {
        let guess = section.guess(name);
        if guess == RowGuess::Total {
            *section = section.after_total(name);
        }
        guess
    } else if cells.iter().any(|cell| matches!(cell, Cell::Percent(_))) {
        RowGuess::Percent
    } else {
        *section = Section::under(name);
        RowGuess::Heading
    }
}

/// Whether a text is an amount or a percentage.
pub(super) fn is_figure(text: &str) -> bool {
    matches!(read_cell(text, ColumnUnit::Kronor).0, Cell::Amount { .. } | Cell::Percent(_))
}

/// Reads a cell, and says whether it had a footnote star.
fn read_cell(text: &str, unit: ColumnUnit) -> (Cell, bool) {
    let star = text.ends_with('*');
    let plain = text.trim_end_matches(['*', ' ']);
    if text.is_empty() {
        return (Cell::Empty, false);
    }
    if plain.ends_with('%')
        && let Ok(share) = read_percent(plain)
    {
        return (Cell::Percent(share), star);
    }
    let (unit, factor) = match unit {
        ColumnUnit::Kronor => (Unit::Kronor, Decimal::ONE),
        ColumnUnit::Thousands => (Unit::Thousands, Decimal::ONE),
        ColumnUnit::Millions => (Unit::Thousands, Decimal::ONE_THOUSAND),
    };
    let amount = match read_amount(plain, unit) {
        // Accountants write a dash for nothing: `-`, `- kr`.
        Err(NumberProblem::NotANumber) if is_dash(plain) => Ok(Decimal::ZERO),
        // A column in millions leaves a cell with a unit of its own alone.
        Ok(kronor) if !plain.ends_with(char::is_alphabetic) => {
            kronor.checked_mul(factor).ok_or(NumberProblem::TooLarge)
        }
        other => other,
    };
    let cell = match amount {
        Ok(kronor) => {
            Cell::Amount { kronor: kronor.abs(), sign_dropped: kronor.is_sign_negative() && !kronor.is_zero() }
        }
        Err(problem) => Cell::Unreadable { text: text.to_owned(), problem },
    };
    (cell, star)
}

fn is_dash(text: &str) -> bool {
    let dash = text.trim_end_matches("kr").trim_end();
    matches!(dash, "-" | "–" | "—" | "\u{2212}")
}
