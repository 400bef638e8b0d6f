//! The parts of a file, gone through event by event.

use crate::limits::SheetError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufRead, BufReader, Cursor};
use zip::ZipArchive;

/// The file as an archive.
pub fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, SheetError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)
}

/// Goes through a part of a file; one that is not there has nothing. One that ends inside an element is refused: calamine 0.38
/// waits for a table's end without end.
pub fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    see: impl FnMut(&Event<'_>),
) -> Result<(), SheetError> {
    match archive.by_name(path) {
        Ok(file) => events(BufReader::new(file), see),
        Err(_) => Ok(()),
    }
}

fn events(part: impl BufRead, mut see: impl FnMut(&Event<'_>)) -> Result<(), SheetError> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    (config.expand_empty_elements, config.check_end_names) = (true, true);
    let (mut buffer, mut open_elements) = (Vec::new(), 0_usize);
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| SheetError::Unreadable)?;
        match event {
            Event::Eof if open_elements > 0 => return Err(SheetError::Unreadable),
            Event::Eof => return Ok(()),
            Event::Start(_) => open_elements = open_elements.saturating_add(1),
            Event::End(_) => open_elements = open_elements.saturating_sub(1),
            _ => {}
        }
        see(&event);
        buffer.clear();
    }
}

/// What an element says under a name.
pub fn said(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
