//! The tables of the real documents in every form that they come in: the same lines, years, units and sums.

use super::support::{folder, read};
use super::{sheet, spreadsheet};
use samplan::table::{self, Answers, Beside, Cells, Known, Reading, Role, StandsFor};

const DOCUMENTS: [&str; 9] = [
    "akst-2014.txt",
    "sydnarke-2016.txt",
    "vaxjo-2014.txt",
    "vaxjo-2014-year-2015.txt",
    "vaxjo-2011.txt",
    "varend-2015-notes.txt",
    "sums-by-arithmetic.tsv",
    "year-repeated.tsv",
    "bare-members.tsv",
];

type Said = (Role, String, Option<samplan::plan::Category>, Vec<(u16, String)>, Option<StandsFor>, Vec<Beside>);

/// What rows with figures say, and what their sums and the figures beside them are held against.
fn said(reading: &Reading) -> Vec<Said> {
    let rows = reading.rows.iter().filter(|row| !matches!(row.role, Role::Heading | Role::Ignored));
    rows.map(|row| {
        let amounts = row.amounts.iter().map(|(year, amount)| (year.number(), amount.normalize().to_string()));
        (row.role, row.name.clone(), row.category, amounts.collect(), row.stands_for.clone(), row.beside.clone())
    })
    .collect()
}

fn rows(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(folder().join(name)).unwrap();
    let plain = |cell: &str| cell.replace("<u>", "").replace("</u>", "");
    text.lines().map(|line| parted(line).into_iter().map(|cell| plain(&cell)).collect()).collect()
}

/// A line's cells: at its tabs, or as Värend's text has them, the figures at its end.
fn parted(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let figures = words.iter().rev().take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
    if line.contains('\t') || figures == 0 {
        return line.split('\t').map(str::to_owned).collect();
    }
    let (name, figures) = words.split_at(words.len() - figures);
    vec![name.join(" "), figures.join(" ")]
}

fn check(name: &str, form: &str, cells: Cells) {
    let said = |reading: &Reading| {
        let mut rows = said(reading);
        // The words over a column of shares do not come along in text.
        rows.iter_mut().flat_map(|row| &mut row.5).for_each(|beside| beside.label.clear());
        rows
    };
    let right = said(&read(name, &Known::default()));
    let found = said(&table::read(cells, &Known::default(), &Answers::default()));
    assert_eq!(found, right, "{name} as {form}");
}

#[test]
fn as_text_with_single_spaces() {
    for name in DOCUMENTS {
        let lines = rows(name)
            .into_iter()
            .map(|row| row.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "));
        check(name, "single spaces", table::from_text(&lines.collect::<Vec<_>>().join("\n")).unwrap());
    }
}

#[test]
fn as_text_in_columns() {
    for name in DOCUMENTS {
        let rows = rows(name);
        let width = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0) + 3
        };
        let line = |row: &Vec<String>| {
            let cell = |(column, cell): (usize, &String)| {
                if column == 0 { format!("{cell:<0$}", width(0)) } else { format!("{cell:>0$}", width(column)) }
            };
            row.iter().enumerate().map(cell).collect::<String>().trim_end().to_owned()
        };
        check(name, "columns", table::from_text(&rows.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap());
    }
}

#[test]
fn as_html_and_as_csv() {
    for name in DOCUMENTS {
        let rows = rows(name);
        let cell = |cell: &String| format!("<td>{}</td>", cell.replace('&', "&amp;"));
        let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
        let html = format!("<html><table>{}</table></html>", rows.iter().map(row).collect::<String>());
        check(name, "HTML", table::from_html(&html).unwrap().unwrap());
        let width = rows.iter().map(Vec::len).max().unwrap();
        for separator in [";", ","] {
            let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| {
                let empty = std::iter::repeat_n(String::new(), width - row.len());
                row.iter().cloned().chain(empty).map(|text| cell(&text)).collect::<Vec<_>>().join(separator)
            };
            check(name, separator, table::from_text(&rows.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap());
        }
    }
}

#[test]
fn as_spreadsheets() {
    for name in DOCUMENTS {
        let rows = rows(name);
        check(name, ".xlsx", sheet::cells(&spreadsheet::xlsx(&rows)).unwrap());
        check(name, ".ods", sheet::cells(&spreadsheet::ods(&rows)).unwrap());
    }
}
