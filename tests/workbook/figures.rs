//! What the formulas come to is what the model says.

use super::book::{book, examples};
use super::evaluate::agrees_with_itself;
use super::generator::{Amounts, plan_of};
use proptest::prelude::*;
use samplan::outcome::project;
use samplan::plan::Metric;
use samplan::workbook::Look;

#[test]
fn the_formulas_of_all_examples_come_to_the_models_figures() {
    for (name, plan) in examples() {
        let book = book(&plan).unwrap();
        let cells = agrees_with_itself(&name, &book);
        assert!(cells > 30, "{name} has {cells} cells");
        // What stands beside the formulas is the model's.
        for (place, case) in plan.cases().enumerate() {
            let outcome = project(&plan, case).unwrap();
            let sheet = &book.sheets[place + 1];
            let row = |name: &str| {
                let named = |row: &&Vec<_>| {
                    row.first().is_some_and(|cell: &samplan::workbook::Cell| cell.text.as_deref() == Some(name))
                };
                sheet.rows.iter().rev().find(named).unwrap()
            };
            for metric in [Metric::Contributions, Metric::Cost, Metric::Frame, Metric::Result, Metric::Equity] {
                let cells = row(&format!("{metric:?}"));
                for (at, figures) in outcome.projection.total.iter().enumerate() {
                    assert_eq!(cells[at + 2].number, figures.get(metric), "{name}: {metric:?}");
                    assert!(cells[at + 2].formula.is_some() || metric == Metric::OpeningEquity);
                }
            }
        }
    }
}

#[test]
fn what_is_put_in_is_marked_and_what_follows_is_a_formula() {
    for (name, plan) in examples() {
        let book = book(&plan).unwrap();
        for sheet in &book.sheets {
            for cell in sheet.rows.iter().flatten() {
                assert!(cell.formula.is_none() || !matches!(cell.look, Look::Input | Look::Fixed), "{name}: {cell:?}");
                let is_head = matches!(cell.look, Look::Head);
                let is_marked = matches!(cell.look, Look::Input | Look::Fixed);
                assert!(cell.formula.is_some() || cell.number.is_none() || is_marked || is_head, "{name}: {cell:?}");
            }
        }
        // On the plan's own sheet nothing is a decision's.
        assert!(book.sheets[1].rows.iter().flatten().all(|cell| cell.look != Look::Fixed), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("SOAK").is_some() { 400 } else { 24 }, ..ProptestConfig::default() })]

    /// Of random plans too, as far as their amounts are ones that a spreadsheet has digits for. What is rejected is not
    /// among the cases: so many books are compared, or the test fails.
    #[test]
    fn the_formulas_of_random_plans_come_to_the_models_figures(plan in plan_of(Amounts::OfSpreadsheets)) {
        let made = book(&plan);
        prop_assume!(made.is_some());
        let book = made.unwrap();
        let most = book.sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).filter_map(|cell| cell.number);
        let most = most.map(|number| number.abs()).max().unwrap_or_default();
        prop_assume!(most < samplan::money::Decimal::from(10_000_000_000_i64));
        prop_assert!(agrees_with_itself("random", &book) > 0);
    }
}
