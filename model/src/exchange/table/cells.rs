//! From text to rows of cell texts.

use super::Separator;

/// A row with something in it, and its place as pasted, from 1.
pub(super) struct TextRow {
    pub(super) row: usize,
    pub(super) cells: Vec<String>,
}

/// The longest quoted cell; beyond it a quotation mark is taken as it stands.
const LONGEST_QUOTED: usize = 2_000;

/// Splits a block into rows and cells. White space around cells is dropped, and rows of nothing else.
pub(super) fn split(text: &str) -> (Separator, Vec<TextRow>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let separator = separator(&text);
    let rows = match separator {
        Separator::Tab => quoted_rows(&text, '\t'),
        Separator::Semicolon => quoted_rows(&text, ';'),
        Separator::Spaces => text.lines().map(between_spaces).collect(),
        Separator::None => text.lines().map(|line| vec![tidy(line)]).collect(),
    };
    let rows = rows.into_iter().zip(1..).map(|(cells, row)| TextRow { row, cells });
    (separator, rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect())
}

fn separator(text: &str) -> Separator {
    if text.contains('\t') {
        Separator::Tab
    } else if text.contains(';') {
        Separator::Semicolon
    } else if text.lines().any(|line| between_spaces(line).len() > 1) {
        Separator::Spaces
    } else {
        Separator::None
    }
}

/// White space at the ends gone, line breaks inside a cell made spaces.
fn tidy(cell: &str) -> String {
    let mut tidy = String::with_capacity(cell.len());
    for part in cell.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(part);
    }
    tidy
}

fn between_spaces(line: &str) -> Vec<String> {
    let plain = line.replace('\u{a0}', " ");
    plain.split("  ").map(tidy).filter(|cell| !cell.is_empty()).collect()
}

fn quoted_rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest, separator).unwrap_or_else(|| {
            let end = rest.find([separator, '\n']).unwrap_or(rest.len());
            let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            (cell.to_owned(), after)
        });
        cells.push(tidy(&cell));
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
/// begins a text (`"Fler i arbete" 2016`) is no quoted cell.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        if cell.len() > LONGEST_QUOTED {
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

    fn texts(text: &str) -> Vec<Vec<String>> {
        split(text).1.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn excel_quotes_cells_with_line_breaks() {
        let block = "\"Arvoden\r\ninkl. \"\"PO\"\"\"\t220 000\r\n\r\n\"Fler\" i arbete\t1\r\n";
        assert_eq!(texts(block), [["Arvoden inkl. \"PO\"", "220 000"], ["\"Fler\" i arbete", "1"]]);
        let rows: Vec<usize> = split(block).1.iter().map(|row| row.row).collect();
        assert_eq!(rows, [1, 3]);
    }

    #[test]
    fn each_separator_is_found() {
        for (text, separator, cells) in [
            ("a b\t1 000", Separator::Tab, ["a b", "1 000"]),
            ("a b;1 000", Separator::Semicolon, ["a b", "1 000"]),
            ("  a b   1 000  ", Separator::Spaces, ["a b", "1 000"]),
        ] {
            assert_eq!(split(text).0, separator);
            assert_eq!(texts(text), [cells]);
        }
        assert_eq!(split("1 000\n2 000").0, Separator::None);
    }
}
