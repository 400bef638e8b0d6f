//! Reading a plan file: the envelope, and the order in which a file is judged.

use super::error::{Expected, ReadError};
use super::json::{self, Value};
use super::path::{Path, beginning};
use super::{FORMAT, MOST_BYTES, OLDEST_VERSION, VERSION, checksum, fits, migrate, shape};
use crate::plan::{Plan, validate};

const FIELDS: &[&str] = &["format", "version", "checksum", "plan"];

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
    let Envelope { version, stated, plan } = open(file)?;
    let found = stated.as_ref().map(|_| checksum::of_value(&plan)).unwrap_or_default();
    let plan = migrate::to_newest(version, plan)?;
    let plan = shape::plan(&plan, &Path::root().field("plan"))?;
    let problems = validate(&plan);
    if !problems.is_empty() {
        return Err(ReadError::Invalid(problems));
    }
    // What a file leaves out is written: what was opened can always be saved and opened again.
    fits(&plan)?;
    let changed = stated.filter(|stated| *stated != found);
    Ok((plan, changed.map(|stated| ReadError::Changed { stated: beginning(&stated), found })))
}

struct Envelope {
    version: u32,
    /// The checksum as the file states it.
    stated: Option<String>,
    plan: Value,
}

/// Takes the plan out of its envelope. The version is judged before anything else that a newer one could change.
fn open(file: Value) -> Result<Envelope, ReadError> {
    let Value::Object(fields) = file else { return Err(ReadError::NotAPlanFile { found: None }) };
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value);
    match field("format") {
        Some(Value::Text(format)) if format == FORMAT => {}
        Some(Value::Text(format)) => return Err(ReadError::NotAPlanFile { found: Some(beginning(format)) }),
        _ => return Err(ReadError::NotAPlanFile { found: None }),
    }
    let version = version(field("version").ok_or(ReadError::NoVersion)?)?;
    if let Some((name, _)) = fields.iter().find(|(name, _)| !FIELDS.contains(&name.as_str())) {
        return Err(ReadError::UnknownField { path: beginning(name), known: FIELDS });
    }
    let stated = match field("checksum") {
        None | Some(Value::Null) => None,
        Some(Value::Text(stated)) => Some(stated.clone()),
        Some(other) => {
            let (path, found) = ("checksum".to_owned(), shape::found(other));
            return Err(ReadError::WrongValue { path, found, expected: Expected::Text });
        }
    };
    let plan = fields.into_iter().find(|(name, _)| name == "plan").map(|(_, value)| value);
    Ok(Envelope { version, stated, plan: plan.ok_or(ReadError::MissingField { path: "plan".to_owned() })? })
}

fn version(value: &Value) -> Result<u32, ReadError> {
    let wrong = || ReadError::WrongValue {
        path: "version".to_owned(),
        found: shape::found(value),
        expected: Expected::WholeNumber { least: OLDEST_VERSION.into(), most: VERSION.into() },
    };
    let Value::Number(number) = value else { return Err(wrong()) };
    let found: u64 = number.parse().map_err(|_| wrong())?;
    match u32::try_from(found) {
        Ok(version) if (OLDEST_VERSION..=VERSION).contains(&version) => Ok(version),
        Ok(version) if version < OLDEST_VERSION => Err(wrong()),
        _ => Err(ReadError::NewerVersion { found, newest: VERSION }),
    }
}
