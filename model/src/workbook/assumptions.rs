//! The sheet of assumptions: the indices' rates, the lines whose full years stand apart from what is paid, and the
//! scenarios' decisions.

use super::cell::{Cell, Look, Written};
use super::rows::Assumed;
use super::sheet::{Sheet, at};
use super::source::{Case, WorkbookSource};
use super::statement::FigureRow;
use super::texts;
use super::words::{Words, WorkbookWord};
use crate::budget::{self, AssociationBudget};
use crate::calendar::Horizon;
use crate::money::{Decimal, Overflow};
use crate::plan::Index;

/// Writes the sheet and says where its rows stand.
pub(super) fn write(
    sheet: &mut Sheet,
    source: &WorkbookSource<'_>,
    case: &Case<'_>,
    words: &dyn Words,
) -> Result<Assumed, Overflow> {
    let mut assumed = Assumed { sheet: sheet.name.clone(), ..Assumed::default() };
    if !source.plan.indices.is_empty() {
        sheet.push(Vec::new());
        sheet.heading(words.word(WorkbookWord::Indices));
        for index in case.budget.indices.iter() {
            let row = index_row(sheet, index, case);
            assumed.rates.insert(index.id.clone(), row);
        }
    }
    apart(sheet, &mut assumed, case, words)?;
    if !source.decisions.rows.is_empty() {
        sheet.push(Vec::new());
        sheet.heading(words.word(WorkbookWord::Decisions));
        texts::rows(sheet, &source.decisions);
    }
    Ok(assumed)
}

/// An index by year: a rate holds until the next that is given; before the first it is 0.
fn index_row(sheet: &mut Sheet, index: &Index, case: &Case<'_>) -> usize {
    let number = sheet.next();
    let years = case.budget.horizon.iter().enumerate().map(|(place, year)| {
        let rate = index.rate(year);
        if place == 0 || index.rates.contains_key(&year) {
            Cell::number(rate, Look::Input, Written::Rate)
        } else {
            Cell::formula(at(place.saturating_sub(1), number), Some(rate), Look::Plain, Written::Rate)
        }
    });
    let source = [index.source.as_str(), index.date.as_str()];
    let source = source.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let names = [Cell::text(index.name.clone(), Look::Plain), Cell::text(source, Look::Plain)];
    sheet.push(names.into_iter().chain(years).collect())
}

/// Lines whose full years are not what is paid, or that go on from before the plan's first year.
fn apart(sheet: &mut Sheet, assumed: &mut Assumed, case: &Case<'_>, words: &dyn Words) -> Result<(), Overflow> {
    let mut begun = false;
    for association_budget in &case.budget.associations {
        if let Some(cost) = cost_before(association_budget, assumed, case)? {
            begin(sheet, &mut begun, words);
            let cell = Cell::number(cost, Look::Input, Written::Kronor);
            let name = named(case, association_budget, words.figure(FigureRow::CostPerFte));
            let names = [Cell::text(name, Look::Plain), Cell::text(words.word(WorkbookWord::YearBefore), Look::Plain)];
            let row = sheet.push(names.into_iter().chain([cell]).collect());
            assumed.cost_before.insert(association_budget.id.clone(), row);
        }
        for row in &association_budget.rows {
            let budget::RowSource::Line { association, line } = &row.source else { continue };
            let pace = case.pace(row)?;
            let before = pace.before().filter(|_| assumed.rate(row.index.as_ref()).is_some());
            if before.is_none() && !pace.is_apart() {
                continue;
            }
            begin(sheet, &mut begun, words);
            let name = named(case, association_budget, words.line(row));
            let mut put = |kind: WorkbookWord, cells: Vec<Cell>| {
                let names = [Cell::text(name.clone(), Look::Plain), Cell::text(words.word(kind), Look::Plain)];
                sheet.push(names.into_iter().chain(cells).collect())
            };
            let key = (association.clone(), line.clone());
            let first = before.map(|before| {
                put(WorkbookWord::YearBefore, vec![Cell::number(before, Look::Input, Written::of_amount(before))])
            });
            if let Some(first) = first {
                assumed.before.insert(key.clone(), first);
            }
            if !pace.is_apart() {
                continue;
            }
            // Its own row names itself.
            let full = put(WorkbookWord::FullYear, Vec::new());
            let months = if pace.has_months() {
                let months = pace.months()?.into_iter();
                let months = months.map(|months: Decimal| Cell::number(months, Look::Input, Written::Count));
                Some(put(WorkbookWord::PaidMonths, months.collect()))
            } else {
                None
            };
            let first = first.map(|first| at(0, first));
            let cells = pace.cells(full, assumed.rate(row.index.as_ref()), first);
            if let Some(row) = full.checked_sub(1).and_then(|place| sheet.rows.get_mut(place)) {
                row.extend(cells);
            }
            assumed.apart.insert(key, (full, months));
        }
    }
    Ok(())
}

fn begin(sheet: &mut Sheet, begun: &mut bool, words: &dyn Words) {
    if !*begun {
        *begun = true;
        sheet.push(Vec::new());
        sheet.heading(words.word(WorkbookWord::FullYears));
    }
}

/// A row's name, with its association where there are several.
fn named(case: &Case<'_>, association_budget: &AssociationBudget, name: String) -> String {
    if case.budget.associations.len() > 1 { format!("{}: {name}", association_budget.name) } else { name }
}

/// What a coordinator costs in the year before the plan's first, where the first goes on from it with an index.
fn cost_before(
    association_budget: &AssociationBudget,
    assumed: &Assumed,
    case: &Case<'_>,
) -> Result<Option<Decimal>, Overflow> {
    let Some(capacity) = &association_budget.capacity else { return Ok(None) };
    let first = case.budget.horizon.first;
    let goes_on = capacity.terms.given.last().is_some_and(|(last, _)| *last < first);
    let whole = capacity.terms.given.iter().all(|(_, cost)| cost.fract().is_zero());
    if !goes_on || !whole || assumed.rate(capacity.index.as_ref()).is_none() {
        return Ok(None);
    }
    let rate = budget::rate_of(&case.budget.indices, capacity.index.as_ref());
    let before = capacity.terms.costs(rate, Horizon { first: first.previous(), years: 1 })?;
    Ok(before.first().map(|cost| cost.amount()))
}
