//! Minimal plans, one rule each, with the right answers worked out by hand: `cases/README.md`.

use samplan::calendar::Year;
use samplan::exchange::read;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Id, Metric, Plan};
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    file: String,
    scenario: Option<String>,
    figures: Vec<Wanted>,
    /// Codes of findings that there must not be.
    not_found: Vec<String>,
    /// The step that must be skipped; no other may be.
    skipped: Option<String>,
    say: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    of: String,
    year: u16,
    metric: String,
    value: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decisions/cases")
}

fn figure(outcome: &Outcome, wanted: &Wanted) -> String {
    let year = Year::new(wanted.year).unwrap();
    let place = outcome.budget.horizon.position(year).unwrap();
    let years = match wanted.of.as_str() {
        "total" => &outcome.projection.total,
        id => &outcome.projection.association(&Id::new(id)).unwrap().years,
    };
    let figures = &years[place];
    let value = if wanted.metric == "transfers" {
        figures.transfers
    } else {
        let metric: Metric = serde_json::from_value(wanted.metric.clone().into()).unwrap();
        figures.get(metric).unwrap()
    };
    value.normalize().to_string()
}

#[test]
fn every_case_has_its_right_answer() {
    let cases: Vec<Case> =
        serde_json::from_str(&std::fs::read_to_string(folder().join("expected.json")).unwrap()).unwrap();
    assert!(cases.len() >= 23, "{}", cases.len());
    for case in cases {
        let plan: Plan = read(&std::fs::read_to_string(folder().join(&case.file)).unwrap()).unwrap();
        let scenario = case.scenario.as_ref().map(|id| plan.scenario(id).unwrap());
        let outcome = project(&plan, scenario).unwrap();
        for wanted in &case.figures {
            assert_eq!(figure(&outcome, wanted), wanted.value, "{}: {} {wanted:?}", case.file, case.say);
        }
        for finding in &outcome.report.findings {
            assert!(!case.not_found.iter().any(|code| code == finding.code().as_str()), "{}: {finding:?}", case.file);
        }
        let skipped: Vec<&str> = outcome.skipped.iter().map(|skipped| skipped.step.as_str()).collect();
        assert_eq!(skipped, case.skipped.as_deref().into_iter().collect::<Vec<_>>(), "{}: {}", case.file, case.say);
    }
}
