//! The command: from two files to what differs between them, or to one line that says what is wrong and where.

use samplan::meet::{AssociationPart, PartDifference, PlanPart, Presence, differences};
use samplan::plan::Plan;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::Path;

const USAGE: &str = "usage: diff A.json B.json";

/// Runs the command with the arguments after its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<String, String> {
    let files: Vec<OsString> = arguments.into_iter().collect();
    let [a, b] = files.as_slice() else { return Err(format!("two files are needed; {USAGE}")) };
    let (a, b) = (read(Path::new(a))?, read(Path::new(b))?);
    let found: Vec<Value> = differences(&a, &b).iter().map(shown).collect();
    serde_json::to_string_pretty(&json!({ "differences": found })).map_err(|error| error.to_string())
}

fn read(file: &Path) -> Result<Plan, String> {
    let refused = |reason: String| {
        let line = format!("{}: {reason}", file.display());
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let bytes = std::fs::read(file).map_err(|error| refused(format!("cannot be read: {error}")))?;
    let text = samplan::exchange::decode(&bytes).map_err(|error| refused(error.to_string()))?;
    samplan::exchange::read(&text).map_err(|error| refused(error.to_string()))
}

fn shown(difference: &PartDifference) -> Value {
    let mut object = place(&difference.part);
    let presence = match difference.presence {
        Presence::Both => "both",
        Presence::OnlyMine => "a",
        Presence::OnlyTheirs => "b",
    };
    put(&mut object, "in", presence.into());
    put(&mut object, "name", json!({ "a": difference.mine, "b": difference.theirs }));
    put(&mut object, "fields", json!(difference.fields));
    let amounts = difference.amounts.iter().map(|row| {
        json!({
            "year": row.year.number(),
            "a": row.mine.map(|amount| amount.normalize().to_string()),
            "b": row.theirs.map(|amount| amount.normalize().to_string()),
        })
    });
    put(&mut object, "amounts", amounts.collect());
    object
}

/// Sets a field of an object.
fn put(object: &mut Value, field: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(field.to_owned(), value);
    }
}

/// Where the part is, by the names of the file.
fn place(part: &PlanPart) -> Value {
    match part {
        PlanPart::Plan(field) => json!({ "part": field.file_name() }),
        PlanPart::Listed(list, id) => json!({ "part": list.file_name(), "id": id.as_str() }),
        PlanPart::Order(list) => json!({ "part": list.file_name(), "order": true }),
        PlanPart::Association(association, part) => {
            let mut place = match part {
                AssociationPart::Field(field) => json!({ "part": field.file_name() }),
                AssociationPart::Listed(list, id) => json!({ "part": list.file_name(), "id": id.as_str() }),
                AssociationPart::Order(list) => json!({ "part": list.file_name(), "order": true }),
            };
            put(&mut place, "association", association.as_str().into());
            place
        }
    }
}
