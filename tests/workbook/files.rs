//! The file that is made of a workbook.

use super::book::{book, examples};

/// The number in a cell's text: a share is read as it is shown.
pub fn number_read(text: &str) -> Option<f64> {
    let (digits, unit) = text.strip_suffix(" %").map_or((text, 1.0), |digits| (digits, 100.0));
    Some(digits.replace(',', ".").parse::<f64>().ok()? / unit)
}

#[test]
fn the_file_of_a_workbook_reads_back_with_its_values_and_texts() {
    for (name, plan) in examples() {
        let book = book(&plan).unwrap();
        let bytes = samplan_sheets::write(&serde_json::to_string(&book).unwrap()).unwrap();
        let read = samplan_sheets::read(&bytes).unwrap();
        let names: Vec<_> = read.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), "{name}");
        for (sheet, told) in book.sheets.iter().zip(&read.sheets) {
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let there = told.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
                    let place = format!("{name}, {} {row} {column}", sheet.name);
                    match (cell.number, &cell.text) {
                        (Some(number), _) => {
                            let one = number_read(there).unwrap_or_else(|| panic!("{place}: {there:?}"));
                            let other: f64 = number.to_string().parse().unwrap();
                            assert!(
                                (one - other).abs() <= 1e-9_f64.max(other.abs() * 1e-12),
                                "{place}: {one}, {other}"
                            );
                        }
                        // What begins as a formula is a text.
                        (None, Some(text)) => assert_eq!(
                            there.split_whitespace().collect::<Vec<_>>(),
                            text.split_whitespace().collect::<Vec<_>>(),
                            "{place}"
                        ),
                        (None, None) => assert_eq!(there, "", "{place}"),
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_no_workbook_is_refused() {
    for json in ["", "{}", "[]", r#"{"title":"x","sheets":[{"name":"a/b","rows":[],"head":0,"names":0,"widths":[]}]}"#]
    {
        assert!(samplan_sheets::write(json).is_err(), "{json}");
    }
}
