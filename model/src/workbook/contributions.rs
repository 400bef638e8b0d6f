//! The sheet of what each member pays, in each case, and each party's share of it.

use super::cell::{Cell, Look, Written};
use super::rows::RowBlock;
use super::sheet::{Sheet, at, on};
use super::source::Case;
use super::words::{Words, WorkbookWord};
use crate::budget::{AssociationBudget, BudgetLine};
use crate::id::Id;
use crate::money::{Decimal, Overflow, add, ratio};
use crate::plan::{Category, Party};
use std::collections::BTreeMap;

/// Somebody who pays.
struct Payer {
    name: String,
    party: Option<Party>,
    /// The rows on the case's sheet.
    rows: Vec<usize>,
    /// What they come to, by year.
    years: Vec<Decimal>,
}

/// Writes a case's part.
pub(super) fn write(
    sheet: &mut Sheet,
    case: &Case<'_>,
    on_sheet: &str,
    blocks: &BTreeMap<Id, RowBlock>,
    words: &dyn Words,
) -> Result<(), Overflow> {
    let payers = payers(case, blocks, words)?;
    if payers.is_empty() {
        return Ok(());
    }
    let years = case.budget.horizon.len();
    sheet.push(Vec::new());
    sheet.heading(case.name.clone());
    let first = sheet.next();
    for payer in &payers {
        let cells = (0..years).map(|place| {
            let cells: Vec<String> = payer.rows.iter().map(|row| on(on_sheet, place, *row)).collect();
            Cell::formula(cells.join("+"), payer.years.get(place).copied(), Look::Plain, Written::Kronor)
        });
        let party = payer.party.map(|party| words.party(party)).unwrap_or_default();
        let names = [Cell::text(payer.name.clone(), Look::Plain), Cell::text(party, Look::Plain)];
        sheet.push(names.into_iter().chain(cells).collect());
    }
    let last = sheet.next().saturating_sub(1);
    let sum = |of: Option<Party>, place: usize| -> Result<Decimal, Overflow> {
        let counted = payers.iter().filter(|payer| of.is_none() || payer.party == of);
        counted.filter_map(|payer| payer.years.get(place)).try_fold(Decimal::ZERO, |sum, one| add(sum, *one))
    };
    let mut cells = Vec::new();
    for place in 0..years {
        let formula = format!("SUM({}:{})", at(place, first), at(place, last));
        cells.push(Cell::formula(formula, Some(sum(None, place)?), Look::Sum, Written::Kronor));
    }
    let names = [Cell::text(words.word(WorkbookWord::Sum), Look::Sum), Cell::empty()];
    let total = sheet.push(names.into_iter().chain(cells).collect());
    for party in Party::ALL {
        let own: Vec<usize> =
            payers.iter().enumerate().filter(|(_, one)| one.party == Some(party)).map(|(at, _)| at).collect();
        if own.is_empty() {
            continue;
        }
        let mut cells = Vec::new();
        for place in 0..years {
            let paid: Vec<String> = own.iter().map(|one| at(place, first.saturating_add(*one))).collect();
            let whole = at(place, total);
            let formula = format!("IF({whole}=0,\"\",({})/{whole})", paid.join("+"));
            let share = ratio(sum(Some(party), place)?, sum(None, place)?)?;
            cells.push(Cell::formula(formula, share, Look::Sum, Written::Share));
        }
        let names = [
            Cell::text(words.party(party), Look::Plain),
            Cell::text(words.word(WorkbookWord::ShareOfSum), Look::Plain),
        ];
        sheet.push(names.into_iter().chain(cells).collect());
    }
    Ok(())
}

fn payers(case: &Case<'_>, blocks: &BTreeMap<Id, RowBlock>, words: &dyn Words) -> Result<Vec<Payer>, Overflow> {
    let mut payers: Vec<Payer> = Vec::new();
    for association in &case.budget.associations {
        let Some(block) = blocks.get(&association.id) else { continue };
        for row in association.rows.iter().filter(|row| row.category == Category::Contribution) {
            let Some(number) = block.lines.get(&row.line) else { continue };
            let name = name(association, row, words);
            match payers.iter_mut().find(|payer| payer.name == name && payer.party == row.party) {
                Some(payer) => {
                    payer.rows.push(*number);
                    for (sum, amount) in payer.years.iter_mut().zip(&row.amounts) {
                        *sum = add(*sum, *amount)?;
                    }
                }
                None => {
                    payers.push(Payer { name, party: row.party, rows: vec![*number], years: row.amounts.clone() });
                }
            }
        }
    }
    Ok(payers)
}

/// Who pays: the member, or what the line is called.
fn name(association: &AssociationBudget, row: &BudgetLine, words: &dyn Words) -> String {
    let member = row.member.as_ref().and_then(|id| association.members.iter().find(|member| member.id == *id));
    member.map_or_else(|| words.line(row), |member| member.name.clone())
}
