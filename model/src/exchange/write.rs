//! Writing a plan file, never larger than the reader takes.

use super::{FORMAT, MOST_BYTES, MOST_VALUES, ReadError, VERSION, checksum, json, text};
use crate::plan::Plan;
use serde::Serialize;

#[derive(Serialize)]
struct File<'p> {
    format: &'static str,
    version: u32,
    checksum: String,
    plan: &'p Plan,
}

impl File<'_> {
    fn of(plan: &Plan) -> File<'_> {
        File { format: FORMAT, version: VERSION, checksum: checksum::of_written(plan), plan }
    }
}

/// The plan as a file: two spaces of indent, fields in the order of the types, years rising, amounts as text, a
/// newline at the end; without indent when that alone would make it larger than [`MOST_BYTES`]. The same plan always
/// gives the same bytes. [`read`](super::read) takes them if the plan [`fits`].
pub fn write(plan: &Plan) -> String {
    let file = File::of(plan);
    let mut written = text::indented(&file);
    if written.len() >= MOST_BYTES {
        written = text::compact(&file);
    }
    written.push('\n');
    written
}

/// Whether the plan, written as a file, keeps to the limits that the reader sets: [`ReadError::TooLarge`] or
/// [`ReadError::TooManyValues`] if not.
pub fn fits(plan: &Plan) -> Result<(), ReadError> {
    let written = text::compact(&File::of(plan));
    let bytes = written.len().saturating_add(1);
    if bytes > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes, most: MOST_BYTES });
    }
    // A value with what parts it from the next takes two bytes at least: only a large file is counted.
    if bytes / 2 > MOST_VALUES { json::parse(&written).map(|_| ()) } else { Ok(()) }
}

/// The same file in as few bytes as it can have.
pub(super) fn write_compact(plan: &Plan) -> String {
    text::compact(&File::of(plan))
}
