//! Amounts of many cells as one edit, and the formula that an amount was reckoned by.

use super::{AssociationEdit, Edit, LineChange, LineEdit, takes_amounts};
use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Association, Id, Line};

/// A row that amounts are typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellRow {
    Line(Id),
    /// The planned use of saved money.
    SavedMoney,
}

/// What a cell is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellAmount {
    pub row: CellRow,
    pub year: Year,
    /// Kronor; `None` lets the year go on from the one before.
    pub amount: Option<Decimal>,
}

/// The edit that puts amounts in cells as one step; the name of the line when one would not show what is put there.
pub fn set_cells(association: &Association, cells: &[CellAmount]) -> Result<Edit, String> {
    let one = |cell: &CellAmount| {
        let (year, amount) = (cell.year, cell.amount);
        Ok(match &cell.row {
            CellRow::SavedMoney => Edit::Association(association.id.clone(), AssociationEdit::EquityUse(year, amount)),
            CellRow::Line(id) => {
                let line = association.line(id).filter(|line| amount.is_some() && !takes_amounts(line));
                if let Some(line) = line {
                    return Err(line.name.clone());
                }
                Edit::Line(association.id.clone(), LineEdit::Amount { line: id.clone(), year, amount })
            }
        })
    };
    cells.iter().map(one).collect::<Result<Vec<Edit>, String>>().map(Edit::All)
}

/// The edit that puts a reckoned amount in a line and keeps what was written in its note: `2015: =1200*1,02`.
pub fn set_reckoned(association: &Id, line: &Line, year: Year, amount: Decimal, written: &str) -> Edit {
    let begin = format!("{year}: =");
    let formula = written.trim().trim_start_matches('=');
    let others = line.note.lines().filter(|note| !note.starts_with(&begin));
    let note = others.map(str::to_owned).chain([format!("{begin}{formula}")]).collect::<Vec<_>>().join("\n");
    let noted = Line { note, ..line.clone() };
    Edit::All(vec![
        Edit::Line(association.clone(), LineEdit::changed(line, noted, LineChange::Text)),
        Edit::Line(association.clone(), LineEdit::Amount { line: line.id.clone(), year, amount: Some(amount) }),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Category, Level, Schedule};
    use crate::sorted::SortedMap;

    fn line() -> Line {
        Line::new(Id::new("a"), "A", Category::Board, Schedule::Amounts(SortedMap::new()))
    }

    #[test]
    fn cells_are_one_edit_and_a_spread_level_is_refused() {
        let year = Year::new(2015).unwrap();
        let month = crate::calendar::Month::january(year);
        let spread = Line {
            id: Id::new("b"),
            name: "B".to_owned(),
            schedule: Schedule::Level(Level::default()),
            active: crate::plan::Active { first: Some(month), last: None },
            ..line()
        };
        let one = Association { lines: vec![line(), spread], ..Association::new(Id::new("x"), "X") };
        let cell = |id: &str, amount| CellAmount { row: CellRow::Line(Id::new(id)), year, amount };
        let set = set_cells(&one, &[cell("a", Some(Decimal::ONE)), cell("b", None)]).unwrap();
        assert!(matches!(set, Edit::All(edits) if edits.len() == 2));
        assert_eq!(set_cells(&one, &[cell("b", Some(Decimal::ONE))]), Err("B".to_owned()));
    }

    #[test]
    fn the_note_keeps_the_last_formula_of_a_year() {
        let year = Year::new(2015).unwrap();
        let noted = Line { note: "Enligt avtal\n2015: =1*2".to_owned(), ..line() };
        let Edit::All(edits) = set_reckoned(&Id::new("x"), &noted, year, Decimal::TEN, "=5+5") else { panic!() };
        let Edit::Line(_, LineEdit::Change { now, .. }) = &edits[0] else { panic!() };
        assert_eq!(now.note, "Enligt avtal\n2015: =5+5");
    }
}
