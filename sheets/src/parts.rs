//! The parts of a file, gone through event by event.

use crate::limits::SheetError;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{BufRead, BufReader, Cursor};
use zip::ZipArchive;

/// The file as an archive.
pub fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, SheetError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)
}

/// Refuses content that ends inside an element: calamine 0.38 waits for a table's end without end.
pub fn is_whole(bytes: &[u8]) -> Result<(), SheetError> {
    let mut open_elements = 0_usize;
    part(&mut open(bytes)?, "content.xml", |event| match event {
        Event::Start(_) => open_elements = open_elements.saturating_add(1),
        Event::End(_) => open_elements = open_elements.saturating_sub(1),
        _ => {}
    })?;
    if open_elements == 0 { Ok(()) } else { Err(SheetError::Unreadable) }
}

/// Goes through a part of a file; one that is not there has nothing.
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
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(|_| SheetError::Unreadable)? {
            Event::Eof => return Ok(()),
            event => see(&event),
        }
        buffer.clear();
    }
}
