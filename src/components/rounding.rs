//! Under a table: that its rows, each rounded by itself, do not add up to their sum as they are shown.

use crate::words::{self, Language, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::{Decimal, Unit};
use samplan::plan::Metric;
use samplan::projection::RoundedApart;

/// A sum in a table that its rows do not add up to as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    metric: Metric,
    year: Year,
    shown: RoundedApart,
}

impl Apart {
    /// The first sum in a statement's rows that they do not add up to in a year.
    pub fn in_statement(
        unit: Unit,
        rows: &[Metric],
        year: Year,
        value: impl Fn(Metric) -> Option<Decimal>,
    ) -> Option<Apart> {
        Apart::in_table(unit, rows, year, value, |_| None)
    }

    /// The same in a table that has lines too; `lines` gives those that stand for a metric.
    pub fn in_table(
        unit: Unit,
        rows: &[Metric],
        year: Year,
        value: impl Fn(Metric) -> Option<Decimal>,
        lines: impl Fn(Metric) -> Option<Vec<Decimal>>,
    ) -> Option<Apart> {
        rows.iter().find_map(|metric| {
            let is_row = |other: Metric| rows.contains(&other);
            let shown = RoundedApart::of_metric(*metric, unit, &value, &is_row, &lines)?;
            Some(Apart { metric: *metric, year, shown })
        })
    }

    /// What each pays, and what all pay.
    pub fn of_payers(unit: Unit, paid: &[Decimal], all: Option<Decimal>, year: Year) -> Option<Apart> {
        let shown = RoundedApart::of(paid, all?, unit)?;
        Some(Apart { metric: Metric::Contributions, year, shown })
    }

    /// Says so, with the sum as an example.
    pub fn told(&self, language: Language, unit: Unit) -> String {
        let kronor = |amount| words::kronor(language, amount, unit);
        label::RoundedApart {
            unit: words::unit_name(unit),
            name: words::metric(language, self.metric),
            year: self.year,
            sum: kronor(self.shown.sum),
            rows: kronor(self.shown.rows),
        }
        .say(language)
    }
}

/// The note; nothing where all add up.
pub fn note(language: Language, unit: Unit, apart: Option<Apart>) -> Option<AnyView> {
    apart.map(|apart| {
        view! { <p class="note small muted" data-test="rounded-apart">{apart.told(language, unit)}</p> }.into_any()
    })
}
