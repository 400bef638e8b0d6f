//! Numbers of accounts that stand before the names in text whose cells spaces part: `4010 Insatser   3 500 000`.

use super::grid::Cell;
use crate::table::heading::{self, Aside};

/// The rows with such numbers in a column of their own, where the head says that there are (`Konto Benämning`).
pub(super) fn with_accounts(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let figures = |row: &&Vec<Cell>| row.iter().skip(1).any(|cell| !cell.text.is_empty());
    let name = |row: &Vec<Cell>| row.first().map_or("", |cell| cell.text.as_str()).to_owned();
    let heads = rows.iter().filter(figures).map(name).any(|name| {
        let first = name.split(' ').next().unwrap_or_default();
        name.contains(' ') && heading::read(first).aside == Some(Aside::Account)
    });
    if !heads || !rows.iter().filter(figures).map(name).any(|name| account(&name).is_some()) {
        return rows;
    }
    for row in &mut rows {
        let name = name(row);
        let parted = account(&name).or_else(|| {
            let (first, rest) = name.split_once(' ')?;
            (heading::read(first).aside == Some(Aside::Account)).then_some((first, rest))
        });
        let (number, name) = parted.unwrap_or(("", &name));
        let alone = row.len() == 1 && number.is_empty();
        if let Some(cell) = row.first_mut() {
            cell.text = name.to_owned();
        }
        if !alone {
            row.insert(0, Cell::new(number));
        }
    }
    rows
}

/// A number of the chart of accounts before a name.
fn account(name: &str) -> Option<(&str, &str)> {
    let (number, rest) = name.split_once(' ')?;
    let account = number.len() == 4 && number.parse::<u16>().is_ok_and(|number| (1000..=8999).contains(&number));
    (account && rest.starts_with(char::is_alphabetic)).then_some((number, rest.trim_start()))
}
