//! The tree of values that a text becomes.

use super::error::Found;
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
    /// A text.
    Text(String),
    /// A list.
    List(Vec<JsonValue>),
    /// An object.
    Object(Vec<(String, JsonValue)>),
}

impl JsonValue {
    /// What it is, for an error.
    pub fn found(&self) -> Found {
        match self {
            JsonValue::Null => Found::Null,
            JsonValue::Bool(value) => Found::TrueOrFalse(*value),
            JsonValue::Number(number) => Found::Number(beginning(number)),
            JsonValue::Text(text) => Found::Text(beginning(text)),
            JsonValue::List(_) => Found::List,
            JsonValue::Object(_) => Found::Object,
        }
    }
}
