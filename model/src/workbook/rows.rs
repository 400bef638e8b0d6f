//! Where rows stand: an association's on a sheet, the plan's own as a scenario's sheet names them, and the assumptions.

use super::pace::RateAt;
use super::sheet::at;
use super::source::Case;
use super::statement::FigureRow;
use super::words::Words;
use crate::budget::Budget;
use crate::id::Id;
use crate::money::Decimal;
use crate::projection::Projection;
use std::collections::BTreeMap;

/// Where the rows of an association stand, or those of all together.
#[derive(Debug, Clone, Default)]
pub(super) struct RowBlock {
    /// Rows that are not lines.
    pub figures: BTreeMap<FigureRow, usize>,
    pub lines: BTreeMap<Id, usize>,
}

impl RowBlock {
    /// The cell of a figure; none where the block has no such row.
    pub(super) fn cell(&self, figure: FigureRow, place: usize) -> Option<String> {
        self.figures.get(&figure).map(|row| at(place, *row))
    }
}

/// What the rows of a block are made of.
pub(super) struct Making<'m> {
    pub case: &'m Case<'m>,
    pub words: &'m dyn Words,
    /// Where the plan's own rows stand, when this is a scenario's sheet.
    pub link: Link<'m>,
}

/// Where the plan's own rows stand.
#[derive(Clone, Copy)]
pub(super) enum Link<'l> {
    /// This is the plan's own sheet; the rows of assumptions are on another.
    Own(&'l Assumed),
    /// This is a scenario's sheet.
    To(Plans<'l>),
}

/// The plan's own sheet, as a scenario's names it.
#[derive(Clone, Copy)]
pub(super) struct Plans<'l> {
    /// The sheet's name.
    pub sheet: &'l str,
    /// Its table.
    pub budget: &'l Budget,
    /// Its figures.
    pub projection: &'l Projection,
    /// Where its associations' rows stand.
    pub blocks: &'l BTreeMap<Id, RowBlock>,
}

impl Plans<'_> {
    /// A figure of an association.
    pub(super) fn value(&self, association: &Id, figure: FigureRow, place: usize) -> Option<Decimal> {
        let figures = self.projection.association(association)?.years.get(place)?;
        figure.value(figures, self.budget.association(association)?.capacity.as_ref(), place)
    }
}

/// Where rows stand on the sheet of assumptions.
#[derive(Debug, Default)]
pub(super) struct Assumed {
    /// The sheet's name.
    pub sheet: String,
    /// The indices' rates.
    pub rates: BTreeMap<Id, usize>,
    /// Full years and months of the lines that have them apart, by association and line.
    pub apart: BTreeMap<(Id, Id), (usize, Option<usize>)>,
    /// The year before the first, of lines that go on from it.
    pub before: BTreeMap<(Id, Id), usize>,
    /// What a coordinator costs in the year before the first, by association, where the first goes on from it.
    pub cost_before: BTreeMap<Id, usize>,
}

impl Assumed {
    /// The rates of an index; none where there is no index.
    pub(super) fn rate(&self, index: Option<&Id>) -> Option<RateAt<'_>> {
        let row = *self.rates.get(index?)?;
        Some(RateAt { sheet: &self.sheet, row })
    }
}
