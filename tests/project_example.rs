//! The command `project`: what it prints for good files, and the one line that it says for bad ones.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "../examples/project/command.rs"]
mod command;
#[path = "../examples/project/json.rs"]
mod json;

use serde_json::Value;
use std::path::PathBuf;

fn run(arguments: &[&str]) -> Result<Value, String> {
    let text = command::run(arguments.iter().map(Into::into))?;
    Ok(serde_json::from_str(&text).unwrap())
}

fn plan(name: &str) -> String {
    format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

/// A file with this text, kept for the time of a test.
struct TemporaryFile(PathBuf);

impl TemporaryFile {
    fn new(name: &str, bytes: impl AsRef<[u8]>) -> TemporaryFile {
        let path = std::env::temp_dir().join(format!("samplan-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        TemporaryFile(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The one line for a file with this text, without the file's name.
fn complaint(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let file = TemporaryFile::new(name, bytes);
    let said = run(&[file.path()]).unwrap_err();
    assert_eq!(said.lines().count(), 1, "{said}");
    said.strip_prefix(&format!("{}: ", file.path())).unwrap_or_else(|| panic!("{said}")).to_owned()
}

#[test]
fn a_plan_by_association_and_in_total() {
    let json = run(&[&plan("vaxjo-2014")]).unwrap();
    assert_eq!(json["years"], serde_json::json!([2014, 2015, 2016]));
    assert_eq!(json["scenario"], Value::Null);
    let last = &json["associations"][0]["by_year"][2];
    assert_eq!(json["associations"][0]["id"], "vaxjo");
    assert_eq!(last["year"], 2016);
    assert_eq!(last["contributions"], "3200000");
    assert_eq!(last["frame"], "3200000");
    assert_eq!(last["board"], "190000");
    assert_eq!(last["administration"], "370000");
    assert_eq!(last["audit"], "0");
    assert_eq!(last["activities"]["base"], "1640000");
    assert_eq!(last["activities"]["untagged"], "1600000");
    assert_eq!(last["cost"], "3800000");
    assert_eq!(last["result"], "-600000");
    assert_eq!(last["equity"], "-561000");
    assert_eq!(last["activity_room"], "2640000");
    assert_eq!(last["admin_share"], "0.147368");
    assert_eq!(&json["total"]["by_year"][2], last);
}

#[test]
fn financial_net_is_costs_minus_income() {
    assert_eq!(run(&[&plan("sydnarke-2016")]).unwrap()["total"]["by_year"][0]["financial_net"], "1000");
    let forecast = &run(&[&plan("varend-2015")]).unwrap()["findings"][0];
    assert_eq!(forecast["code"], "forecast_pace");
    assert_eq!((&forecast["monthly"], &forecast["needed"]), (&"368625".into(), &"877500".into()));
    assert_eq!((&forecast["ratio"], &forecast["equity"]), (&"2.380468".into(), &"2235000".into()));
    assert_eq!(run(&[&plan("varend-2015-interim")]).unwrap()["total"]["by_year"][0]["financial_net"], "-3000");
}

#[test]
fn capacity_only_where_it_is_known() {
    let known = run(&[&plan("varend-2016")]).unwrap();
    assert_eq!(known["total"]["by_year"][0]["fte"], "4.5");
    assert_eq!(known["total"]["by_year"][0]["places"], "118.125");
    let unknown = run(&[&plan("akst-2014")]).unwrap();
    assert_eq!(unknown["total"]["by_year"][0].get("fte"), None);
    assert_eq!(unknown["total"]["by_year"][0].get("places"), None);
}

/// As whoever reads it has the associations beside it; the app tells none of all together.
#[test]
fn the_total_of_coordinators_is_what_the_associations_know() {
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(plan("vaxjo-alvesta-2015")).unwrap()).unwrap();
    file.as_object_mut().unwrap().remove("checksum");
    let lines = file["plan"]["associations"][1]["lines"].as_array_mut().unwrap();
    lines.iter_mut().find(|line| line["id"] == "insatser").unwrap()["approach"] = "base".into();
    let file = TemporaryFile::new("unknown-coordinators.json", file.to_string());
    let printed = run(&[file.path()]).unwrap();
    let fte = |of: &Value| of["by_year"][0]["fte"].clone();
    assert_eq!(fte(&printed["associations"][0]), "3");
    assert_eq!(fte(&printed["associations"][1]), Value::Null);
    assert_eq!(fte(&printed["total"]), "3");
}

#[test]
fn findings_with_what_applies_to_them() {
    let json = run(&[&plan("akst-2014")]).unwrap();
    assert_eq!(
        json["findings"][0],
        serde_json::json!({
            "code": "printed_differs",
            "severity": "error",
            "association": "akst",
            "year": 2015,
            "label": "Över-/underskott +218 läst som det som är kvar i slutet av 2015",
            "unit": "kronor",
            "printed": "218000",
            "computed": "418000",
            "difference": "200000",
        })
    );
    let few = json["findings"].as_array().unwrap().last().unwrap();
    assert_eq!(*few, serde_json::json!({ "code": "few_years", "severity": "notice", "planned_years": 2 }));
}

/// A scenario by its id and by its name; a decision that cannot apply is a finding.
#[test]
fn a_scenario_by_id_or_name() {
    let mut plan = samplan::exchange::read(&std::fs::read_to_string(plan("varend-2016")).unwrap()).unwrap();
    plan.scenarios.clear();
    let step = |id: &str, association: &str| {
        serde_json::json!({
            "id": id,
            "on": true,
            "decision": { "equity_use": { "association": association, "amounts": { "2016": "100000" } } },
        })
    };
    let scenario = serde_json::json!({
        "id": "spar",
        "name": "Använd sparade medel",
        "steps": [step("anvand", "varend"), step("annan", "tingsryd")],
    });
    plan.scenarios.push(serde_json::from_value(scenario).unwrap());
    let file = TemporaryFile::new("scenario.json", samplan::exchange::write(&plan));
    let json = run(&[file.path(), "--scenario", "spar"]).unwrap();
    assert_eq!(json, run(&["--scenario", "Använd sparade medel", file.path()]).unwrap());
    assert_eq!(json["scenario"], "spar");
    assert_eq!(json["total"]["by_year"][0]["equity_use"], "100000");
    assert_eq!(json["total"]["by_year"][0]["frame"], "5500000");
    assert_eq!(
        json["findings"],
        serde_json::json!([{
            "code": "decision_skipped",
            "severity": "error",
            "step": "annan",
            "reason": "no_such_association",
        }])
    );
    let unknown = run(&[file.path(), "--scenario", "Slå ihop"]).unwrap_err();
    assert!(unknown.ends_with("scenarios: there is no scenario \"Slå ihop\"; the plan has: spar"), "{unknown}");
}

#[test]
fn bad_files_get_one_line_with_place_and_reason() {
    let good = std::fs::read_to_string(plan("vaxjo-2014")).unwrap();
    for (name, text, place) in [
        ("empty.json", String::new(), ""),
        ("cut.json", good[..good.len() / 2].to_owned(), "line "),
        ("list.json", "[]".to_owned(), ""),
        ("other.json", "{\"a\": 1}".to_owned(), "format"),
        ("newer.json", good.replace("\"version\": 1", "\"version\": 99"), "99"),
        ("field.json", good.replace("\"opening_equity\"", "\"öppning\\nskapital\""), "associations[0]"),
        ("invalid.json", good.replace("\"1650000\"", "\"-1650000\""), "associations[0].lines[5].schedule.amounts.2014"),
    ] {
        let said = complaint(name, text);
        assert!(said.contains(place), "{name}: {said}");
    }
    let said = complaint("latin1.json", good.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect::<Vec<_>>());
    assert!(said.starts_with("byte ") && said.ends_with("save the file in UTF-8"), "{said}");
}

#[test]
fn missing_files_and_wrong_arguments() {
    let missing = run(&["no-such-plan.json"]).unwrap_err();
    assert!(missing.starts_with("no-such-plan.json: cannot be read: "), "{missing}");
    assert!(run(&[env!("CARGO_MANIFEST_DIR")]).unwrap_err().contains(": cannot be read: "));
    for (arguments, said) in [
        (&[][..], "no file"),
        (&["a.json", "b.json"], "more than one file"),
        (&["a.json", "--scenario"], "--scenario needs a name"),
        (&["a.json", "--scenario", "a", "--scenario", "b"], "--scenario is given twice"),
        (&["a.json", "--json"], "unknown option --json"),
    ] {
        assert_eq!(
            run(arguments).unwrap_err(),
            format!("{said}; usage: project FILE [--scenario-file FILE] [--scenario NAME]")
        );
    }
    let none = run(&[&plan("vaxjo-2011"), "--scenario", "x"]).unwrap_err();
    assert!(none.ends_with("scenarios: there is no scenario \"x\"; the plan has: none"), "{none}");
}

/// Whether all of `part` is in `whole`; of a list, whether each item is in some item.
fn is_part(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            part.iter().all(|(name, value)| whole.get(name).is_some_and(|in_whole| is_part(value, in_whole)))
        }
        (Value::Array(part), Value::Array(whole)) => part.iter().all(|item| whole.iter().any(|of| is_part(item, of))),
        _ => part == whole,
    }
}

#[test]
fn the_documented_excerpt_is_real_and_names_every_field() {
    let guide = include_str!("../docs/projection-json.md");
    let (_, from) = guide.split_once("```json\n").unwrap();
    let (excerpt, _) = from.split_once("```").unwrap();
    let excerpt: Value = serde_json::from_str(excerpt).unwrap();
    let printed = run(&[&plan("vaxjo-2014")]).unwrap();
    assert!(is_part(&excerpt, &printed));
    for name in ["vaxjo-2014", "akst-2014", "varend-2016"] {
        let printed = run(&[&plan(name)]).unwrap();
        let year = printed["total"]["by_year"][0].as_object().unwrap();
        let findings = printed["findings"].as_array().unwrap().iter().flat_map(|finding| finding.as_object().unwrap());
        for field in year.keys().chain(findings.map(|(field, _)| field)) {
            assert!(guide.contains(&format!("`{field}`")) || guide.contains(&format!("`{field}[]`")), "{field}");
        }
    }
}

#[test]
fn a_scenario_file_on_its_plan_gives_the_figures_of_the_plan_s_own_scenario() {
    let text = std::fs::read_to_string(plan("vaxjo-alvesta-2015")).unwrap();
    let own = samplan::exchange::read(&text).unwrap();
    let id = own.scenarios[0].id.clone();
    let packed = samplan::exchange::write_scenarios(&samplan::meet::pack(&own, std::slice::from_ref(&id)));
    let file = TemporaryFile::new("own.scenario.json", packed);
    let by_file = run(&[&plan("vaxjo-alvesta-2015"), "--scenario-file", file.path()]).unwrap();
    assert_eq!(by_file, run(&[&plan("vaxjo-alvesta-2015"), "--scenario", id.as_str()]).unwrap());
    let said = run(&[&plan("varend-2015"), "--scenario-file", file.path()]).unwrap_err();
    assert!(said.contains("surely the same") && said.lines().count() == 1, "{said}");
}
