//! The words of tables that leave the app, in a language.

use crate::words::{self, Language, budget, label, new_plan, plan_settings, scenario};
use samplan::budget::{BudgetLine, Source};
use samplan::plan::{Category, Party};
use samplan::workbook::{Figure, Section, Word, Words};

/// The words in a language.
pub(super) struct TableWords(pub Language);

impl Words for TableWords {
    fn section(&self, section: Section) -> String {
        let language = self.0;
        let word = match section {
            Section::Contribution => words::category::contribution(language),
            Section::OtherIncome => words::category::other_income(language),
            Section::Overhead => label::board_and_administration(language),
            Section::Activity => words::category::activity(language),
            Section::Financial => words::category::financial_cost(language),
            Section::Lenses => budget::section_lenses(language),
            Section::Keys => budget::section_keys(language),
        };
        word.to_owned()
    }

    fn figure(&self, figure: Figure) -> String {
        let language = self.0;
        let word = match figure {
            Figure::Metric(metric) => words::metric(language, metric),
            Figure::FinancialIncome => words::category::financial_income(language),
            Figure::FinancialCost => words::category::financial_cost(language),
            Figure::Transfers => scenario::transfers(language),
            Figure::Claim => plan_settings::claim(language),
            Figure::Liquid => words::export::liquid(language),
            Figure::CostPerFte => label::cost_per_full_time_post(language),
            Figure::PlacesPerFte => label::places_per_coordinator(language),
        };
        word.to_owned()
    }

    fn line(&self, row: &BudgetLine) -> String {
        match &row.source {
            Source::Made(made) if row.name.is_empty() => match row.party {
                Some(party) => words::party(self.0, party).to_owned(),
                None => words::made(self.0, *made).to_owned(),
            },
            _ => row.name.to_string(),
        }
    }

    fn category(&self, category: Category) -> String {
        words::category(self.0, category).to_owned()
    }

    fn party(&self, party: Party) -> String {
        words::party(self.0, party).to_owned()
    }

    fn word(&self, word: Word) -> String {
        let language = self.0;
        let word = match word {
            Word::Association => label::association(language),
            Word::Kind => label::category(language),
            Word::Line => label::line(language),
            Word::AllAssociations => label::all_associations(language),
            Word::Sum => new_plan::sum(language),
            Word::Assumptions => words::view::plan(language),
            Word::HowToChange => words::export::how_to_change(language),
            Word::Indices => words::report::indexing(language),
            Word::FullYears => words::export::full_years(language),
            Word::YearBefore => words::export::year_before(language),
            Word::FullYear => words::export::full_year(language),
            Word::PaidMonths => words::export::paid_months(language),
            Word::Decisions => label::decisions(language),
            Word::Comparison => words::export::comparison(language),
            Word::Difference => words::export::difference(language),
            Word::Contributions => words::category::contribution(language),
            Word::ShareOfSum => words::export::share_of_sum(language),
            Word::Findings => label::checks(language),
            Word::Risks => label::risks(language),
        };
        word.to_owned()
    }
}
