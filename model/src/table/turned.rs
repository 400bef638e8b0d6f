//! A table that lies on its side: names across, and years down or one row of figures. It is turned where that is certain,
//! so that all that reads it sees names down.

use super::cells::Cell;
use super::figure::{self, Figure};
use super::heading;
use super::payer::party;
use super::two_sided::one_below_the_other;
use super::words;
use crate::base::Category;
use std::collections::BTreeSet;

/// The rows, turned where they lie on their side. Titles above stay above.
pub(super) fn turned(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let rows = one_below_the_other(rows);
    let filled = |row: &[Cell]| row.iter().filter(|cell| !cell.text.is_empty()).count();
    let Some(head) = rows.iter().position(|row| filled(row) > 1) else { return rows };
    let (Some(header), body) = (rows.get(head), rows.get(head.saturating_add(1)..).unwrap_or_default()) else {
        return rows;
    };
    let years = names_across(header) && years_down(body);
    if !years && !one_row(header, body) {
        return rows;
    }
    let empty = Cell::default();
    let table: Vec<&Vec<Cell>> = rows.iter().skip(head).filter(|row| filled(row) > 0).collect();
    let width = table.iter().map(|row| row.len()).max().unwrap_or(0);
    let column = |place: usize| table.iter().map(|row| row.get(place).unwrap_or(&empty).clone()).collect();
    let titles = rows.iter().take(head).cloned();
    titles.chain((0..width).map(column)).collect()
}

/// Whether a row names at least two kinds of amounts, and says of none whether it is a budget or an outcome.
fn names_across(header: &[Cell]) -> bool {
    let Some((first, names)) = header.split_first() else { return false };
    let names = || names.iter().filter(|cell| !cell.text.is_empty());
    let is_name = |cell: &Cell| {
        let read = heading::read(&cell.text);
        figure::read(&cell.text) == Figure::Text && !cell.covered && !read.names_years() && read.of.is_none()
    };
    // Under *År* the years stand down, also beside one name.
    let least = if first.text.to_lowercase() == "år" { 1 } else { 2 };
    heading::is_over_names(&first.text) && names().count() >= least && names().all(is_name)
}

/// Whether names stand over one row of figures that has no name of its own: nothing, a year, a unit, or *Bidrag* where all
/// the names are of those who pay.
fn one_row(header: &[Cell], body: &[Vec<Cell>]) -> bool {
    let mut rows = body.iter().filter(|row| row.iter().any(|cell| !cell.text.is_empty()));
    let (Some(row), None) = (rows.next(), rows.next()) else { return false };
    let is_name =
        |cell: &Cell| figure::read(&cell.text) == Figure::Text && !cell.covered && heading::read(&cell.text).is_name();
    let figure = |cell: Option<&Cell>| cell.map_or(Figure::Empty, |cell| figure::read(&cell.text));
    let own = row.first().map_or("", |cell| cell.text.as_str());
    let read = heading::read(own);
    let no_name = matches!(figure::read(own), Figure::Empty | Figure::Text) || read.bare;
    let from = usize::from(no_name || !header.first().is_some_and(is_name));
    let names: Vec<&Cell> = header.iter().skip(from).filter(|cell| !cell.text.is_empty()).collect();
    let all = header.iter().enumerate().skip(from).all(|(place, cell)| match figure(row.get(place)) {
        Figure::Empty => true,
        Figure::Text => false,
        _ => is_name(cell),
    });
    let paid = words::kind_of_line(own) == Some(Category::Contribution)
        && names.iter().all(|cell| party(&cell.text).is_some() || heading::read(&cell.text).totals);
    let unnamed = from == 0 || heading::is_over_names(own) || read.bare || read.of.is_some() || paid;
    names.len() >= 2 && names.iter().all(|cell| is_name(cell)) && all && unnamed && row.len() <= header.len()
}

/// Whether each row begins with a year of its own and has figures or nothing after it.
fn years_down(body: &[Vec<Cell>]) -> bool {
    let mut years = BTreeSet::new();
    for row in body.iter().filter(|row| row.iter().any(|cell| !cell.text.is_empty())) {
        let Some((first, figures)) = row.split_first() else { return false };
        let read = heading::read(&first.text);
        let Some(year) = read.year().filter(|_| read.bare || read.of.is_some()) else { return false };
        let counts = |cell: &Cell| !cell.covered && cell.doubt.is_none() && figure::read(&cell.text) != Figure::Text;
        if read.part_of_year || !years.insert((year, read.of)) || !figures.iter().all(counts) {
            return false;
        }
    }
    years.len() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
        let cells = rows.iter().map(|row| row.iter().map(|text| Cell::new(*text)).collect()).collect();
        turned(cells).into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn only_what_certainly_lies_on_its_side_is_turned() {
        let years = texts(&[&["Budget (tkr)"], &["År", "Hyra", "Lön"], &["2027", "120", "800"], &["2028", "125"]]);
        assert_eq!(
            years,
            [vec!["Budget (tkr)"], vec!["År", "2027", "2028"], vec!["Hyra", "120", "125"], vec!["Lön", "800", ""]]
        );
        let kinds: &[&[&str]] = &[&["År", "Budget", "Utfall"], &["2027", "120", "800"], &["2028", "125", "9"]];
        assert_eq!(texts(kinds), kinds);
        let accounts: &[&[&str]] = &[&["Konto", "Namn", "Belopp"], &["2027", "Hyra", "800"], &["2028", "El", "9"]];
        assert_eq!(texts(accounts), accounts);
        let one = texts(&[&["Lön", "Hyra", "Revision"], &["800", "120", "40"]]);
        assert_eq!(one, [vec!["Lön", "800"], vec!["Hyra", "120"], vec!["Revision", "40"]]);
        let paid = texts(&[&["Post", "Region Syd", "Staten", "Summa"], &["Medlemsbidrag", "8", "16", "24"]]);
        assert_eq!(paid, [["Post", "Medlemsbidrag"], ["Region Syd", "8"], ["Staten", "16"], ["Summa", "24"]]);
        for (first, own) in [("Part", "Belopp (tkr)"), ("", ""), ("År", "2027"), ("Bidrag", "Budget 2027")] {
            let one = texts(&[&[first, "Region Syd", "Kommun A"], &[own, "8", "16"]]);
            assert_eq!(one, [[first, own], ["Region Syd", "8"], ["Kommun A", "16"]], "{own}");
        }
        for kept in [
            &[&["Post", "Kostnader", "Intäkter"], &["Team Norr", "800", "300"]],
            &[&["Team", "Lön", "Hyra"], &["Team Norr", "800", "300"]],
            &[&["Konto", "Namn", "Belopp"], &["5010", "Hyra", "800"]],
            &[&["", "Jan", "Feb"], &["", "8", "9"]],
        ] as [&[&[&str]]; 4]
        {
            assert_eq!(texts(kept), kept);
        }
    }
}
