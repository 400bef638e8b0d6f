//! The rows of a case's table: an association's lines in sections with the sums that follow from them, and the sums of
//! all together. All that leaves the app as a table has these rows in this order.

use crate::budget::{AssociationBudget, Budget, BudgetLine, CapacityRow};
use crate::money::Decimal;
use crate::plan::{Approach, Category, Metric, MetricKind};
use crate::projection::{Figures, Projection};

/// A part of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Contributions.
    Contribution,
    /// Other and financial income.
    OtherIncome,
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

/// A row that is not a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// A metric.
    Metric(Metric),
    /// Financial income.
    FinancialIncome,
    /// Financial costs.
    FinancialCost,
    /// Equity that members pay in or get out at the beginning of the year.
    Transfers,
    /// The part of the equity that is a claim and not cash.
    Claim,
    /// Equity without the claim.
    Liquid,
    /// What a coordinator costs.
    CostPerFte,
    /// Places for each coordinator.
    PlacesPerFte,
}

impl Figure {
    /// What kind of number it is.
    pub fn kind(self) -> MetricKind {
        match self {
            Figure::Metric(metric) => metric.kind(),
            Figure::PlacesPerFte => MetricKind::Count { decimals: 2 },
            _ => MetricKind::Money,
        }
    }

    /// Whether it is put in and does not follow from other rows of the same year.
    pub fn is_put_in(self) -> bool {
        use Figure::{Claim, CostPerFte, PlacesPerFte, Transfers};
        matches!(self, Figure::Metric(Metric::EquityUse) | Transfers | Claim | CostPerFte | PlacesPerFte)
    }

    /// Its value in the year at `place`.
    pub fn value(self, figures: &Figures, capacity: Option<&CapacityRow>, place: usize) -> Option<Decimal> {
        match self {
            Figure::Metric(metric) => figures.get(metric),
            Figure::FinancialIncome => Some(figures.financial_income),
            Figure::FinancialCost => Some(figures.financial_cost),
            Figure::Transfers => Some(figures.transfers),
            Figure::Claim => Some(figures.claim),
            Figure::Liquid => figures.liquid().ok(),
            Figure::CostPerFte => capacity?.cost_per_fte.get(place).copied(),
            Figure::PlacesPerFte => capacity?.places_per_fte,
        }
    }
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub enum Item<'b> {
    /// A section's name.
    Heading(Section),
    /// A line.
    Line(&'b BudgetLine),
    /// Anything else.
    Figure(Figure),
}

/// The rows of one association, or of all together.
#[derive(Debug, Clone)]
pub struct Part<'b> {
    /// The association; all together when absent.
    pub account: Option<&'b AssociationBudget>,
    /// Its figures, by year.
    pub figures: &'b [Figures],
    /// Its rows.
    pub items: Vec<Item<'b>>,
}

impl Part<'_> {
    /// A row's value in the year at `place`; absent where it is unknown, and for headings.
    pub fn value(&self, item: Item<'_>, place: usize) -> Option<Decimal> {
        match item {
            Item::Heading(_) => None,
            Item::Line(row) => Some(row.amount(place)),
            Item::Figure(figure) => {
                let capacity = self.account.and_then(|account| account.capacity.as_ref());
                figure.value(self.figures.get(place)?, capacity, place)
            }
        }
    }
}

/// Each association's rows, and, where there are several, those of all together after them.
pub fn parts<'b>(budget: &'b Budget, projection: &'b Projection) -> Vec<Part<'b>> {
    let own = budget.associations.iter().zip(&projection.associations);
    let mut parts: Vec<Part<'b>> = own
        .map(|(account, of)| Part { account: Some(account), figures: &of.years, items: items(account, &of.years) })
        .collect();
    if parts.len() > 1 {
        let mut items = Vec::new();
        let has = |figure: Figure| {
            parts.iter().any(|part| part.items.iter().any(|item| matches!(item, Item::Figure(one) if *one == figure)))
        };
        let here = |figure: &Figure| has(*figure) && !matches!(figure, Figure::CostPerFte | Figure::PlacesPerFte);
        for (section, figures) in SECTIONS {
            let figures: Vec<Figure> = figures.iter().copied().filter(here).collect();
            if !figures.is_empty() {
                items.push(Item::Heading(*section));
                items.extend(figures.into_iter().map(Item::Figure));
            }
        }
        parts.push(Part { account: None, figures: &projection.total, items });
    }
    parts
}

/// All sections with all rows that are not lines, in order.
const SECTIONS: &[(Section, &[Figure])] = {
    use Figure::Metric as M;
    &[
        (Section::Contribution, &[M(Metric::Contributions)]),
        (Section::OtherIncome, &[M(Metric::OtherIncome), Figure::FinancialIncome, M(Metric::Income)]),
        (Section::Overhead, &[M(Metric::Board), M(Metric::Administration), M(Metric::Audit), M(Metric::Overhead)]),
        (
            Section::Activity,
            &[
                M(Metric::Base),
                M(Metric::Process),
                M(Metric::Structure),
                M(Metric::Untagged),
                M(Metric::Activities),
                M(Metric::Cost),
            ],
        ),
        (Section::Financial, &[Figure::FinancialCost, M(Metric::FinancialNet)]),
        (
            Section::Lenses,
            &[
                M(Metric::EquityUse),
                M(Metric::Frame),
                M(Metric::ActivityRoom),
                M(Metric::FrameLeft),
                M(Metric::Result),
                M(Metric::OpeningEquity),
                Figure::Transfers,
                M(Metric::Equity),
                Figure::Claim,
                Figure::Liquid,
            ],
        ),
        (
            Section::Keys,
            &[M(Metric::AdminShare), Figure::CostPerFte, M(Metric::Fte), Figure::PlacesPerFte, M(Metric::Places)],
        ),
    ]
};

/// What an amount is summed in first.
pub fn sum_of(category: Category, approach: Option<Approach>) -> Figure {
    Figure::Metric(match category {
        Category::Contribution => Metric::Contributions,
        Category::OtherIncome => Metric::OtherIncome,
        Category::FinancialIncome => return Figure::FinancialIncome,
        Category::Board => Metric::Board,
        Category::Administration => Metric::Administration,
        Category::Audit => Metric::Audit,
        Category::FinancialCost => return Figure::FinancialCost,
        Category::Activity => match approach {
            Some(Approach::Base) => Metric::Base,
            Some(Approach::Process) => Metric::Process,
            Some(Approach::Structure) => Metric::Structure,
            None => Metric::Untagged,
        },
    })
}

fn items<'b>(account: &'b AssociationBudget, years: &[Figures]) -> Vec<Item<'b>> {
    let mut items = Vec::new();
    let claim = years.iter().any(|figures| !figures.claim.is_zero());
    let transfers = years.iter().any(|figures| !figures.transfers.is_zero());
    for (section, figures) in SECTIONS {
        let before = items.len();
        items.push(Item::Heading(*section));
        for figure in *figures {
            let lines = account.rows.iter().filter(|row| sum_of(row.category, row.approach) == *figure);
            let lines: Vec<_> = lines.map(Item::Line).collect();
            let shown = match figure {
                Figure::FinancialIncome | Figure::FinancialCost => !lines.is_empty(),
                Figure::Metric(
                    Metric::Contributions
                    | Metric::OtherIncome
                    | Metric::Board
                    | Metric::Administration
                    | Metric::Audit
                    | Metric::Base
                    | Metric::Process
                    | Metric::Structure
                    | Metric::Untagged,
                ) => !lines.is_empty(),
                Figure::Metric(Metric::FinancialNet) => account
                    .rows
                    .iter()
                    .any(|row| matches!(row.category, Category::FinancialIncome | Category::FinancialCost)),
                Figure::Claim | Figure::Liquid => claim,
                Figure::Transfers => transfers,
                Figure::CostPerFte | Figure::Metric(Metric::Fte) => account.capacity.is_some(),
                Figure::PlacesPerFte | Figure::Metric(Metric::Places) => {
                    account.capacity.as_ref().is_some_and(|capacity| capacity.places_per_fte.is_some())
                }
                Figure::Metric(_) => true,
            };
            items.extend(lines);
            if shown {
                items.push(Item::Figure(*figure));
            }
        }
        if items.len() == before.saturating_add(1) {
            items.pop();
        }
    }
    items
}
