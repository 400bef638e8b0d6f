//! What is fuzzed, and what must hold of any bytes whatever: no panic, no hang, and what is read can be written and read
//! again. Shared by the fuzz targets and by `tests/fuzz_corpus.rs`.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use samplan::exchange;
use samplan::money::{self, Unit};
use samplan::table::{self, Answers, Known};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A plan's file.
pub fn plan(bytes: &[u8]) {
    let Ok(text) = exchange::decode(bytes) else { return };
    if let Ok(plan) = exchange::read(&text) {
        let written = exchange::write(&plan);
        assert_eq!(exchange::read(&written).as_ref(), Ok(&plan), "what opens can be saved and opened again");
        // A plan that is valid can be computed, or says that an amount is too large.
        let _ = samplan::outcome::project(&plan, None);
        for scenario in &plan.scenarios {
            let _ = samplan::outcome::project(&plan, Some(scenario));
        }
    }
    let _ = exchange::read_changed(&text);
}

/// An amount, a share or a number as it is typed.
pub fn amount(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for unit in [Unit::Kronor, Unit::Thousands] {
        if let Ok(amount) = money::read_amount(text, unit) {
            let shown = money::plain(amount, unit);
            let again = money::read_amount(&shown, unit);
            assert_eq!(again, Ok(amount), "{text:?} is shown as {shown:?}, which is read as the same amount");
        }
    }
    let _ = money::read_percent(text);
    let _ = money::read_number(text);
}

/// A table as it is pasted: as text and as HTML.
pub fn table(bytes: &[u8]) {
    let Ok(text) = table::decode(bytes) else { return };
    for cells in [Some(table::from_text(&text)), table::from_html(&text)].into_iter().flatten().flatten() {
        let _ = table::read(cells, &Known::default(), &Answers::default());
    }
}

/// A file of scenarios without their plan.
pub fn scenario(bytes: &[u8]) {
    let Ok(text) = exchange::decode(bytes) else { return };
    if let Ok(file) = exchange::read_scenarios(&text) {
        let written = exchange::write_scenarios(&file);
        assert_eq!(exchange::read_scenarios(&written).as_ref(), Ok(&file), "what opens can be saved and opened again");
    }
}

/// A link as it stands in an address, and as what it packs.
pub fn link(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = exchange::read_link(text);
    }
    let _ = exchange::read_link(&format!("{}.{}", exchange::LINK_VERSION, BASE64_URL_SAFE_NO_PAD.encode(bytes)));
}

/// A spreadsheet: the file itself, and its content in a whole .ods and .xlsx file. What follows a zero byte is the styles.
pub fn spreadsheet(bytes: &[u8]) {
    let _ = samplan_sheets::read(bytes);
    let (content, styles) = bytes.split_at(bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len()));
    let styles = styles.get(1..).unwrap_or_default();
    let ods: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", MANIFEST.as_bytes()),
        ("content.xml", content),
    ];
    let xlsx: [(&str, &[u8]); 4] = [
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", content),
    ];
    for packed in [packed(&ods), packed(&xlsx)].into_iter().flatten() {
        let _ = samplan_sheets::read(&packed);
    }
}

const MANIFEST: &str =
    r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Budget" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

fn packed(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        file.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).ok()?;
        file.write_all(content).ok()?;
    }
    Some(file.finish().ok()?.into_inner())
}
