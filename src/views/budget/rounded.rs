//! Under the table: where its rows do not add up to their sum as they are shown.

use super::grid::value_of;
use super::rows::{Row, Section};
use super::state::BudgetTable;
use crate::components::rounding::{Apart, note};
use crate::state::memo::memo;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::{self, Decimal};
use samplan::plan::{Category, Id, Metric};

/// The note; nothing where all add up.
pub fn rounded(table: BudgetTable) -> AnyView {
    let context = table.context;
    let apart = memo(move || {
        let rows = table.rows.get();
        let metrics: Vec<Metric> = rows
            .iter()
            .filter_map(|row| match row {
                Row::Sum(metric) => Some(*metric),
                Row::EquityUse => Some(Metric::EquityUse),
                Row::Heading(_) | Row::Line(_) => None,
            })
            .collect();
        let lines: Vec<(Id, Category)> = table
            .with_association(|one| one.lines.iter().map(|line| (line.id.clone(), line.category)).collect())
            .unwrap_or_default();
        table.years().into_iter().find_map(|year| {
            let value = |metric| value_of(table, &Row::Sum(metric), year);
            Apart::in_table(context.unit(), &metrics, year, value, |metric| shown_lines(table, &lines, year, metric))
        })
    });
    (move || note(context.language(), context.unit(), apart.get())).into_any()
}

/// The lines that stand above a sum, or for a metric that has no row; nothing where no lines do.
fn shown_lines(table: BudgetTable, lines: &[(Id, Category)], year: Year, metric: Metric) -> Option<Vec<Decimal>> {
    let wanted: &dyn Fn(Category) -> bool = match metric {
        Metric::Contributions => &|one| Section::of(one) == Section::Contribution,
        Metric::Overhead => &|one| Section::of(one) == Section::Overhead,
        Metric::Activities => &|one| Section::of(one) == Section::Activity,
        Metric::OtherIncome => &|one| one == Category::OtherIncome,
        Metric::FinancialNet => &|one| matches!(one, Category::FinancialCost | Category::FinancialIncome),
        Metric::Income => &|one| matches!(one, Category::OtherIncome | Category::FinancialIncome),
        _ => return None,
    };
    let here = lines.iter().filter(|(_, category)| wanted(*category)).map(|(id, category)| {
        let amount = table.amount(id, year).unwrap_or_default();
        let off = metric == Metric::FinancialNet && *category == Category::FinancialIncome;
        if off { money::sub(Decimal::ZERO, amount).unwrap_or(amount) } else { amount }
    });
    let contributions = (metric == Metric::Income).then(|| value_of(table, &Row::Sum(Metric::Contributions), year));
    let all: Vec<Decimal> = contributions.flatten().into_iter().chain(here).collect();
    (!all.is_empty()).then_some(all)
}
