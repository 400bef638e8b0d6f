//! Reading a table: from its cells to names, years, amounts and questions.

use super::beside::beside;
use super::cells::{Cells, Hidden, Separator};
use super::columns;
use super::figure::{Doubt, Figure, Scale, opposite};
use super::heading;
use super::heading::Of;
use super::joined::{mark_split_thousands, suspect_joined};
use super::known::{Known, Likeness};
use super::layout::{Grid, Layout};
use super::marks;
use super::parts_of_year;
use super::question::{Code, Question};
use super::reading::{Answers, Column, ColumnKind, Reading, Role, Row, StandsFor};
use super::remains;
use super::roles::{self, Draft};
use super::short_years;
use super::signatures::signatures;
use super::signs::signs;
use super::sums;
use super::turned::turned;
use super::values::Values;
use super::words;
use super::years::{self, Captions};
use crate::calendar::Year;
use crate::money::{Decimal, round_dp};
use crate::validation::MOST_KRONOR;
use std::collections::BTreeMap;

/// Reads all of the cells, also those that the sheet does not show.
pub(super) fn read_shown(mut cells: Cells, known: &Known, answers: &Answers) -> Reading {
    let separator = cells.separator;
    cells.rows = turned(cells.rows);
    short_years::lengthen(&mut cells.rows);
    let mut grid = Grid::new(cells);
    marks::read_by_columns(&mut grid);
    let named = answers.columns.iter().find(|(_, answer)| answer.kind == ColumnKind::Name).map(|(place, _)| *place);
    let layout = Layout::of(&grid, named);
    let captions = layout.captions(&grid);
    let (named_scale, two_units) = scale(&grid, &layout, &captions);
    let headings = layout.headings.iter().map(String::as_str);
    let two_units = two_units || captions.iter().copied().chain(headings).any(heading::is_foreign);
    let alone = if layout.names.is_none() { known.figures_alone } else { Scale::Kronor };
    let scale = answers.scale.or(named_scale).unwrap_or(alone);
    let titles = Captions::read(&captions);
    let (mut columns, mut questions) = columns::columns(&grid, &layout, answers, scale);
    if separator != Separator::Spaces {
        suspect_joined(&mut grid, &columns);
    }
    mark_split_thousands(&mut grid, &columns, layout.body);
    mark_words(&mut grid, &columns, &layout);
    mark_merged(&mut grid, &columns, layout.body);

    let names = layout.names.unwrap_or(0);
    let told = years::told_by_rows((layout.body..grid.cells.len()).map(|row| grid.text(row, names)));
    questions.extend(years::resolve(&mut columns, &grid, &titles, &told, known, answers));
    if answers.scale.is_none() && two_units {
        questions.push(Question { row: None, column: None, code: Code::Unit });
    }
    if layout.names.is_none() {
        questions.push(Question { row: None, column: None, code: Code::NamesMissing });
    }

    let (mut drafts, asked) = roles::roles(&grid, &layout, &columns, known, answers);
    // Figures without any names are asked about as a whole.
    questions.extend(asked.into_iter().filter(|question| layout.names.is_some() || question.code != Code::NameMissing));
    result_statement(&mut drafts);
    let figures = Figures::of(&grid, &columns, &drafts, layout.body, answers);
    questions.extend(figures.questions);
    questions.extend(outside(&grid, &columns));
    let owned: Vec<bool> = drafts.iter().map(|draft| draft.own).collect();
    let settled = |row: usize| answers.roles.contains_key(&row) || owned.get(row) == Some(&true);
    let (stands, asked) = sums::sums(&mut drafts, &figures.values, &settled);
    questions.extend(asked);
    let shared =
        drafts.iter().enumerate().filter(|(_, draft)| draft.role == Role::Line && draft.line.is_none() && !draft.own);
    let shared = shared.filter(|(_, draft)| remains::is_shared_out(&draft.name));
    questions.extend(shared.map(|(row, _)| Question { row: Some(row), column: None, code: Code::SumOrLine }));
    let signs = signs(&drafts, &figures.values);
    questions.extend(signs.against.iter().map(|row| Question { row: Some(*row), column: None, code: Code::Negative }));
    questions.extend(same_names(&drafts));
    if answers.scale.is_none()
        && !two_units
        && named_scale.is_none()
        && (unit_is_doubtful(&drafts, &figures.values, known) || total_names_unit(&drafts, &figures.values))
    {
        questions.push(Question { row: None, column: None, code: Code::Unit });
    }
    questions.retain(|question| {
        // Other years hold below whatever the row itself becomes; only amounts in it say that they are none.
        question.code == Code::YearsChange
            || !question.row.is_some_and(|row| answers.settled.contains(&row) && question.column.is_none())
    });
    questions.sort_unstable();
    questions.dedup();

    let rows = drafts.into_iter().zip(stands).enumerate().map(|(row, (draft, stands))| {
        let turned = signs.turned.get(row).copied().unwrap_or(false);
        finish(row, draft, stands, turned, &columns, &figures.values, &grid, &questions)
    });
    let mut rows: Vec<Row> = rows.collect();
    beside(&mut rows, &columns, &grid, &figures.values.sub_totals);
    Reading {
        separator,
        scale,
        scale_named: named_scale.is_some(),
        columns,
        rows,
        questions,
        hidden: Hidden::default(),
    }
}

/// The unit that captions, headings or sections name, and whether they name two.
fn scale(grid: &Grid, layout: &Layout, captions: &[&str]) -> (Option<Scale>, bool) {
    let mut named: Vec<Scale> = captions.iter().filter_map(|text| heading::caption_scale(text)).collect();
    named.dedup();
    if let [first, rest @ ..] = named.as_slice() {
        return (Some(*first), !rest.is_empty());
    }
    // Beside years a column of other figures has a unit of its own (*avrundat i tkr*).
    let years = |place: usize| {
        Some(place) != layout.names && layout.headings.get(place).is_some_and(|text| heading::read(text).names_years())
    };
    let among_years = (0..grid.width).any(years);
    let is_other = |place: usize| {
        let figures = || (layout.body..grid.cells.len()).any(|row| grid.is_amount(row, place));
        among_years && Some(place) != layout.names && !years(place) && figures()
    };
    let over = layout.headings.iter().enumerate().filter(|(place, _)| !is_other(*place));
    let over: Vec<Scale> = over.filter_map(|(_, text)| heading::scale(text)).collect();
    if let Some(first) = over.first() {
        // Columns with units of their own keep them.
        return (Some(*first), false);
    }
    let names = layout.names.unwrap_or(0);
    let mut sections =
        (layout.body..grid.cells.len()).filter(|row| grid.is_alone(*row, names)).map(|row| grid.text(row, names));
    // What has an amount of its own names the unit of that.
    let unit = |text: &str| match text.split_whitespace().count() {
        0..=8 if !roles::has_loose_figures(text) => heading::scale(text),
        0..=8 => None,
        // A sentence under the table: *Samtliga belopp ovan är angivna i tusental kronor.*
        _ => heading::caption_scale(text)
            .filter(|scale| *scale != Scale::Kronor && text.to_lowercase().contains("belopp")),
    };
    (sections.find_map(unit), false)
}

/// Words where amounts stand are asked about, in rows that have amounts elsewhere too.
fn mark_words(grid: &mut Grid, columns: &[Column], layout: &Layout) {
    let amounts: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.kind == ColumnKind::Amount)
        .map(|(place, _)| place)
        .collect();
    let signed = signatures(grid, layout.body);
    for row in layout.body..grid.cells.len() {
        let heads = super::layout::years_again(grid, row, None).is_some() || layout.heads_again(grid, row);
        if heads || signed.contains(&row) {
            continue;
        }
        for column in &amounts {
            if let Some(figure) =
                grid.figures.get_mut(row).and_then(|row| row.get_mut(*column)).filter(|figure| **figure == Figure::Text)
            {
                *figure = Figure::Doubtful(Doubt::Words);
            }
        }
    }
}

/// A figure that is merged over the amounts of two columns or rows is asked about: whose is it?
fn mark_merged(grid: &mut Grid, columns: &[Column], body: usize) {
    let amounts = |place: usize| columns.get(place).is_some_and(|column| column.kind == ColumnKind::Amount);
    let year = |place: usize| columns.get(place).and_then(|column| column.year);
    for row in body..grid.cells.len() {
        for place in (0..columns.len()).filter(|place| amounts(*place)) {
            let text = grid.text(row, place);
            let covers = |row: usize, place: usize| {
                let other = grid.cells.get(row).and_then(|cells| cells.get(place));
                amounts(place) && other.is_some_and(|cell| cell.covered && cell.text == text)
            };
            // Over the budget and the outcome of one year it is both.
            let next = place.saturating_add(1);
            let merged = year(next) != year(place) && covers(row, next) || covers(row.saturating_add(1), place);
            if let Some(figure) = grid
                .figures
                .get_mut(row)
                .and_then(|row| row.get_mut(place))
                .filter(|figure| merged && matches!(figure, Figure::Amount { .. }))
            {
                *figure = Figure::Doubtful(Doubt::Position);
            }
        }
    }
}

/// A statement of results has sums alone: where no line but the financial ones stands between them, those are sums too.
fn result_statement(drafts: &mut [Draft]) {
    let statement = |draft: &Draft| draft.role == Role::Sum && draft.name.to_lowercase().starts_with("verksamhetens");
    let financial = |draft: &Draft| words::is_financial(&draft.name);
    let lines = drafts
        .iter()
        .filter(|draft| draft.role == Role::Line && draft.name.contains(char::is_alphabetic))
        .all(financial);
    if drafts.iter().any(statement) && lines {
        for draft in drafts.iter_mut().filter(|draft| draft.role == Role::Line && words::is_financial(&draft.name)) {
            draft.role = Role::Sum;
            draft.category = None;
        }
    }
}

/// The figures of all rows in kronor, and the cells that are asked about.
struct Figures {
    values: Values,
    questions: Vec<Question>,
}

impl Figures {
    fn of(grid: &Grid, columns: &[Column], drafts: &[Draft], body: usize, answers: &Answers) -> Figures {
        let mut figures = Figures {
            values: Values {
                amounts: Vec::with_capacity(drafts.len()),
                sub_totals: vec![None; drafts.len()],
                places: Vec::new(),
            },
            questions: Vec::new(),
        };
        let amounts: Vec<usize> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.kind == ColumnKind::Amount)
            .map(|(place, _)| place)
            .collect();
        figures.values.places = amounts.iter().map(|column| last_place(grid, columns, *column)).collect();
        let mut section = None;
        for (row, draft) in drafts.iter().enumerate() {
            if draft.role == Role::Heading && !draft.name.is_empty() && row >= body {
                section = section_scale(grid, row, &draft.name).or(section);
            }
            let aside = draft.role == Role::Ignored
                && (draft.computed || words::is_no_money(&draft.name) || words::is_index(&draft.name));
            let counts = draft.role != Role::Heading && !aside;
            let of_name = if draft.own { None } else { row_scale(&draft.name) };
            let own = of_name.or_else(|| unit_beside(grid, columns, row)).or(section);
            let mut kronor = |column: usize, scale: Scale| {
                if let Some(answer) = answers.cells.get(&(row, column)) {
                    return Some(answer.unwrap_or_default());
                }
                let doubt = match grid.figure(row, column) {
                    Figure::Empty | Figure::Dash | Figure::Text => return Some(Decimal::ZERO),
                    Figure::Percent(_) => Doubt::NotANumber,
                    Figure::Doubtful(doubt) => *doubt,
                    Figure::Amount { value, scale: written, .. } => {
                        match value.checked_mul(written.or(own).unwrap_or(scale).factor()) {
                            Some(kronor) if kronor.abs() > MOST_KRONOR.into() => Doubt::TooLarge,
                            Some(kronor) if round_dp(kronor, 2) == kronor => return Some(round_dp(kronor, 2)),
                            Some(kronor) => Doubt::Decimals { offered: round_dp(kronor, 2) },
                            None => Doubt::TooLarge,
                        }
                    }
                };
                if counts {
                    figures.questions.push(Question { row: Some(row), column: Some(column), code: Code::Cell(doubt) });
                }
                None
            };
            let values = amounts
                .iter()
                .map(|place| kronor(*place, columns.get(*place).map_or(Scale::Kronor, |column| column.scale)));
            figures.values.amounts.push(values.collect());
            for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::SubTotal)
            {
                if let Figure::Amount { value, .. } = grid.figure(row, place)
                    && let Some(left) =
                        place.checked_sub(1).and_then(|left| amounts.iter().position(|amount| *amount == left))
                    && let Some(slot) = figures.values.sub_totals.get_mut(row)
                {
                    *slot = value.checked_mul(column.scale.factor()).map(|value| (left, value));
                }
            }
        }
        figures
    }
}

/// Figures that may belong to another column than the one they stand in, where that one holds no amounts.
fn outside(grid: &Grid, columns: &[Column]) -> Vec<Question> {
    let kept = |column: &Column| matches!(column.kind, ColumnKind::Note | ColumnKind::SubTotal | ColumnKind::Ignored);
    let places = columns.iter().enumerate().filter(|(_, column)| kept(column));
    let cells = places.flat_map(|(place, _)| (0..grid.cells.len()).map(move |row| (row, place)));
    let asked = cells.filter_map(|(row, place)| match grid.figure(row, place) {
        Figure::Doubtful(doubt @ (Doubt::SeveralNumbers | Doubt::Position)) => {
            Some(Question { row: Some(row), column: Some(place), code: Code::Cell(*doubt) })
        }
        _ => None,
    });
    asked.collect()
}

/// The last place that is written in a column, kronor: 1 000 in tkr without decimals, 10 000 in mkr with two.
fn last_place(grid: &Grid, columns: &[Column], column: usize) -> Decimal {
    let decimals = (0..grid.cells.len()).filter_map(|row| match grid.figure(row, column) {
        Figure::Amount { value, .. } => Some(value.normalize().scale()),
        _ => None,
    });
    let unit = columns.get(column).map_or(Decimal::ONE, |column| column.scale.factor());
    let part = Decimal::try_new(1, decimals.max().unwrap_or(0)).unwrap_or(Decimal::ONE);
    unit.saturating_mul(part)
}

/// The unit that stands in a cell of its own beside a row's figures: `Hyra | tkr | 120`.
fn unit_beside(grid: &Grid, columns: &[Column], row: usize) -> Option<Scale> {
    let beside = columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Note);
    let mut texts = beside.map(|(place, _)| grid.text(row, place));
    texts.find_map(|text| heading::scale(text).filter(|_| !text.contains(char::is_whitespace)))
}

/// The unit that a row's name gives its own figures: `Hyra (tkr)`.
fn row_scale(name: &str) -> Option<Scale> {
    let last = |mark: &str| name.rsplit_once(mark).map(|(_, inner)| inner);
    let inner = last("(").or_else(|| last(",")).or_else(|| last(" i ")).or_else(|| last(" "))?;
    let inner = inner.trim_end_matches([')', ' ']);
    // `Buffert 50 tkr` has an amount in its name.
    heading::scale(name)?;
    if inner.split_whitespace().count() <= 2 { heading::scale(inner) } else { None }
}

/// The unit that a heading among the rows gives those below it: `Kostnader (kr)`, `Kostnader | 2027 tkr`, `tkr`.
fn section_scale(grid: &Grid, row: usize, name: &str) -> Option<Scale> {
    let alone = || heading::scale(name).filter(|_| !name.contains(' '));
    let cells = grid.cells.get(row).map(Vec::as_slice).unwrap_or_default();
    let beside = || cells.iter().skip(1).find_map(|cell| heading::scale(&cell.text));
    row_scale(name).or_else(alone).or_else(beside)
}

/// Rows of lines with one name.
fn same_names(drafts: &[Draft]) -> Vec<Question> {
    let lines: Vec<(usize, &Draft)> =
        drafts.iter().enumerate().filter(|(_, draft)| draft.role == Role::Line && !draft.name.is_empty()).collect();
    let same = |one: &Draft, other: &Draft| {
        Likeness::of(&one.name, &other.name) == Likeness::Same || one.line.is_some() && one.line == other.line
    };
    let asked = lines.iter().filter(|(row, draft)| lines.iter().any(|(other, twin)| row != other && same(draft, twin)));
    asked.map(|(row, _)| Question { row: Some(*row), column: None, code: Code::SameName }).collect()
}

/// Whether a table that names no unit is about a thousand times smaller or larger than the plan.
fn unit_is_doubtful(drafts: &[Draft], values: &Values, known: &Known) -> bool {
    let Some(yearly) = known.yearly.filter(|yearly| *yearly >= Decimal::from(100_000)) else { return false };
    let lines = || drafts.iter().zip(&values.amounts).filter(|(draft, _)| draft.role == Role::Line);
    let width = values.amounts.iter().map(Vec::len).max().unwrap_or(0);
    let sum = |income: bool, column: usize| {
        let of_kind = lines().filter(|(draft, _)| draft.category.is_none_or(|category| category.is_income() == income));
        of_kind
            .filter_map(|(_, amounts)| amounts.get(column).copied().flatten())
            .try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.abs()))
            .unwrap_or_default()
    };
    let largest_sum = (0..width).flat_map(|column| [sum(true, column), sum(false, column)]).max().unwrap_or_default();
    let largest = lines().flat_map(|(_, amounts)| amounts.iter().flatten()).map(Decimal::abs).max().unwrap_or_default();
    if largest.is_zero() {
        return false;
    }
    let small = largest_sum.saturating_mul(Decimal::from(200)) <= yearly && largest < Decimal::from(10_000);
    let large = largest_sum >= yearly.saturating_mul(Decimal::from(200));
    small || large
}

/// Whether a total alone names a unit (`Summa (tkr)`) that the rows above it have too: as they are written they add up to it.
fn total_names_unit(drafts: &[Draft], values: &Values) -> bool {
    let at = |row: usize, column: usize| values.amounts.get(row)?.get(column).copied().flatten();
    drafts.iter().enumerate().any(|(row, draft)| {
        let own = row_scale(&draft.name).filter(|own| draft.role == Role::Sum && *own != Scale::Kronor);
        let Some(own) = own else { return false };
        let before = drafts.iter().take(row).rposition(|draft| draft.role == Role::Sum).unwrap_or(0);
        let lines = || (before..row).filter(|row| drafts.get(*row).is_some_and(|draft| draft.role == Role::Line));
        (0..values.amounts.get(row).map_or(0, Vec::len)).any(|column| {
            let mut amounts = lines().filter_map(|row| at(row, column));
            let sum = amounts.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount));
            let sum = sum.and_then(|sum| sum.checked_mul(own.factor())).filter(|sum| !sum.is_zero());
            sum.is_some() && sum.map(|sum| sum.abs()) == at(row, column).map(|printed| printed.abs())
        })
    })
}

#[expect(clippy::too_many_arguments, reason = "one row's parts come from as many steps")]
fn finish(
    row: usize,
    draft: Draft,
    stands: Option<StandsFor>,
    turned: bool,
    columns: &[Column],
    values: &Values,
    grid: &Grid,
    questions: &[Question],
) -> Row {
    let withheld = |column: usize| {
        questions.iter().filter(|question| question.code.withholds()).any(|question| {
            match (question.row, question.column) {
                (None, None) => true,
                (Some(asked), None) if question.code == Code::YearsChange => asked <= row,
                (Some(asked), None) => asked == row,
                (None, Some(asked)) => asked == column,
                (Some(at), Some(asked)) => at == row && asked == column,
            }
        })
    };
    let mut amounts: BTreeMap<Year, Decimal> = BTreeMap::new();
    let mut others = BTreeMap::new();
    let kept = matches!(draft.role, Role::Line | Role::Sum | Role::Result | Role::Equity);
    let written = |place: usize| !matches!(grid.figure(row, place), Figure::Empty | Figure::Text);
    // Of an amount in parts nothing goes in before all of it does.
    let mut waiting: Vec<Option<Year>> = Vec::new();
    let places = columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Amount);
    for ((place, column), value) in places.zip(values.amounts.get(row).into_iter().flatten()) {
        if written(place) && withheld(place) && years::is_part(column) {
            waiting.push(column.year);
        }
        let (Some(year), Some(value)) = (column.year, value.filter(|_| kept && written(place) && !withheld(place)))
        else {
            continue;
        };
        let used = draft.role == Role::Equity && words::is_used_equity(&draft.name);
        let value = match draft.role {
            Role::Sum => value,
            Role::Equity if used => value.abs(),
            _ if turned => opposite(value),
            _ => value,
        };
        if column.of == Of::Budget {
            // What there is at a time is not added up: the year's is its first or last part's.
            let stock = parts_of_year::is_period(column)
                && (draft.role == Role::Equity && !used || words::is_at_a_time(&draft.name));
            let parts = if stock { Decimal::ZERO } else { amounts.get(&year).copied().unwrap_or_default() };
            if stock && amounts.contains_key(&year) && words::is_at_the_beginning(&draft.name) {
                continue;
            }
            match parts.checked_add(value) {
                Some(sum) => drop(amounts.insert(year, sum)),
                None => waiting.push(Some(year)),
            }
        } else {
            others.insert((column.of, year), value);
        }
    }
    amounts.retain(|year, _| !waiting.contains(&Some(*year)) && !waiting.contains(&None));
    if draft.role == Role::Sum {
        amounts.values_mut().chain(others.values_mut()).for_each(|sum| *sum = sum.abs());
    }
    Row {
        role: draft.role,
        name: draft.name,
        category: draft.category,
        payer: draft.payer,
        line: draft.line,
        stands_for: stands,
        cells: grid.figures.get(row).cloned().unwrap_or_default(),
        amounts,
        others,
        beside: Vec::new(),
        note: draft.note,
    }
}
