//! What we get (*vad får vi?*): participants, results, coordinators and places against what they cost. A ratio is told with
//! what it is of: base and process differ by design in how many they reach, so that they are never ranked together.

use crate::budget::{Budget, BudgetLine, RowSource};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, add, mul, ratio, round_dp};
use crate::outcome::Outcome;
use crate::plan::{Approach, Category, CountUnit, Goal, Id, Metric, Plan};
use crate::projection::Projection;
use std::sync::Arc;

/// Activities of one approach in a year, with the lines that say how many take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GainGroup {
    /// The approach; none set when absent.
    pub approach: Option<Approach>,
    /// What all its lines cost, kronor.
    pub cost: Decimal,
    /// How many take part in those that say so; unknown when none does.
    pub participants: Option<u32>,
    /// Cost of all its lines per participant, kronor.
    pub per_participant: Option<Decimal>,
    /// Its lines that say how many take part.
    pub lines: Vec<Gain>,
    /// What the goals of its lines promise.
    pub results: Vec<GainResult>,
}

/// A line that says how many take part in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gain {
    /// The line's name.
    pub name: Arc<str>,
    /// What it costs, kronor.
    pub cost: Decimal,
    /// How many take part.
    pub participants: u32,
    /// Kronor per participant; absent with none.
    pub per_participant: Option<Decimal>,
}

/// A goal that a share of a line's participants reach: what one that does costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GainResult {
    /// The line that the goal is of.
    pub line: Arc<str>,
    /// What the line costs, kronor.
    pub cost: Decimal,
    /// What is to be reached.
    pub goal: String,
    /// The share that is to reach it, 0–1.
    pub share: Decimal,
    /// How many that is.
    pub reaching: Decimal,
    /// The line's cost per person that reaches it, kronor.
    pub per_result: Option<Decimal>,
}

/// What base money buys in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityGain {
    /// Base money, kronor.
    pub base: Decimal,
    /// Coordinators.
    pub fte: Decimal,
    /// Base money per coordinator, kronor.
    pub per_fte: Option<Decimal>,
    /// Places, when known.
    pub places: Option<Decimal>,
    /// Base money per place, kronor.
    pub per_place: Option<Decimal>,
}

/// A goal against the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalCheck {
    /// Whose goal.
    pub association: Id,
    pub goal: Goal,
    /// The year that it is held against.
    pub year: Year,
    /// What the plan says; absent where the plan has no such number.
    pub planned: Option<Decimal>,
    /// Whether the plan reaches it.
    pub reached: Option<bool>,
}

/// The activities of a year by approach, in the order of a statement; those without money and participants are left out.
pub fn gains(plan: &Plan, budget: &Budget, association: Option<&Id>, year: Year) -> Result<Vec<GainGroup>, Overflow> {
    let Some(place) = budget.horizon.position(year) else { return Ok(Vec::new()) };
    let order = [Some(Approach::Base), Some(Approach::Process), Some(Approach::Structure), None];
    let mut groups: Vec<GainGroup> = Vec::new();
    for approach in order {
        let mut group = GainGroup {
            approach,
            cost: Decimal::ZERO,
            participants: None,
            per_participant: None,
            lines: Vec::new(),
            results: Vec::new(),
        };
        let associations = budget
            .associations
            .iter()
            .filter(|association_budget| association.is_none_or(|id| association_budget.id == *id));
        let rows = associations.flat_map(|association_budget| association_budget.rows.iter());
        let rows = rows.filter(|row| row.category == Category::Activity && row.approach == approach);
        for row in rows {
            let cost = row.amount(place);
            group.cost = add(group.cost, cost)?;
            let Some(participants) = row.participants(year, place) else { continue };
            group.participants = Some(group.participants.unwrap_or_default().saturating_add(participants));
            let per_participant = ratio(cost, Decimal::from(participants))?;
            group.lines.push(Gain { name: row.name.clone(), cost, participants, per_participant });
            let RowSource::Line { association, line: id } = &row.source else { continue };
            let goals = plan.association(association).map_or(&[][..], |of| &of.goals).iter().filter(|goal| {
                goal.line.as_ref() == Some(id)
                    && goal.unit == CountUnit::Share
                    && !goal.at_most
                    && goal.year.is_none_or(|of| of == year)
            });
            for goal in goals {
                let reaching = mul(Decimal::from(participants), goal.value)?;
                let per_result = ratio(cost, reaching)?;
                let (goal, share, line) = (goal.name.clone(), goal.value, row.name.clone());
                group.results.push(GainResult { line, cost, goal, share, reaching, per_result });
            }
        }
        if let Some(participants) = group.participants {
            group.per_participant = ratio(group.cost, Decimal::from(participants))?;
        }
        if !group.cost.is_zero() || group.participants.is_some() {
            groups.push(group);
        }
    }
    Ok(groups)
}

/// What base money buys in a year; nothing where a coordinator's cost is not known.
pub fn capacity_gain(
    projection: &Projection,
    association: Option<&Id>,
    year: Year,
) -> Result<Option<CapacityGain>, Overflow> {
    let get = |metric| projection.get(association, year, metric);
    let (Some(base), Some(fte)) = (get(Metric::Base), get(Metric::Fte)) else { return Ok(None) };
    let places = get(Metric::Places);
    let per_place = places.map(|places| ratio(base, places)).transpose()?.flatten();
    Ok(Some(CapacityGain { base, fte, per_fte: ratio(base, fte)?, places, per_place }))
}

/// The goals in numbers against the plan: all who take part, on the goal's line or on every line, or the association's
/// coordinators and shares, as the scenario has them; of one that is merged away, those of the merged one. Other persons
/// (some of the participants, officials, a group's size) are nothing that the plan has a number for. A goal without a year
/// is held against `year`.
pub fn goal_checks(plan: &Plan, outcome: &Outcome, association: Option<&Id>, year: Year) -> Vec<GoalCheck> {
    let mut found = Vec::new();
    for of in &plan.associations {
        for goal in &of.goals {
            let year = goal.year.unwrap_or(year);
            let holder = holder(&outcome.budget, &of.id, year);
            if association.is_some_and(|id| of.id != *id && *holder != *id) {
                continue;
            }
            // What has become of it has the goal then.
            if !of.life.contains(year) {
                continue;
            }
            let planned = match goal.unit {
                CountUnit::Participants => {
                    let given = outcome.budget.horizon.position(year).and_then(|place| {
                        let rows = rows_of(&outcome.budget, &of.id, holder, goal.line.as_ref());
                        rows.filter_map(|row| row.participants(year, place)).reduce(u32::saturating_add)
                    });
                    given.map(Decimal::from)
                }
                CountUnit::Fte => outcome.projection.get(Some(holder), year, Metric::Fte),
                CountUnit::AdminShare => outcome.projection.get(Some(holder), year, Metric::AdminShare).map(as_told),
                CountUnit::BaseShare => divided_share(&outcome.projection, holder, year, Metric::Base).map(as_told),
                CountUnit::ProcessShare => {
                    divided_share(&outcome.projection, holder, year, Metric::Process).map(as_told)
                }
                CountUnit::Persons | CountUnit::Share | CountUnit::Occasions | CountUnit::Weeks => None,
            };
            let reached =
                planned.map(|planned| if goal.at_most { planned <= goal.value } else { planned >= goal.value });
            found.push(GoalCheck { association: of.id.clone(), goal: goal.clone(), year, planned, reached });
        }
    }
    found
}

/// A share with the decimals that it is told with: what whole kronor make of 60 % is 60 %.
fn as_told(share: Decimal) -> Decimal {
    round_dp(share, 4)
}

/// The share that base or process has of the money of both, what step-downs divide; nothing where there is neither.
fn divided_share(projection: &Projection, association: &Id, year: Year, of: Metric) -> Option<Decimal> {
    let get = |metric| projection.get(Some(association), year, metric);
    let (base, process) = (get(Metric::Base)?, get(Metric::Process)?);
    ratio(get(of)?, add(base, process).ok()?).ok()?
}

/// The association that exists in a year: itself, or what a merger has made it a part of.
fn holder<'b>(budget: &'b Budget, of: &'b Id, year: Year) -> &'b Id {
    let mut holder = of;
    // A merged association comes after those that it is formed of.
    for association_budget in &budget.associations {
        if association_budget.id == *holder && !association_budget.life.contains(year) {
            holder = association_budget.life.into.as_ref().unwrap_or(holder);
        }
    }
    holder
}

/// All rows of what holds an association's goals; or those of one of its lines, also where a merger has moved them.
fn rows_of<'b>(
    budget: &'b Budget,
    of: &'b Id,
    holder: &'b Id,
    line: Option<&'b Id>,
) -> impl Iterator<Item = &'b BudgetLine> {
    let all = budget.associations.iter().flat_map(|one| one.rows.iter().map(move |row| (&one.id, row)));
    let its = all.filter(move |(there, row)| match (line, &row.source) {
        (None, _) => *there == holder,
        (Some(wanted), RowSource::Line { association, line }) => association == of && line == wanted,
        (Some(_), RowSource::Made(_)) => false,
    });
    its.map(|(_, row)| row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Month;
    use crate::decision::{ActivityAction, ActivityChange, Decision};
    use crate::exchange::read;
    use crate::outcome::project;
    use crate::plan::Scenario;

    fn first_year(file: &str) -> (Vec<GainGroup>, Vec<GoalCheck>) {
        let plan = read(file).unwrap();
        let outcome = project(&plan, None).unwrap();
        let year = plan.horizon().first;
        let groups = gains(&plan, &outcome.budget, None, year).unwrap();
        (groups, goal_checks(&plan, &outcome, None, year))
    }

    fn tkr(kronor: Option<Decimal>) -> String {
        round_dp(kronor.unwrap() / Decimal::from(1_000), 1).to_string()
    }

    /// Sydnärke 2016: 4 556 tkr for 150 participants is 30,4 tkr each, and 101 tkr for each of the 30 % who are to
    /// support themselves.
    #[test]
    fn sydnarke_pays_30_for_a_participant_and_101_for_a_result() {
        let (groups, goals) = first_year(include_str!("../../../plans/sydnarke-2016.json"));
        let [only] = &groups[..] else { panic!("{groups:?}") };
        assert_eq!((only.approach, only.participants), (None, Some(150)));
        assert_eq!(tkr(only.per_participant), "30.4");
        let result = only.results.iter().find(|one| one.goal.starts_with("Till egen försörjning")).unwrap();
        assert_eq!(tkr(result.per_result), "101.2");
        // What a single project promises is not divided out of the money of all ten.
        assert_eq!(only.results.len(), 1);
        let reached = goals.iter().find(|check| check.goal.name.starts_with("Individer som får")).unwrap();
        assert_eq!(reached.reached, Some(true));
        let unknown = goals.iter().find(|check| check.goal.name.starts_with("Positiv")).unwrap();
        assert_eq!((unknown.planned, unknown.reached), (None, None));
    }

    /// The 150 of all ten projects say nothing of Framsteget's six, nor 95 individuals of a group of 14 at most.
    #[test]
    fn only_all_who_take_part_are_held_against_the_participants() {
        let judged = |file| {
            let (_, goals) = first_year(file);
            let known = goals.into_iter().filter(|check| check.planned.is_some() && check.goal.unit != CountUnit::Fte);
            known.map(|check| (check.goal.name, check.reached)).collect::<Vec<_>>()
        };
        let sydnarke = judged(include_str!("../../../plans/sydnarke-2016.json"));
        assert_eq!(
            sydnarke,
            [("Individer som får ta del av samordnade rehabiliteringsinsatser".to_owned(), Some(true))]
        );
        // Värend has 142 of its 150.
        for (file, planned) in [
            (include_str!("../../../plans/vaxjo-2011.json"), true),
            (include_str!("../../../plans/vaxjo-2014.json"), true),
            (include_str!("../../../plans/varend-2015-interim.json"), false),
        ] {
            let [(name, reached)] = &judged(file)[..] else { panic!("{:?}", judged(file)) };
            assert!(name.starts_with("Individer i rehabiliteringsverksamheten"), "{name}");
            assert_eq!(*reached, Some(planned));
        }
    }

    /// A goal of no line is held against the participants of all lines; coordinators are the association's own.
    #[test]
    fn a_goal_of_the_whole_association() {
        let mut plan = read(include_str!("../../../plans/vaxjo-alvesta-2015.json")).unwrap();
        let year = plan.horizon().first;
        let of = plan.associations.first_mut().unwrap();
        let goal = |unit| Goal {
            name: "Mål".to_owned(),
            value: Decimal::from(100),
            unit,
            at_most: false,
            year: Some(year),
            line: None,
            source: String::new(),
        };
        of.goals = vec![goal(CountUnit::Participants), goal(CountUnit::Fte)];
        for line in &mut of.lines {
            line.participants.clear();
        }
        let checked = |plan: &Plan| {
            let outcome = project(plan, None).unwrap();
            let id = plan.associations.first().unwrap().id.clone();
            let fte = outcome.projection.get(Some(&id), year, Metric::Fte);
            let found = goal_checks(plan, &outcome, Some(&id), year);
            assert_eq!(found.get(1).unwrap().planned, fte);
            found.first().unwrap().planned
        };
        assert_eq!(checked(&plan), None);
        for line in plan.associations.first_mut().unwrap().lines.iter_mut().take(2) {
            line.participants.insert(year, 60);
        }
        assert_eq!(checked(&plan), Some(Decimal::from(120)));
    }

    /// A coordinator of Värend costs 771 tkr, a place 29 tkr.
    #[test]
    fn a_coordinator_and_a_place_of_varend() {
        let plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let outcome = project(&plan, None).unwrap();
        let found = capacity_gain(&outcome.projection, None, plan.horizon().first).unwrap().unwrap();
        assert_eq!(round_dp(found.per_fte.unwrap(), 0), Decimal::from(771_000));
        assert_eq!(tkr(found.per_place), "29.4");
    }

    /// Who takes part moves with a line to the merged association and is counted once, before it and in it.
    #[test]
    fn participants_move_with_a_merger() {
        let mut plan = read(include_str!("../../../plans/vaxjo-alvesta-2015.json")).unwrap();
        let (before, after) = (plan.first_year, plan.first_year.next());
        for (association, count) in plan.associations.iter_mut().zip([95, 20]) {
            let line = association.lines.iter_mut().rfind(|line| line.category == Category::Activity).unwrap();
            line.participants.extend([(before, count), (after, count)]);
            association.goals.push(Goal {
                name: "Deltagare".to_owned(),
                value: Decimal::ONE_HUNDRED,
                unit: CountUnit::Participants,
                at_most: false,
                year: None,
                line: None,
                source: String::new(),
            });
        }
        let mut scenario = plan.scenarios.first().unwrap().clone();
        for step in &mut scenario.steps {
            if let Decision::Merger(merger) = &mut step.decision {
                merger.year = after;
            }
        }
        let outcome = project(&plan, Some(&scenario)).unwrap();
        for year in [before, after] {
            let groups = gains(&plan, &outcome.budget, None, year).unwrap();
            assert_eq!(groups.iter().filter_map(|group| group.participants).sum::<u32>(), 115, "{year}");
            let checks = goal_checks(&plan, &outcome, None, year);
            let planned: Vec<_> = checks.iter().map(|check| check.planned.unwrap()).collect();
            // What a merger ends has its goals held against what it is then a part of.
            let wanted = if year < after { [95, 20] } else { [115, 115] };
            assert_eq!(planned, wanted.map(Decimal::from), "{year}");
        }
    }

    /// A line that the scenario ends has nobody left, and one that it adds has its own.
    #[test]
    fn participants_follow_the_scenario() {
        let mut plan = read(include_str!("../../../plans/vaxjo-2014.json")).unwrap();
        let (of, first) = (plan.associations.first_mut().unwrap(), plan.first_year);
        let last = plan.first_year.next();
        let goal = of.goals.iter_mut().find(|goal| goal.unit == CountUnit::Participants).unwrap();
        goal.year = Some(last);
        let line = of.lines.iter_mut().find(|line| !line.participants.is_empty()).unwrap();
        line.participants.insert(last, 95);
        let (mut added, ended) = (line.clone(), line.id.clone());
        let association = of.id.clone();
        (added.id, added.name) = (Id::from_name("ny", |_| false), "Ny".to_owned());
        added.participants.insert(last, 40);
        let mut scenario = plan.scenarios.first().unwrap().clone();
        let mut step = scenario.steps.first().unwrap().clone();
        let planned = |scenario: &Scenario| {
            let outcome = project(&plan, Some(scenario)).unwrap();
            let checks = goal_checks(&plan, &outcome, None, last);
            let check = checks.iter().find(|check| check.goal.unit == CountUnit::Participants).unwrap();
            let groups = gains(&plan, &outcome.budget, None, last).unwrap();
            (check.planned, groups.iter().filter_map(|group| group.participants).sum::<u32>())
        };
        scenario.steps.clear();
        assert_eq!(planned(&scenario), (Some(Decimal::from(95)), 95));
        let action = ActivityAction::End { line: ended, last: Month::december(first) };
        step.decision = Decision::ActivityChange(ActivityChange { association: association.clone(), action });
        scenario.steps.push(step.clone());
        assert_eq!(planned(&scenario), (Some(Decimal::ZERO), 0));
        let action = ActivityAction::Add { line: Box::new(added) };
        step.decision = Decision::ActivityChange(ActivityChange { association, action });
        scenario.steps.push(step);
        assert_eq!(planned(&scenario).1, 40);
    }
}
