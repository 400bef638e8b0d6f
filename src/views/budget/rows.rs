//! The rows of the table: an association's lines in sections, with the sums that follow from them.

use crate::words::{self, Language, label};
use samplan::plan::{Association, Category, Id, Metric, Plan};

/// A part of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Contributions.
    Contribution,
    /// Other and financial income.
    Other,
    /// Board, administration, audit.
    Overhead,
    /// Activities.
    Activity,
    /// Financial costs.
    Financial,
    /// Frame, result and equity.
    Lenses,
    /// Shares and capacity.
    Keys,
}

impl Section {
    const OF_LINES: [Section; 5] =
        [Section::Contribution, Section::Other, Section::Overhead, Section::Activity, Section::Financial];

    /// The section of a category's lines.
    pub fn of(category: Category) -> Section {
        match category {
            Category::Contribution => Section::Contribution,
            Category::OtherIncome | Category::FinancialIncome => Section::Other,
            Category::Board | Category::Administration | Category::Audit => Section::Overhead,
            Category::Activity => Section::Activity,
            Category::FinancialCost => Section::Financial,
        }
    }

    /// The category of a line that is added to the section.
    pub fn new_line_category(self) -> Category {
        match self {
            Section::Contribution => Category::Contribution,
            Section::Other => Category::OtherIncome,
            Section::Overhead => Category::Administration,
            Section::Financial => Category::FinancialCost,
            Section::Activity | Section::Lenses | Section::Keys => Category::Activity,
        }
    }

    /// The section's name.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Section::Contribution => words::category::contribution(language),
            Section::Other => words::category::other_income(language),
            Section::Overhead => label::board_and_administration(language),
            Section::Activity => words::category::activity(language),
            Section::Financial => words::category::financial_cost(language),
            Section::Lenses => words::budget::section_lenses(language),
            Section::Keys => words::budget::section_keys(language),
        }
    }

    fn sum(self) -> Option<Metric> {
        match self {
            Section::Contribution => Some(Metric::Contributions),
            Section::Overhead => Some(Metric::Overhead),
            Section::Activity => Some(Metric::Activities),
            Section::Other | Section::Financial | Section::Lenses | Section::Keys => None,
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Row {
    /// A section's heading.
    Heading(Section),
    /// A line.
    Line(Id),
    /// The planned use of saved money: typed, but not a line.
    EquityUse,
    /// A computed figure.
    Sum(Metric),
}

impl Row {
    /// Whether its cells can be typed in.
    pub fn is_editable(&self) -> bool {
        matches!(self, Row::Line(_) | Row::EquityUse)
    }

    /// How much a row stands out.
    pub fn class(&self) -> &'static str {
        match self {
            Row::Heading(_) => "heading",
            Row::Line(_) => "line",
            Row::EquityUse => "line planned",
            Row::Sum(Metric::Result | Metric::Equity) => "sum lens",
            Row::Sum(Metric::Contributions | Metric::Overhead | Metric::Activities | Metric::Income) => "sum part",
            Row::Sum(Metric::Cost) => "sum whole",
            Row::Sum(_) => "sum quiet",
        }
    }
}

/// The rows of one association, or of all together (no lines then: their sums only).
pub fn rows(plan: &Plan, association: Option<&Association>) -> Vec<Row> {
    let mut rows = Vec::new();
    let associations: Vec<&Association> = match association {
        Some(association) => vec![association],
        None => plan.associations.iter().map(|one| &**one).collect(),
    };
    let has = |section: Section| {
        associations
            .iter()
            .any(|association| association.lines.iter().any(|line| Section::of(line.category) == section))
    };
    for section in Section::OF_LINES {
        let optional = matches!(section, Section::Other | Section::Financial);
        if optional && !has(section) {
            continue;
        }
        if let Some(association) = association {
            rows.push(Row::Heading(section));
            let lines = association.lines.iter().filter(|line| Section::of(line.category) == section);
            rows.extend(lines.map(|line| Row::Line(line.id.clone())));
        }
        if association.is_none() && section == Section::Activity {
            rows.extend([Metric::Base, Metric::Process, Metric::Structure, Metric::Untagged].map(Row::Sum));
        }
        rows.extend(section.sum().map(Row::Sum));
        if section == Section::Other {
            rows.push(Row::Sum(Metric::Income));
        }
    }
    rows.push(Row::Sum(Metric::Cost));
    rows.push(Row::Heading(Section::Lenses));
    rows.push(if association.is_some() { Row::EquityUse } else { Row::Sum(Metric::EquityUse) });
    rows.extend([Metric::Frame, Metric::ActivityRoom, Metric::FrameLeft, Metric::Result, Metric::Equity].map(Row::Sum));
    rows.push(Row::Heading(Section::Keys));
    rows.push(Row::Sum(Metric::AdminShare));
    if associations.iter().any(|association| association.capacity.is_some()) {
        rows.push(Row::Sum(Metric::Fte));
        if associations
            .iter()
            .any(|one| one.capacity.as_ref().is_some_and(|capacity| capacity.places_per_fte.is_some()))
        {
            rows.push(Row::Sum(Metric::Places));
        }
    }
    rows
}
