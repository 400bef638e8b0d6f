//! Writing a plan file, never larger than the reader takes.

use super::envelope::{self, FileKind};
use super::{FORMAT, MOST_BYTES, MOST_VALUES, OLDEST_VERSION, ReadError, VERSION, json, text};
use crate::plan::Plan;

/// The plan file.
pub(super) const KIND: FileKind = FileKind {
    format: FORMAT,
    content: "plan",
    fields: &["format", "version", "checksum", "plan"],
    oldest: OLDEST_VERSION,
    newest: VERSION,
};

/// The plan as a file: two spaces of indent, fields in the order of the types, years rising, amounts as text, a
/// newline at the end; without indent when that alone would make it larger than [`MOST_BYTES`]. The same plan always
/// gives the same bytes. [`read`](super::read) takes them if the plan [`fits`].
pub fn write(plan: &Plan) -> String {
    let mut written = text::indented(&|to| envelope::write(&KIND, plan, to));
    if written.len() >= MOST_BYTES {
        written = write_compact(plan);
    }
    written.push('\n');
    written
}

/// Whether the plan, written as a file, keeps to the limits that the reader sets: [`ReadError::TooLarge`] or
/// [`ReadError::TooManyValues`] if not.
pub fn fits(plan: &Plan) -> Result<(), ReadError> {
    let written = write_compact(plan);
    let bytes = written.len().saturating_add(1);
    if bytes > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes, most: MOST_BYTES });
    }
    // A value with what parts it from the next takes two bytes at least: only a large file is counted.
    if bytes / 2 > MOST_VALUES { json::parse(&written).map(|_| ()) } else { Ok(()) }
}

/// The same file in as few bytes as it can have.
pub(super) fn write_compact(plan: &Plan) -> String {
    text::compact(&|to| envelope::write(&KIND, plan, to))
}
