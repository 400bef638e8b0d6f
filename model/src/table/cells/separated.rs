//! Text whose cells are apart by tabs, semicolons or commas, with cells in quotation marks.

use super::grid::{Cell, Separator, tidy};
use crate::table::figure::{self, Figure};
use crate::table::limits::MOST_COLUMNS;

/// The longest quoted cell; beyond it a quotation mark is taken as it stands.
const LONGEST_QUOTED: usize = 2_000;

/// What parts the cells of a text. A semicolon or a comma does so when most lines have as many of them.
pub(super) fn separator(text: &str) -> Separator {
    if text.contains('\t') {
        return Separator::Tab;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let with_bars = text.lines().filter(|line| line.contains('|')).count();
    if with_bars > 1 && with_bars.saturating_mul(2) >= lines {
        return Separator::Bar;
    }
    let with_semicolon = text.lines().filter(|line| line.contains(';')).count();
    if with_semicolon > 0 && with_semicolon.saturating_mul(2) >= lines {
        return Separator::Semicolon;
    }
    if lines > 1 && has_commas_between(text) { Separator::Comma } else { Separator::None }
}

/// Whether commas part cells: each line has as many, and no comma is a decimal mark or a part of a sentence.
fn has_commas_between(text: &str) -> bool {
    let rows = rows(text, ',');
    let rows: Vec<&Vec<Cell>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.text.is_empty())).collect();
    let Some(width) = rows.first().map(|row| row.len()) else { return false };
    if !(2..=MOST_COLUMNS).contains(&width) || rows.iter().any(|row| row.len() != width) {
        return false;
    }
    let numeric = |cell: &Cell| !matches!(figure::read(&cell.text), Figure::Text | Figure::Empty);
    // `Hyra 100,5` has a number with a decimal comma, not two cells: a name's cell would end in digits.
    let split_decimals = rows.iter().any(|row| {
        row.windows(2).any(|pair| match pair {
            [left, right] => {
                numeric(right)
                    && !numeric(left)
                    && left.text.ends_with(|c: char| c.is_ascii_digit())
                    && right.text.len() <= 2
            }
            _ => false,
        })
    });
    let figures = rows.iter().filter(|row| row.iter().skip(1).any(numeric)).count();
    !split_decimals && figures.saturating_mul(2) >= rows.len()
}

/// Rows of cells between upright bars; a bar at a line's ends parts nothing.
pub(super) fn barred(text: &str) -> Vec<Vec<Cell>> {
    let row = |line: &str| {
        let line = line.trim();
        let line = line.strip_prefix('|').unwrap_or(line);
        let line = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
        // A bar with a backslash is a letter of the text.
        let line = line.replace("\\|", "\u{0}");
        line.split('|').map(|cell| Cell::new(tidy(&cell.replace('\u{0}', "|").replace('\\', "")))).collect()
    };
    text.lines().map(row).collect()
}

/// The line by which Excel is told what parts the cells (`sep=;`).
pub(super) fn told(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let mark = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    mark.chars().next().or(Some('\t'))
}

/// The rows of a text, all of them.
pub(super) fn rows(text: &str, separator: char) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest, separator).unwrap_or_else(|| {
            let end = rest.find([separator, '\n']).unwrap_or(rest.len());
            let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            (cell.to_owned(), after)
        });
        cells.push(Cell::new(tidy(&cell)));
        if let Some(next) = after.strip_prefix(separator) {
            rest = next;
        } else {
            rows.push(std::mem::take(&mut cells));
            match after.strip_prefix('\n') {
                Some(next) => rest = next,
                None => return rows,
            }
        }
    }
}

/// A cell in quotation marks, as Excel copies one with line breaks in it. Marks inside are doubled; a mark that only
/// begins a text (`"Fler i arbete" 2016`) is no quoted cell, and neither is one that would take in a tab.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        if cell.len() > LONGEST_QUOTED || separator == '\t' && part.contains('\t') {
            return None;
        }
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None if after.is_empty() || after.starts_with([separator, '\n']) => return Some((cell, after)),
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, separator: char) -> Vec<Vec<String>> {
        rows(text, separator).into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn quoted_cells_keep_their_line_breaks_as_spaces() {
        let block = "\"Arvoden\ninkl. \"\"PO\"\"\"\t220 000\n\n\"Fler\" i arbete\t1\n\"Fler\t20\nÖvrigt\"\t30";
        let expected: [&[&str]; 5] = [
            &["Arvoden inkl. \"PO\"", "220 000"],
            &[""],
            &["\"Fler\" i arbete", "1"],
            &["\"Fler", "20"],
            &["Övrigt\"", "30"],
        ];
        assert_eq!(texts(block, '\t'), expected);
    }

    #[test]
    fn each_separator_is_found() {
        for (text, found) in [
            ("a\t1 000", Separator::Tab),
            ("a;1 000\nb;2,5", Separator::Semicolon),
            ("Konto,Namn,2015\n5010,Hyra,120000", Separator::Comma),
            ("Hyra,120000\n\"Löner, resor\",20", Separator::Comma),
            ("Hyra 100,5\nLöner 200,5", Separator::None),
            ("Löner, resor 100\nHyra 200", Separator::None),
            ("Kostnader; alla\nHyra 200\nLöner 300", Separator::None),
        ] {
            assert_eq!(separator(text), found, "{text}");
        }
    }
}
