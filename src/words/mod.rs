//! Words: `locales/sv.json` and `locales/en.json` as code, a function for a word (`shell::close(language)`) and a struct for a
//! sentence (`shell::Saved { time }.say(language)`), and the wording of the model's closed
//! values (edits, findings, problems, errors). Numbers are written by the model's `money`.

mod decisions;
mod edits;
mod effects;
mod figures;
mod findings;
mod meet_parts;
mod money_out;
mod numbers;
mod plural;
mod problems;
mod read_errors;
mod steps;

pub use decisions::{
    association, change, decision_group, figure_cell, figure_change, figure_value, lever_value, line, line_part, made,
    member, name_of, part,
};
pub use edits::edit;
pub use effects::effect;
pub use figures::{figure, term};
pub use findings::{finding, finding_title, passed, reason};
pub use meet_parts::{meet_fields, meet_part};
pub use money_out::{money_lasts, money_out, remarks};
pub use numbers::{count, kr, month, month_name, number_problem, percent, percent_as_typed, unit_name, value, years};
pub use plural::{Countable, Counted};
pub use problems::{problem, refusal};
pub use read_errors::read_error;
pub use steps::target_step;

// A word that nothing says stops the build: it is to be taken out of `locales/`.
#[allow(clippy::all, missing_docs)]
#[deny(dead_code)]
mod generated {
    use super::{Countable, Language};
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub use generated::*;

use samplan::plan::{Approach, Category, Focus, Grade, Metric, Party, Status};

/// A word of `locales/`, such as `words::shell::close`.
pub type Word = fn(Language) -> &'static str;

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// The language's tag for the page and the settings.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// English for tags that begin with `en`, Swedish otherwise.
    pub fn from_tag(tag: &str) -> Language {
        if tag.to_ascii_lowercase().starts_with("en") { Language::En } else { Language::Sv }
    }

    /// The decimal mark of its numbers.
    pub fn decimal_mark(self) -> char {
        match self {
            Language::Sv => ',',
            Language::En => '.',
        }
    }
}

/// A category's name.
pub fn category(language: Language, category: Category) -> &'static str {
    match category {
        Category::Contribution => category::contribution(language),
        Category::OtherIncome => category::other_income(language),
        Category::FinancialIncome => category::financial_income(language),
        Category::Board => category::board(language),
        Category::Administration => category::administration(language),
        Category::Audit => category::audit(language),
        Category::Activity => category::activity(language),
        Category::FinancialCost => category::financial_cost(language),
    }
}

/// An approach's name.
pub fn approach(language: Language, approach: Approach) -> &'static str {
    match approach {
        Approach::Base => metric::base(language),
        Approach::Process => metric::process(language),
        Approach::Structure => metric::structure(language),
    }
}

/// A focus's name.
pub fn focus(language: Language, focus: Focus) -> &'static str {
    match focus {
        Focus::Individual => tag::individual(language),
        Focus::Structural => tag::structural(language),
    }
}

/// A status's name.
pub fn status(language: Language, status: Status) -> &'static str {
    match status {
        Status::Decided => tag::decided(language),
        Status::Planned => tag::planned(language),
        Status::Idea => tag::idea(language),
    }
}

/// A grade's name.
pub fn grade(language: Language, grade: Grade) -> &'static str {
    match grade {
        Grade::Low => tag::low(language),
        Grade::Medium => tag::medium(language),
        Grade::High => tag::high(language),
    }
}

/// A party's name.
pub fn party(language: Language, party: Party) -> &'static str {
    match party {
        Party::State => party::state(language),
        Party::Region => party::region(language),
        Party::Municipalities => party::municipalities(language),
    }
}

/// A metric's name.
pub fn metric(language: Language, metric: Metric) -> &'static str {
    match metric {
        Metric::Contributions => metric::contributions(language),
        Metric::OtherIncome => category::other_income(language),
        Metric::Income => metric::income(language),
        Metric::EquityUse => metric::equity_use(language),
        Metric::Frame => metric::frame(language),
        Metric::Board => category::board(language),
        Metric::Administration => category::administration(language),
        Metric::Audit => category::audit(language),
        Metric::Overhead => metric::overhead(language),
        Metric::Activities => metric::activities(language),
        Metric::Base => metric::base(language),
        Metric::Process => metric::process(language),
        Metric::Structure => metric::structure(language),
        Metric::Untagged => metric::untagged(language),
        Metric::Cost => metric::cost(language),
        Metric::FinancialNet => metric::financial_net(language),
        Metric::Result => metric::result(language),
        Metric::OpeningEquity => metric::opening_equity(language),
        Metric::Equity => metric::equity(language),
        Metric::FrameLeft => metric::frame_left(language),
        Metric::ActivityRoom => metric::activity_room(language),
        Metric::AdminShare => metric::admin_share(language),
        Metric::Fte => metric::fte(language),
        Metric::Places => metric::places(language),
    }
}
