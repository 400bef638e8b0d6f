//! The envelope that every file has: its format, the format's version, a checksum and what it holds.

use super::checksum;
use super::error::ReadError;
use crate::form::{Expected, Form, FormError, JsonValue, Writer, beginning};

/// A kind of file.
pub(super) struct FileKind {
    /// What `format` says.
    pub format: &'static str,
    /// The field with what it holds.
    pub content: &'static str,
    pub fields: &'static [&'static str],
    /// The oldest version that was ever released.
    pub oldest: u32,
    pub newest: u32,
}

/// An opened envelope.
pub(super) struct Envelope {
    pub version: u32,
    /// The checksum as the file states it.
    pub stated: Option<String>,
    pub content: JsonValue,
}

/// What the file says that it is.
pub(super) fn format(file: &JsonValue) -> Option<&str> {
    let JsonValue::Object(fields) = file else { return None };
    fields.iter().find_map(|(name, value)| match value {
        JsonValue::Text(format) if name == "format" => Some(format.as_str()),
        _ => None,
    })
}

/// Takes what a file holds out of its envelope. The version is judged before anything else that a newer one could change.
pub(super) fn open(file: JsonValue, kind: &FileKind) -> Result<Envelope, ReadError> {
    match format(&file) {
        Some(format) if format == kind.format => {}
        found => return Err(ReadError::NotAPlanFile { found: found.map(beginning) }),
    }
    let JsonValue::Object(fields) = file else { return Err(ReadError::NotAPlanFile { found: None }) };
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value);
    let version = version(field("version").ok_or(ReadError::NoVersion)?, kind)?;
    if let Some((name, _)) = fields.iter().find(|(name, _)| !kind.fields.contains(&name.as_str())) {
        return Err(ReadError::Form(FormError::UnknownField { path: beginning(name), known: kind.fields }));
    }
    let stated = match field("checksum") {
        None | Some(JsonValue::Null) => None,
        Some(JsonValue::Text(stated)) => Some(stated.clone()),
        Some(other) => {
            let (path, found) = ("checksum".to_owned(), other.found());
            return Err(ReadError::Form(FormError::WrongValue { path, found, expected: Expected::Text }));
        }
    };
    let content = fields.into_iter().find(|(name, _)| name == kind.content).map(|(_, value)| value);
    let content = content.ok_or(ReadError::Form(FormError::MissingField { path: kind.content.to_owned() }))?;
    Ok(Envelope { version, stated, content })
}

/// Writes a file of a kind and of its newest version.
pub(super) fn write<T: Form>(kind: &FileKind, content: &T, to: &mut Writer<'_>) {
    to.begin("{");
    to.field("format");
    to.text(kind.format);
    to.field("version");
    to.plain(&kind.newest);
    to.field("checksum");
    to.text(&checksum::of_written(content));
    to.field(kind.content);
    content.write(to);
    to.end("}");
}

fn version(value: &JsonValue, kind: &FileKind) -> Result<u32, ReadError> {
    let wrong = || {
        ReadError::Form(FormError::WrongValue {
            path: "version".to_owned(),
            found: value.found(),
            expected: Expected::WholeNumber { least: kind.oldest.into(), most: kind.newest.into() },
        })
    };
    let JsonValue::Number(number) = value else { return Err(wrong()) };
    let found: u64 = number.parse().map_err(|_| wrong())?;
    match u32::try_from(found) {
        Ok(version) if (kind.oldest..=kind.newest).contains(&version) => Ok(version),
        Ok(version) if version < kind.oldest => Err(wrong()),
        _ => Err(ReadError::NewerVersion { found, newest: kind.newest }),
    }
}
