//! What is put in on a sheet: lines and the other rows that do not follow from sums. On the plan's own sheet they are
//! inputs and what goes on from them; on a scenario's they are the plan's wherever no decision made them others.

use super::cell::{Cell, Look, Written};
use super::pace::{RateAt, grown};
use super::rows::{Assumed, Link, Making, Plans, RowBlock};
use super::sheet::{at, on};
use super::statement::{FigureRow, Item, StatementPart};
use crate::budget::{AmountOrigin, AssociationBudget, BudgetLine, CapacityRow, RowSource};
use crate::money::{Decimal, Overflow};
use crate::plan::Rounding;

/// A line's years.
pub(super) fn line_cells(making: &Making<'_>, row: &BudgetLine, number: usize) -> Result<Vec<Cell>, Overflow> {
    let fixed = |place: usize| Cell::number(row.amount(place), Look::Fixed, Written::Kronor);
    let years = 0..making.case.budget.horizon.len();
    match (&making.link, &row.source) {
        (Link::Own(assumed), RowSource::Line { association, line }) => {
            let pace = making.case.pace(row)?;
            let key = (association.clone(), line.clone());
            let apart = assumed.apart.get(&key);
            let first = assumed.before.get(&key).map(|row| on(&assumed.sheet, 0, *row));
            Ok(match apart {
                Some((full, months)) => pace.amounts(&assumed.sheet, *full, *months),
                None => pace.cells(number, assumed.rate(row.index.as_ref()), first),
            })
        }
        (Link::To(Plans { sheet, budget, blocks, .. }), RowSource::Line { association, line }) => {
            let own = budget.association(association).and_then(|association_budget| association_budget.row(line));
            let there = blocks.get(association).and_then(|block| block.lines.get(line));
            let Some((own, there)) = own.zip(there) else { return Ok(years.map(fixed).collect()) };
            let cell = |place: usize| {
                let origin = row.origins.get(place).copied();
                let is_same = row.amount(place) == own.amount(place)
                    && origin == own.origins.get(place).copied()
                    && !matches!(origin, Some(AmountOrigin::Decision | AmountOrigin::Fixed));
                if is_same {
                    Cell::formula(on(sheet, place, *there), Some(row.amount(place)), Look::Plain, Written::Kronor)
                } else {
                    fixed(place)
                }
            };
            Ok(years.map(cell).collect())
        }
        (_, RowSource::Made(_)) => Ok(years.map(fixed).collect()),
    }
}

/// Another row that is put in.
pub(super) fn put_in(
    making: &Making<'_>,
    part: &StatementPart<'_>,
    association_budget: &AssociationBudget,
    figure: FigureRow,
    block: &RowBlock,
) -> Vec<Cell> {
    let years = making.case.budget.horizon.len();
    let written = Written::of(figure.kind());
    let values: Vec<Decimal> =
        (0..years).map(|place| part.value(Item::Figure(figure), place).unwrap_or_default()).collect();
    if let Link::Own(assumed) = making.link {
        let row = block.figures.get(&figure).copied().unwrap_or_default();
        let given = |value: Decimal| Cell::number(value, Look::Input, written);
        let same = |place: usize, value: Decimal| {
            Cell::formula(at(place.saturating_sub(1), row), Some(value), Look::Plain, written)
        };
        let constant = values.windows(2).all(|pair| matches!(pair, [one, other] if one == other));
        return match (figure, &association_budget.capacity) {
            (FigureRow::CostPerFte, Some(capacity)) => costs(making, assumed, association_budget, capacity, row),
            (FigureRow::PlacesPerFte | FigureRow::Claim, _) if constant => {
                let cells = values.iter().enumerate();
                cells.map(|(place, value)| if place == 0 { given(*value) } else { same(place, *value) }).collect()
            }
            _ => values.iter().map(|value| given(*value)).collect(),
        };
    }
    let cells = values.iter().enumerate();
    cells.map(|(place, value)| linked(making, association_budget, figure, place, *value, written)).collect()
}

/// A value that is put in on the plan's sheet, and on a scenario's the plan's unless it is another.
pub(super) fn linked(
    making: &Making<'_>,
    association_budget: &AssociationBudget,
    figure: FigureRow,
    place: usize,
    value: Decimal,
    written: Written,
) -> Cell {
    let Link::To(plans) = making.link else { return Cell::number(value, Look::Input, written) };
    let there = plans.blocks.get(&association_budget.id).and_then(|block| block.figures.get(&figure));
    match there.filter(|_| plans.value(&association_budget.id, figure, place) == Some(value)) {
        Some(row) => Cell::formula(on(plans.sheet, place, *row), Some(value), Look::Plain, written),
        None => Cell::number(value, Look::Fixed, written),
    }
}

/// What a coordinator costs: a price, which stands for the years before it is given too.
fn costs(
    making: &Making<'_>,
    assumed: &Assumed,
    association_budget: &AssociationBudget,
    capacity: &CapacityRow,
    row: usize,
) -> Vec<Cell> {
    let given = &capacity.terms.given;
    let whole = given.iter().all(|(_, cost)| cost.fract().is_zero());
    let last = making.case.budget.horizon.len().saturating_sub(1);
    let input = |value: Decimal| Cell::number(value, Look::Input, Written::Kronor);
    let cell = |(place, value): (usize, &Decimal)| {
        let origin = capacity.origins.get(place).copied();
        let formula = match origin {
            _ if !whole => None,
            Some(AmountOrigin::Before) if place < last => Some(at(place.saturating_add(1), row)),
            Some(AmountOrigin::Gap) if place > 0 => Some(at(place.saturating_sub(1), row)),
            Some(AmountOrigin::Continued) => {
                let first = assumed.cost_before.get(&association_budget.id).map(|row| on(&assumed.sheet, 0, *row));
                let before = if place == 0 { first } else { Some(at(place.saturating_sub(1), row)) };
                before.map(|before| match assumed.rate(capacity.index.as_ref()) {
                    Some(RateAt { sheet, row }) => grown(&before, &on(sheet, place, row), Rounding::One, false),
                    None => before,
                })
            }
            _ => None,
        };
        match formula {
            Some(formula) => Cell::formula(formula, Some(*value), Look::Plain, Written::Kronor),
            None => input(*value),
        }
    };
    capacity.cost_per_fte.iter().enumerate().map(cell).collect()
}
