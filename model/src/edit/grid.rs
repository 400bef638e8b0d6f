//! The rows of the table that a budget is edited in, and a block of them on its way out: it comes in again as it is.

use crate::calendar::Year;
use crate::money::{Decimal, Unit};
use crate::outcome::Outcome;
use crate::plan::{Association, Category, Id, Metric, Plan};
use crate::table::Copied;
use std::ops::RangeInclusive;

/// A part of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GridSection {
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

impl GridSection {
    /// Those that have lines, in their order.
    pub const OF_LINES: [GridSection; 5] = [
        GridSection::Contribution,
        GridSection::Other,
        GridSection::Overhead,
        GridSection::Activity,
        GridSection::Financial,
    ];

    /// The section of a category's lines.
    pub fn of(category: Category) -> GridSection {
        match category {
            Category::Contribution => GridSection::Contribution,
            Category::OtherIncome | Category::FinancialIncome => GridSection::Other,
            Category::Board | Category::Administration | Category::Audit => GridSection::Overhead,
            Category::Activity => GridSection::Activity,
            Category::FinancialCost => GridSection::Financial,
        }
    }

    /// The category of a line that is added to the section.
    pub fn new_line_category(self) -> Category {
        match self {
            GridSection::Contribution => Category::Contribution,
            GridSection::Other => Category::OtherIncome,
            GridSection::Overhead => Category::Administration,
            GridSection::Financial => Category::FinancialCost,
            GridSection::Activity | GridSection::Lenses | GridSection::Keys => Category::Activity,
        }
    }

    fn sum(self) -> Option<Metric> {
        match self {
            GridSection::Contribution => Some(Metric::Contributions),
            GridSection::Overhead => Some(Metric::Overhead),
            GridSection::Activity => Some(Metric::Activities),
            GridSection::Other | GridSection::Financial | GridSection::Lenses | GridSection::Keys => None,
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum GridRow {
    /// A section's heading.
    Heading(GridSection),
    Line(Id),
    /// The planned use of saved money: typed, but not a line.
    EquityUse,
    /// A computed figure.
    Sum(Metric),
}

impl GridRow {
    /// Whether its cells can be typed in.
    pub fn is_editable(&self) -> bool {
        matches!(self, GridRow::Line(_) | GridRow::EquityUse)
    }

    /// What its cell of a year shows: kronor, a share or a count; nothing for a heading.
    pub fn value(&self, outcome: &Outcome, association: Option<&Association>, year: Year) -> Option<Decimal> {
        let id = association.map(|association| &association.id);
        match self {
            GridRow::Heading(_) => None,
            GridRow::Line(line) => {
                let place = outcome.projection.horizon.position(year)?;
                outcome.budget.association(id?)?.row(line)?.amounts.get(place).copied()
            }
            GridRow::EquityUse => Some(association?.equity_use.get(&year).copied().unwrap_or_default()),
            GridRow::Sum(metric) => outcome.projection.get(id, year, *metric),
        }
    }
}

/// The rows of one association, or of all together (no lines then: their sums only).
pub fn grid_rows(plan: &Plan, association: Option<&Association>) -> Vec<GridRow> {
    let mut rows = Vec::new();
    let associations: Vec<&Association> = match association {
        Some(association) => vec![association],
        None => plan.associations.iter().map(|one| &**one).collect(),
    };
    let has = |section: GridSection| {
        associations
            .iter()
            .any(|association| association.lines.iter().any(|line| GridSection::of(line.category) == section))
    };
    let earns_interest = associations
        .iter()
        .any(|association| association.lines.iter().any(|line| line.category == Category::FinancialIncome));
    for section in GridSection::OF_LINES {
        // All together, what is financial is one row: the net.
        let net = association.is_none() && section == GridSection::Financial && earns_interest;
        let optional = matches!(section, GridSection::Other | GridSection::Financial);
        if optional && !has(section) && !net {
            continue;
        }
        if let Some(association) = association {
            rows.push(GridRow::Heading(section));
            let lines = association.lines.iter().filter(|line| GridSection::of(line.category) == section);
            rows.extend(lines.map(|line| GridRow::Line(line.id.clone())));
        }
        if association.is_none() && section == GridSection::Activity {
            rows.extend([Metric::Base, Metric::Process, Metric::Structure, Metric::Untagged].map(GridRow::Sum));
        }
        rows.extend(section.sum().map(GridRow::Sum));
        match (section, association) {
            (GridSection::Other, None) => {
                rows.push(GridRow::Sum(Metric::OtherIncome));
                // The sum of all income has what the net has too.
                if !earns_interest {
                    rows.push(GridRow::Sum(Metric::Income));
                }
            }
            (GridSection::Other, Some(_)) => rows.push(GridRow::Sum(Metric::Income)),
            (GridSection::Financial, None) => rows.push(GridRow::Sum(Metric::FinancialNet)),
            // Financial costs are no part of it, and stand below.
            (GridSection::Activity, _) => rows.push(GridRow::Sum(Metric::Cost)),
            _ => {}
        }
    }
    rows.push(GridRow::Heading(GridSection::Lenses));
    rows.push(if association.is_some() { GridRow::EquityUse } else { GridRow::Sum(Metric::EquityUse) });
    let lenses = [Metric::Frame, Metric::ActivityRoom, Metric::FrameLeft, Metric::Result, Metric::Equity];
    rows.extend(lenses.map(GridRow::Sum));
    rows.push(GridRow::Heading(GridSection::Keys));
    rows.push(GridRow::Sum(Metric::AdminShare));
    if associations.iter().any(|association| association.capacity.is_some()) {
        rows.push(GridRow::Sum(Metric::Fte));
        if associations
            .iter()
            .any(|one| one.capacity.as_ref().is_some_and(|capacity| capacity.places_per_fte.is_some()))
        {
            rows.push(GridRow::Sum(Metric::Places));
        }
    }
    rows
}

/// What a copied block is taken from.
#[derive(Clone, Copy)]
pub struct CopyFrom<'a> {
    /// What follows from the plan.
    pub outcome: &'a Outcome,
    /// The association that is shown; all together when absent.
    pub association: Option<&'a Association>,
    /// The table's rows.
    pub rows: &'a [GridRow],
    pub years: &'a [Year],
    /// The unit on the screen.
    pub unit: Unit,
    /// The name of a row that is not a line.
    pub name: &'a dyn Fn(&GridRow) -> String,
    /// A share as text.
    pub percent: &'a dyn Fn(Decimal) -> String,
}

/// The cells of a block; column 0 has the names, the years follow. With names go the years and the unit, so that the
/// table says by itself what it is.
pub fn copied_block(
    from: CopyFrom<'_>,
    block: &RangeInclusive<usize>,
    columns: &RangeInclusive<usize>,
) -> Vec<Vec<Copied>> {
    let with_names = *columns.start() == 0;
    let is_one = block.start() == block.end() && columns.start() == columns.end();
    let shown = (1..).zip(from.years).filter(|(place, _)| columns.contains(place)).map(|(_, year)| *year);
    let years: Vec<Year> = shown.collect();
    let mut cells = Vec::new();
    if with_names && !is_one {
        let unit = if from.unit == Unit::Thousands { "tkr" } else { "kr" };
        let heads = std::iter::once(unit.to_owned()).chain(years.iter().map(Year::to_string));
        cells.push(heads.map(Copied::Words).collect());
    }
    for (_, row) in from.rows.iter().enumerate().filter(|(place, _)| block.contains(place)) {
        let name = with_names.then(|| Copied::Words(name(from, row)));
        let value = |year: &Year| match (row.value(from.outcome, from.association, *year), row) {
            (None, _) => Copied::Words(String::new()),
            (Some(share), GridRow::Sum(Metric::AdminShare)) => Copied::Words((from.percent)(share)),
            (Some(count), GridRow::Sum(Metric::Fte | Metric::Places)) => Copied::Number(count),
            (Some(kronor), _) => Copied::Amount(kronor, from.unit),
        };
        cells.push(name.into_iter().chain(years.iter().map(value)).collect());
    }
    cells
}

fn name(from: CopyFrom<'_>, row: &GridRow) -> String {
    match row {
        GridRow::Line(id) => {
            let line = from.association.and_then(|association| association.line(id));
            line.map(|line| line.name.clone()).unwrap_or_default()
        }
        other => (from.name)(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::project;
    use crate::plan::{Line, Schedule};
    use crate::sorted::SortedMap;

    fn line(name: &str, category: Category, kronor: i64) -> Line {
        let amounts = SortedMap::from([(Year::new(2016).unwrap(), Decimal::from(kronor))]);
        Line::new(Id::new(name), name, category, Schedule::Amounts(amounts))
    }

    /// Two associations, the first with a financial cost and what else is asked for.
    fn rows_of(more: Option<Line>) -> Vec<(Metric, i64)> {
        let first = Year::new(2016).unwrap();
        let mut one = Association::new(Id::new("one"), "One");
        one.lines = vec![
            line("paid", Category::Contribution, 2_000_000),
            line("rent", Category::OtherIncome, 100_000),
            line("office", Category::Administration, 300_000),
            line("work", Category::Activity, 1_500_000),
            line("fees", Category::FinancialCost, 30_000),
        ];
        one.lines.extend(more);
        let mut other = Association::new(Id::new("other"), "Other");
        other.lines = vec![
            line("paid", Category::Contribution, 1_000_000),
            line("office", Category::Administration, 200_000),
            line("work", Category::Activity, 700_000),
        ];
        let plan = Plan::new(Id::new("two"), "Two", first, 1, vec![one, other]);
        let outcome = project(&plan, None).unwrap();
        let shown = grid_rows(&plan, None).into_iter().filter_map(|row| {
            let GridRow::Sum(metric) = row else { return None };
            let kronor = row.value(&outcome, None, first)?;
            i64::try_from(kronor).ok().map(|kronor| (metric, kronor))
        });
        shown.filter(|(metric, _)| *metric <= Metric::Result && *metric != Metric::AdminShare).collect()
    }

    /// Contributions, other income, cost and the financial net are all there, and come to the result.
    #[test]
    fn all_together_the_rows_come_to_the_result() {
        use Metric as M;
        let of =
            |rows: &[(Metric, i64)], metric: Metric| rows.iter().find(|(one, _)| *one == metric).map(|(_, kr)| *kr);
        let rows = rows_of(None);
        let above: Vec<_> = rows.iter().copied().take_while(|(metric, _)| *metric != M::EquityUse).collect();
        let wanted = [
            (M::Contributions, 3_000_000),
            (M::OtherIncome, 100_000),
            (M::Income, 3_100_000),
            (M::Overhead, 500_000),
            (M::Base, 0),
            (M::Process, 0),
            (M::Structure, 0),
            (M::Untagged, 2_200_000),
            (M::Activities, 2_200_000),
            (M::Cost, 2_700_000),
            (M::FinancialNet, 30_000),
        ];
        assert_eq!(above, wanted);
        assert_eq!(of(&rows, M::Result), Some(3_100_000 - 2_700_000 - 30_000));
        // With interest the sum of all income would count it beside the net.
        let rows = rows_of(Some(line("interest", Category::FinancialIncome, 5_000)));
        assert_eq!(of(&rows, M::Income), None);
        assert_eq!(of(&rows, M::FinancialNet), Some(25_000));
        assert_eq!(of(&rows, M::Result), Some(3_000_000 + 100_000 - 2_700_000 - 25_000));
    }
}
