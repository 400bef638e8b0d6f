//! What differs between two plans, part by part, with the kronor that it is about.

use super::part::{AssociationField, AssociationList, AssociationPart, PlanField, PlanList, PlanPart};
use crate::budget::Budget;
use crate::calendar::{Horizon, Year};
use crate::money::Decimal;
use crate::outcome::project;
use crate::plan::{Association, Id, Metric, Plan};
use crate::sorted::SortedMap;

/// A part that is not the same in two plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartDifference {
    /// What differs.
    pub part: PlanPart,
    /// In which of the two it is.
    pub presence: Presence,
    /// What it is called in the first; of an association's field, the association.
    pub mine: Option<String>,
    /// What it is called in the other.
    pub theirs: Option<String>,
    /// The fields that differ in an entry that is in both, by their names in the file.
    pub fields: Vec<String>,
    /// Kronor by year where they differ: of a line its amounts, of a scenario equity at the end of the year, of an
    /// association its result, of a field by year its amounts.
    pub amounts: Vec<Amounts>,
}

/// In which of two plans a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In both, and not the same.
    Both,
    /// In the first only.
    OnlyMine,
    /// In the other only.
    OnlyTheirs,
}

/// A year's kronor in two plans; absent where a plan has none, does not look at the year or cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts {
    pub year: Year,
    /// In the first.
    pub mine: Option<Decimal>,
    /// In the other.
    pub theirs: Option<Decimal>,
}

type ByYear = SortedMap<Year, Decimal>;

/// All parts that differ, in the order of the file; none when the plans are equal.
pub fn differences(mine: &Plan, theirs: &Plan) -> Vec<PartDifference> {
    let sides = [Side::of(mine), Side::of(theirs)];
    let mut found = Vec::new();
    for field in PlanField::ALL.iter().filter(|field| !field.same(mine, theirs)) {
        let names = (Some(mine.name.clone()), Some(theirs.name.clone()));
        found.push(PartDifference::of(PlanPart::Plan(*field), names, Vec::new(), Vec::new()));
    }
    for list in PlanList::ALL {
        for id in in_either(&list.ids(mine), &list.ids(theirs)) {
            let names = (list.name(mine, &id), list.name(theirs, &id));
            if let (PlanList::Association, Some(own), Some(other)) =
                (list, mine.association(&id), theirs.association(&id))
            {
                of_association(&sides, own, other, &mut found);
            } else if !list.same(mine, theirs, &id) {
                let fields = list.fields_that_differ(mine, theirs, &id);
                let amounts = match list {
                    PlanList::Association => amounts(&sides, |side| side.figures(None, Some(&id), Metric::Result)),
                    PlanList::Scenario => amounts(&sides, |side| side.figures(Some(&id), None, Metric::Equity)),
                    PlanList::Index | PlanList::Event | PlanList::Target | PlanList::Log => Vec::new(),
                };
                found.push(PartDifference::of(PlanPart::Listed(*list, id), names, fields, amounts));
            }
        }
        if !list.same_order(mine, theirs) {
            let names = (Some(mine.name.clone()), Some(theirs.name.clone()));
            found.push(PartDifference::of(PlanPart::Order(*list), names, Vec::new(), Vec::new()));
        }
    }
    found
}

fn of_association(sides: &[Side<'_>; 2], mine: &Association, theirs: &Association, found: &mut Vec<PartDifference>) {
    let names = || (Some(mine.name.clone()), Some(theirs.name.clone()));
    let part = |part| PlanPart::Association(mine.id.clone(), part);
    for field in AssociationField::ALL.iter().filter(|field| !field.same(mine, theirs)) {
        let amounts = amounts(sides, |side| side.field(&mine.id, *field));
        found.push(PartDifference::of(part(AssociationPart::Field(*field)), names(), Vec::new(), amounts));
    }
    for list in AssociationList::ALL {
        for id in in_either(&list.ids(mine), &list.ids(theirs)) {
            if list.same(mine, theirs, &id) {
                continue;
            }
            let fields = list.fields_that_differ(mine, theirs, &id);
            let amounts = match list {
                AssociationList::Line => amounts(sides, |side| side.line(&mine.id, &id)),
                AssociationList::Member | AssociationList::Risk => Vec::new(),
            };
            let names = (list.name(mine, &id), list.name(theirs, &id));
            found.push(PartDifference::of(part(AssociationPart::Listed(*list, id)), names, fields, amounts));
        }
        if !list.same_order(mine, theirs) {
            found.push(PartDifference::of(part(AssociationPart::Order(*list)), names(), Vec::new(), Vec::new()));
        }
    }
}

impl PartDifference {
    fn of(part: PlanPart, names: (Option<String>, Option<String>), fields: Vec<String>, amounts: Vec<Amounts>) -> Self {
        let presence = match &names {
            (Some(_), None) => Presence::OnlyMine,
            (None, Some(_)) => Presence::OnlyTheirs,
            (Some(_), Some(_)) | (None, None) => Presence::Both,
        };
        PartDifference { part, presence, mine: names.0, theirs: names.1, fields, amounts }
    }
}

/// A plan with its resolved budget, which is made once.
struct Side<'p> {
    plan: &'p Plan,
    budget: Option<Budget>,
}

impl Side<'_> {
    fn of(plan: &Plan) -> Side<'_> {
        Side { plan, budget: Budget::baseline(plan.base()).ok() }
    }

    fn line(&self, association: &Id, line: &Id) -> Option<ByYear> {
        let budget = self.budget.as_ref()?;
        let row = budget.association(association)?.row(line)?;
        Some(by_year(budget.horizon, |place| Some(row.amount(place))))
    }

    fn figures(&self, scenario: Option<&Id>, association: Option<&Id>, metric: Metric) -> Option<ByYear> {
        let scenario = scenario.map(|id| self.plan.scenario_by_id(id));
        // A scenario that this plan does not have is not the plan without one.
        let scenario = match scenario {
            Some(None) => return None,
            Some(found) => found,
            None => None,
        };
        if association.is_some_and(|id| self.plan.association(id).is_none()) {
            return None;
        }
        let outcome = project(self.plan, scenario).ok()?;
        let years = self.plan.horizon().iter();
        Some(years.filter_map(|year| Some((year, outcome.projection.get(association, year, metric)?))).collect())
    }

    fn field(&self, association: &Id, field: AssociationField) -> Option<ByYear> {
        let association = self.plan.association(association)?;
        match field {
            AssociationField::OpeningEquity => {
                Some(ByYear::from([(self.plan.first_year, association.opening_equity.amount)]))
            }
            AssociationField::EquityUse => Some(association.equity_use.clone()),
            AssociationField::Transfers => Some(association.transfers.clone()),
            AssociationField::Capacity => association.capacity.as_ref().map(|capacity| capacity.cost_per_fte.clone()),
            AssociationField::Name
            | AssociationField::OrganisationNumber
            | AssociationField::Source
            | AssociationField::Origin
            | AssociationField::DeficitReasons
            | AssociationField::Printed
            | AssociationField::Goals
            | AssociationField::Actuals => None,
        }
    }
}

fn by_year(horizon: Horizon, amount: impl Fn(usize) -> Option<Decimal>) -> ByYear {
    horizon.iter().enumerate().filter_map(|(place, year)| Some((year, amount(place)?))).collect()
}

fn amounts<'p>(sides: &[Side<'p>; 2], read: impl Fn(&Side<'p>) -> Option<ByYear>) -> Vec<Amounts> {
    let [mine, theirs] = sides.each_ref().map(|side| read(side).unwrap_or_default());
    let years: std::collections::BTreeSet<Year> = mine.keys().chain(theirs.keys()).copied().collect();
    let rows = years.into_iter().map(|year| Amounts {
        year,
        mine: mine.get(&year).copied(),
        theirs: theirs.get(&year).copied(),
    });
    rows.filter(|row| row.mine != row.theirs).collect()
}

/// Those of the first in their order, then those that only the other has.
fn in_either(mine: &[Id], theirs: &[Id]) -> Vec<Id> {
    mine.iter().chain(theirs.iter().filter(|id| !mine.contains(id))).cloned().collect()
}
