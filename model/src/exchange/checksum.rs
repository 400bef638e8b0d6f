//! The checksum of a file: tells a file that was damaged, or changed by another program, from one that stands as it was
//! written. CRC-32 (ISO-HDLC, as in zip) of the plan's JSON without white space, fields in the order of the file, as
//! eight hexadecimal digits. It guards against accidents; it is no signature.

use crate::form::{Form, JsonValue, Writer};
use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, Crc, Digest};
use std::io::{self, Write};

static CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
static OTHER: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// The checksum of what is to be written.
pub(super) fn of_written<T: Form>(content: &T) -> String {
    written(&CRC, content)
}

/// The checksum of what is to be written, and a second one: sixteen digits that tell it from all else.
pub(super) fn content_of_written<T: Form>(content: &T) -> String {
    of_written(content) + &written(&OTHER, content)
}

fn written<T: Form>(crc: &'static Crc<u32>, content: &T) -> String {
    let mut sink = Sink(crc.digest());
    content.write(&mut Writer::compact(&mut sink));
    sink.finish()
}

/// The checksum of a plan as a file has it, of whatever version.
pub(super) fn of_value(value: &JsonValue) -> String {
    let mut sink = Sink(CRC.digest());
    sink.value(value);
    sink.finish()
}

/// Sixteen digits that tell a plan from others by what it holds: its checksum and a second one.
pub(super) fn content(value: &JsonValue) -> String {
    let mut sink = Sink(OTHER.digest());
    sink.value(value);
    of_value(value) + &sink.finish()
}

struct Sink(Digest<'static, u32>);

impl Sink {
    fn value(&mut self, value: &JsonValue) {
        match value {
            JsonValue::Null => self.add("null"),
            JsonValue::Bool(true) => self.add("true"),
            JsonValue::Bool(false) => self.add("false"),
            JsonValue::Number(number) => self.add(number),
            JsonValue::Text(text) => self.text(text),
            JsonValue::List(items) => {
                self.add("[");
                for (place, item) in items.iter().enumerate() {
                    self.comma(place);
                    self.value(item);
                }
                self.add("]");
            }
            JsonValue::Object(fields) => {
                self.add("{");
                for (place, (name, value)) in fields.iter().enumerate() {
                    self.comma(place);
                    self.text(name);
                    self.add(":");
                    self.value(value);
                }
                self.add("}");
            }
        }
    }

    fn comma(&mut self, place: usize) {
        if place > 0 {
            self.add(",");
        }
    }

    fn text(&mut self, words: &str) {
        // Escaped as the writer does it.
        Writer::compact(self).text(words);
    }

    fn add(&mut self, text: &str) {
        self.0.update(text.as_bytes());
    }

    fn finish(self) -> String {
        format!("{:08x}", self.0.finalize())
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::json::parse;

    /// `python3 -c 'import zlib; print(f"{zlib.crc32(...):08x}")'` of the same text.
    #[test]
    fn the_sum_is_that_of_other_programs_whatever_the_white_space() {
        let spread = "{ \"a\" : [1, -0.50, \"å\\n\", true ,\n null, false, {}, []] }";
        assert_eq!(of_value(&parse(spread).unwrap()), "bd78b0af");
    }
}
