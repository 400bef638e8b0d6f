//! Figures printed beside a row about the rows that it ends: a sub-total in a column of its own, and the share of the
//! whole that stands beside that, as in Växjö's budgets.

use super::figure::Figure;
use super::heading::Of;
use super::layout::Grid;
use super::reading::{Beside, Column, ColumnKind, Printed, Role, Row, StandsFor};
use crate::money::Decimal;

/// Puts the printed sub-totals and shares to the rows that they stand beside. `sub_totals` has by row the place among
/// the columns of amounts and the kronor.
pub(super) fn beside(rows: &mut [Row], columns: &[Column], grid: &Grid, sub_totals: &[Option<(usize, Decimal)>]) {
    let amounts = columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Amount);
    let amounts: Vec<(usize, &Column)> = amounts.collect();
    let whole = rows.iter().position(|row| row.stands_for == Some(StandsFor::Cost));
    let mut heading = String::new();
    let mut group: Vec<usize> = Vec::new();
    for place in 0..rows.len() {
        let Some(row) = rows.get(place) else { continue };
        match row.role {
            Role::Heading => {
                heading = row.name.trim_end_matches(':').trim_end().to_owned();
                group.clear();
            }
            Role::Sum | Role::Result => group.clear(),
            Role::Line => group.push(place),
            Role::Equity | Role::Ignored => {}
        }
        let Some((of, kronor)) = sub_totals.get(place).copied().flatten().filter(|_| row.role == Role::Line) else {
            continue;
        };
        let mut of_rows = std::mem::take(&mut group);
        let Some((at, column)) = amounts.get(of) else { continue };
        let Some(year) = column.year.filter(|_| column.of == Of::Budget) else { continue };
        let has = |row: &Row| row.amounts.contains_key(&year);
        // A sum of what is asked about waits with it.
        if of_rows.iter().filter_map(|row| rows.get(*row)).any(|row| !has(row) && !is_empty(row, *at)) {
            continue;
        }
        of_rows.retain(|row| rows.get(*row).is_some_and(has));
        let cost = |row: &Row| row.category.is_some_and(|category| !category.is_income());
        let costs = of_rows.iter().filter_map(|row| rows.get(*row)).all(cost);
        let label = if heading.is_empty() { row.name.clone() } else { heading.clone() };
        let share = share(columns, grid, place, *at).filter(|_| costs);
        let mut found = vec![Beside { label: label.clone(), year, of: of_rows.clone(), printed: Printed::Sum(kronor) }];
        found.extend(share.map(|(share, of)| {
            let label = if of.is_empty() { format!("{label}, %") } else { format!("{label}, {of}") };
            Beside { label, year, of: of_rows, printed: Printed::Share { share, whole } }
        }));
        if let Some(row) = rows.get_mut(place) {
            row.beside = found;
        }
    }
    shares_of_rows(rows, columns, grid, whole);
}

/// A column of shares beside the amounts of each row: printed figures where most of them are the rows' shares of the
/// costs. Growth and deviations in per cent are not.
fn shares_of_rows(rows: &mut [Row], columns: &[Column], grid: &Grid, whole: Option<usize>) {
    for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Share) {
        let near = columns.iter().take(place).rev().find(|left| left.kind != ColumnKind::Share);
        let amounts = near.filter(|left| left.kind == ColumnKind::Amount && left.of == Of::Budget);
        let Some(year) = amounts.and_then(|amounts| amounts.year) else { continue };
        let cost = |row: &Row| row.role == Role::Line && row.category.is_some_and(|category| !category.is_income());
        let amount = |row: &Row| row.amounts.get(&year).copied();
        let sum = rows.iter().filter(|row| cost(row)).filter_map(amount).try_fold(Decimal::ZERO, Decimal::checked_add);
        let total = whole.and_then(|row| amount(rows.get(row)?)).or(sum);
        let shares = rows.iter().enumerate().filter(|(_, row)| cost(row)).filter_map(|(at, row)| {
            let Figure::Percent(share) = grid.figure(at, place) else { return None };
            let exact = amount(row)?.checked_div(total?)?;
            let half = Decimal::try_new(5, share.scale().saturating_add(1)).ok()?;
            Some((at, *share, exact.checked_sub(*share)?.abs() <= half))
        });
        let shares: Vec<(usize, Decimal, bool)> = shares.collect();
        let agree = shares.iter().filter(|(_, _, agrees)| *agrees).count();
        if agree < 2 || agree.saturating_mul(2) < shares.len() {
            continue;
        }
        for (at, share, _) in shares {
            let Some(row) = rows.get_mut(at) else { continue };
            let over = if column.heading.is_empty() { "%" } else { &column.heading };
            let label = format!("{}, {over}", row.name);
            let printed = Printed::Share { share, whole };
            row.beside.push(Beside { label, year, of: vec![at], printed });
        }
    }
}

fn is_empty(row: &Row, column: usize) -> bool {
    matches!(row.cells.get(column), None | Some(Figure::Empty))
}

/// The share that stands to the right of a sub-total, before the next column of amounts, and what stands over it.
fn share(columns: &[Column], grid: &Grid, row: usize, amounts: usize) -> Option<(Decimal, String)> {
    let right = columns.iter().enumerate().skip(amounts.saturating_add(1));
    let near = right.take_while(|(_, column)| column.kind != ColumnKind::Amount);
    let mut shares = near.filter(|(_, column)| column.kind == ColumnKind::Share);
    shares.find_map(|(place, column)| match grid.figure(row, place) {
        Figure::Percent(share) => Some((*share, over(grid, column, row, place))),
        _ => None,
    })
}

/// The words over a share: its heading, or the words that stand above it among the rows.
fn over(grid: &Grid, column: &Column, row: usize, place: usize) -> String {
    if !column.heading.is_empty() {
        return column.heading.clone();
    }
    let above = (0..row).rev().find(|above| *grid.figure(*above, place) == Figure::Text);
    above.map(|above| grid.text(above, place).to_owned()).unwrap_or_default()
}
