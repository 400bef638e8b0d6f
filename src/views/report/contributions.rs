//! What each member pays.

use super::figures::figure;
use super::state::Page;
use super::tables::{ByYear, TableRow};
use crate::components::rounding::{Apart, note};
use crate::decisions;
use crate::words::{self, report as text};
use leptos::prelude::*;
use samplan::comparison::{ComparedFigure, Subject};
use samplan::money::Decimal;
use samplan::plan::Metric;

/// The table.
pub fn contributions(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let shown = page.read(|plan, scenario, comparison| {
        let column = Page::column(comparison);
        let payers = comparison.payers(column, None).unwrap_or_default();
        let years: Vec<_> = comparison.horizon.iter().collect();
        let sum: Vec<ComparedFigure> =
            years.iter().map(|year| comparison.cell(column, None, *year, Metric::Contributions)).collect();
        let apart = years.iter().zip(&sum).enumerate().find_map(|(place, (year, all))| {
            let paid = |read: fn(&ComparedFigure) -> Option<Decimal>| -> Vec<Decimal> {
                payers.iter().filter_map(|payer| read(payer.years.get(place)?)).collect()
            };
            Apart::of_payers(unit, &paid(|cell| cell.new), all.new, *year)
                .or_else(|| Apart::of_payers(unit, &paid(|cell| cell.old), all.old, *year))
        });
        let mut rows: Vec<TableRow> = payers
            .into_iter()
            .map(|payer| TableRow {
                name: match &payer.payer {
                    Subject::Member { name, .. } => name.to_string(),
                    Subject::Party(party) => words::party(language, *party).to_owned(),
                    other => decisions::subject(language, plan, other),
                },
                strong: false,
                small: false,
                years: payer.years.iter().map(|cell| figure(language, unit, Metric::Contributions, cell)).collect(),
            })
            .collect();
        rows.push(TableRow {
            name: words::metric(language, Metric::Contributions).to_owned(),
            strong: true,
            small: false,
            years: sum.iter().map(|cell| figure(language, unit, Metric::Contributions, cell)).collect(),
        });
        let differs = rows.iter().any(|row| row.years.iter().any(|figure| !figure.change.is_empty()));
        let same = (scenario.is_some() && !differs)
            .then(|| view! { <p class="note">{text::same_contributions(language)}</p> });
        let table = ByYear {
            language,
            unit,
            caption: text::contributions(language),
            years: &years,
            rows: &rows,
            compared: differs,
        }
        .show();
        view! { {same}{table}{note(language, unit, apart)} }.into_any()
    });
    shown.unwrap_or_else(|| ().into_any())
}
