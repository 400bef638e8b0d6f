//! The JSON Schemas of a plan file and of a scenario file, made from the types: `docs/samplan.schema.json` and
//! `docs/samplan-scenario.schema.json` are these, kept true by a test.

use super::{FORMAT, SCENARIO_FORMAT, SCENARIO_VERSION, ScenarioFile, VERSION};
use crate::calendar::{Month, Year};
use crate::plan::{Id, Plan};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// What a text with an amount, share or rate looks like.
const AMOUNT: &str = r"^-?\d+(\.\d+)?$";
/// What a year looks like as the name of a field.
const YEAR: &str = r"^(199\d|2[01]\d\d)$";
const MONTH: &str = r"^(199\d|2[01]\d\d)-(0[1-9]|1[0-2])$";
const ID: &str = "^[a-z0-9-]{1,64}$";

/// The schema of the newest version's file, in draft 2020-12.
pub fn schema() -> Value {
    let mut schema = of_file::<Plan>("A Samplan plan file", FORMAT, VERSION, "plan", "the plan");
    // A file without an id gets one as it is read.
    if let Some(Value::Array(required)) = schema.pointer_mut("/$defs/Plan/required") {
        required.retain(|name| name != "id");
    }
    schema
}

/// The schema of the newest version's scenario file, in draft 2020-12.
pub fn scenario_schema() -> Value {
    of_file::<ScenarioFile>("A Samplan scenario file", SCENARIO_FORMAT, SCENARIO_VERSION, "content", "the content")
}

/// The schema of a file whose content stands under a key of its own, after format, version and checksum.
fn of_file<Content: JsonSchema>(title: &str, format: &str, version: u32, key: &str, named: &str) -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let content = generator.subschema_for::<Content>();
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": {
            "format": { "const": format },
            "version": { "const": version },
            "checksum": {
                "description": format!("CRC-32 of {named}'s JSON without white space; left out, nothing is checked."),
                "type": "string",
            },
            key: content,
        },
        "required": ["format", "version", key],
        "additionalProperties": false,
        "$defs": generator.take_definitions(true),
    });
    RecursiveTransform(as_written).transform(&mut schema);
    schema.into()
}

/// The derived schema says what serde could take; the file format is stricter: amounts are always texts, no object has
/// unknown fields, counts have a most, and where the names of fields are free they are years.
fn as_written(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        let amount = types.iter().any(|kind| kind == "string") && types.iter().any(|kind| kind == "number");
        if amount {
            types.retain(|kind| kind != "number");
            let only = match types.as_slice() {
                [kind] => Some(kind.clone()),
                _ => None,
            };
            if let Some(only) = only {
                schema.insert("type".to_owned(), only);
            }
            schema.insert("pattern".to_owned(), json!(AMOUNT));
        }
    }
    if schema.get("format").is_some_and(|format| format == "uint32") && schema.get("maximum").is_none() {
        schema.insert("maximum".to_owned(), json!(u32::MAX));
    }
    if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    if let Some(Value::Object(patterns)) = schema.get_mut("patternProperties")
        && let Some(values) = patterns.remove(r"^-?\d+$")
    {
        patterns.insert(YEAR.to_owned(), values);
    }
}

impl JsonSchema for Year {
    fn schema_name() -> Cow<'static, str> {
        "Year".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year.",
            "type": "integer",
            "minimum": Year::EARLIEST.number(),
            "maximum": Year::LATEST.number(),
        })
    }
}

impl JsonSchema for Month {
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A month of a year.", "type": "string", "pattern": MONTH })
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Names a part of a plan for other parts; unique among its kind.",
            "type": "string",
            "pattern": ID,
        })
    }
}
