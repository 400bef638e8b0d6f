//! An OpenDocument file may call its namespaces what it likes. All that reads one knows them by their usual names: a file with
//! others is written anew with those.

use crate::limits::SheetError;
use crate::parts::open;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, Writer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The namespaces that are read, by how their addresses end.
const USUAL: [(&str, &str); 6] = [
    (":office:1.0", "office"),
    (":table:1.0", "table"),
    (":text:1.0", "text"),
    (":style:1.0", "style"),
    (":datastyle:1.0", "number"),
    (":xsl-fo-compatible:1.0", "fo"),
];

/// Prefixes of a part that are not the usual ones, with those.
type Renamed = BTreeMap<String, &'static str>;

/// The file with the usual prefixes: itself where it has them.
pub fn usual(bytes: &[u8]) -> Result<Cow<'_, [u8]>, SheetError> {
    let mut archive = open(bytes)?;
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut changed = false;
    for name in ["mimetype", "META-INF/manifest.xml", "styles.xml", "content.xml"] {
        let Ok(mut file) = archive.by_name(name) else { continue };
        let mut part = String::new();
        file.read_to_string(&mut part).map_err(|_| SheetError::Unreadable)?;
        let renamed = if matches!(name, "styles.xml" | "content.xml") { others(&part) } else { Renamed::new() };
        changed |= !renamed.is_empty();
        let part = if renamed.is_empty() { part.into_bytes() } else { rewritten(&part, &renamed)? };
        parts.push((name.to_owned(), part));
    }
    if !changed {
        return Ok(Cow::Borrowed(bytes));
    }
    packed(&parts).map(Cow::Owned).map_err(|_| SheetError::Unreadable)
}

/// What a part's first element calls the namespaces otherwise.
fn others(part: &str) -> Renamed {
    let mut reader = Reader::from_str(part);
    let first = loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => break element,
            Ok(Event::Eof) | Err(_) => return Renamed::new(),
            Ok(_) => {}
        }
    };
    let named = first.attributes().flatten().filter_map(|one| {
        let prefix = one.key.0.strip_prefix("xmlns:")?;
        let (_, usual) = USUAL.iter().find(|(end, _)| one.value.ends_with(end))?;
        (prefix != *usual).then(|| (prefix.to_owned(), *usual))
    });
    named.collect()
}

/// A part with its prefixes renamed.
fn rewritten(part: &str, renamed: &Renamed) -> Result<Vec<u8>, SheetError> {
    let mut reader = Reader::from_str(part);
    let mut writer = Writer::new(Vec::new());
    loop {
        let event = match reader.read_event().map_err(|_| SheetError::Unreadable)? {
            Event::Eof => return Ok(writer.into_inner()),
            Event::Start(element) => Event::Start(start(&element, renamed)),
            Event::Empty(element) => Event::Empty(start(&element, renamed)),
            Event::End(element) => Event::End(BytesEnd::new(usual_name(element.name().0, renamed))),
            other => other,
        };
        writer.write_event(event).map_err(|_| SheetError::Unreadable)?;
    }
}

fn start(element: &BytesStart<'_>, renamed: &Renamed) -> BytesStart<'static> {
    let mut new = BytesStart::new(usual_name(element.name().0, renamed));
    for attribute in element.attributes().flatten() {
        let key = usual_name(attribute.key.0, renamed);
        new.push_attribute(Attribute { key: QName(&key), value: attribute.value });
    }
    new
}

/// A name with the usual prefix; so is a prefix's own declaration.
fn usual_name(name: &str, renamed: &Renamed) -> String {
    let Some((prefix, local)) = name.split_once(':') else { return name.to_owned() };
    if prefix == "xmlns" {
        return renamed.get(local).map_or_else(|| name.to_owned(), |usual| format!("xmlns:{usual}"));
    }
    renamed.get(prefix).map_or_else(|| name.to_owned(), |usual| format!("{usual}:{local}"))
}

fn packed(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in parts {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(part)?;
    }
    Ok(writer.finish()?.into_inner())
}
