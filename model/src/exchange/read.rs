//! Reading a plan file: the envelope, and the order in which a file is judged.

use super::envelope::{self, Envelope};
use super::error::ReadError;
use super::write::{KIND, fits};
use super::{MOST_BYTES, checksum, json, migrate};
use crate::form::{Form, JsonValue, Node, Path, beginning};
use crate::plan::{Plan, validate};

/// Reads a plan file of any released version. A UTF-8 byte order mark and either kind of line break are fine, and so is
/// a file without a checksum; one that does not agree with its checksum is refused as [`ReadError::Changed`].
pub fn read(text: &str) -> Result<Plan, ReadError> {
    let (plan, changed) = judge(text)?;
    changed.map_or(Ok(plan), Err)
}

/// Reads a plan file as [`read`] does, also when it does not agree with its checksum: for someone who was told so and
/// wants it all the same.
pub fn read_changed(text: &str) -> Result<Plan, ReadError> {
    judge(text).map(|(plan, _)| plan)
}

/// The plan, and what its checksum has to say. The checksum is judged last: whatever else is wrong says more.
fn judge(text: &str) -> Result<(Plan, Option<ReadError>), ReadError> {
    if text.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len(), most: MOST_BYTES });
    }
    let file = json::parse(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let Envelope { version, stated, content: plan } = envelope::open(file, &KIND)?;
    let found = stated.as_ref().map(|_| checksum::of_value(&plan)).unwrap_or_default();
    let plan = identified(migrate::to_newest(version, plan)?);
    let plan: Plan = Plan::read(Node::new(&plan, &Path::root().field("plan")))?;
    let problems = validate(&plan);
    if !problems.is_empty() {
        return Err(ReadError::Invalid(problems));
    }
    // What a file leaves out is written: what was opened can always be saved and opened again.
    fits(&plan)?;
    let changed = stated.filter(|stated| *stated != found);
    Ok((plan, changed.map(|stated| ReadError::Changed { stated: beginning(&stated), found })))
}

/// A plan without an id gets one from what it holds, so that the same file is the same plan wherever it is read.
fn identified(mut plan: JsonValue) -> JsonValue {
    let made = checksum::content(&plan);
    if let JsonValue::Object(fields) = &mut plan
        && !fields.iter().any(|(name, value)| name == "id" && *value != JsonValue::Null)
    {
        fields.retain(|(name, _)| name != "id");
        fields.insert(0, ("id".to_owned(), JsonValue::Text(made)));
    }
    plan
}
