//! Where a figure comes from: the figures or lines that it is reckoned from.

use super::Trace;
use crate::budget::{AmountOrigin, AssociationBudget, Budget, Generated, RowSource};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow};
use crate::plan::{AdminShareOf, Approach, Category, Id, Metric};
use std::sync::Arc;

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The figure; absent when unknown.
    pub value: Option<Decimal>,
    /// How it is reckoned from what stands below it.
    pub rule: Rule,
    /// What it is reckoned from, in the order of the rule.
    pub parts: Vec<PartOf>,
}

/// How a figure is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The sum of lines.
    Lines,
    /// Given by the plan or a decision: equity at the beginning, planned use of saved money.
    Given,
    /// The sum of other figures, each with its sign.
    Figures,
    /// The first divided by the second.
    Ratio,
    /// The first times the second.
    Product,
}

/// Something that a figure is reckoned from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartOf {
    /// What.
    pub what: FigureSource,
    /// Its amount; absent when unknown.
    pub amount: Option<Decimal>,
    /// Whether it is taken off.
    pub minus: bool,
}

/// What a figure can be reckoned from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureSource {
    /// Another figure.
    Metric(Metric),
    /// Lines of a category that has no figure of its own.
    Category(Category),
    /// Equity moved in or out at the beginning of the year.
    Transfers,
    /// What a coordinator costs.
    CostPerFte,
    /// Places per coordinator.
    PlacesPerFte,
    Line {
        /// The association that it is in.
        association: Id,
        /// Its name; empty where a decision made it and the app names it.
        name: Arc<str>,
        /// What a decision made it for, if one did.
        made: Option<Generated>,
        /// The association and line of the plan that it comes from.
        source: Option<(Id, Id)>,
        /// Where the year's amount comes from.
        origin: AmountOrigin,
    },
}

/// Where a metric of a scenario in a year comes from, in an association or in all together.
pub fn provenance(trace: &Trace, association: Option<&Id>, year: Year, metric: Metric) -> Result<Provenance, Overflow> {
    let value = |metric| trace.projection().get(association, year, metric);
    let terms = |rule, terms: &[(Metric, bool)]| {
        let parts = terms.iter().map(|(metric, minus)| PartOf {
            what: FigureSource::Metric(*metric),
            amount: value(*metric),
            minus: *minus,
        });
        (rule, parts.collect::<Vec<_>>())
    };
    let lines = |wanted: &dyn Fn(Category, Option<Approach>) -> bool| {
        (Rule::Lines, rows(trace.budget(), association, year, wanted))
    };
    let of = |wanted: Category| lines(&move |category, _| category == wanted);
    let activities =
        |wanted: Option<Approach>| lines(&move |category, tag| category == Category::Activity && tag == wanted);
    let (rule, mut parts) = match metric {
        Metric::Contributions => of(Category::Contribution),
        Metric::OtherIncome => of(Category::OtherIncome),
        Metric::Board => of(Category::Board),
        Metric::Administration => of(Category::Administration),
        Metric::Audit => of(Category::Audit),
        Metric::Base => activities(Some(Approach::Base)),
        Metric::Process => activities(Some(Approach::Process)),
        Metric::Structure => activities(Some(Approach::Structure)),
        Metric::Untagged => activities(None),
        Metric::EquityUse | Metric::OpeningEquity => (Rule::Given, Vec::new()),
        Metric::FinancialNet => {
            lines(&|category, _| matches!(category, Category::FinancialCost | Category::FinancialIncome))
        }
        Metric::Income
        | Metric::Frame
        | Metric::Overhead
        | Metric::Activities
        | Metric::Cost
        | Metric::Result
        | Metric::Equity
        | Metric::ActivityRoom
        | Metric::FrameLeft => terms(Rule::Figures, metric.terms()),
        Metric::AdminShare => {
            let definitions = &trace.budget().definitions;
            let whole = match definitions.share_of {
                AdminShareOf::Cost => Metric::Cost,
                AdminShareOf::Contributions => Metric::Contributions,
            };
            let mut share = terms(Rule::Ratio, &[(Metric::Overhead, false)]);
            if !definitions.board_counts {
                share.1.extend(terms(Rule::Ratio, &[(Metric::Board, true)]).1);
            }
            share.1.extend(terms(Rule::Ratio, &[(whole, false)]).1);
            share
        }
        Metric::Fte => terms(Rule::Ratio, &[(Metric::Base, false)]),
        Metric::Places => terms(Rule::Product, &[(Metric::Fte, false)]),
    };
    let association_budget = association.and_then(|id| trace.budget().association(id));
    let plus = |what, amount| PartOf { what, amount, minus: false };
    match metric {
        Metric::Income => {
            let income = sum_of(trace.budget(), association, year, Category::FinancialIncome)?;
            parts.push(plus(FigureSource::Category(Category::FinancialIncome), Some(income)));
        }
        Metric::Equity => {
            let figures = figures(trace, association, year).map(|figures| figures.transfers);
            parts.insert(1, plus(FigureSource::Transfers, figures));
        }
        Metric::Fte => {
            let place = trace.budget().horizon.position(year);
            let cost =
                association_budget.and_then(|association_budget| association_budget.capacity.as_ref()).zip(place);
            let cost = cost.and_then(|(capacity, place)| capacity.cost_per_fte.get(place).copied());
            parts.push(plus(FigureSource::CostPerFte, cost));
        }
        Metric::Places => {
            let per_fte = association_budget
                .and_then(|association_budget| association_budget.capacity.as_ref())
                .and_then(|one| one.places_per_fte);
            parts.push(plus(FigureSource::PlacesPerFte, per_fte));
        }
        _ => {}
    }
    let nothing = |part: &PartOf| part.amount.is_none_or(|amount| amount.is_zero());
    if rule == Rule::Figures {
        parts.retain(|part| !nothing(part));
    }
    Ok(Provenance { value: value(metric), rule, parts })
}

fn figures<'t>(trace: &'t Trace, association: Option<&Id>, year: Year) -> Option<&'t crate::projection::Figures> {
    let projection = trace.projection();
    let place = projection.horizon.position(year)?;
    match association {
        Some(id) => projection.association(id)?.years.get(place),
        None => projection.total.get(place),
    }
}

fn associations<'b>(
    budget: &'b Budget,
    association: Option<&'b Id>,
) -> impl Iterator<Item = &'b Arc<AssociationBudget>> {
    budget
        .associations
        .iter()
        .filter(move |association_budget| association.is_none_or(|id| association_budget.id == *id))
}

fn sum_of(budget: &Budget, association: Option<&Id>, year: Year, wanted: Category) -> Result<Decimal, Overflow> {
    let Some(place) = budget.horizon.position(year) else { return Ok(Decimal::ZERO) };
    let rows = associations(budget, association).flat_map(|association_budget| &association_budget.rows);
    crate::money::sum(rows.filter(|row| row.category == wanted).map(|row| row.amount(place)))
}

/// The lines that are not 0 in the year.
fn rows(
    budget: &Budget,
    association: Option<&Id>,
    year: Year,
    wanted: &dyn Fn(Category, Option<Approach>) -> bool,
) -> Vec<PartOf> {
    let Some(place) = budget.horizon.position(year) else { return Vec::new() };
    let mut parts = Vec::new();
    for association_budget in associations(budget, association) {
        for row in association_budget.rows.iter().filter(|row| wanted(row.category, row.approach)) {
            if row.amount(place).is_zero() {
                continue;
            }
            let (made, source) = match &row.source {
                RowSource::Line { association, line } => (None, Some((association.clone(), line.clone()))),
                RowSource::Made(made) => (Some(*made), None),
            };
            let origin = row.origins.get(place).copied().unwrap_or(AmountOrigin::Decision);
            parts.push(PartOf {
                what: FigureSource::Line {
                    association: association_budget.id.clone(),
                    name: row.name.clone(),
                    made,
                    source,
                    origin,
                },
                amount: Some(row.amount(place)),
                // Of the lines of a metric only financial income lowers it: it is taken off the financial costs.
                minus: row.category == Category::FinancialIncome,
            });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::trace;
    use crate::exchange::read;

    /// Every sum of every example, in every scenario, is the sum of its parts.
    #[test]
    fn parts_add_up_to_the_figure() {
        let files = [
            include_str!("../../../plans/varend-2016.json"),
            include_str!("../../../plans/vaxjo-alvesta-2015.json"),
            include_str!("../../../plans/sydnarke-2016.json"),
            include_str!("../../../plans/akst-2014.json"),
        ];
        for plan in files.map(|file| read(file).unwrap()) {
            for scenario in plan.cases() {
                let trace = trace(&plan, scenario).unwrap();
                let ids: Vec<_> = trace
                    .budget()
                    .associations
                    .iter()
                    .map(|association_budget| association_budget.id.clone())
                    .collect();
                for association in std::iter::once(None).chain(ids.iter().map(Some)) {
                    for (year, metric) in plan.horizon().iter().flat_map(|year| ALL.map(|metric| (year, metric))) {
                        let found = provenance(&trace, association, year, metric).unwrap();
                        if !matches!(found.rule, Rule::Figures | Rule::Lines) {
                            continue;
                        }
                        let signed =
                            |part: &PartOf| part.amount.map(|amount| if part.minus { -amount } else { amount });
                        let sum: Decimal = found.parts.iter().filter_map(signed).sum();
                        assert_eq!(Some(sum), found.value, "{metric:?} {year} {association:?}");
                    }
                }
            }
        }
    }

    const ALL: [Metric; 16] = [
        Metric::Contributions,
        Metric::Income,
        Metric::Frame,
        Metric::Board,
        Metric::Administration,
        Metric::Audit,
        Metric::Overhead,
        Metric::Base,
        Metric::Process,
        Metric::Untagged,
        Metric::Activities,
        Metric::Cost,
        Metric::FinancialNet,
        Metric::Result,
        Metric::Equity,
        Metric::FrameLeft,
    ];
}
