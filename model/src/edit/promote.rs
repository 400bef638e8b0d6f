//! Promoting a scenario: the plan's base becomes what the scenario's decisions make of it.

use super::{EditError, promoted_ranges};
use crate::budget::{AmountOrigin, AssociationBudget, Budget, BudgetLine, CapacityRow, Generated, RowSource};
use crate::calendar::Horizon;
use crate::decision::Introduced;
use crate::money::{Decimal, round, round_dp};
use crate::outcome::project;
use crate::plan::{
    Active, Association, Capacity, Goal, Id, LeverAddress, Line, LogEntry, LoggedFigure, Metric, MetricKind, Plan,
    Scenario, Schedule,
};
use crate::projection::{AssociationFigures, Projection};
use crate::sorted::SortedMap;

/// Names for lines that decisions made without one; the model has no words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MadeNames {
    /// The base money of a step-down.
    pub base: String,
    /// The process money of a step-down.
    pub process: String,
    /// The one-off cost of a merger.
    pub merger_cost: String,
    /// A party's contribution.
    pub contribution: String,
    /// What is noted as the source of what was reckoned by decisions.
    pub source: String,
    /// The day for the decision log; the model has no clock.
    pub date: String,
    /// The decisions that are on, in words, for the decision log.
    pub decisions: Vec<String>,
}

/// Makes a scenario the base and takes it away from the scenarios. Lines that its decisions changed get each year's
/// amount as given, those that they left alone stay as they are written; equity that decisions moved stands as
/// transfers. Associations that are merged away stay for their years, with nothing after them. The figures of all years
/// are then those of the scenario; what was asked, proposed and said of it stands in the decision log. Says which of the
/// users' ranges are left without a number, and go.
pub(super) fn promote(plan: &mut Plan, id: &Id, names: &MadeNames) -> Result<Vec<LeverAddress>, EditError> {
    let before = plan.clone();
    let scenario = before.scenario_by_id(id);
    let scenario = scenario.ok_or_else(|| EditError::NotFound(id.clone()))?;
    let outcome = project(&before, Some(scenario)).map_err(|_| EditError::Overflow)?;
    let base = Budget::baseline(before.base()).map_err(|_| EditError::Overflow)?;
    let from = Promotion { plan: &before, scenario, base: &base, budget: &outcome.budget, names };
    let association_budgets = outcome.budget.associations.iter().zip(&outcome.projection.associations);
    let associations = association_budgets
        .map(|(association_budget, figures)| from.association(association_budget, figures).into())
        .collect();
    let entry = logged(&before, scenario, &outcome.projection, names);
    plan.associations = associations;
    plan.log.push(entry);
    plan.indices = outcome.budget.indices.to_vec();
    plan.scenarios.retain(|scenario| scenario.id != *id);
    Ok(promoted_ranges::carry(&before, plan, scenario))
}

/// The numbers whose ranges go when a scenario becomes the plan, for the question before.
pub fn ranges_lost(plan: &Plan, scenario: &Id) -> Vec<LeverAddress> {
    promote(&mut plan.clone(), scenario, &MadeNames::default()).unwrap_or_default()
}

/// What is kept of a scenario that becomes the plan.
fn logged(plan: &Plan, scenario: &Scenario, projection: &Projection, names: &MadeNames) -> LogEntry {
    let years = |metric: Metric| -> SortedMap<_, _> {
        let places = match metric.kind() {
            MetricKind::Money => 0,
            MetricKind::Share => 4,
            MetricKind::Count { .. } => 2,
        };
        let known = plan.horizon().iter().filter_map(|year| Some((year, projection.get(None, year, metric)?)));
        known.map(|(year, value)| (year, round_dp(value, places).normalize())).collect()
    };
    let figures = LOGGED.into_iter().map(|metric| LoggedFigure { metric, years: years(metric) });
    LogEntry {
        id: Id::from_name(scenario.id.as_str(), |id| plan.log.iter().any(|entry| entry.id.as_str() == id)),
        date: names.date.clone(),
        scenario: scenario.name.clone(),
        description: scenario.description.clone(),
        question: scenario.question.clone(),
        proposal: scenario.proposal.clone(),
        decisions: names.decisions.clone(),
        positions: scenario.positions.clone(),
        figures: figures.filter(|figure| figure.years.values().any(|value| !value.is_zero())).collect(),
    }
}

/// The figures that the decision log keeps.
const LOGGED: [Metric; 7] = [
    Metric::Contributions,
    Metric::ActivityRoom,
    Metric::Cost,
    Metric::Result,
    Metric::Equity,
    Metric::Fte,
    Metric::Places,
];

struct Promotion<'p> {
    plan: &'p Plan,
    scenario: &'p Scenario,
    base: &'p Budget,
    budget: &'p Budget,
    names: &'p MadeNames,
}

impl Promotion<'_> {
    fn association(&self, association_budget: &AssociationBudget, figures: &AssociationFigures) -> Association {
        let known = self.plan.association(&association_budget.id).cloned();
        let mut of = known.unwrap_or_else(|| {
            let mut new = Association::new(association_budget.id.clone(), &association_budget.name);
            new.source.clone_from(&self.names.source);
            new.opening_equity = association_budget.opening.clone();
            new
        });
        let before = self.base.association(&association_budget.id);
        of.members = association_budget.members.to_vec();
        of.life = association_budget.life.clone();
        let horizon = self.budget.horizon;
        for (year, amount) in horizon.iter().zip(&association_budget.equity_use) {
            if round(of.equity_use.get(&year).copied().unwrap_or_default()) != *amount {
                of.equity_use.insert(year, *amount);
            }
        }
        for (year, figures) in horizon.iter().zip(&figures.years) {
            if round(of.transfers.get(&year).copied().unwrap_or_default()) != figures.transfers {
                of.transfers.insert(year, figures.transfers);
            }
        }
        if before.is_none_or(|before| before.capacity != association_budget.capacity) {
            let old = of.capacity.take();
            of.capacity = association_budget.capacity.as_ref().map(|row| self.capacity(row, old.as_ref()));
        }
        of.lines = association_budget.rows.iter().map(|row| self.line(association_budget, row)).collect();
        of.goals = self.goals(association_budget);
        of
    }

    /// The goals of the years in which it exists. Those of what a merger formed it of come along, each with its line.
    fn goals(&self, association_budget: &AssociationBudget) -> Vec<Goal> {
        let mut found = Vec::new();
        let mut parts = vec![association_budget.id.clone()];
        while let Some(part) = parts.pop() {
            let Some(known) = self.plan.association(&part) else {
                let of = self.budget.association(&part).map(|one| one.life.of.as_slice()).unwrap_or_default();
                parts.extend(of.iter().rev().cloned());
                continue;
            };
            for goal in
                known.goals.iter().filter(|goal| goal.year.is_none_or(|year| association_budget.life.contains(year)))
            {
                let of_row = |row: &&BudgetLine| match &row.source {
                    RowSource::Line { association, line } => *association == part && goal.line.as_ref() == Some(line),
                    RowSource::Made(_) => false,
                };
                let line = association_budget.rows.iter().find(of_row).map(|row| row.line.clone());
                // A line that ended before the merger has its goal where it stays.
                if goal.line.is_none() || line.is_some() {
                    found.push(Goal { line, ..goal.clone() });
                }
            }
        }
        found
    }

    fn capacity(&self, row: &CapacityRow, old: Option<&Capacity>) -> Capacity {
        Capacity {
            cost_per_fte: by_year(self.budget.horizon, &row.cost_per_fte),
            index: row.index.clone(),
            places_per_fte: row.places_per_fte,
            enrolled: old.and_then(|old| old.enrolled),
            source: self.names.source.clone(),
        }
    }

    fn line(&self, association_budget: &AssociationBudget, row: &BudgetLine) -> Line {
        let written = match &row.source {
            RowSource::Line { association, line } => self.plan.association(association).and_then(|of| of.line(line)),
            RowSource::Made(_) => None,
        };
        let written = written.or_else(|| self.added(association_budget, row));
        if let Some(line) = written.filter(|_| self.unchanged(association_budget, row)) {
            return line.clone();
        }
        let name = match &row.source {
            _ if !row.name.is_empty() => &*row.name,
            RowSource::Made(Generated::Base) => &self.names.base,
            RowSource::Made(Generated::Process) => &self.names.process,
            RowSource::Made(Generated::MergerCost) => &self.names.merger_cost,
            RowSource::Made(Generated::Contribution | Generated::Named) | RowSource::Line { .. } => {
                &self.names.contribution
            }
        };
        let mut amounts = by_year(self.budget.horizon, &row.amounts);
        // A year that nobody has written an amount for is still to be written.
        for (year, origin) in self.budget.horizon.iter().zip(&row.origins) {
            if *origin == AmountOrigin::Gap {
                amounts.remove(&year);
            }
        }
        // Amounts given for the years before the plan's stay; levels there mean something else than amounts.
        if let Some(Schedule::Amounts(given)) = written.map(|line| &line.schedule) {
            let earlier = given.range(..self.budget.horizon.first);
            amounts.extend(earlier.map(|(year, amount)| (*year, *amount)));
            // What ends a gap may be written for a year after the plan's.
            let later = given.range(self.budget.horizon.last()..).find(|(year, _)| **year > self.budget.horizon.last());
            if row.origins.last() == Some(&AmountOrigin::Gap) {
                amounts.extend(later.map(|(year, amount)| (*year, *amount)));
            }
        }
        let schedule = Schedule::Amounts(amounts);
        let new = Line::new(row.line.clone(), name, row.category, schedule.clone());
        let mut line = Line { source: self.names.source.clone(), ..new };
        if let Some(written) = written {
            line = Line { id: row.line.clone(), schedule, ..written.clone() };
            if line.source.is_empty() {
                line.source.clone_from(&self.names.source);
            }
        }
        // Who takes part follows the money: nobody where a decision takes all of it, and those whom a merger moves once.
        line.participants = row.participants.clone();
        for (place, year) in self.budget.horizon.iter().enumerate() {
            if let Some(count) = row.participants(year, place) {
                line.participants.insert(year, count);
            }
        }
        line.member.clone_from(&row.member);
        line.party = row.party.filter(|_| row.member.is_none());
        line.approach = row.approach;
        line.locked = row.locked;
        line.index.clone_from(&row.index);
        line.round_to = row.terms.round_to;
        // A decision can end a line before it begins: it then has nothing in any year, and no months to run in.
        let runs = row.active.first.zip(row.active.last).is_none_or(|(first, last)| first <= last);
        line.active = if runs { row.active } else { Active::default() };
        line
    }

    /// The line as the decision that added it wrote it, with its status, owner, note, focus, risk, participants and
    /// source. Ids are an association's own: a decision on another association, or one that was left out, may have
    /// added another line by the same id.
    fn added(&self, association_budget: &AssociationBudget, row: &BudgetLine) -> Option<&Line> {
        self.scenario.steps.iter().filter(|step| step.on).find_map(|step| match step.decision.introduces()? {
            Introduced::Line(line) => {
                let same = line.id == row.line && line.category == row.category && *line.name == *row.name;
                let here = step.decision.association().is_some_and(|of| self.becomes(of, &association_budget.id));
                (same && here).then_some(line)
            }
            Introduced::Association(..) | Introduced::Member(..) => None,
        })
    }

    /// Whether an association is this one, or has become part of it.
    fn becomes(&self, association: &Id, whole: &Id) -> bool {
        let parts = self
            .budget
            .association(whole)
            .map(|association_budget| association_budget.life.of.as_slice())
            .unwrap_or_default();
        association == whole || parts.iter().any(|part| self.becomes(association, part))
    }

    /// Whether the plan's own line gives the same without the decisions, under the indices that are in force then.
    fn unchanged(&self, association_budget: &AssociationBudget, row: &BudgetLine) -> bool {
        let index = |budget: &Budget| {
            let id = row.index.as_ref()?;
            budget.indices.iter().find(|index| index.id == *id).cloned()
        };
        let before = self.base.association(&association_budget.id).and_then(|before| before.row(&row.line));
        before == Some(row) && index(self.base) == index(self.budget)
    }
}

fn by_year(horizon: Horizon, amounts: &[Decimal]) -> SortedMap<crate::calendar::Year, Decimal> {
    horizon.iter().zip(amounts).map(|(year, amount)| (year, *amount)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::{ActivityAction, ActivityChange, Decision};
    use crate::edit::{Edit, ScenarioEdit};
    use crate::exchange::{read, write};
    use crate::finding::RuleCode;

    fn names() -> MadeNames {
        MadeNames {
            base: "Bas".to_owned(),
            process: "Process".to_owned(),
            merger_cost: "Sammanslagning".to_owned(),
            contribution: "Bidrag".to_owned(),
            source: "Enligt scenariot".to_owned(),
            date: "2026-11-26".to_owned(),
            decisions: vec!["Trappsteg".to_owned()],
        }
    }

    /// What a decision adds keeps all that is said of it.
    #[test]
    fn an_added_line_keeps_what_is_said_of_it() {
        let mut plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let year = plan.first_year;
        let schedule = Schedule::Amounts(SortedMap::from([(year, Decimal::from(200_000))]));
        let line = Line {
            status: Some(crate::plan::Status::Decided),
            esf: true,
            owner: "Anna".to_owned(),
            note: "Efter sommaren".to_owned(),
            risk: Some(crate::plan::Grade::High),
            source: "Protokoll 12".to_owned(),
            ..Line::new(Id::new("ny-insats"), "Ny insats", crate::plan::Category::Activity, schedule)
        };
        let association = plan.associations[0].id.clone();
        let action = ActivityAction::Add { line: Box::new(line.clone()) };
        let decision = Decision::ActivityChange(ActivityChange { association, action });
        let id = Id::new("med-ny-insats");
        let step = crate::plan::ScenarioStep { id: Id::new("steg"), name: String::new(), on: true, decision };
        let scenario = Scenario { steps: vec![step], ..Scenario::new(id.clone(), "Med ny insats") };
        plan.scenarios.push(scenario.into());
        let after = Edit::Scenario(id, ScenarioEdit::Promote(names())).apply(&plan).unwrap();
        let kept = after.associations[0].line(&line.id).unwrap();
        assert_eq!(Line { schedule: line.schedule.clone(), ..kept.clone() }, line);
    }

    /// A claim, a merger and its years give the same findings afterwards.
    #[test]
    fn the_findings_are_then_what_they_were() {
        let files = [
            include_str!("../../../plans/varend-2016.json"),
            include_str!("../../../plans/vaxjo-alvesta-2015.json"),
            include_str!("../../../plans/vaxjo-2014.json"),
            include_str!("../../../plans/sydnarke-2016.json"),
            include_str!("../../../plans/akst-2014.json"),
        ];
        // Documents print their base; what a decision left undone is history once it is the base.
        let of_the_base = |code| matches!(code, RuleCode::PrintedDiffers | RuleCode::ForecastPace);
        for plan in files.map(|file| read(file).unwrap()) {
            for scenario in &plan.scenarios {
                let findings = |plan: &Plan, scenario| {
                    let mut found = project(plan, scenario).unwrap().report.findings;
                    found.retain(|finding| !of_the_base(finding.code()));
                    found
                };
                let wanted = findings(&plan, Some(scenario));
                let edit = Edit::Scenario(scenario.id.clone(), ScenarioEdit::Promote(names()));
                let after = edit.apply(&plan).unwrap();
                assert_eq!(findings(&after, None), wanted, "{} {}", plan.name, scenario.name);
            }
        }
    }

    /// What was asked, proposed and said, and the figures then, stand in the log.
    #[test]
    fn the_log_keeps_what_was_decided() {
        let plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let scenario = plan.scenario("trappsteg").unwrap().clone();
        let edit = Edit::Scenario(scenario.id.clone(), ScenarioEdit::Promote(names()));
        let after = edit.apply(&plan).unwrap();
        let [entry] = &after.log[..] else { panic!("{:?}", after.log) };
        assert_eq!((&entry.scenario, &entry.question), (&scenario.name, &scenario.question));
        assert_eq!((&entry.proposal, &entry.positions), (&scenario.proposal, &scenario.positions));
        let fte = entry.figures.iter().find(|figure| figure.metric == Metric::Fte).unwrap();
        assert_eq!(fte.years.last_key_value().unwrap().1.to_string(), "1.15");
        assert_eq!(read(&write(&after)).unwrap(), after);
        let second = after.scenarios[0].id.clone();
        let twice = Edit::Scenario(second, ScenarioEdit::Promote(names())).apply(&after).unwrap();
        assert_eq!(twice.log.len(), 2);
    }

    #[test]
    fn the_base_is_then_what_the_scenario_was() {
        let files = [
            include_str!("../../../plans/varend-2016.json"),
            include_str!("../../../plans/vaxjo-alvesta-2015.json"),
            include_str!("../../../plans/vaxjo-2014.json"),
            include_str!("../../../plans/sydnarke-2016.json"),
            include_str!("../../../plans/akst-2014.json"),
        ];
        let mut promoted = 0;
        for plan in files.map(|file| read(file).unwrap()) {
            for scenario in &plan.scenarios {
                let wanted = project(&plan, Some(scenario)).unwrap();
                assert_eq!(wanted.skipped, [], "{}", scenario.name);
                let edit = Edit::Scenario(scenario.id.clone(), ScenarioEdit::Promote(names()));
                let after = edit.apply(&plan).unwrap();
                let found = project(&after, None).unwrap();
                assert_eq!(found.projection, wanted.projection, "{} {}", plan.name, scenario.name);
                assert_eq!(after.scenarios.len(), plan.scenarios.len() - 1);
                assert_eq!(read(&write(&after)).unwrap(), after);
                promoted += 1;
            }
        }
        assert!(promoted >= 8, "{promoted}");
    }
}
