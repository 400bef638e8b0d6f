//! A block of figures without names, put at a cell and on.

use super::presets::takes_amounts;
use crate::calendar::Year;
use crate::edit::{AssociationEdit, Edit, LineEdit};
use crate::money::{Decimal, round_dp};
use crate::plan::{Id, Line};
use crate::table::{ColumnKind, Figure, Reading, Scale};

/// Why a block does not go in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockProblem {
    /// It reaches past the last line or year.
    Outside,
    /// The figure in this row and column of the block, counted from 1, cannot be read with certainty.
    Unreadable(usize, usize),
    /// The figure in this row and column of the block, counted from 1, is negative.
    Negative(usize, usize),
    /// The line at this place, from 0, has a level that is spread over months: what is pasted is not what would show.
    Spread(usize),
}

/// A row that takes figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasteTarget<'a> {
    Line(&'a Line),
    /// The planned use of saved money.
    SavedMoney,
}

/// The edit that puts a block of figures into rows as they stand in the table and into years, and how many it has.
pub fn paste_figures(
    association: &Id,
    reading: &Reading,
    rows: &[PasteTarget],
    years: &[Year],
) -> Result<(Edit, usize), BlockProblem> {
    let mut edits = Vec::new();
    let columns: Vec<usize> = (0..reading.columns.len())
        .filter(|place| reading.columns.get(*place).is_some_and(|column| column.kind == ColumnKind::Amount))
        .collect();
    let block = reading.rows.iter().filter(|row| row.cells.iter().any(|cell| *cell != Figure::Empty));
    for (place, row) in block.enumerate() {
        for (order, column) in columns.iter().enumerate() {
            let at = (place.saturating_add(1), order.saturating_add(1));
            let factor = reading.columns.get(*column).map_or(Decimal::ONE, |column| column.scale.factor());
            let amount = match row.cells.get(*column) {
                None | Some(Figure::Empty) => continue,
                Some(Figure::Dash) => Some(Decimal::ZERO),
                Some(Figure::Amount { value, scale, .. }) => {
                    let kronor = value.checked_mul(scale.map_or(factor, Scale::factor));
                    kronor
                        .map(|kronor| (kronor, round_dp(kronor, 2)))
                        .filter(|(exact, whole)| exact == whole)
                        .map(|(_, whole)| whole)
                }
                Some(_) => None,
            };
            let amount = amount.ok_or(BlockProblem::Unreadable(at.0, at.1))?;
            if amount.is_sign_negative() && !amount.is_zero() {
                return Err(BlockProblem::Negative(at.0, at.1));
            }
            let year = *years.get(order).ok_or(BlockProblem::Outside)?;
            let edit = match rows.get(place).ok_or(BlockProblem::Outside)? {
                PasteTarget::Line(line) if !takes_amounts(line) => return Err(BlockProblem::Spread(place)),
                PasteTarget::Line(line) => {
                    let line = line.id.clone();
                    Edit::Line(association.clone(), LineEdit::Amount { line, year, amount: Some(amount) })
                }
                PasteTarget::SavedMoney => {
                    Edit::Association(association.clone(), AssociationEdit::EquityUse(year, Some(amount)))
                }
            };
            edits.push(edit);
        }
    }
    let count = edits.len();
    Ok((Edit::All(edits), count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Active, Category, Level, Schedule};
    use crate::sorted::SortedMap;
    use crate::table::{Answers, Known, from_text, read};

    fn line() -> Line {
        Line::new(Id::new("a"), "A", Category::Board, Schedule::Amounts(SortedMap::new()))
    }

    fn figures(text: &str, rows: &[PasteTarget], years: usize) -> Result<usize, BlockProblem> {
        let years: Vec<Year> = (2014..).take(years).filter_map(Year::new).collect();
        let reading = read(from_text(text).unwrap(), &Known::default(), &Answers::default());
        paste_figures(&Id::new("x"), &reading, rows, &years).map(|(_, count)| count)
    }

    #[test]
    fn figures_alone_go_where_the_cursor_is_or_say_why_not() {
        let line = line();
        let rows = [PasteTarget::Line(&line), PasteTarget::SavedMoney];
        assert_eq!(figures("1\t2\n3\t4", &rows, 3), Ok(4));
        assert_eq!(figures("1\t2\n3\t4", &rows[..1], 3), Err(BlockProblem::Outside));
        assert_eq!(figures("1\t2", &rows, 1), Err(BlockProblem::Outside));
        assert_eq!(figures("100 200 300 4\t2", &rows, 3), Err(BlockProblem::Unreadable(1, 1)));
        assert_eq!(figures("5\t-2", &rows, 3), Err(BlockProblem::Negative(1, 2)));
    }

    #[test]
    fn a_level_that_is_spread_takes_no_figures() {
        let level = Schedule::Level(Level::default());
        let plain = Line { schedule: level.clone(), ..line() };
        let month = crate::calendar::Month::january(Year::new(2015).unwrap());
        let spread = Line { schedule: level, active: Active { first: Some(month), last: None }, ..line() };
        assert_eq!(figures("5\t6", &[PasteTarget::Line(&plain)], 3), Ok(2));
        assert_eq!(figures("5\t6", &[PasteTarget::Line(&spread)], 3), Err(BlockProblem::Spread(0)));
    }
}
