//! What each member pays.

use super::Page;
use super::figures::figure;
use super::tables::{ByYear, Row};
use crate::decisions;
use crate::words::{self, report as text};
use leptos::prelude::*;
use samplan::comparison::Subject;
use samplan::plan::Metric;

/// The table.
pub fn contributions(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let shown = page.read(|plan, scenario, comparison| {
        let column = Page::column(comparison);
        let payers = comparison.payers(column, None).unwrap_or_default();
        let mut rows: Vec<Row> = payers
            .into_iter()
            .map(|payer| Row {
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
        let sum = comparison.horizon.iter().map(|year| comparison.cell(column, None, year, Metric::Contributions));
        rows.push(Row {
            name: words::metric(language, Metric::Contributions).to_owned(),
            strong: true,
            small: false,
            years: sum.map(|cell| figure(language, unit, Metric::Contributions, &cell)).collect(),
        });
        let years: Vec<_> = comparison.horizon.iter().collect();
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
        view! { {same}{table} }.into_any()
    });
    shown.unwrap_or_else(|| ().into_any())
}
