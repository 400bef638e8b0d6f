//! Figures that lost what parted them, or were parted within: cells that could be several numbers or a part of one.

use super::figure::{Doubt, Figure, plain};
use super::layout::Grid;
use super::reading::{Column, ColumnKind};
use crate::money::Decimal;

/// Where one cell of a column holds several numbers, another that could be several is asked about too.
pub(super) fn suspect_joined(grid: &mut Grid, columns: &[Column]) {
    for (place, _) in columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Amount) {
        let joined =
            (0..grid.cells.len()).any(|row| *grid.figure(row, place) == Figure::Doubtful(Doubt::SeveralNumbers));
        mark_alone_and_large(grid, columns, place);
        if !joined {
            continue;
        }
        for row in 0..grid.cells.len() {
            let text = plain(grid.text(row, place));
            let several = text
                .split(' ')
                .skip(1)
                .any(|group| !group.starts_with('0') && group.starts_with(|c: char| c.is_ascii_digit()));
            let figure = grid.figures.get_mut(row).and_then(|row| row.get_mut(place));
            if let Some(figure) = figure.filter(|figure| several && matches!(figure, Figure::Amount { .. })) {
                *figure = Figure::Doubtful(Doubt::SeveralNumbers);
            }
        }
    }
}

/// A figure of several groups that is a thousand times all others of its column, in a row where another year's cell is empty,
/// is far likelier two that lost what parted them: `600 650 |` above `84 | 86`.
fn mark_alone_and_large(grid: &mut Grid, columns: &[Column], place: usize) {
    let value = |grid: &Grid, row: usize| match grid.figure(row, place) {
        Figure::Amount { value, .. } if !grid.is_bare_year(row, place) => value.abs(),
        _ => Decimal::ZERO,
    };
    let amounts =
        |other: &usize| *other != place && columns.get(*other).is_some_and(|column| column.kind == ColumnKind::Amount);
    let mut largest: Vec<(Decimal, usize)> = (0..grid.cells.len()).map(|row| (value(grid, row), row)).collect();
    largest.sort_unstable();
    let [.., (second, _), (first, row)] = largest.as_slice() else { return };
    let empty = (0..columns.len()).filter(amounts).any(|other| *grid.figure(*row, other) == Figure::Empty);
    let text = plain(grid.text(*row, place));
    let two = text.split(' ').skip(1).any(|group| group.starts_with(|c: char| matches!(c, '1'..='9')));
    if empty && two && !second.is_zero() && *first >= second.saturating_mul(Decimal::ONE_THOUSAND) {
        let figures = grid.figures.get_mut(*row);
        if let Some(figure) = figures.and_then(|row| row.get_mut(place)) {
            *figure = Figure::Doubtful(Doubt::SeveralNumbers);
        }
    }
}

/// Amounts whose last three digits stand in a column of their own (`840 | 000`) are asked about: nothing else has a column
/// without a head whose figures are all of three digits, and some of them begin with a nought.
pub(super) fn mark_split_thousands(grid: &mut Grid, columns: &[Column], body: usize) {
    for (place, _) in columns.iter().enumerate().skip(1).filter(|(_, column)| column.heading.is_empty()) {
        let rows = || (body..grid.cells.len()).filter(|row| !grid.text(*row, place).is_empty());
        let digits =
            |row: usize| grid.text(row, place).len() == 3 && grid.text(row, place).bytes().all(|c| c.is_ascii_digit());
        if !rows().all(digits) || !rows().any(|row| grid.text(row, place).starts_with('0')) {
            continue;
        }
        let left: Vec<usize> = rows().collect();
        for row in left {
            let figures = grid.figures.get_mut(row);
            let figure = figures.and_then(|row| row.get_mut(place.saturating_sub(1)));
            if let Some(figure) = figure.filter(|figure| matches!(figure, Figure::Amount { .. })) {
                *figure = Figure::Doubtful(Doubt::SeveralNumbers);
            }
        }
    }
}
