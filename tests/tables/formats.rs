//! What a spreadsheet's cells show beside what they hold: formats, and formulas without a value.

use super::spreadsheet::ods_of;
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

/// As LibreOffice writes them: a cell's style names its format, a column's stands for cells without one, and what is alike on
/// end is said once.
#[test]
fn a_cell_of_an_ods_counts_as_it_is_shown() {
    let styles = r#"<office:document-styles><office:styles>
        <number:number-style style:name="N1"><number:number number:display-factor="1000"/></number:number-style>
        <number:currency-style style:name="N2"><number:text>-</number:text><number:number/><number:text> </number:text>
            <number:currency-symbol>kr</number:currency-symbol></number:currency-style>
        </office:styles></office:document-styles>"#;
    let content = r#"<office:document-content><office:automatic-styles>
        <number:number-style style:name="N3"><number:number/><number:text> tkr</number:text></number:number-style>
        <number:percentage-style style:name="N4"><number:number/><number:text>%</number:text></number:percentage-style>
        <style:style style:name="thousands" style:data-style-name="N1"/><style:style style:name="tkr" style:data-style-name="N3"/>
        <style:style style:name="kr" style:data-style-name="N2"/><style:style style:name="share" style:data-style-name="N4"/>
        </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Budget">
        <table:table-column/><table:table-column table:number-columns-repeated="3" table:default-cell-style-name="thousands"/>
        <table:table-row table:number-rows-repeated="2">
            <table:table-cell office:value-type="string"><text:p>Lön</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1640000"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Hyra</text:p></table:table-cell>
            <table:table-cell table:style-name="tkr" office:value-type="float" office:value="120"/>
            <table:table-cell table:style-name="kr" office:value-type="currency" office:value="5"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Andel</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.115"/>
            <table:table-cell table:style-name="share" office:value-type="float" office:value="0.5"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    // Nothing stands between the elements.
    let [styles, content] = [styles, content].map(|part| part.lines().map(str::trim).collect::<String>());
    let read = samplan_sheets::read(&ods_of(&[("styles.xml", &styles), ("content.xml", &content)])).unwrap();
    let rows: Vec<Vec<&str>> = read.sheets[0].rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let pay = vec!["Lön", "1640000 kr", "1640000 kr"];
    assert_eq!(rows, [pay.clone(), pay, vec!["Hyra", "120 tkr", "5 kr"], vec!["Andel", "11,5 %", "50 %"]]);
}
