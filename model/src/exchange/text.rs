//! Values as JSON text, with and without indent.

use crate::form::{Form, Writer};
use std::io::{self, Write};

/// Text with two spaces of indent.
pub(super) fn indented(write: &dyn Fn(&mut Writer<'_>)) -> String {
    let mut bytes = Vec::new();
    write(&mut Writer::indented(&mut bytes));
    String::from_utf8(bytes).unwrap_or_default()
}

/// Text without white space.
pub(super) fn compact(write: &dyn Fn(&mut Writer<'_>)) -> String {
    let mut bytes = Vec::new();
    write(&mut Writer::compact(&mut bytes));
    String::from_utf8(bytes).unwrap_or_default()
}

/// How many bytes a value takes in a file without white space.
pub fn written_bytes<T: Form>(value: &T) -> usize {
    let mut counted = Counted(0);
    value.write(&mut Writer::compact(&mut counted));
    counted.0
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
