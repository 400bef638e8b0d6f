//! What a file has and does not show: left out until it is answered for, and never counted in silence.

use super::spreadsheet::ods_of;
use super::support::told;
use rust_xlsxwriter::{Workbook, Worksheet};
use samplan::table::{self, Answers, Known};

fn rows(sheet: &mut Worksheet, rows: &[(&str, f64)]) {
    for (row, (name, amount)) in (0..).zip(rows) {
        sheet.write_string(row, 0, *name).unwrap();
        sheet.write_number(row, 1, *amount).unwrap();
    }
}

fn read(bytes: &[u8], hidden: Option<bool>) -> String {
    let answers = Answers { hidden, ..Answers::default() };
    told(&table::read(super::sheet::cells(bytes).unwrap(), &Known::default(), &answers))
}

/// Row 3 is hidden by hand and row 4 by a filter; the sum counts them both.
fn counted() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    rows(
        sheet,
        &[("Kostnader", 2027.0), ("Lön", 800_000.0), ("Hyra", 120_000.0), ("El", 30_000.0), ("Summa", 950_000.0)],
    );
    sheet.set_row_hidden(2).unwrap().set_row_hidden(3).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn hidden_rows_and_the_sum_that_counts_them_wait() {
    let asked = "kr: name, 2027,\n1 heading Kostnader\n2 line (Activity) Lön | 2027 800000\n3 ignored Hyra\n4 ignored El\n\
        5 sum Summa\n? hidden at 3,-\n? hidden at 4,-\n? hidden_counted at 5,-\n";
    assert_eq!(read(&counted(), None), asked);
    let left = "kr: name, 2027,\n1 heading Kostnader\n2 line (Activity) Lön | 2027 800000\n5 sum Summa\n? hidden_counted at 5,-\n";
    assert_eq!(read(&counted(), Some(false)), left);
    let whole = read(&counted(), Some(true));
    assert!(
        whole.contains("3 line (Administration) Hyra | 2027 120000") && whole.contains("5 sum Summa | 2027 950000"),
        "{whole}"
    );
    assert!(!whole.contains('?'), "{whole}");
}

/// What is folded together under a row is told by that row; with half of it in sight the row would count twice.
#[test]
fn a_row_stands_for_what_is_folded_together_under_it() {
    let book = |last: u32| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        rows(
            sheet,
            &[
                ("Kostnader (tkr)", 2027.0),
                ("Lön", 800.0),
                ("Resor", 20.0),
                ("Fika", 5.0),
                ("Kansli", 825.0),
                ("Hyra", 9.0),
            ],
        );
        sheet.group_rows_collapsed(1, last).unwrap();
        book.save_to_buffer().unwrap()
    };
    let folded = read(&book(3), Some(false));
    assert!(
        folded.contains("5 line (Administration) Kansli | 2027 825000\n6 line (Administration) Hyra | 2027 9000\n"),
        "{folded}"
    );
    assert!(!folded.contains('?'), "{folded}");
    let half = read(&book(2), Some(false));
    assert!(half.contains("4 line") && half.contains("? hidden_counted at 5,-"), "{half}");
}

#[test]
fn a_hidden_column_is_left_out_and_a_hidden_sheet_is_not_the_first() {
    let mut book = Workbook::new();
    rows(book.add_worksheet().set_hidden(true), &[("Kostnader", 2019.0), ("Lön", 1.0)]);
    let sheet = book.add_worksheet();
    rows(sheet, &[("Kostnader", 2026.0), ("Lön", 790_000.0)]);
    sheet.write_number(0, 2, 2027).unwrap();
    sheet.write_number(1, 2, 800_000).unwrap();
    sheet.set_column_hidden(1).unwrap();
    sheet.set_active(true);
    let bytes = book.save_to_buffer().unwrap();
    let asked = read(&bytes, None);
    assert!(asked.contains("2 line (Activity) Lön | 2027 800000\n? hidden at -,2\n"), "{asked}");
    assert!(read(&bytes, Some(true)).contains("Lön | 2026 790000 | 2027 800000"));
    let mut book = Workbook::new();
    rows(book.add_worksheet().set_very_hidden(true), &[("Kostnader", 2019.0), ("Lön", 1.0)]);
    book.add_worksheet().set_active(true);
    assert!(read(&book.save_to_buffer().unwrap(), None).ends_with("2 line (Activity) Lön\n? hidden at -,-\n"));
}

#[test]
fn an_ods_says_what_it_hides_by_runs() {
    let cell = |text: &str| match text.parse::<f64>() {
        Ok(number) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>"),
        Err(_) => format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
    };
    let row = |how: &str, cells: &[&str]| {
        format!("<table:table-row{how}>{}</table:table-row>", cells.iter().map(|text| cell(text)).collect::<String>())
    };
    let content = [
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Budget\">",
        "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>",
        &row("", &["Kostnader", "2027", "2028"]),
        &row(" table:visibility=\"filter\" table:number-rows-repeated=\"2\"", &["Gammalt", "5000", "6000"]),
        &row("", &["Hyra", "7000", "8000"]),
        &row(" table:visibility=\"collapse\" table:number-rows-repeated=\"1000000\"", &[]),
        "</table:table></office:spreadsheet></office:body></office:document-content>",
    ]
    .concat();
    let asked = "kr: name, 2027, ignored,\n1 heading Kostnader\n2 ignored Gammalt\n3 ignored Gammalt\n4 line (Administration) Hyra | 2027 7000\n\
        ? hidden at -,3\n? hidden at 2,-\n? hidden at 3,-\n";
    assert_eq!(read(&ods_of(&[("content.xml", &content)]), None), asked);
}

/// Excel's clipboard has hidden rows and columns too.
#[test]
fn html_says_what_it_does_not_show() {
    let html = "<table><col width=80><col width=0 style='display:none;mso-width-alt:0'><col width=64>\
        <tr><td>Kostnader</td><td>2026</td><td>2027</td></tr>\
        <tr height=0 style='display:none'><td>Hyra</td><td>5000</td><td>6000</td></tr>\
        <tr><td>El</td><td>700</td><td>800</td></tr></table>";
    let cells = table::from_html(html).unwrap().unwrap();
    let asked = told(&table::read(cells, &Known::default(), &Answers::default()));
    assert!(asked.contains("3 line (Activity) El | 2027 800\n? hidden at -,2\n? hidden at 2,-\n"), "{asked}");
}

/// Whoever reads its tables would wait for their end without end.
#[test]
fn content_that_ends_inside_a_table_is_refused() {
    const CUT: &str = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:spreadsheet>\
        <table:table table:name=\"Budget\"><table:table-row/>";
    let renamed = format!("{CUT}</table:tabell></office:spreadsheet></office:body></office:document-content>");
    for content in [CUT, &renamed] {
        assert!(super::sheet::cells(&ods_of(&[("content.xml", content)])).is_err());
    }
}
