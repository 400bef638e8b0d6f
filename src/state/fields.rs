//! Small records of named fields as JSON text, by the browser's own reader: what reads plan files is not there yet when the app starts.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A record with named values.
#[derive(Debug, Clone)]
pub struct JsonRecord(Object);

impl JsonRecord {
    /// Nothing in it yet.
    pub fn new() -> JsonRecord {
        JsonRecord(Object::new())
    }

    /// What a text holds; `None` when that is no record.
    pub fn read(text: &str) -> Option<JsonRecord> {
        JSON::parse(text).ok()?.dyn_into().ok().map(JsonRecord)
    }

    /// The record as text.
    pub fn write(&self) -> Option<String> {
        JSON::stringify(&self.0).ok().map(String::from)
    }

    /// A text in it.
    pub fn text(&self, name: &str) -> Option<String> {
        self.value(name)?.as_string()
    }

    /// A number in it.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.value(name)?.as_f64()
    }

    /// A yes or no in it.
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.value(name)?.as_bool()
    }

    /// The record with one more value.
    pub fn with(self, name: &str, value: impl Into<JsValue>) -> JsonRecord {
        self.with_value(name, &value.into())
    }

    fn with_value(self, name: &str, value: &JsValue) -> JsonRecord {
        // A plain object takes any name.
        let _ = Reflect::set(&self.0, &name.into(), value);
        self
    }

    fn value(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok()
    }
}

/// A number as text, and read again by [`number_of`].
pub fn text_of(number: f64) -> String {
    JSON::stringify(&number.into()).map(String::from).unwrap_or_default()
}

/// The number that a text is.
pub fn number_of(text: &str) -> Option<f64> {
    JSON::parse(text).ok()?.as_f64()
}
