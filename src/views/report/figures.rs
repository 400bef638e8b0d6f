//! The figures by year.

use super::state::Page;
use super::tables::{ByYear, TableRow, WrittenFigure};
use crate::components::rounding::{Apart, note};
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::comparison::{ComparedFigure, Comparison};
use samplan::money::{Decimal, Unit};
use samplan::plan::{Metric, MetricKind, Rank};

/// The table; all associations together when there are several, so that before and after a merger compare like with
/// like.
pub fn figures(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let shown = page.read(|_, scenario, comparison| {
        let rows: Vec<TableRow> =
            Metric::statement(Rank::Main).filter_map(|metric| row(language, unit, comparison, metric)).collect();
        let years: Vec<_> = comparison.horizon.iter().collect();
        let several = comparison.associations().len() > 1;
        let all = several.then(|| view! { <p class="note">{text::all_together(language)}</p> });
        let table = ByYear {
            language,
            unit,
            caption: label::figures_by_year(language),
            years: &years,
            rows: &rows,
            compared: scenario.is_some(),
        }
        .show();
        let column = Page::column(comparison);
        let metrics: Vec<Metric> = Metric::statement(Rank::Main).collect();
        let apart = years.iter().find_map(|year| {
            let cell = |metric| comparison.cell(column, None, *year, metric);
            Apart::in_statement(unit, &metrics, *year, |metric| cell(metric).new)
                .or_else(|| Apart::in_statement(unit, &metrics, *year, |metric| cell(metric).old))
        });
        let legend = scenario.map(|_| view! { <p class="note">{text::legend(language)}</p> });
        view! { {all}{legend}{table}{note(language, unit, apart)} }.into_any()
    });
    shown.unwrap_or_else(|| ().into_any())
}

/// A row without anything in it says nothing.
fn row(language: Language, unit: Unit, comparison: &Comparison, metric: Metric) -> Option<TableRow> {
    let column = Page::column(comparison);
    let cells: Vec<ComparedFigure> =
        comparison.horizon.iter().map(|year| comparison.cell(column, None, year, metric)).collect();
    let something = |cell: &ComparedFigure| [cell.old, cell.new].into_iter().flatten().any(|value| !value.is_zero());
    cells.iter().any(something).then(|| TableRow {
        name: words::metric(language, metric).to_owned(),
        strong: matches!(metric, Metric::Frame | Metric::ActivityRoom | Metric::Cost | Metric::Result | Metric::Equity),
        small: metric.kind() == MetricKind::Share,
        years: cells.iter().map(|cell| figure(language, unit, metric, cell)).collect(),
    })
}

/// A figure of a metric, written.
pub fn figure(language: Language, unit: Unit, metric: Metric, cell: &ComparedFigure) -> WrittenFigure {
    let write = |value: Option<Decimal>| {
        value.map_or_else(|| "–".to_owned(), |value| words::figure_cell(language, metric, value, unit))
    };
    let change = cell.difference.filter(|difference| !difference.is_zero());
    WrittenFigure {
        old: write(cell.old),
        new: write(cell.new),
        change: match (change, cell.differs()) {
            (Some(change), _) => words::figure_change(language, metric, change, unit),
            // Known in one of them only.
            (None, true) => "–".to_owned(),
            (None, false) => String::new(),
        },
        negative: cell.new.is_some_and(|value| value < Decimal::ZERO),
    }
}
