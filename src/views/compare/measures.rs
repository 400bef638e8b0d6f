//! The measures of the comparison.

use super::shown::ComparisonShown;
use crate::words::{self, Language, compare as text, label};
use leptos::prelude::*;
use samplan::comparison::Comparison;
use samplan::plan::{Metric, Rank};

/// The measures, in the order of the table.
fn measures() -> impl Iterator<Item = Metric> {
    Metric::statement(Rank::Part)
}

/// The measures that are worth showing: those that are something in any of the scenarios.
pub fn metrics(shown: ComparisonShown, comparison: &Comparison) -> Vec<Metric> {
    let association = shown.association.get();
    let something = |metric: &Metric| {
        (0..comparison.columns.len()).any(|column| {
            comparison.horizon.iter().any(|year| {
                let cell = comparison.cell(column, association.as_ref(), year, *metric);
                cell.new.is_some_and(|value| !value.is_zero())
            })
        })
    };
    measures().filter(something).collect()
}

/// A list to choose a measure from.
pub fn metric_choice(shown: ComparisonShown) -> AnyView {
    let language = move || shown.context.language();
    let names = Signal::derive(move || measures().map(|one| words::metric(language(), one).to_owned()).collect());
    let chosen = Signal::derive(move || measures().position(|one| one == shown.metric.get()).unwrap_or_default());
    let choose = Callback::new(move |place: usize| {
        if let Some(metric) = measures().nth(place) {
            shown.metric.set(metric);
        }
    });
    crate::ui::form::choice(crate::ui::text::text_signal(label::measure), names, chosen, choose)
}

/// A measure with the year, for headings.
pub fn of_year(language: Language, metric: Metric, scenario: &str, year: impl std::fmt::Display) -> String {
    text::WaterfallOf { metric: words::metric(language, metric), year, scenario }.say(language)
}
