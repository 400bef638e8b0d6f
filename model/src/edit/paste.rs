//! From a pasted table and the user's choices to one edit.

use super::{AssociationEdit, Edit, LineEdit};
use crate::calendar::Year;
use crate::exchange::table::{Cell, Reading, RowGuess};
use crate::plan::{Association, Category, Id, Line, Party, Schedule};
use std::collections::BTreeMap;

/// What a pasted row becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowUse {
    /// A new line of this category.
    NewLine(Category),
    /// The amounts of a line that is there.
    Existing(Id),
    /// The planned use of saved money.
    SavedMoney,
    /// Nothing.
    Skip,
}

/// What a row becomes unless the user says otherwise: a line of the same name is replaced, a line-like row becomes a
/// new line, totals, percentages and headings are left out.
pub fn presets(association: &Association, reading: &Reading) -> Vec<RowUse> {
    let preset = |name: &str, guess: RowGuess| {
        let same =
            association.lines.iter().find(|line| !name.is_empty() && line.name.to_lowercase() == name.to_lowercase());
        match (same, guess) {
            (_, RowGuess::Heading | RowGuess::Percent) => RowUse::Skip,
            (Some(line), _) => RowUse::Existing(line.id.clone()),
            (None, RowGuess::Line(category)) => RowUse::NewLine(category),
            (None, RowGuess::SavedMoney) => RowUse::SavedMoney,
            (None, RowGuess::Total) => RowUse::Skip,
        }
    };
    reading.rows.iter().map(|row| preset(&row.name, row.guess)).collect()
}

/// The edit that puts a table's amounts into an association, and how many amounts it puts there. `uses` stand for the
/// rows and `years` for the columns; a column with no year is left out. `unnamed` names lines whose row has no name.
pub fn paste(
    association: &Association,
    reading: &Reading,
    uses: &[RowUse],
    years: &[Option<Year>],
    unnamed: &str,
) -> (Edit, usize) {
    let mut edits = Vec::new();
    let mut count: usize = 0;
    let mut taken: Vec<Id> = association.lines.iter().map(|line| line.id.clone()).collect();
    let mut at = association.lines.len();
    for (row, use_) in reading.rows.iter().zip(uses) {
        let amounts: BTreeMap<Year, _> = row
            .cells
            .iter()
            .zip(years)
            .filter_map(|(cell, year)| match (cell, year) {
                (Cell::Amount { kronor, .. }, Some(year)) => Some((*year, *kronor)),
                _ => None,
            })
            .collect();
        if amounts.is_empty() {
            continue;
        }
        let added = amounts.len();
        match use_ {
            RowUse::Skip => continue,
            RowUse::Existing(line) => edits.extend(amounts.into_iter().map(|(year, amount)| {
                let line = line.clone();
                Edit::Line(association.id.clone(), LineEdit::Amount { line, year, amount: Some(amount) })
            })),
            RowUse::SavedMoney => edits.extend(amounts.into_iter().map(|(year, amount)| {
                Edit::Association(association.id.clone(), AssociationEdit::EquityUse(year, Some(amount)))
            })),
            RowUse::NewLine(category) => {
                let name = if row.name.trim().is_empty() { unnamed } else { &row.name };
                let id = Id::from_name(name, |id| taken.iter().any(|known| known.as_str() == id));
                taken.push(id.clone());
                let mut line = Line::new(id, name, *category, Schedule::Amounts(amounts));
                if *category == Category::Contribution {
                    (line.member, line.party) = payer(association, name);
                }
                edits.push(Edit::Line(association.id.clone(), LineEdit::Add { at, line: Box::new(line) }));
                at = at.saturating_add(1);
            }
        }
        count = count.saturating_add(added);
    }
    (Edit::All(edits), count)
}

/// The edit that puts a block of figures without names at a cell and on: rows into `lines` as they stand in the table,
/// columns into `years`. `None` when the block reaches outside them.
pub fn paste_figures(association: &Id, reading: &Reading, lines: &[Id], years: &[Year]) -> Option<(Edit, usize)> {
    let mut edits = Vec::new();
    for (place, row) in reading.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let Cell::Amount { kronor, .. } = cell else { continue };
            let (line, year) = (lines.get(place)?.clone(), *years.get(column)?);
            edits.push(Edit::Line(association.clone(), LineEdit::Amount { line, year, amount: Some(*kronor) }));
        }
    }
    let count = edits.len();
    Some((Edit::All(edits), count))
}

/// Who pays a pasted contribution: the member of that name, or else the party that the name speaks of.
fn payer(association: &Association, name: &str) -> (Option<Id>, Option<Party>) {
    let name = name.to_lowercase();
    let member = association.members.iter().find(|member| name.contains(&member.name.to_lowercase()));
    if let Some(member) = member {
        return (Some(member.id.clone()), None);
    }
    let speaks_of = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let party = if speaks_of(&["försäkringskass", "arbetsförmedling", "stat"]) {
        Some(Party::State)
    } else if speaks_of(&["region", "landsting", "hälso"]) {
        Some(Party::Region)
    } else if speaks_of(&["kommun"]) {
        Some(Party::Municipalities)
    } else {
        None
    };
    (None, party)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::read_table;
    use crate::money::{Decimal, Unit};
    use crate::plan::Plan;

    fn plan() -> Plan {
        let amounts = BTreeMap::from([(Year::new(2014).unwrap(), Decimal::from(220_000))]);
        let line = Line::new(Id::new("arvoden"), "Arvoden inkl. PO", Category::Board, Schedule::Amounts(amounts));
        let association = Association { lines: vec![line], ..Association::new(Id::new("vaxjo"), "Växjö") };
        Plan::new("Plan", Year::new(2014).unwrap(), 3, vec![association])
    }

    #[test]
    fn a_pasted_table_replaces_adds_and_leaves_out() {
        let text = "Post\t2015\t2016\nArvoden inkl.PO\t190 000\t190 000\nLönekostnader\t1 640 000\t1 640 000\nArvoden inkl. PO\t200 000\t\nSumma\t1 830 000\t1 830 000\n";
        let reading = read_table(text, Unit::Kronor).unwrap();
        let plan = plan();
        let association = &plan.associations[0];
        let uses = presets(association, &reading);
        assert_eq!(uses[2], RowUse::Existing(Id::new("arvoden")));
        assert_eq!(uses[3], RowUse::Skip);
        let years: Vec<_> = reading.columns.iter().map(|column| column.year).collect();
        let (edit, count) = paste(association, &reading, &uses, &years, "Ny rad");
        assert_eq!(count, 5);
        let after = edit.apply(&plan).unwrap();
        assert_eq!(after.associations[0].lines.len(), 3);
        let year = Year::new(2015).unwrap();
        assert_eq!(after.associations[0].lines[0].schedule.given().get(&year), Some(&Decimal::from(200_000)));
    }

    #[test]
    fn figures_alone_go_where_the_cursor_is_or_nowhere() {
        let reading = read_table("1\t2\n3\t4", Unit::Thousands).unwrap();
        let years: Vec<_> = plan().horizon().iter().collect();
        let lines = [Id::new("a"), Id::new("b")];
        assert_eq!(paste_figures(&Id::new("x"), &reading, &lines, &years).map(|(_, count)| count), Some(4));
        assert_eq!(paste_figures(&Id::new("x"), &reading, &lines[..1], &years), None);
        assert_eq!(paste_figures(&Id::new("x"), &reading, &lines, &years[..1]), None);
    }
}
