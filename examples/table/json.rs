//! The shape that the command prints. Changing it changes docs/tables.md.

use samplan::plan::Category;
use samplan::table::{ColumnKind, Of, Question, Reading, Role, Row, Scale};
use serde::Serialize;
use std::collections::BTreeMap;

/// A reading.
#[derive(Serialize)]
pub struct Output<'r> {
    unit: &'static str,
    columns: Vec<Column>,
    rows: Vec<OutputRow<'r>>,
    questions: Vec<Asked>,
}

#[derive(Serialize)]
struct Column {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
}

#[derive(Serialize)]
struct OutputRow<'r> {
    role: &'static str,
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<Category>,
    amounts: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Asked {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

impl<'r> Output<'r> {
    /// What there is to print of a reading.
    pub fn of(reading: &'r Reading) -> Output<'r> {
        let unit = match reading.scale {
            Scale::Kronor => "kr",
            Scale::Thousands => "tkr",
            Scale::Millions => "mkr",
        };
        Output {
            unit,
            columns: reading.columns.iter().map(column).collect(),
            rows: reading.rows.iter().map(row).collect(),
            questions: reading.questions.iter().map(asked).collect(),
        }
    }
}

fn column(column: &samplan::table::Column) -> Column {
    let kind = match column.kind {
        ColumnKind::Name => "name",
        ColumnKind::Amount => "amount",
        ColumnKind::Note => "note",
        ColumnKind::SubTotal | ColumnKind::Share | ColumnKind::Ignored => "ignored",
    };
    let of = match column.of {
        Of::Budget => "budget",
        Of::Outcome => "outcome",
        Of::Forecast => "forecast",
    };
    let amounts = column.kind == ColumnKind::Amount;
    let year = column.year.filter(|_| amounts).map(|year| year.number());
    Column { kind, year, of: amounts.then_some(of) }
}

fn row(row: &Row) -> OutputRow<'_> {
    let role = match row.role {
        Role::Line => "line",
        Role::Sum => "sum",
        Role::Heading => "heading",
        Role::Result => "result",
        Role::Equity => "equity",
        Role::Ignored => "ignored",
    };
    let amounts = row.amounts.iter().map(|(year, kronor)| (year.to_string(), kronor.normalize().to_string()));
    OutputRow { role, name: &row.name, category: row.category, amounts: amounts.collect() }
}

/// Rows and columns are told from 1, as people count them.
fn asked(question: &Question) -> Asked {
    let from_one = |place: Option<usize>| place.map(|place| place.saturating_add(1));
    Asked { code: question.code.as_str(), row: from_one(question.row), column: from_one(question.column) }
}
