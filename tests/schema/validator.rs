//! A JSON Schema validator for as much of the language as our schema uses. Anything else in a schema is an error here,
//! so that no constraint goes untested by being unknown.

use serde_json::{Map, Value};

/// Words that say nothing about what is valid.
const ANNOTATIONS: [&str; 7] = ["$schema", "$defs", "title", "description", "default", "format", "examples"];

/// What is wrong with `value`, if anything.
pub fn check(schema: &Value, root: &Value, value: &Value, path: &str) -> Result<(), String> {
    let schema = match schema {
        Value::Object(schema) => schema,
        Value::Bool(true) => return Ok(()),
        _ => return Err(format!("{path}: nothing is allowed here")),
    };
    for (word, argument) in schema {
        let valid = match word.as_str() {
            "$ref" => check(resolve(root, argument), root, value, path).map(|()| true)?,
            "type" => of_type(argument, value),
            "const" => argument == value,
            "enum" => list(argument).contains(value),
            "pattern" => value.as_str().is_none_or(|text| matches(argument.as_str().unwrap(), text)),
            "minimum" => value.as_f64().is_none_or(|number| number >= argument.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= argument.as_f64().unwrap()),
            "minProperties" => value.as_object().is_none_or(|fields| fields.len() as u64 >= argument.as_u64().unwrap()),
            "maxProperties" => value.as_object().is_none_or(|fields| fields.len() as u64 <= argument.as_u64().unwrap()),
            "oneOf" => list(argument).iter().filter(|one| check(one, root, value, path).is_ok()).count() == 1,
            "not" => check(argument, root, value, path).is_err(),
            "anyOf" => list(argument).iter().any(|one| check(one, root, value, path).is_ok()),
            "items" => {
                for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(argument, root, item, &format!("{path}[{place}]"))?;
                }
                true
            }
            "required" => value
                .as_object()
                .is_none_or(|fields| list(argument).iter().all(|name| fields.contains_key(name.as_str().unwrap()))),
            // Both belong to `additionalProperties`, which always stands with them.
            "properties" | "patternProperties" => schema.contains_key("additionalProperties"),
            "additionalProperties" => fields(schema, root, value, path).map(|()| true)?,
            word if ANNOTATIONS.contains(&word) => true,
            word => panic!("the validator does not know {word}"),
        };
        if !valid {
            return Err(format!("{path}: {value} against {word} {argument}"));
        }
    }
    Ok(())
}

fn fields(schema: &Map<String, Value>, root: &Value, value: &Value, path: &str) -> Result<(), String> {
    for (name, value) in value.as_object().into_iter().flatten() {
        let named = schema.get("properties").and_then(|properties| properties.get(name));
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        let patterned = patterns.into_iter().flatten().find(|(pattern, _)| matches(pattern, name));
        let field = named.or(patterned.map(|(_, schema)| schema)).unwrap_or(&schema["additionalProperties"]);
        check(field, root, value, &format!("{path}.{name}"))?;
    }
    Ok(())
}

fn list(argument: &Value) -> &[Value] {
    argument.as_array().unwrap()
}

fn resolve<'s>(root: &'s Value, reference: &Value) -> &'s Value {
    let pointer = reference.as_str().and_then(|reference| reference.strip_prefix('#')).unwrap();
    root.pointer(pointer).unwrap_or_else(|| panic!("{reference} points nowhere"))
}

fn of_type(kind: &Value, value: &Value) -> bool {
    match kind {
        Value::Array(kinds) => kinds.iter().any(|kind| of_type(kind, value)),
        _ => match kind.as_str().unwrap() {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_u64() || value.is_i64(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            kind => panic!("the validator does not know the type {kind}"),
        },
    }
}

/// The patterns of the schema by hand; there is no regular expression engine among the dependencies.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match pattern {
        r"^-?\d+(\.\d+)?$" => {
            let text = text.strip_prefix('-').unwrap_or(text);
            text.split_once('.').map_or(digits(text), |(whole, fraction)| digits(whole) && digits(fraction))
        }
        r"^(199\d|2[01]\d\d)$" => text.parse::<samplan::calendar::Year>().is_ok(),
        r"^(199\d|2[01]\d\d)-(0[1-9]|1[0-2])$" => text.parse::<samplan::calendar::Month>().is_ok(),
        "^[a-z0-9-]{1,64}$" => samplan::plan::Id::new(text).is_well_formed(),
        pattern => panic!("the validator does not know the pattern {pattern}"),
    }
}
