//! Files from strangers: each is refused, in no time, and for what it is.

use std::io::Write;
use std::time::{Duration, Instant};

use samplan_sheets::{SheetError, read};

/// Far more than any of them takes.
const SECONDS: Duration = Duration::from_secs(10);

/// An archive of packed entries. `said` stands in its directory in place of their sizes, where it is given.
fn archive(entries: &[(&str, &[u8])], said: Option<u32>) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let packed = miniz_oxide::deflate::compress_to_vec(content, 1);
        let at = u32::try_from(file.len()).unwrap();
        let lengths = [u32::try_from(packed.len()).unwrap(), u32::try_from(content.len()).unwrap()];
        let common = |said: u32| {
            let mut head = Vec::new();
            // Version, flags, packed; time and date.
            head.extend([20_u16, 0, 8, 0, 0].iter().flat_map(|number| number.to_le_bytes()));
            head.extend(checksum(content).to_le_bytes());
            head.extend(lengths[0].to_le_bytes());
            head.extend(said.to_le_bytes());
            head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            head.extend([0, 0]);
            head
        };
        file.write_all(b"PK\x03\x04").unwrap();
        file.extend(common(lengths[1]));
        file.extend(name.as_bytes());
        file.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(common(said.unwrap_or(lengths[1])));
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let (at, length) = (u32::try_from(file.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count);
    file.extend(count);
    file.extend(length.to_le_bytes());
    file.extend(at.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// CRC-32 as zip has it. Of what is large a reader never comes to the end, where the sum is looked at.
fn checksum(content: &[u8]) -> u32 {
    if content.len() > 1_000_000 {
        return 0;
    }
    !content.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// A workbook with one sheet of these rows.
fn workbook(rows: &str, said: Option<u32>) -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    archive(
        &[
            (
                "_rels/.rels",
                br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
            ),
            (
                "xl/workbook.xml",
                br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Budget" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
            ),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ],
        said,
    )
}

fn refused(bytes: &[u8]) -> SheetError {
    let began = Instant::now();
    let refused = read(bytes).unwrap_err();
    assert!(began.elapsed() < SECONDS, "{refused:?} after {:?}", began.elapsed());
    refused
}

#[test]
fn a_formula_without_a_value_is_no_empty_cell() {
    let row = r#"<row><c><f>B2*2</f></c><c><f>B3*2</f><v>7</v></c></row>"#;
    let read = read(&workbook(row, None)).unwrap();
    assert_eq!(read.sheets[0].rows, [["=B2*2", "7"]]);
}

#[test]
fn a_sheet_of_more_rows_than_a_table_has_is_refused() {
    let row = r#"<row><c t="n"><v>1</v></c></row>"#;
    let small = read(&workbook(&row.repeat(3), None)).unwrap();
    assert_eq!(small.sheets[0].rows, vec![vec!["1".to_owned()]; 3]);
    assert_eq!(refused(&workbook(&row.repeat(100_000), None)), SheetError::TooManyCells);
    let last = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(refused(&workbook(last, None)), SheetError::TooManyCells);
}

#[test]
fn a_file_that_unpacks_to_gigabytes_is_refused_before_it_does() {
    let bomb = workbook("", Some(1 << 30));
    assert!(bomb.len() < 2_000);
    assert_eq!(refused(&bomb), SheetError::TooLarge);
}

/// Cut anywhere it is refused, or read as what is there.
#[test]
fn cut_files_are_refused() {
    for name in ["vaxjo-2014.xlsx", "sydnarke-2016.ods"] {
        let whole = std::fs::read(format!("{}/tests/tables/cases/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for end in (0..whole.len()).step_by(31) {
            assert!(read(&whole[..end]).is_err(), "{name} cut at {end}");
        }
        assert!(read(&whole).is_ok());
    }
}
