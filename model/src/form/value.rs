//! The tree of values that a text becomes.

use super::error::FoundValue;
use super::path::beginning;

/// A value of a file. Objects keep their fields in order.
#[derive(Debug, Clone, PartialEq)]
pub enum JsonValue {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<JsonValue>),
    Object(Vec<(String, JsonValue)>),
}

impl JsonValue {
    /// What it is, for an error.
    pub fn found(&self) -> FoundValue {
        match self {
            JsonValue::Null => FoundValue::Null,
            JsonValue::Bool(value) => FoundValue::TrueOrFalse(*value),
            JsonValue::Number(number) => FoundValue::Number(beginning(number)),
            JsonValue::Text(text) => FoundValue::Text(beginning(text)),
            JsonValue::List(_) => FoundValue::List,
            JsonValue::Object(_) => FoundValue::Object,
        }
    }
}
