//! What each column holds: by its heading, by its figures, and by what the user says.

use super::figure::{Doubt, Figure, Scale};
use super::heading::{self, Aside, Heading, Of};
use super::layout::{Grid, Layout};
use super::months;
use super::question::{Code, Question};
use super::reading::{Answers, Column, ColumnKind, Reading};
use super::years::is_named_part;
use crate::money::Decimal;
use std::collections::BTreeSet;

/// Reads the columns; the years are found afterwards.
pub(super) fn columns(grid: &Grid, layout: &Layout, answers: &Answers, scale: Scale) -> (Vec<Column>, Vec<Question>) {
    let mut columns: Vec<Column> = Vec::with_capacity(grid.width);
    let mut questions = Vec::new();
    let mut headings = months::headings(layout.headings.iter().map(String::as_str));
    for (place, heading) in headings.iter_mut().enumerate().filter(|(_, heading)| heading.aside == Some(Aside::Note)) {
        // What stands beside a title (*Ansvarig: Anna*) does not head the amounts under it.
        let texts = layout.headers.iter().rev().map(|row| grid.text(*row, place));
        let nearest = texts.filter(|text| !text.is_empty()).map(heading::read).next();
        let amounts = |read: &Heading| read.names_years() || read.of.is_some() || read.worded || read.scale.is_some();
        if nearest.is_some_and(|read| read.aside.is_none() && amounts(&read)) {
            heading.aside = None;
        }
    }
    let years = headings
        .iter()
        .enumerate()
        .filter(|(place, heading)| Some(*place) != layout.names && heading.names_years() && !heading.part_of_year)
        .count();
    for (place, heading) in headings.iter().enumerate() {
        let kind =
            if Some(place) == layout.names { ColumnKind::Name } else { kind(grid, layout, place, heading, years) };
        // Per cent under a year of their own are no shares: what they come to is asked.
        let years_own = heading.year().is_some() && heading.aside.is_none();
        let alone = headings.iter().filter(|other| other.year() == heading.year()).count() == 1;
        let kind = if kind == ColumnKind::Share && years_own && alone { ColumnKind::Amount } else { kind };
        let unknown = kind == ColumnKind::Ignored
            && (heading.aside.is_none() || heading.aside == Some(Aside::Share) && are_amounts(grid, layout, place))
            && !heading.totals
            && !heading.part_of_year
            && has_figures(grid, layout, place)
            && !are_accounts(grid, layout, place)
            && !are_numbered(grid, layout, place);
        let mut column = Column {
            heading: layout.headings.get(place).cloned().unwrap_or_default(),
            kind,
            year: heading.year(),
            of: heading.of.unwrap_or(Of::Budget),
            scale: heading.scale.unwrap_or(scale),
        };
        if let Some(answer) = answers.columns.get(&place) {
            column = Column { kind: answer.kind, year: answer.year, of: answer.of, ..column };
        } else if unknown {
            questions.push(Question { row: None, column: Some(place), code: Code::UnknownColumn });
        }
        columns.push(column);
    }
    beside_the_whole(&mut columns, &headings, answers);
    questions.extend(beside_their_total(&mut columns, &headings, grid, layout, answers));
    let told = told_by_others(&mut columns, &headings, grid, layout, answers);
    questions.retain(|question| question.column.is_none_or(|column| !told.contains(&column)));
    // What has figures is not left out altogether without a word.
    if !columns.iter().any(|column| matches!(column.kind, ColumnKind::Amount | ColumnKind::Share)) {
        let left_out = |place: &usize| {
            columns.get(*place).is_some_and(|column| matches!(column.kind, ColumnKind::Ignored | ColumnKind::Note))
                && !answers.columns.contains_key(place)
                && !are_accounts(grid, layout, *place)
                && (layout.body..grid.cells.len()).any(|row| matches!(grid.figure(row, *place), Figure::Amount { .. }))
        };
        let left_out = (0..columns.len()).filter(left_out);
        questions.extend(left_out.map(|place| Question { row: None, column: Some(place), code: Code::UnknownColumn }));
    }
    let adds = (0..columns.len()).filter(|place| !answers.columns.contains_key(place));
    let adds = adds.filter(|place| adds_to_another(grid, layout, &columns, *place));
    questions.extend(adds.map(|place| Question { row: None, column: Some(place), code: Code::UnknownColumn }));
    (columns, questions)
}

/// A part of a year beside the whole of it (*T1 2027* beside *Helår 2027*) is left out, as months are.
fn beside_the_whole(columns: &mut [Column], headings: &[Heading], answers: &Answers) {
    let part = |heading: &Heading| heading.part_of_year && heading.of.is_none_or(|of| of == Of::Budget);
    let whole: Vec<_> = columns
        .iter()
        .zip(headings)
        .filter(|(column, heading)| column.kind == ColumnKind::Amount && column.of == Of::Budget && !part(heading))
        .filter_map(|(column, _)| column.year)
        .collect();
    for (place, (column, heading)) in columns.iter_mut().zip(headings).enumerate() {
        let beside = part(heading) && column.year.is_some_and(|year| whole.contains(&year));
        if beside && column.kind == ColumnKind::Amount && !answers.columns.contains_key(&place) {
            column.kind = ColumnKind::Ignored;
        }
    }
}

/// Where names stand across and the last column is what they come to, that one has the rows' amounts. A total that is not
/// what the others come to is asked about.
fn beside_their_total(
    columns: &mut [Column],
    headings: &[Heading],
    grid: &Grid,
    layout: &Layout,
    answers: &Answers,
) -> Option<Question> {
    let is_total = |place: &usize| headings.get(*place).is_some_and(|heading| heading.totals);
    let (totals, parts): (Vec<usize>, Vec<usize>) =
        (0..columns.len()).filter(|place| is_part_of_row(columns, headings, *place)).partition(is_total);
    let total = totals.first().copied().filter(|_| totals.len() == 1 && parts.len() > 1)?;
    // Months of one year have their total in it; those of an outcome or of several years are asked about.
    let of_part =
        |place: &usize| headings.get(*place).map(|heading| (heading.year(), heading.of.unwrap_or(Of::Budget)));
    let of_parts: BTreeSet<_> = parts.iter().filter_map(of_part).collect();
    let year = of_parts.first().filter(|(_, of)| of_parts.len() == 1 && *of == Of::Budget).map(|(year, _)| *year)?;
    if totals.iter().chain(&parts).any(|place| answers.columns.contains_key(place)) {
        return None;
    }
    let agree = comes_to(grid, layout, &parts, total);
    let left_out = if agree { parts } else { vec![total] };
    for place in left_out {
        if let Some(column) = columns.get_mut(place) {
            column.kind = ColumnKind::Ignored;
        }
    }
    if let Some(total) = columns.get_mut(total).filter(|_| agree) {
        total.year = total.year.or(year);
    }
    (!agree).then_some(Question { row: None, column: Some(total), code: Code::UnknownColumn })
}

/// Columns that other columns tell what they are, in every row: parts that come to the amounts of the only year (by who pays:
/// *Staten | Regionen | Totalt 2027*), and totals over several years (*Summa 2027–2029*). They are left out.
fn told_by_others(
    columns: &mut [Column],
    headings: &[Heading],
    grid: &Grid,
    layout: &Layout,
    answers: &Answers,
) -> Vec<usize> {
    let amounts: Vec<usize> = (0..columns.len())
        .filter(|place| columns.get(*place).is_some_and(|column| column.kind == ColumnKind::Amount))
        .collect();
    let several =
        |place: &&usize| headings.get(**place).is_some_and(|heading| heading.years.len() > 1 && heading.totals);
    let (over, years): (Vec<usize>, Vec<usize>) = amounts.iter().partition(|place| several(place));
    let mut told = Vec::new();
    for place in over.into_iter().filter(|place| !answers.columns.contains_key(place)) {
        let ends = headings.get(place).and_then(|heading| Some((*heading.years.first()?, *heading.years.last()?)));
        let Some((first, last)) = ends else { continue };
        let within = |at: &usize| {
            columns.get(*at).and_then(|column| column.year).is_some_and(|year| first <= year && year <= last)
        };
        let parts: Vec<usize> = years.iter().copied().filter(within).collect();
        if parts.len() > 1 && comes_to(grid, layout, &parts, place) {
            told.push(place);
        }
    }
    if let [only] = years.as_slice() {
        let unknown = |place: &usize| {
            columns.get(*place).is_some_and(|column| column.kind == ColumnKind::Ignored)
                && headings.get(*place).is_some_and(|heading| heading.is_name() && !heading.totals)
                && has_figures(grid, layout, *place)
                && !answers.columns.contains_key(place)
        };
        let parts: Vec<usize> = (0..columns.len()).filter(unknown).collect();
        if parts.len() > 1 && comes_to(grid, layout, &parts, *only) {
            told.extend(parts);
        }
    }
    for place in &told {
        if let Some(column) = columns.get_mut(*place) {
            column.kind = ColumnKind::Ignored;
        }
    }
    told
}

/// Whether columns come to another in every row.
fn comes_to(grid: &Grid, layout: &Layout, parts: &[usize], total: usize) -> bool {
    let value = |row: usize, place: usize| match grid.figure(row, place) {
        Figure::Amount { value, .. } => Some(*value),
        Figure::Empty | Figure::Dash | Figure::Text => Some(Decimal::ZERO),
        _ => None,
    };
    (layout.body..grid.cells.len()).all(|row| {
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, place| sum.checked_add(value(row, *place)?));
        sum.is_some() && sum == value(row, total)
    })
}

/// Whether a column has a part of what its rows come to: of one name, or of a part of the year.
fn is_part_of_row(columns: &[Column], headings: &[Heading], place: usize) -> bool {
    let period = headings.get(place).is_some_and(|heading| heading.part_of_year);
    columns.get(place).is_some_and(|column| is_named_part(column) || period && column.kind == ColumnKind::Amount)
}

/// A column whose amounts all have a plus, beside others without: what is added to another year, perhaps.
fn adds_to_another(grid: &Grid, layout: &Layout, columns: &[Column], place: usize) -> bool {
    let amounts = |place: usize| columns.get(place).is_some_and(|column| column.kind == ColumnKind::Amount);
    let plus = |place: usize| {
        let mut texts = (layout.body..grid.cells.len())
            .filter(|row| matches!(grid.figure(*row, place), Figure::Amount { .. }))
            .map(|row| grid.text(row, place))
            .peekable();
        texts.peek().is_some().then(|| texts.all(|text| text.starts_with('+')))
    };
    amounts(place)
        && plus(place) == Some(true)
        && (0..columns.len()).any(|other| amounts(other) && plus(other) == Some(false))
}

impl Reading {
    /// Names across whose amounts are in a column of their total: how many, and the total's heading.
    pub fn parts_of_total(&self) -> Option<(usize, &str)> {
        let named = |column: &&Column| {
            let read = heading::read(&column.heading);
            !column.heading.is_empty() && (read.is_name() || read.totals && !read.names_years())
        };
        let is_total = |column: &&Column| heading::read(&column.heading).totals;
        let total = self
            .columns
            .iter()
            .filter(|column| column.kind == ColumnKind::Amount)
            .find(|one| named(one) && is_total(one))?;
        let parts = self.columns.iter().filter(|column| column.kind == ColumnKind::Ignored);
        let parts = parts.filter(|column| named(column) && !is_total(column)).count();
        (parts > 0).then_some((parts, total.heading.as_str()))
    }
}

/// Whether a column without a heading, left of the names, has nothing but numbers of the chart of accounts (1000–8999).
fn are_accounts(grid: &Grid, layout: &Layout, column: usize) -> bool {
    let account =
        |text: &str| text.len() == 4 && text.parse::<u16>().is_ok_and(|number| (1000..=8999).contains(&number));
    layout.names.is_some_and(|names| column < names)
        && (layout.body..grid.cells.len())
            .map(|row| grid.text(row, column))
            .all(|text| text.is_empty() || account(text))
}

/// Whether a column without a heading, left of the names, numbers the rows: 1, 2, 3.
fn are_numbered(grid: &Grid, layout: &Layout, column: usize) -> bool {
    let texts = (layout.body..grid.cells.len()).map(|row| grid.text(row, column)).filter(|text| !text.is_empty());
    layout.names.is_some_and(|names| column < names)
        && layout.headings.get(column).is_none_or(String::is_empty)
        && texts.zip(1_usize..).all(|(text, number)| text.trim_end_matches('.').parse() == Ok(number))
}

/// Whether figures under a head of shares are too large for per cent (*Förbundets andel*: kronor).
fn are_amounts(grid: &Grid, layout: &Layout, column: usize) -> bool {
    let large = |figure: &Figure| matches!(figure, Figure::Amount { value, .. } if value.abs() > Decimal::ONE_HUNDRED);
    (layout.body..grid.cells.len()).any(|row| large(grid.figure(row, column)))
}

/// Whether merged cells cover all that a column has.
fn is_covered(grid: &Grid, column: usize) -> bool {
    let mut cells = grid.cells.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| cell.covered)
}

fn has_figures(grid: &Grid, layout: &Layout, column: usize) -> bool {
    (layout.body..grid.cells.len()).any(|row| !matches!(grid.figure(row, column), Figure::Empty | Figure::Text))
}

fn kind(grid: &Grid, layout: &Layout, column: usize, heading: &Heading, years: usize) -> ColumnKind {
    let rows = layout.body..grid.cells.len();
    let count = |holds: &dyn Fn(&Figure) -> bool| rows.clone().filter(|row| holds(grid.figure(*row, column))).count();
    let percents = count(&|figure| matches!(figure, Figure::Percent(_)));
    let amounts = count(&|figure| matches!(figure, Figure::Amount { .. } | Figure::Dash))
        .saturating_add(count(&|figure| matches!(figure, Figure::Doubtful(doubt) if *doubt != Doubt::Words)));
    let texts = count(&|figure| *figure == Figure::Text);
    // A merged column shows what the one to its left has.
    if amounts == 0 && texts == 0 && percents == 0 && is_covered(grid, column) {
        return ColumnKind::Ignored;
    }
    if heading.aside == Some(Aside::Note) && texts > amounts {
        return ColumnKind::Note;
    }
    // Under a year some rows may be per cent among amounts.
    if percents > 0 && percents >= amounts && (amounts == 0 || !heading.names_years()) {
        return ColumnKind::Share;
    }
    if !heading.names_years() {
        match heading.aside {
            Some(Aside::Share) if percents > 0 || amounts == 0 => return ColumnKind::Share,
            Some(Aside::Note) => return ColumnKind::Note,
            Some(Aside::Share | Aside::Account | Aside::Reckoned) => return ColumnKind::Ignored,
            None => {}
        }
    } else if matches!(heading.aside, Some(Aside::Reckoned | Aside::Share))
        || heading.aside == Some(Aside::Account) && are_accounts(grid, layout, column)
    {
        return ColumnKind::Ignored;
    } else if amounts > 0 || texts == 0 || percents > 0 || Some(column) > layout.names {
        return ColumnKind::Amount;
    }
    if amounts == 0 {
        return if texts > 0 { ColumnKind::Note } else { ColumnKind::Ignored };
    }
    if texts > amounts {
        return ColumnKind::Note;
    }
    if is_sub_total(grid, layout, column) {
        return ColumnKind::SubTotal;
    }
    // Beside years a column without one is an account's number, a sum over the years or something else.
    if years > 0 && heading.of.is_none() { ColumnKind::Ignored } else { ColumnKind::Amount }
}

/// Whether a column's figures are sums of the column to its left, since its last figure or a heading: amounts in two
/// columns, as in Växjö's budgets. Most must agree; those that do not are printed figures all the same.
fn is_sub_total(grid: &Grid, layout: &Layout, column: usize) -> bool {
    let Some(left) = column.checked_sub(1).filter(|left| Some(*left) != layout.names) else { return false };
    let value = |row: usize, column: usize| match grid.figure(row, column) {
        Figure::Amount { value, .. } => Some(*value),
        _ => None,
    };
    let (mut agree, mut differ, mut filled) = (0_usize, 0_usize, 0_usize);
    let mut sum = crate::money::Decimal::ZERO;
    for row in layout.body..grid.cells.len() {
        if let Some(amount) = value(row, left) {
            sum = sum.checked_add(amount).unwrap_or(sum);
            filled = filled.saturating_add(1);
        } else {
            sum = crate::money::Decimal::ZERO;
        }
        if let Some(printed) = value(row, column) {
            if printed == sum {
                agree = agree.saturating_add(1);
            } else {
                differ = differ.saturating_add(1);
            }
            sum = crate::money::Decimal::ZERO;
        }
    }
    agree > differ && agree.saturating_add(differ).saturating_mul(2) <= filled
}
