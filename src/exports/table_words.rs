//! The words of tables that leave the app, in a language.

use crate::words::{self, Language, budget, label, new_plan, plan_settings, scenario};
use samplan::budget::{BudgetLine, RowSource};
use samplan::plan::{Category, Party};
use samplan::workbook::{FigureRow, Section, Words, WorkbookWord};

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

    fn figure(&self, figure: FigureRow) -> String {
        let language = self.0;
        let word = match figure {
            FigureRow::Metric(metric) => words::metric(language, metric),
            FigureRow::FinancialIncome => words::category::financial_income(language),
            FigureRow::FinancialCost => words::category::financial_cost(language),
            FigureRow::Transfers => scenario::transfers(language),
            FigureRow::Claim => plan_settings::claim(language),
            FigureRow::Liquid => words::export::liquid(language),
            FigureRow::CostPerFte => label::cost_per_full_time_post(language),
            FigureRow::PlacesPerFte => label::places_per_coordinator(language),
        };
        word.to_owned()
    }

    fn line(&self, row: &BudgetLine) -> String {
        match &row.source {
            RowSource::Made(made) if row.name.is_empty() => match row.party {
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

    fn word(&self, word: WorkbookWord) -> String {
        let language = self.0;
        let word = match word {
            WorkbookWord::Association => label::association(language),
            WorkbookWord::Kind => label::category(language),
            WorkbookWord::Line => label::line(language),
            WorkbookWord::AllAssociations => label::all_associations(language),
            WorkbookWord::Sum => new_plan::sum(language),
            WorkbookWord::Assumptions => words::view::plan(language),
            WorkbookWord::HowToChange => words::export::how_to_change(language),
            WorkbookWord::Indices => words::label::index(language),
            WorkbookWord::FullYears => words::export::full_years(language),
            WorkbookWord::YearBefore => words::export::year_before(language),
            WorkbookWord::FullYear => words::export::full_year(language),
            WorkbookWord::PaidMonths => words::export::paid_months(language),
            WorkbookWord::Decisions => label::decisions(language),
            WorkbookWord::Comparison => words::export::comparison(language),
            WorkbookWord::Difference => words::export::difference(language),
            WorkbookWord::Contributions => words::category::contribution(language),
            WorkbookWord::ShareOfSum => words::export::share_of_sum(language),
            WorkbookWord::Findings => label::checks(language),
            WorkbookWord::Risks => label::risks(language),
        };
        word.to_owned()
    }
}
