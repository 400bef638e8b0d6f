//! The whole plan as a workbook whose sums are formulas.

use super::export::{ChosenExport, Export, ExportedPart, case_name};
use super::table_words::TableWords;
use crate::commands::files;
use crate::components::finding_cards::{Audience, FindingWords, for_reader, told};
use crate::decisions;
use crate::tables::{TableFileError, write};
use crate::ui::icon::Shape;
use crate::words::{self, export as text, label, report};
use leptos::prelude::*;
use samplan::explore::{RiskEntryOf, register};
use samplan::outcome::{Outcome, project};
use samplan::plan::Scenario;
use samplan::workbook::{Case, TextTable, Workbook, WorkbookSource, workbook};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag};

pub(super) static EXPORT: Export = Export {
    name: text::excel,
    who: text::excel_who,
    of: ExportedPart::WholePlan,
    shape: Shape::Sides,
    test: "excel",
    offered: |_| true,
    run: |chosen| {
        let (context, language) = (chosen.context, chosen.language);
        let Some(book) = untrack(|| book(chosen)) else {
            return context.notices.warn(text::too_large(language).to_owned());
        };
        let file = format!("{}.xlsx", samplan::exchange::file_stem(&chosen.plan.name));
        spawn_local(async move {
            let json = serde_json::to_string(&book).unwrap_or_default();
            let made = write(&json).await;
            match made.and_then(|bytes| blob(&bytes).ok_or(TableFileError::Unreadable)) {
                Ok(blob) if files::give_blob(&file, &blob).is_some() => {
                    context.notices.say(text::Downloads { file }.say(language));
                }
                Ok(_) => context.notices.warn(words::notice::NotDownloaded { file }.say(language)),
                Err(TableFileError::Unreachable) => context.notices.warn(text::excel_unreachable(language).to_owned()),
                Err(TableFileError::Slow) => context.notices.warn(text::excel_slow(language).to_owned()),
                Err(_) => context.notices.warn(text::excel_failed(language).to_owned()),
            }
        });
    },
};

fn blob(bytes: &js_sys::Uint8Array) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(bytes), &options).ok()
}

/// The workbook; none when an amount is too large to compute with.
fn book(chosen: &ChosenExport) -> Option<Workbook> {
    let plan = &*chosen.plan;
    let outcomes: Vec<Outcome> = plan.cases().map(|case| project(plan, case).ok()).collect::<Option<_>>()?;
    let cases = plan.cases().zip(&outcomes).map(|(scenario, outcome)| case(chosen, scenario, outcome));
    let source = WorkbookSource {
        plan,
        cases: cases.collect(),
        findings: findings(chosen, &outcomes),
        risks: risks(chosen),
        decisions: decided(chosen),
    };
    workbook(&source, &TableWords(chosen.language)).ok()
}

fn case<'p>(chosen: &ChosenExport, scenario: Option<&Scenario>, outcome: &'p Outcome) -> Case<'p> {
    let language = chosen.language;
    let (about, marks) = match scenario {
        Some(scenario) => (&scenario.description, text::marks_scenario(language)),
        None => (&chosen.plan.description, text::marks_plan(language)),
    };
    let notes = [about.as_str(), marks].into_iter().filter(|note| !note.is_empty()).map(str::to_owned);
    let name = case_name(&chosen.plan, scenario, language);
    Case { name, notes: notes.collect(), budget: &outcome.budget, projection: &outcome.projection }
}

/// Errors and warnings of every case, in the words of the views.
fn findings(chosen: &ChosenExport, outcomes: &[Outcome]) -> TextTable {
    let (context, language) = (chosen.context, chosen.language);
    let rows = chosen.plan.cases().zip(outcomes).flat_map(|(scenario, outcome)| {
        let case = case_name(&chosen.plan, scenario, language);
        for_reader(Audience::Board, outcome, None).into_iter().map(move |group| {
            let FindingWords { severity, title, text } = told(context, Some(outcome), &group, context.unit());
            vec![case.clone(), severity.to_owned(), title, text]
        })
    });
    let heads = [label::scenario(language), text::severity(language), label::checks(language), text::meaning(language)];
    TextTable { heads: heads.map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// The register of risks.
fn risks(chosen: &ChosenExport) -> TextTable {
    let (plan, language) = (&chosen.plan, chosen.language);
    let rows = register(plan, None).into_iter().map(|entry| {
        let association = plan.association(&entry.association);
        let risk = match &entry.of {
            RiskEntryOf::Risk(id) => association.and_then(|one| one.risks.iter().find(|risk| risk.id == *id)),
            RiskEntryOf::Line(_) => None,
        };
        let name = match &entry.of {
            RiskEntryOf::Line(_) => report::LineRisk { line: &entry.name }.say(language),
            RiskEntryOf::Risk(_) => entry.name.clone(),
        };
        let grade = |grade: Option<_>| grade.map(|grade| words::grade(language, grade).to_owned()).unwrap_or_default();
        let amount = entry.amount.map(|amount| words::kr(amount, samplan::money::Unit::Kronor)).unwrap_or_default();
        let done = risk.map(|risk| risk.mitigation.clone()).unwrap_or_default();
        vec![name, grade(entry.likelihood), grade(entry.effect), amount, done]
    });
    let heads = [
        label::risk(language),
        label::likelihood(language),
        label::effect(language),
        report::worst_case(language),
        label::mitigation(language),
    ];
    TextTable { heads: heads.map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// The scenarios' decisions.
fn decided(chosen: &ChosenExport) -> TextTable {
    let (plan, language) = (&chosen.plan, chosen.language);
    let unit = chosen.context.unit();
    let rows = plan.scenarios.iter().flat_map(|scenario| {
        let name = words::scenario_name(plan, scenario);
        scenario.steps.iter().map(move |step| {
            let off = if step.on { String::new() } else { report::off(language).to_owned() };
            vec![decisions::step_title(language, plan, scenario, &step.id, unit), name.clone(), off]
        })
    });
    let heads = [label::decisions(language), label::scenario(language), ""];
    TextTable { heads: heads.map(str::to_owned).to_vec(), rows: rows.collect() }
}
