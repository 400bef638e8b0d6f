//! Which rows are headings and which column holds the names.

use super::cells::{Cell, Cells};
use super::figure::{self, Doubt, Figure};
use super::heading::{self, Aside, Heading};
use super::page::is_of_the_document;

/// A table of cells and what each holds.
pub(super) struct Grid {
    pub(super) cells: Vec<Vec<Cell>>,
    pub(super) figures: Vec<Vec<Figure>>,
    pub(super) width: usize,
    /// By row: whether it heads columns by words that alone could be figures (`2026 tkr`, `20261231`, `Q1`).
    heads: Vec<bool>,
}

impl Grid {
    pub(super) fn new(cells: Cells) -> Grid {
        let width = cells.rows.iter().map(Vec::len).max().unwrap_or(0);
        let figure = |cell: &Cell| match cell.doubt {
            Some(doubt) if !cell.text.is_empty() => Figure::Doubtful(doubt),
            // What a merged cell covers is told once, by its first cell.
            _ if cell.covered => Figure::Empty,
            _ => figure::read(&cell.text),
        };
        let figures = cells.rows.iter().map(|row| row.iter().map(figure).collect()).collect();
        let heads = cells.rows.iter().map(|row| heads_columns(row)).collect();
        Grid { cells: cells.rows, figures, width, heads }
    }

    pub(super) fn text(&self, row: usize, column: usize) -> &str {
        self.cells.get(row).and_then(|row| row.get(column)).map_or("", |cell| cell.text.as_str())
    }

    pub(super) fn figure(&self, row: usize, column: usize) -> &Figure {
        self.figures.get(row).and_then(|row| row.get(column)).unwrap_or(&Figure::Empty)
    }

    /// A row's name. A heading may stand alone to the left of the names that it is over.
    pub(super) fn name(&self, row: usize, names: usize) -> &str {
        let own = self.text(row, names);
        let left = || (0..names).find(|column| !self.text(row, *column).is_empty());
        match left().filter(|left| own.is_empty() && self.is_alone(row, *left)) {
            Some(left) if *self.figure(row, left) == Figure::Text => self.text(row, left),
            _ => own,
        }
    }

    /// Whether a row has nothing but its name's cell, and perhaps when it was printed (`Utskrivet 2026-10-12`).
    pub(super) fn is_alone(&self, row: usize, names: usize) -> bool {
        let printed = |text: &str| {
            text.contains(|c: char| c.is_ascii_digit()) && is_of_the_document(text) && heading::read(text).of.is_none()
        };
        self.cells.get(row).is_some_and(|cells| {
            cells
                .iter()
                .enumerate()
                .all(|(column, cell)| column == names || cell.text.is_empty() || cell.covered || printed(&cell.text))
        })
    }

    /// Whether a row's first text is merged over its name's cell and all that have anything.
    fn is_merged_over(&self, row: usize, names: usize) -> bool {
        let Some(cells) = self.cells.get(row) else { return false };
        let text = cells.first().map_or("", |cell| cell.text.as_str());
        let mut others = cells.iter().skip(1).filter(|cell| !cell.text.is_empty()).peekable();
        !text.is_empty()
            && others.peek().is_some()
            && others.all(|cell| cell.covered && cell.text == text)
            && self.text(row, names) == text
    }

    /// Whether nothing parted a row's one cell from others: a line of its own in the text.
    pub(super) fn is_unparted(&self, row: usize) -> bool {
        self.cells.get(row).is_some_and(|cells| cells.len() == 1)
    }

    /// Whether a cell holds figures that are no year.
    pub(super) fn is_amount(&self, row: usize, column: usize) -> bool {
        if self.heads.get(row).copied().unwrap_or(false) {
            return false;
        }
        let text = self.text(row, column);
        match self.figure(row, column) {
            Figure::Amount { .. } => heading::bare_year(text).is_none(),
            Figure::Percent(_) | Figure::Dash => true,
            Figure::Doubtful(Doubt::NotANumber | Doubt::SeveralNumbers) => !heading::read(text).names_years(),
            Figure::Doubtful(_) => true,
            Figure::Empty | Figure::Text => false,
        }
    }

    /// Whether a cell holds a year alone.
    pub(super) fn is_bare_year(&self, row: usize, column: usize) -> bool {
        heading::bare_year(self.text(row, column)).is_some()
    }
}

/// Whether a row's cells all head columns, and what stands over the names is nothing or a word of heads.
fn heads_columns(row: &[Cell]) -> bool {
    let Some((name, rest)) = row.split_first() else { return false };
    // `Budget 2027` over the names, too.
    let name = name.text.split(' ').filter(|word| heading::bare_year(word).is_none()).collect::<Vec<_>>().join(" ");
    let heads = |cell: &&Cell| {
        let read = heading::read(&cell.text);
        read.names_years()
            || read.part_of_year
            || read.of.is_some()
            || read.aside.is_some()
            || read.worded
            || read.totals
    };
    let mut cells = rest.iter().filter(|cell| !cell.text.is_empty()).peekable();
    let parts = rest.iter().filter(|cell| !cell.text.is_empty());
    let parts = parts.clone().count() > 1 && parts.clone().all(|cell| heading::read(&cell.text).part_of_year);
    cells.peek().is_some() && (parts || heading::is_over_names(&name)) && cells.all(|cell| heads(&cell))
}

/// The rows and the column that tell what the others are.
pub(super) struct Layout {
    /// The column of names.
    pub(super) names: Option<usize>,
    /// The rows over the amounts that head their columns.
    pub(super) headers: Vec<usize>,
    /// The first row with amounts, or the number of rows.
    pub(super) body: usize,
    /// What stands over each column.
    pub(super) headings: Vec<String>,
    /// The last row, where it has the years that nothing over the columns names.
    pub(super) foot: Option<usize>,
}

impl Layout {
    pub(super) fn of(grid: &Grid, names: Option<usize>) -> Layout {
        let rows = grid.cells.len();
        let has_amount = |row: usize, from: usize| (from..grid.width).any(|column| grid.is_amount(row, column));
        let from = usize::from(grid.width > 1);
        // The amounts may stand left of the names.
        let amounts =
            (0..rows).find(|row| has_amount(*row, from)).or_else(|| (0..rows).find(|row| has_amount(*row, 0)));
        let amounts = amounts.unwrap_or(rows);
        let body = (0..amounts).find(|row| has_words_for_amounts(grid, *row) || has_round_amounts(grid, *row));
        let body = body.unwrap_or(amounts);
        let names = names.or_else(|| find_names(grid, body));
        // A title alone in the first column, or merged from there over the whole table, heads none.
        let title = |row: usize| {
            names.is_some_and(|names| names > 0) && grid.is_alone(row, 0)
                || grid.is_merged_over(row, names.unwrap_or(0))
        };
        let heads = |row: &usize| {
            !title(*row) && (0..grid.width).any(|column| Some(column) != names && !grid.text(*row, column).is_empty())
        };
        let headers: Vec<usize> = (0..body).filter(heads).collect();
        let over = |headers: &[usize]| (0..grid.width).map(|column| heading_over(grid, headers, column)).collect();
        let mut headings: Vec<String> = over(&headers);
        let foot = foot_of_years(grid, &headings, names, body);
        if let Some(foot) = foot {
            headings = over(&[headers.as_slice(), &[foot]].concat());
        }
        Layout { names, headers, body, headings, foot }
    }

    /// What the rows above the amounts say beside the columns: titles, and the words over the names.
    pub(super) fn captions<'g>(&self, grid: &'g Grid) -> Vec<&'g str> {
        let names = self.names.unwrap_or(0);
        (0..self.body).map(|row| grid.name(row, names)).filter(|text| !text.is_empty()).collect()
    }

    /// Whether a row says the same as one over the amounts: a page's head again.
    pub(super) fn heads_again(&self, grid: &Grid, row: usize) -> bool {
        let same = |above: usize| (0..grid.width).all(|column| grid.text(above, column) == grid.text(row, column));
        row >= self.body && (self.headers.iter().any(|above| same(*above)) || self.foot == Some(row))
    }
}

/// The last row, where it names a year of each column of amounts and nothing over them does: a table whose years stand
/// under it.
fn foot_of_years(grid: &Grid, headings: &[String], names: Option<usize>, body: usize) -> Option<usize> {
    let names = names?;
    let filled = |row: usize| (0..grid.width).any(|column| !grid.text(row, column).is_empty());
    let foot = (body..grid.cells.len()).rev().find(|row| filled(*row))?;
    let above = headings.iter().any(|heading| heading::read(heading).names_years());
    let titled = (0..body).any(|row| heading::read(grid.text(row, names)).names_years());
    let name = grid.text(foot, names);
    let named = heading::is_over_names(name) || name.to_lowercase() == "budgetår";
    if above || titled || !named {
        return None;
    }
    let has_amounts = |column: &usize| (body..foot).any(|row| grid.is_amount(row, *column));
    let years: Option<Vec<u16>> = (0..grid.width)
        .filter(|column| *column != names && has_amounts(column))
        .map(|column| heading::read(grid.text(foot, column)).year().map(crate::calendar::Year::number))
        .collect();
    let years = years.filter(|years| years.iter().all(|year| (2005..=2045).contains(year)))?;
    let next = |pair: &[u16]| matches!(pair, [one, other] if one.abs_diff(*other) == 1);
    let told = match years.as_slice() {
        [] => false,
        [_] => !name.is_empty(),
        years => years.windows(2).all(next),
    };
    told.then_some(foot)
}

/// Whether a row under the years has a name, and figures that could be years but are none of theirs: `Staten 2000`.
fn has_round_amounts(grid: &Grid, row: usize) -> bool {
    let name = heading::read(grid.text(row, 0));
    let named = !heading::is_over_names(grid.text(row, 0)) && !name.names_years() && name.of.is_none();
    let above = |column: usize| (0..row).rev().find_map(|above| heading::read(grid.text(above, column)).year());
    let far = |column: usize| match (heading::bare_year(grid.text(row, column)), above(column)) {
        (Some(one), Some(other)) => one.since(other) > 10 || other.since(one) > 10,
        _ => false,
    };
    let mut filled = (1..grid.width).filter(|column| !grid.text(row, *column).is_empty()).peekable();
    named && filled.peek().is_some() && filled.all(far)
}

/// Whether a row under the years has a name, and words that head nothing where its amounts should be (`se bilaga`).
fn has_words_for_amounts(grid: &Grid, row: usize) -> bool {
    let years = |row: usize, column: usize| heading::read(grid.text(row, column)).names_years();
    let named = !heading::is_over_names(grid.text(row, 0)) && heading::read(grid.text(row, 0)) == Heading::default();
    let says = |column: usize| {
        let text = grid.text(row, column);
        let own = *grid.figure(row, column) == Figure::Text && heading::read(text) == Heading::default();
        // Figures among words are an amount that cannot be read, and head nothing (`10 000 kr per månad`).
        let read = heading::read(text);
        let counts = *grid.figure(row, column) == Figure::Text
            && text.contains(char::is_numeric)
            && !read.names_years()
            && !read.part_of_year
            && read.of.is_none()
            && read.aside.is_none();
        (own && text.split(' ').count() <= 4 || counts) && (0..row).any(|above| years(above, column))
    };
    named && (1..grid.width).any(says)
}

/// The column of names: words beside figures. Columns that their headings call notes or accounts come last.
fn find_names(grid: &Grid, body: usize) -> Option<usize> {
    let rows = body..grid.cells.len();
    let rows = if rows.is_empty() { 0..grid.cells.len() } else { rows };
    let words = |column: usize| {
        let texts = rows
            .clone()
            .filter(|row| matches!(grid.figure(*row, column), Figure::Text | Figure::Doubtful(Doubt::Formula)));
        texts.filter(|row| !grid.is_alone(*row, column) || column == 0).count()
    };
    let figures = |column: usize| rows.clone().filter(|row| grid.is_amount(*row, column)).count();
    let aside = |column: usize| {
        let heading = (0..body).map(|row| grid.text(row, column)).filter(|text| text.split(' ').count() <= 3);
        heading.map(|text| heading::read(text).aside).any(|aside| matches!(aside, Some(Aside::Note | Aside::Account)))
    };
    let mut candidates: Vec<usize> =
        (0..grid.width).filter(|column| words(*column) > 0 && words(*column) >= figures(*column)).collect();
    // Of two columns of words the one that names more rows does; the other says where they belong.
    let merged = |column: usize| {
        rows.clone().any(|row| grid.cells.get(row).and_then(|row| row.get(column)).is_some_and(|cell| cell.covered))
    };
    let fewer = |column: usize| {
        let most = (0..grid.width).filter(|other| !aside(*other)).map(words).max().unwrap_or(0);
        words(column) < if merged(column) { most } else { most.saturating_sub(most.div_ceil(4)) }
    };
    candidates.sort_by_key(|column| (aside(*column), fewer(*column), *column));
    candidates.first().copied()
}

/// The texts of the header rows over a column. A row over others goes on to the right until its next text.
fn heading_over(grid: &Grid, headers: &[usize], column: usize) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for (place, row) in headers.iter().enumerate() {
        let own = grid.text(*row, column);
        let below = headers.iter().skip(place.saturating_add(1)).any(|row| !grid.text(*row, column).is_empty());
        let from_left = || (1..column).rev().map(|left| grid.text(*row, left)).find(|text| !text.is_empty());
        let part = if own.is_empty() && below { from_left().unwrap_or_default() } else { own };
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(" ")
}

/// Whether a row after the first amounts heads the columns again, or could: nothing but years.
pub(super) fn years_again(grid: &Grid, row: usize, names: Option<usize>) -> Option<Vec<(usize, Heading)>> {
    let cells: Vec<usize> =
        (0..grid.width).filter(|column| Some(*column) != names && !grid.text(row, *column).is_empty()).collect();
    let read: Vec<(usize, Heading)> =
        cells.iter().map(|column| (*column, heading::read(grid.text(row, *column)))).collect();
    let years = read.iter().any(|(_, heading)| heading.names_years());
    let all = cells.iter().all(|column| grid.is_bare_year(row, *column) || !grid.is_amount(row, *column));
    (years && all).then_some(read)
}
