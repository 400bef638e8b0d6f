//! Reading the cases, and a reading as text.

use samplan::table::{self, Answers, Cells, ColumnKind, Known, Of, Reading, Role, Scale};
use std::fmt::Write;
use std::path::{Path, PathBuf};

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/cases")
}

pub fn cells(path: &Path) -> Cells {
    let bytes = std::fs::read(path).unwrap();
    match path.extension().and_then(|kind| kind.to_str()) {
        Some("xlsx" | "ods") => super::sheet::cells(&bytes).unwrap(),
        Some("html") => table::from_html(&table::decode(&bytes).unwrap()).unwrap().unwrap(),
        _ => table::from_text(&table::decode(&bytes).unwrap()).unwrap(),
    }
}

pub fn read(name: &str, known: &Known) -> Reading {
    table::read(cells(&folder().join(name)), known, &Answers::default())
}

pub fn known(plan: &str) -> Known {
    let text = std::fs::read_to_string(folder().join(plan)).unwrap();
    let plan = samplan::exchange::read(&text).unwrap();
    samplan::edit::known(&plan, &plan.associations[0])
}

/// A reading as lines of text: the unit, the columns, each row that says something, the questions.
pub fn told(reading: &Reading) -> String {
    let mut text = match reading.scale {
        Scale::Kronor => "kr:".to_owned(),
        Scale::Thousands => "tkr:".to_owned(),
        Scale::Millions => "mkr:".to_owned(),
    };
    for column in &reading.columns {
        let of = match column.of {
            Of::Budget => "",
            Of::Outcome => " outcome",
            Of::Forecast => " forecast",
        };
        let year = column.year.map_or("?".to_owned(), |year| year.to_string());
        let _ = match column.kind {
            ColumnKind::Name => write!(text, " name,"),
            ColumnKind::Amount => write!(text, " {year}{of},"),
            ColumnKind::Note => write!(text, " note,"),
            ColumnKind::SubTotal => write!(text, " sub-total,"),
            ColumnKind::Share => write!(text, " share,"),
            ColumnKind::Ignored => write!(text, " ignored,"),
        };
    }
    text.push('\n');
    for (row, number) in reading.rows.iter().zip(1..) {
        if row.name.is_empty() && row.amounts.is_empty() && row.role != Role::Line {
            continue;
        }
        let role = format!("{:?}", row.role).to_lowercase();
        let category = row.category.map(|category| format!(" ({category:?})")).unwrap_or_default();
        let _ = write!(text, "{number} {role}{category} {}", row.name);
        for (year, amount) in &row.amounts {
            let _ = write!(text, " | {year} {}", amount.normalize());
        }
        if !row.note.is_empty() {
            let _ = write!(text, " | note: {}", row.note);
        }
        text.push('\n');
    }
    for question in &reading.questions {
        let place = |place: Option<usize>| place.map_or("-".to_owned(), |place| (place + 1).to_string());
        let _ = writeln!(text, "? {} at {},{}", question.code.as_str(), place(question.row), place(question.column));
    }
    text
}
