//! The year of each column of amounts: by its heading, by the captions, by what the rows' names agree on; else asked.

use super::heading::{self, Heading, Of};
use super::known::Known;
use super::layout::Grid;
use super::months;
use super::page::is_of_the_document;
use super::parts_of_year;
use super::question::{Code, Question};
use super::reading::{Answers, Column, ColumnKind};
use super::words::TableSection;
use crate::calendar::Year;
use std::collections::BTreeSet;

/// What titles say of the whole table.
#[derive(Debug, Clone, Default)]
pub(super) struct Captions {
    years: BTreeSet<Year>,
    of: Option<Of>,
    part_of_year: bool,
}

impl Captions {
    pub(super) fn read(texts: &[&str]) -> Captions {
        let mut captions = Captions::default();
        for text in texts.iter().map(|text| heading::before_decision(text)) {
            // A sentence speaks of many things.
            if text.split_whitespace().count() > 8 || is_of_the_document(text) {
                continue;
            }
            let heading = heading::read(text);
            captions.years.extend(&heading.years);
            captions.of = captions.of.or(heading.of);
            captions.part_of_year |= heading.part_of_year;
        }
        captions
    }
}

/// The years that rows' names tell of a table without any: `Insatser från huvudmännen 2014`, `TOTAL BUDGET 2014`, and
/// `Överfört från 2013`, which is the year after.
pub(super) fn told_by_rows<'n>(names: impl Iterator<Item = &'n str>) -> BTreeSet<Year> {
    let mut told = BTreeSet::new();
    for name in names {
        let lower = name.to_lowercase();
        let Some(year) = heading::read(name).year() else { continue };
        if lower.starts_with("överfört från") || lower.starts_with("överföring från") {
            told.insert(year.next());
        } else if ["total", "summa", "huvudmän", "medlemsinsats", "medlemsavgift", "driftbidrag"]
            .iter()
            .any(|word| lower.contains(word))
        {
            told.insert(year);
        }
    }
    told
}

/// Whether a heading among the rows is of a year that no column is (`Kostnader 2028` in a table of 2027).
pub(super) fn is_of_another(heading: &str, columns: &[Column]) -> bool {
    let read = heading::read(heading);
    let ends = heading.split_whitespace().last().is_some_and(|word| heading::bare_year(word).is_some());
    let heads = read.bare || read.of.is_some() || read.worded || TableSection::under(heading).is_some();
    let years = || columns.iter().filter(|column| column.kind == ColumnKind::Amount).filter_map(|column| column.year);
    let year = read.year().filter(|_| ends && heads && heading.split_whitespace().count() <= 4);
    year.is_some_and(|year| years().next().is_some() && !years().any(|other| other == year))
}

/// Gives columns their years and asks about those that have none for certain.
pub(super) fn resolve(
    columns: &mut [Column],
    grid: &Grid,
    captions: &Captions,
    told: &BTreeSet<Year>,
    known: &Known,
    answers: &Answers,
) -> Vec<Question> {
    let mut questions = Vec::new();
    let headings = months::headings(columns.iter().map(|column| column.heading.as_str()));
    let single = |years: &BTreeSet<Year>| years.first().filter(|_| years.len() == 1).copied();
    let caption = if captions.years.is_empty() { single(told) } else { single(&captions.years) };
    let unnamed = columns
        .iter()
        .zip(&headings)
        .filter(|(column, heading)| column.kind == ColumnKind::Amount && !heading.names_years());
    let alone = unnamed.count() == 1
        || columns
            .iter()
            .filter(|column| column.kind == ColumnKind::Amount)
            .all(|column| heading::read(&column.heading).of.is_some());
    let mut budgets =
        headings.iter().filter(|heading| heading.of.is_none_or(|of| of == Of::Budget)).filter_map(Heading::year);
    let budget = budgets.next().filter(|year| budgets.all(|other| other == *year));
    let across = columns.iter().filter(|column| is_named_part(column)).count() > 1;
    let first = headings.iter().zip(columns.iter()).filter(|(_, column)| column.kind == ColumnKind::Amount);
    let first = first.filter_map(|(heading, _)| heading.year()).chain(caption).min();
    let mut whole = parts_of_year::whole_years(columns, &headings, grid, (caption, captions.of), answers);
    if captions.part_of_year {
        whole.clear();
    }
    for (place, (column, heading)) in columns.iter_mut().zip(&headings).enumerate() {
        if column.kind != ColumnKind::Amount || answers.columns.contains_key(&place) {
            continue;
        }
        let part = heading.part_of_year || captions.part_of_year;
        column.of = heading.of.or(captions.of).unwrap_or(if part { Of::Outcome } else { Of::Budget });
        let mut ask = |code| questions.push(Question { row: None, column: Some(place), code });
        if let Some(whole) = whole.get(&place) {
            (column.year, column.of) = (whole.year, Of::Budget);
            if whole.year.is_none() || !whole.alone {
                ask(Code::NamesAcross);
            }
            continue;
        }
        if heading.relative.is_some() {
            column.year = heading.relative.and_then(|number| Some(known.years?.0.plus(number.saturating_sub(1))));
            ask(Code::YearRelative);
        } else if heading.previous && heading.years.is_empty() {
            column.year = first.and_then(|first| Year::new(first.number().saturating_sub(1)));
            ask(Code::YearRelative);
        } else if heading.years.len() > 1 {
            ask(Code::YearRange);
        } else if column.year.is_none() {
            column.year = caption.filter(|_| alone).or(budget.filter(|_| is_of_the_budgets_year(column)));
            if across && is_named_part(column) {
                column.year = caption;
                ask(Code::NamesAcross);
            } else if column.year.is_none() {
                ask(Code::YearMissing);
            } else if part {
                ask(Code::PartOfYear);
            }
        } else if part {
            ask(Code::PartOfYear);
        }
    }
    forecasts_beside_budgets(columns, &headings);
    let parts: BTreeSet<Option<usize>> =
        questions.iter().filter(|question| question.code == Code::PartOfYear).map(|question| question.column).collect();
    let more = twice_and_outside(columns, known, answers).into_iter();
    let first = |question: &Question| {
        !matches!(question.code, Code::NoBudget | Code::YearTwice) || !parts.contains(&question.column)
    };
    questions.extend(more.filter(first));
    questions
}

/// Whether a column of amounts has a name at its head and no year: of several such for one year, each has a part of the
/// row's amount.
pub(super) fn is_named_part(column: &Column) -> bool {
    column.kind == ColumnKind::Amount && !column.heading.is_empty() && heading::read(&column.heading).is_name()
}

/// Whether a column has a part of the row's amount for its year: of one name, or of a month or another part of the year.
pub(super) fn is_part(column: &Column) -> bool {
    is_named_part(column) || parts_of_year::is_period(column)
}

/// Whether a head without a year says that its figures are of the budget's that it stands beside.
fn is_of_the_budgets_year(column: &Column) -> bool {
    let lower = column.heading.to_lowercase();
    column.of != Of::Budget
        && ["förbrukat", "upparbetat", "helårsprognos", "prognos helår"].iter().any(|head| lower.starts_with(head))
}

/// `P 2026` beside `B 2026` is a forecast.
fn forecasts_beside_budgets(columns: &mut [Column], headings: &[Heading]) {
    let budgets: BTreeSet<Year> = columns
        .iter()
        .zip(headings)
        .filter(|(column, heading)| {
            column.kind == ColumnKind::Amount && column.of == Of::Budget && !heading.plan_or_forecast
        })
        .filter_map(|(column, _)| column.year)
        .collect();
    for (column, heading) in columns.iter_mut().zip(headings) {
        if heading.plan_or_forecast && column.year.is_some_and(|year| budgets.contains(&year)) {
            column.of = Of::Forecast;
        }
    }
}

fn twice_and_outside(columns: &[Column], known: &Known, answers: &Answers) -> Vec<Question> {
    let mut questions = Vec::new();
    let amounts = |column: &&Column| column.kind == ColumnKind::Amount;
    let budget = columns.iter().filter(amounts).any(|column| column.of == Of::Budget);
    for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Amount) {
        let mut ask = |code| questions.push(Question { row: None, column: Some(place), code });
        let Some(year) = column.year else { continue };
        let twins = columns.iter().filter(amounts).filter(|other| other.year == Some(year) && other.of == column.of);
        let (parts, wholes): (Vec<_>, Vec<_>) = twins.partition(|column| is_part(column));
        if wholes.len().saturating_add(usize::from(!parts.is_empty())) > 1 {
            // Asked even if both are answered: two columns cannot go into one year.
            ask(Code::YearTwice);
        }
        if answers.columns.contains_key(&place) {
            continue;
        }
        if !known.takes(year, column.of) {
            ask(Code::YearOutside);
        }
        if !budget && column.of != Of::Budget {
            ask(Code::NoBudget);
        }
    }
    questions
}
