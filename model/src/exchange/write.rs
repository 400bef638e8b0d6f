//! Writing a plan file.

use super::{FORMAT, VERSION, checksum};
use crate::plan::Plan;
use serde::Serialize;

#[derive(Serialize)]
struct File<'p> {
    format: &'static str,
    version: u32,
    checksum: String,
    plan: &'p Plan,
}

/// The plan as a file: two spaces of indent, fields in the order of the types, years rising, amounts as text, a
/// newline at the end. The same plan always gives the same bytes.
pub fn write(plan: &Plan) -> String {
    // Into memory, from values whose map keys are all texts or numbers, writing has nothing to fail on; `read` would
    // refuse the empty text.
    let file = File { format: FORMAT, version: VERSION, checksum: checksum::of_plan(plan), plan };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}
