//! What a spreadsheet's cells show beside what they hold: formats, and formulas without a value.

use rust_xlsxwriter::{Format, Workbook};

#[test]
fn a_cell_counts_as_it_is_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Post (tkr)").unwrap();
    sheet.write_number(0, 1, 2027).unwrap();
    let rows =
        [("Lön", 1_640_000.0, "#,##0,"), ("Hyra", 120.0, "#,##0\" tkr\""), ("Andel", 0.115, "0.0%"), ("El", 0.5, "0%")];
    for (row, (name, value, format)) in (1..).zip(rows) {
        sheet.write_string(row, 0, name).unwrap();
        sheet.write_number_with_format(row, 1, value, &Format::new().set_num_format(format)).unwrap();
    }
    let read = samplan_sheets::read(&book.save_to_buffer().unwrap()).unwrap();
    let column: Vec<&str> = read.sheets[0].rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(column, ["2027", "1640000 kr", "120 tkr", "11,5 %", "50 %"]);
}
