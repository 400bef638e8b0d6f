//! A block of figures without names, put at a cell and on.

use super::presets::takes_amounts;
use crate::calendar::Year;
use crate::edit::{AssociationEdit, Edit, LineEdit};
use crate::money::{Decimal, round_dp};
use crate::plan::{Id, Line};
use crate::table::{Figure, Reading, Role, Scale};

/// Why a block does not go in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockProblem {
    /// It reaches past the last line or year.
    Outside,
    /// The figure in this row and column of the block, counted from 1, cannot be read with certainty.
    Unreadable(usize, usize),
    /// The figure in this row and column of the block, counted from 1, is negative.
    Negative(usize, usize),
    /// All of it lies over computed figures.
    Computed,
    /// The line at this place, from 0, has a level that is spread over months: what is pasted is not what would show.
    Spread(usize),
}

/// A row of the table that a block lies over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasteTarget<'a> {
    Line(&'a Line),
    /// The planned use of saved money.
    SavedMoney,
    /// A heading or a computed figure: it takes none, and keeps its place.
    Computed,
}

/// What a block of figures comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedBlock {
    /// The edit that puts it in.
    pub edit: Edit,
    /// How many figures it puts in.
    pub count: usize,
    /// How many lie over computed cells, and are not put in.
    pub computed: usize,
}

/// The row of a reading that lies over the cursor's: the first that is no heading.
pub fn first_of_block(reading: &Reading) -> usize {
    reading.rows.iter().position(|row| row.role != Role::Heading).unwrap_or_default()
}

/// Puts a block of figures over the rows of the table and the years from the cursor on, cell by cell: an empty one keeps
/// its place. A year that a column's heading names counts before the cursor's.
pub fn paste_figures(
    association: &Id,
    reading: &Reading,
    rows: &[PasteTarget],
    years: &[Year],
) -> Result<PastedBlock, BlockProblem> {
    let mut edits = Vec::new();
    let mut computed = 0_usize;
    for (place, row) in reading.rows.iter().skip(first_of_block(reading)).enumerate() {
        for (order, cell) in row.cells.iter().enumerate().filter(|(_, cell)| **cell != Figure::Empty) {
            let at = (place.saturating_add(1), order.saturating_add(1));
            let column = reading.columns.get(order);
            let year = column.and_then(|column| column.year).or(years.get(order).copied());
            let year = year.ok_or(BlockProblem::Outside)?;
            let target = *rows.get(place).ok_or(BlockProblem::Outside)?;
            if target == PasteTarget::Computed {
                computed = computed.saturating_add(1);
                continue;
            }
            let factor = column.map_or(Decimal::ONE, |column| column.scale.factor());
            let amount = amount(cell, factor).ok_or(BlockProblem::Unreadable(at.0, at.1))?;
            if amount.is_sign_negative() && !amount.is_zero() {
                return Err(BlockProblem::Negative(at.0, at.1));
            }
            let edit = match target {
                PasteTarget::Line(line) if !takes_amounts(line) => return Err(BlockProblem::Spread(place)),
                PasteTarget::Line(line) => {
                    let line = line.id.clone();
                    Edit::Line(association.clone(), LineEdit::Amount { line, year, amount: Some(amount) })
                }
                PasteTarget::SavedMoney | PasteTarget::Computed => {
                    Edit::Association(association.clone(), AssociationEdit::EquityUse(year, Some(amount)))
                }
            };
            edits.push(edit);
        }
    }
    if edits.is_empty() && computed > 0 {
        return Err(BlockProblem::Computed);
    }
    let count = edits.len();
    Ok(PastedBlock { edit: Edit::All(edits), count, computed })
}

/// A figure in kronor; nothing where it cannot be read with certainty.
fn amount(figure: &Figure, factor: Decimal) -> Option<Decimal> {
    match figure {
        Figure::Dash => Some(Decimal::ZERO),
        Figure::Amount { value, scale, .. } => {
            let kronor = value.checked_mul(scale.map_or(factor, Scale::factor))?;
            let rounded = round_dp(kronor, 2);
            (kronor == rounded).then_some(rounded)
        }
        _ => None,
    }
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
        paste_figures(&Id::new("x"), &reading, rows, &years).map(|block| block.count)
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
    fn places(text: &str, rows: &[PasteTarget]) -> Vec<(String, u16)> {
        let years: Vec<Year> = (2014..2017).filter_map(Year::new).collect();
        let reading = read(from_text(text).unwrap(), &Known::default(), &Answers::default());
        let Edit::All(edits) = paste_figures(&Id::new("x"), &reading, rows, &years).unwrap().edit else { panic!() };
        let one = |edit: &Edit| match edit {
            Edit::Line(_, LineEdit::Amount { line, year, .. }) => (line.to_string(), year.number()),
            _ => ("saved".to_owned(), 0),
        };
        edits.iter().map(one).collect()
    }

    #[test]
    fn each_figure_keeps_its_place_over_empty_cells_and_computed_rows() {
        let (a, b) = (line(), Line { id: Id::new("b"), ..line() });
        let rows = [PasteTarget::Line(&a), PasteTarget::Computed, PasteTarget::Line(&b)];
        let put =
            |places: &[(&str, u16)]| places.iter().map(|(id, year)| ((*id).to_owned(), *year)).collect::<Vec<_>>();
        assert_eq!(places("1\t\t3", &rows), put(&[("a", 2014), ("a", 2016)]));
        assert_eq!(places("1\n\n3", &rows), put(&[("a", 2014), ("b", 2014)]));
        assert_eq!(places("\t5\n\t\n6\t7", &rows), put(&[("a", 2015), ("b", 2014), ("b", 2015)]));
        assert_eq!(places("\t\n\t\n6\t7", &rows), put(&[("b", 2014), ("b", 2015)]));
        // What lies over a sum is no line's.
        assert_eq!(places("10\n30\n20", &rows), put(&[("a", 2014), ("b", 2014)]));
        assert_eq!(figures("30", &rows[1..], 3), Err(BlockProblem::Computed));
        // A year that the block names itself counts.
        assert_eq!(places("2015\t2016\n100\t200", &rows), put(&[("a", 2015), ("a", 2016)]));
    }
}
