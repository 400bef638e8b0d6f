//! The workbook: assumptions, the plan, each scenario, the comparison, contributions, controls and risks.

use super::comparison::{self, Whole};
use super::rows::{Link, Making, Plans, RowBlock};
use super::sheet::{Sheet, Workbook, free_name};
use super::source::{Case, WorkbookSource};
use super::statement::{StatementPart, parts};
use super::words::{Words, WorkbookWord};
use super::{assumptions, block, contributions, texts};
use crate::id::Id;
use crate::money::Overflow;
use std::collections::BTreeMap;

/// Where a case's rows stand.
struct Placed<'p> {
    sheet: String,
    blocks: BTreeMap<Id, RowBlock>,
    /// All associations together; the only one where there is one.
    whole: RowBlock,
    parts: Vec<StatementPart<'p>>,
}

/// The workbook of a plan.
pub fn workbook(source: &WorkbookSource<'_>, words: &dyn Words) -> Result<Workbook, Overflow> {
    let mut taken = Vec::new();
    let mut name = |wanted: &str| {
        let free = free_name(wanted, &taken);
        taken.push(free.clone());
        free
    };
    let mut book = Workbook { title: source.plan.name.clone(), sheets: Vec::new() };
    let Some((own, scenarios)) = source.cases.split_first() else { return Ok(book) };
    let by_year = |name: String, title: &str, notes: &[String]| {
        let heads = [WorkbookWord::Line, WorkbookWord::Kind].map(|word| words.word(word));
        Sheet::by_year(name, format!("{}: {title}", source.plan.name), notes, heads, source.plan.horizon())
    };
    let assumptions = words.word(WorkbookWord::Assumptions);
    let mut sheet = by_year(name(&assumptions), &assumptions, &[words.word(WorkbookWord::HowToChange)]);
    let assumed = assumptions::write(&mut sheet, source, own, words)?;
    book.sheets.push(sheet);

    let mut placed: Vec<Placed<'_>> = Vec::new();
    let write = |sheet: &mut Sheet, case: &Case<'_>, link: Link<'_>| {
        let parts = parts(case.budget, case.projection);
        let making = Making { case, words, link };
        let mut blocks = Vec::new();
        for part in &parts {
            let block = block::write(sheet, &making, part, &blocks)?;
            blocks.push(block);
        }
        Ok::<_, Overflow>(blocks)
    };
    let mut sheet = by_year(name(&own.name), &own.name, &own.notes);
    let blocks = write(&mut sheet, own, Link::Own(&assumed))?;
    let base = place(&sheet, own, blocks);
    book.sheets.push(sheet);
    for case in scenarios {
        let mut sheet = by_year(name(&case.name), &case.name, &case.notes);
        let plans = Plans { sheet: &base.sheet, budget: own.budget, projection: own.projection, blocks: &base.blocks };
        let blocks = write(&mut sheet, case, Link::To(plans))?;
        placed.push(place(&sheet, case, blocks));
        book.sheets.push(sheet);
    }
    placed.insert(0, base);

    if !scenarios.is_empty() {
        let title = words.word(WorkbookWord::Comparison);
        let mut sheet = by_year(name(&title), &title, &[]);
        let wholes: Vec<Whole<'_>> = placed
            .iter()
            .filter_map(|one| Some(Whole { sheet: &one.sheet, block: &one.whole, part: one.parts.last()? }))
            .collect();
        comparison::write(&mut sheet, source, &wholes, words);
        book.sheets.push(sheet);
    }
    let title = words.word(WorkbookWord::Contributions);
    let mut sheet = by_year(name(&title), &title, &[]);
    for (case, placed) in source.cases.iter().zip(&placed) {
        contributions::write(&mut sheet, case, &placed.sheet, &placed.blocks, words)?;
    }
    book.sheets.push(sheet);
    for (word, table, widths) in [
        (WorkbookWord::Findings, &source.findings, &[26, 12, 44, 90][..]),
        (WorkbookWord::Risks, &source.risks, &[44, 16, 16, 18, 60][..]),
    ] {
        if !table.rows.is_empty() {
            let title = words.word(word);
            let full = format!("{}: {title}", source.plan.name);
            book.sheets.push(texts::sheet(name(&title), full, widths, table));
        }
    }
    Ok(book)
}

fn place<'p>(sheet: &Sheet, case: &Case<'p>, blocks: Vec<RowBlock>) -> Placed<'p> {
    let ids = case.budget.associations.iter().map(|association| association.id.clone());
    Placed {
        sheet: sheet.name.clone(),
        whole: blocks.last().cloned().unwrap_or_default(),
        blocks: ids.zip(blocks).collect(),
        parts: parts(case.budget, case.projection),
    }
}
