//! Workbooks of plans, in words that tell rows apart.

use samplan::budget::BudgetLine;
use samplan::exchange::read;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Category, Party, Plan};
use samplan::workbook::{Case, FigureRow, Section, TextTable, Words, Workbook, WorkbookSource, WorkbookWord, workbook};

/// Words as the code has them.
pub struct Plain;

impl Words for Plain {
    fn section(&self, section: Section) -> String {
        format!("§ {section:?}")
    }
    fn figure(&self, figure: FigureRow) -> String {
        match figure {
            FigureRow::Metric(metric) => format!("{metric:?}"),
            other => format!("{other:?}"),
        }
    }
    fn line(&self, row: &BudgetLine) -> String {
        row.line.to_string()
    }
    fn category(&self, category: Category) -> String {
        format!("{category:?}")
    }
    fn party(&self, party: Party) -> String {
        format!("{party:?}")
    }
    fn word(&self, word: WorkbookWord) -> String {
        format!("{word:?}")
    }
}

/// All plans of the project.
pub fn examples() -> Vec<(String, Plan)> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/plans")).unwrap();
    let mut found: Vec<_> = folder
        .filter_map(|file| {
            let path = file.unwrap().path();
            let plan = read(&std::fs::read_to_string(&path).ok()?).ok()?;
            Some((path.file_stem().unwrap().to_string_lossy().into_owned(), plan))
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(found.len() >= 8);
    found
}

/// A plan's workbook; none when an amount is too large to compute with.
pub fn book(plan: &Plan) -> Option<Workbook> {
    let outcomes: Vec<Outcome> = plan.cases().map(|case| project(plan, case).ok()).collect::<Option<_>>()?;
    let cases = plan.cases().zip(&outcomes).map(|(scenario, outcome)| Case {
        name: scenario.map_or("Plan", |scenario| &scenario.name).to_owned(),
        notes: Vec::new(),
        budget: &outcome.budget,
        projection: &outcome.projection,
    });
    let texts = |row: &[&str]| TextTable {
        heads: row.iter().map(|_| "Head".to_owned()).collect(),
        rows: vec![row.iter().map(|text| (*text).to_owned()).collect()],
    };
    let source = WorkbookSource {
        plan,
        cases: cases.collect(),
        findings: texts(&["=1+1", "@x"]),
        risks: texts(&["-1", "+2"]),
        decisions: TextTable::default(),
    };
    workbook(&source, &Plain).ok()
}
