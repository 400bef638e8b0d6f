//! What a spreadsheet's cells show beside what they hold: formats, and formulas without a value.

use super::spreadsheet::ods_of;
use rust_xlsxwriter::{Format, FormatScript, Formula, Workbook, Worksheet};

/// The cells of an .xlsx file's first sheet.
fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<Vec<String>> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    samplan_sheets::read(&book.save_to_buffer().unwrap()).unwrap().sheets.remove(0).rows
}

#[test]
fn a_cell_counts_as_it_is_shown() {
    let cases = [
        (1_640_000.0, "#,##0,", "1640000 kr"),
        (120.0, "#,##0\" tkr\"", "120 tkr"),
        (0.115, "0.0%", "11,5 %"),
        (0.5, "0%", "50 %"),
        (2027.0, "\"Budget \"0", "Budget 2027"),
        (3.0, "0\" anställda\"", "3 anställda"),
        (500.0, ";;;", "####"),
        (-500.0, "#,##0;#,##0", "500 (-500)"),
        (-500.0, "#,##0;[Red]#,##0", "-500"),
        (5.0, "\"se bilaga\"", "se bilaga"),
        // 15 June 2016.
        (42536.0, "yyyy", "2016"),
        (42536.0, "mmm yyyy", "jun 2016"),
        (42536.0, "yyyy-mm-dd", "2016-06-15"),
        (2016.0, "yyyy", "1905"),
        (0.5, "hh:mm", "12:00"),
        (1.5, "[h]:mm", "36 h"),
    ];
    let rows = xlsx(|sheet| {
        for (row, (value, format, _)) in (0..).zip(cases) {
            sheet.write_number_with_format(row, 0, value, &Format::new().set_num_format(format)).unwrap();
        }
    });
    let column: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(column, cases.map(|(_, _, text)| text));
}

#[test]
fn a_raised_mark_is_no_digit() {
    let (plain, mark) = (Format::new(), Format::new().set_font_script(FormatScript::Superscript));
    let rows = xlsx(|sheet| {
        sheet.write_rich_string(0, 0, &[(&plain, "260"), (&mark, "1")]).unwrap();
        sheet.write_rich_string(1, 0, &[(&plain, "1 640 000"), (&mark, "2)")]).unwrap();
        // The same letters with a mark and without: it is asked which they are.
        sheet.write_rich_string(2, 0, &[(&plain, "12"), (&mark, "5")]).unwrap();
        sheet.write_string(3, 0, "125").unwrap();
        sheet.write_boolean(4, 0, true).unwrap();
    });
    let column: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(column, ["260 1)", "1 640 000 2)", "12 5", "12 5", "true"]);
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

#[test]
fn an_ods_shows_dates_marks_and_words_as_it_does() {
    let content = r#"<office:document-content><office:automatic-styles>
        <number:date-style style:name="N1"><number:year number:style="long"/></number:date-style>
        <number:date-style style:name="N2"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>
        <number:number-style style:name="N3"><number:text>Budget </number:text><number:number/></number:number-style>
        <number:number-style style:name="N4"/>
        <style:style style:name="year" style:data-style-name="N1"/><style:style style:name="month" style:data-style-name="N2"/>
        <style:style style:name="word" style:data-style-name="N3"/><style:style style:name="none" style:data-style-name="N4"/>
        <style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Budget">
        <table:table-row>
            <table:table-cell table:style-name="year" office:value-type="date" office:date-value="2016-06-15"/>
            <table:table-cell table:style-name="month" office:value-type="date" office:date-value="2016-06-15"/>
            <table:table-cell office:value-type="date" office:date-value="2016-06-15"/></table:table-row>
        <table:table-row>
            <table:table-cell table:style-name="word" office:value-type="float" office:value="2027"/>
            <table:table-cell table:style-name="none" office:value-type="float" office:value="500"/>
            <table:table-cell office:value-type="string"><text:p>260<text:span text:style-name="T1">1</text:span></text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="float" office:value="7"/>
            <table:covered-table-cell/><table:table-cell office:value-type="float" office:value="8"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    let content = content.lines().map(str::trim).collect::<String>();
    let read = samplan_sheets::read(&ods_of(&[("content.xml", &content)])).unwrap();
    let sheet = &read.sheets[0];
    let rows = [["2016", "jun 2016", "2016-06-15"], ["Budget 2027", "####", "260 1)"], ["7", "7", "8"]];
    assert_eq!(sheet.rows, rows);
    assert_eq!(sheet.covered, [(2, 1)]);
}

#[test]
fn an_ods_may_call_its_namespaces_otherwise() {
    let content = r#"<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <o:body><o:spreadsheet><t:table t:name="Budget"><t:table-row>
        <t:table-cell o:value-type="string"><table:p>Hyra &amp; t:el</table:p></t:table-cell>
        <t:table-cell o:value-type="float" o:value="54000"><table:p>54 000</table:p></t:table-cell>
        </t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"#;
    let content = content.lines().map(str::trim).collect::<Vec<_>>().join(" ").replace("> <", "><");
    let read = samplan_sheets::read(&ods_of(&[("content.xml", &content)])).unwrap();
    assert_eq!(read.sheets[0].rows, [["Hyra & t:el", "54000"]]);
}

#[test]
fn a_minus_that_an_ods_does_not_show_is_asked_about() {
    let content = r##"<office:document-content><office:automatic-styles>
        <number:number-style style:name="N1"><number:number/></number:number-style>
        <number:number-style style:name="N2"><style:text-properties fo:color="#ff0000"/><number:number/></number:number-style>
        <style:style style:name="bare" style:data-style-name="N1"/><style:style style:name="red" style:data-style-name="N2"/>
        </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Budget"><table:table-row>
        <table:table-cell table:style-name="bare" office:value-type="float" office:value="-500"><text:p>500</text:p></table:table-cell>
        <table:table-cell table:style-name="red" office:value-type="float" office:value="-500"><text:p>500</text:p></table:table-cell>
        <table:table-cell table:style-name="bare" office:value-type="float" office:value="-500"><text:p>-500</text:p></table:table-cell>
        <table:table-cell table:style-name="bare" office:value-type="float" office:value="-500"/>
        </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"##;
    let content = content.lines().map(str::trim).collect::<String>();
    let read = samplan_sheets::read(&ods_of(&[("content.xml", &content)])).unwrap();
    assert_eq!(read.sheets[0].rows, [["500 (-500)", "-500", "-500", "-500"]]);
}

#[test]
fn errors_and_formulas_of_an_ods_are_no_empty_cells() {
    let content = r##"<office:document-content><office:body><office:spreadsheet><table:table table:name="Budget"><table:table-row>
        <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>Err:502</text:p></table:table-cell>
        <table:table-cell table:formula="of:=60*2"/>
        <table:table-cell table:formula="of:=60*2" office:value-type="float" office:value="120"><text:p>120</text:p></table:table-cell>
        <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>
        </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"##;
    let content = content.lines().map(str::trim).collect::<String>();
    let read = samplan_sheets::read(&ods_of(&[("content.xml", &content)])).unwrap();
    assert_eq!(read.sheets[0].rows, [["#DIV/0!", "#ERR!", "=60*2", "120"]]);
}

#[test]
fn formulas_that_nobody_has_reckoned_are_no_zeros() {
    let sums = |result: &'static str| {
        xlsx(move |sheet| {
            sheet.write_number(0, 0, 5).unwrap();
            sheet.write_formula(1, 0, Formula::new("=A1*2").set_result(result)).unwrap();
            sheet.write_formula(2, 0, Formula::new("=A1-A1").set_result("0")).unwrap();
        })
    };
    assert_eq!(sums("0"), [["5"], ["=A1*2"], ["=A1-A1"]]);
    assert_eq!(sums("10"), [["5"], ["10"], ["0"]]);
}
