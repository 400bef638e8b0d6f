//! LibreOffice reckons the workbooks anew and comes to the model's figures: `cargo xtask soak`, where it is installed.

use super::book::{book, examples};
use super::files::number_read;
use super::generator::{Amounts, plan_of};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use samplan::edit::{Edit, LineEdit};
use samplan::money::Decimal;
use samplan::workbook::{Cell, Look, Workbook};
use std::path::Path;
use std::process::Command;

/// How many random plans are tried.
const RANDOM: usize = 200;
/// Always reckon anew, whatever stands in the file.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// A file to be reckoned, and what it is to come to on some of its sheets.
struct Tried {
    name: String,
    file: Workbook,
    expected: Workbook,
    sheets: Vec<usize>,
}

#[test]
fn libreoffice_comes_to_the_models_figures() {
    if std::env::var_os("SOAK").is_none() {
        return;
    }
    let there = Command::new("soffice").arg("--version").output().is_ok();
    if !there {
        println!("LibreOffice is not installed: the workbooks are reckoned by the tests' own calculator alone");
        return;
    }
    let mut all = Vec::new();
    for (name, plan) in examples() {
        let made = book(&plan).unwrap();
        if let [association] = plan.associations.as_slice() {
            all.extend(edited(&name, &plan, &made, association));
        }
        all.push(whole(name, made));
    }
    let mut runner = TestRunner::deterministic();
    while all.len() < RANDOM + 16 {
        let plan = plan_of(Amounts::OfSpreadsheets).new_tree(&mut runner).unwrap().current();
        let Some(made) = book(&plan) else { continue };
        let numbers = made.sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).filter_map(|cell| cell.number);
        if numbers.map(|number| number.abs()).max().unwrap_or_default() < Decimal::from(10_000_000_000_i64) {
            all.push(whole(format!("random-{}", all.len()), made));
        }
    }
    let folder = std::env::temp_dir().join(format!("samplan-workbooks-{}", std::process::id()));
    let cells = reckon(&folder, &all);
    std::fs::remove_dir_all(&folder).unwrap();
    println!("LibreOffice comes to the model's figures in {cells} cells of {} workbooks", all.len());
}

fn whole(name: String, made: Workbook) -> Tried {
    let sheets = (0..made.sheets.len()).collect();
    Tried { name, file: made.clone(), expected: made, sheets }
}

/// The workbook with an amount changed in a cell, and what the app says after the same edit.
fn edited(
    name: &str,
    plan: &samplan::plan::Plan,
    made: &Workbook,
    association: &samplan::plan::Association,
) -> Option<Tried> {
    let mut file = made.clone();
    let (edit, place) = association.lines.iter().find_map(|line| {
        let is_line = |row: &Vec<Cell>| row.first().is_some_and(|cell| cell.text.as_deref() == Some(line.id.as_str()));
        let row = made.sheets[1].rows.iter().position(is_line)?;
        let column = made.sheets[1].rows[row].iter().position(|cell| cell.look == Look::Input)?;
        let amount = made.sheets[1].rows[row][column].number? + Decimal::from(54_321);
        let year = plan.horizon().iter().nth(column - 2)?;
        Some((LineEdit::Amount { line: line.id.clone(), year, amount: Some(amount) }, (row, column, amount)))
    })?;
    let (row, column, amount) = place;
    file.sheets[1].rows[row][column].number = Some(amount);
    let after = Edit::Line(association.id.clone(), edit).apply(plan).unwrap();
    Some(Tried { name: format!("{name}-edited"), file, expected: book(&after).unwrap(), sheets: vec![0, 1] })
}

/// Has all files reckoned and compares. How many cells there were.
fn reckon(folder: &Path, all: &[Tried]) -> usize {
    let (given, profile, answers) = (folder.join("given"), folder.join("profile/user"), folder.join("answers"));
    for one in [&given, &profile, &answers] {
        std::fs::create_dir_all(one).unwrap();
    }
    std::fs::write(profile.join("registrymodifications.xcu"), SETTINGS).unwrap();
    for tried in all {
        let mut file = tried.file.clone();
        // What is to be reckoned stands nowhere in the file.
        for cell in file.sheets.iter_mut().flat_map(|sheet| sheet.rows.iter_mut().flatten()) {
            if cell.formula.is_some() {
                cell.number = None;
            }
        }
        let bytes = samplan_sheets::write(&serde_json::to_string(&file).unwrap()).unwrap();
        std::fs::write(given.join(format!("{}.xlsx", tried.name)), bytes).unwrap();
    }
    let files = std::fs::read_dir(&given).unwrap().map(|file| file.unwrap().path());
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&answers)
        .args(files)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    all.iter().map(|tried| compare(tried, &answers.join(format!("{}.xlsx", tried.name)))).sum()
}

fn compare(tried: &Tried, answer: &Path) -> usize {
    let read = samplan_sheets::read(&std::fs::read(answer).unwrap()).unwrap();
    let mut cells = 0;
    for sheet in &tried.sheets {
        let (expected, told) = (&tried.expected.sheets[*sheet], &read.sheets[*sheet]);
        for (row, all) in expected.rows.iter().enumerate() {
            for (column, cell) in all.iter().enumerate().filter(|(_, cell)| cell.formula.is_some()) {
                let there = told.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
                let place = || format!("{}, {} row {} column {column}: {cell:?}", tried.name, expected.name, row + 1);
                match cell.number {
                    None => assert_eq!(there, "", "{}", place()),
                    Some(number) => {
                        let own = number_read(there).unwrap_or_else(|| panic!("{}: {there:?}", place()));
                        let model: f64 = number.to_string().parse().unwrap();
                        assert!((own - model).abs() <= 1e-9_f64.max(model.abs() * 1e-12), "{} comes to {own}", place());
                    }
                }
                cells += 1;
            }
        }
    }
    cells
}
