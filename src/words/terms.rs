//! What the plan's own lists are called: categories, tags, parties, figures.

use super::generated::{category, metric, party, tag};
use super::language::Language;
use samplan::plan::{Approach, Category, Focus, Grade, Metric, Party, Status};

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
