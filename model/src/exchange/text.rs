//! Values as JSON text, with and without indent. There is one way for all: each kind of writer and of layout that is told
//! apart by its type would make the code for every type of a plan anew.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Text with two spaces of indent.
pub(super) fn indented<T: Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    put(&mut bytes, Layout(Some(PrettyFormatter::new())), value);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Text without white space.
pub(super) fn compact<T: Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    to(&mut bytes, value);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes without white space.
pub(super) fn to<T: Serialize + ?Sized>(writer: &mut dyn Write, value: &T) {
    put(writer, Layout(None), value);
}

/// How many bytes a value takes in a file without white space.
pub fn written_bytes<T: Serialize>(value: &T) -> usize {
    let mut counted = Counted(0);
    to(&mut counted, value);
    counted.0
}

fn put<T: Serialize + ?Sized>(writer: &mut dyn Write, layout: Layout, value: &T) {
    // Into memory, from values whose map keys are all texts or numbers, writing has nothing to fail on; what is cut short
    // all the same the reader refuses.
    let _ = value.serialize(&mut Serializer::with_formatter(writer, layout));
}

struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// With indent, or without.
struct Layout(Option<PrettyFormatter<'static>>);

impl Formatter for Layout {
    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.begin_array(writer),
            None => writer.write_all(b"["),
        }
    }

    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.end_array(writer),
            None => writer.write_all(b"]"),
        }
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.begin_array_value(writer, first),
            None => comma(writer, first),
        }
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.as_mut().map_or(Ok(()), |pretty| pretty.end_array_value(writer))
    }

    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.begin_object(writer),
            None => writer.write_all(b"{"),
        }
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.end_object(writer),
            None => writer.write_all(b"}"),
        }
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.begin_object_key(writer, first),
            None => comma(writer, first),
        }
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        match &mut self.0 {
            Some(pretty) => pretty.begin_object_value(writer),
            None => writer.write_all(b":"),
        }
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.as_mut().map_or(Ok(()), |pretty| pretty.end_object_value(writer))
    }
}

fn comma<W: Write + ?Sized>(writer: &mut W, first: bool) -> io::Result<()> {
    if first { Ok(()) } else { writer.write_all(b",") }
}
