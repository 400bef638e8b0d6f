//! The rows of a case's table: an association's lines in sections with the sums that follow from them, and the sums of
//! all together. All that leaves the app as a table has these rows in this order.

use crate::budget::{AssociationBudget, Budget, BudgetLine, CapacityRow};
use crate::money::Decimal;
use crate::plan::{Approach, Category, Metric, MetricKind};
use crate::projection::{Figures, Projection};

/// A part of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
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
pub enum FigureRow {
    Metric(Metric),
    FinancialIncome,
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

impl FigureRow {
    /// What kind of number it is.
    pub fn kind(self) -> MetricKind {
        match self {
            FigureRow::Metric(metric) => metric.kind(),
            FigureRow::PlacesPerFte => MetricKind::Count { decimals: 2 },
            _ => MetricKind::Money,
        }
    }

    /// Whether it is put in and does not follow from other rows of the same year.
    pub fn is_put_in(self) -> bool {
        use FigureRow::{Claim, CostPerFte, PlacesPerFte, Transfers};
        matches!(self, FigureRow::Metric(Metric::EquityUse) | Transfers | Claim | CostPerFte | PlacesPerFte)
    }

    /// Its value in the year at `place`.
    pub fn value(self, figures: &Figures, capacity: Option<&CapacityRow>, place: usize) -> Option<Decimal> {
        match self {
            FigureRow::Metric(metric) => figures.get(metric),
            FigureRow::FinancialIncome => Some(figures.financial_income),
            FigureRow::FinancialCost => Some(figures.financial_cost),
            FigureRow::Transfers => Some(figures.transfers),
            FigureRow::Claim => Some(figures.claim),
            FigureRow::Liquid => figures.liquid().ok(),
            FigureRow::CostPerFte => capacity?.cost_per_fte.get(place).copied(),
            FigureRow::PlacesPerFte => capacity?.places_per_fte,
        }
    }
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub enum Item<'b> {
    /// A section's name.
    Heading(Section),
    Line(&'b BudgetLine),
    /// Anything else.
    Figure(FigureRow),
}

/// The rows of one association, or of all together.
#[derive(Debug, Clone)]
pub struct StatementPart<'b> {
    /// The association; all together when absent.
    pub association: Option<&'b AssociationBudget>,
    /// Its figures, by year.
    pub figures: &'b [Figures],
    /// Its rows.
    pub items: Vec<Item<'b>>,
}

impl StatementPart<'_> {
    /// A row's value in the year at `place`; absent where it is unknown, and for headings.
    pub fn value(&self, item: Item<'_>, place: usize) -> Option<Decimal> {
        match item {
            Item::Heading(_) => None,
            Item::Line(row) => Some(row.amount(place)),
            Item::Figure(figure) => {
                let capacity = self.association.and_then(|association| association.capacity.as_ref());
                figure.value(self.figures.get(place)?, capacity, place)
            }
        }
    }
}

/// Each association's rows, and, where there are several, those of all together after them.
pub fn parts<'b>(budget: &'b Budget, projection: &'b Projection) -> Vec<StatementPart<'b>> {
    let own = budget.associations.iter().zip(&projection.associations);
    let mut parts: Vec<StatementPart<'b>> = own
        .map(|(association, of)| StatementPart {
            association: Some(association),
            figures: &of.years,
            items: items(association, &of.years),
        })
        .collect();
    if parts.len() > 1 {
        let mut items = Vec::new();
        let has = |figure: FigureRow| {
            parts.iter().any(|part| part.items.iter().any(|item| matches!(item, Item::Figure(one) if *one == figure)))
        };
        let here =
            |figure: &FigureRow| has(*figure) && !matches!(figure, FigureRow::CostPerFte | FigureRow::PlacesPerFte);
        for (section, figures) in SECTIONS {
            let figures: Vec<FigureRow> = figures.iter().copied().filter(here).collect();
            if !figures.is_empty() {
                items.push(Item::Heading(*section));
                items.extend(figures.into_iter().map(Item::Figure));
            }
        }
        parts.push(StatementPart { association: None, figures: &projection.total, items });
    }
    parts
}

/// All sections with all rows that are not lines, in order.
const SECTIONS: &[(Section, &[FigureRow])] = {
    use FigureRow::Metric as M;
    &[
        (Section::Contribution, &[M(Metric::Contributions)]),
        (Section::OtherIncome, &[M(Metric::OtherIncome), FigureRow::FinancialIncome, M(Metric::Income)]),
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
        (Section::Financial, &[FigureRow::FinancialCost, M(Metric::FinancialNet)]),
        (
            Section::Lenses,
            &[
                M(Metric::EquityUse),
                M(Metric::Frame),
                M(Metric::ActivityRoom),
                M(Metric::FrameLeft),
                M(Metric::Result),
                M(Metric::OpeningEquity),
                FigureRow::Transfers,
                M(Metric::Equity),
                FigureRow::Claim,
                FigureRow::Liquid,
            ],
        ),
        (
            Section::Keys,
            &[M(Metric::AdminShare), FigureRow::CostPerFte, M(Metric::Fte), FigureRow::PlacesPerFte, M(Metric::Places)],
        ),
    ]
};

/// What an amount is summed in first.
pub fn sum_of(category: Category, approach: Option<Approach>) -> FigureRow {
    FigureRow::Metric(match category {
        Category::Contribution => Metric::Contributions,
        Category::OtherIncome => Metric::OtherIncome,
        Category::FinancialIncome => return FigureRow::FinancialIncome,
        Category::Board => Metric::Board,
        Category::Administration => Metric::Administration,
        Category::Audit => Metric::Audit,
        Category::FinancialCost => return FigureRow::FinancialCost,
        Category::Activity => match approach {
            Some(Approach::Base) => Metric::Base,
            Some(Approach::Process) => Metric::Process,
            Some(Approach::Structure) => Metric::Structure,
            None => Metric::Untagged,
        },
    })
}

fn items<'b>(association: &'b AssociationBudget, years: &[Figures]) -> Vec<Item<'b>> {
    let mut items = Vec::new();
    let claim = years.iter().any(|figures| !figures.claim.is_zero());
    let transfers = years.iter().any(|figures| !figures.transfers.is_zero());
    for (section, figures) in SECTIONS {
        let before = items.len();
        items.push(Item::Heading(*section));
        for figure in *figures {
            let lines = association.rows.iter().filter(|row| sum_of(row.category, row.approach) == *figure);
            let lines: Vec<_> = lines.map(Item::Line).collect();
            let shown = match figure {
                FigureRow::FinancialIncome | FigureRow::FinancialCost => !lines.is_empty(),
                FigureRow::Metric(
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
                FigureRow::Metric(Metric::FinancialNet) => association
                    .rows
                    .iter()
                    .any(|row| matches!(row.category, Category::FinancialIncome | Category::FinancialCost)),
                FigureRow::Claim | FigureRow::Liquid => claim,
                FigureRow::Transfers => transfers,
                FigureRow::CostPerFte | FigureRow::Metric(Metric::Fte) => association.capacity.is_some(),
                FigureRow::PlacesPerFte | FigureRow::Metric(Metric::Places) => {
                    association.capacity.as_ref().is_some_and(|capacity| capacity.places_per_fte.is_some())
                }
                FigureRow::Metric(_) => true,
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
