//! What a plan gives is the same when a scenario has become the plan: who takes part, what the goals are held against and
//! what is at risk.

use crate::support::plan;
use samplan::edit::{Edit, MadeNames, ScenarioEdit};
use samplan::explore::{at_risk, gains, goal_checks, register};
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Association, Category, CountUnit, Goal, Grade, Id, Metric, Plan};

fn goal(unit: CountUnit, line: Option<Id>) -> Goal {
    let (name, value) = ("Mål".to_owned(), Decimal::new(3, 1));
    Goal { name, value, unit, at_most: false, year: None, line, source: String::new() }
}

/// The plan with participants and a risk on each activity, and goals of every kind.
fn filled(name: &str) -> Plan {
    let mut plan = plan(name);
    let years: Vec<_> = plan.horizon().iter().collect();
    for association in &mut plan.associations {
        let Association { lines, goals, .. } = &mut **association;
        let whole = [
            CountUnit::Participants,
            CountUnit::Fte,
            CountUnit::BaseShare,
            CountUnit::ProcessShare,
            CountUnit::AdminShare,
        ];
        goals.extend(whole.map(|unit| goal(unit, None)));
        for line in lines.iter_mut().filter(|line| line.category == Category::Activity) {
            line.participants.extend(years.iter().map(|year| (*year, 20)));
            (line.risk, line.effect) = (Some(Grade::High), Some(Grade::High));
            goals.extend([CountUnit::Participants, CountUnit::Share].map(|unit| goal(unit, Some(line.id.clone()))));
        }
    }
    plan
}

fn names() -> MadeNames {
    let text = |text: &str| text.to_owned();
    MadeNames {
        base: text("Bas"),
        process: text("Process"),
        merger_cost: text("Sammanslagning"),
        contribution: text("Bidrag"),
        source: text("Enligt scenariot"),
        date: text("2026-11-27"),
        decisions: Vec::new(),
    }
}

#[test]
fn what_we_get_is_then_the_same() {
    let mut held = 0;
    for name in ["akst-2014", "sydnarke-2016", "varend-2016", "vaxjo-2014", "vaxjo-alvesta-2015"] {
        let plan = filled(name);
        for scenario in &plan.scenarios {
            let before = project(&plan, Some(scenario)).unwrap();
            let promoted = Edit::Scenario(scenario.id.clone(), ScenarioEdit::Promote(names())).apply(&plan).unwrap();
            let after = project(&promoted, None).unwrap();
            for year in plan.horizon().iter() {
                let about = format!("{name}, {}, {year}", scenario.name);
                // All that is shown adds up to the sum of the activities.
                let shown: Decimal = gains(&plan, &before.budget, None, year).unwrap().iter().map(|one| one.cost).sum();
                assert_eq!(Some(shown), before.projection.get(None, year, Metric::Activities), "{about}");
                let given = |plan: &Plan, outcome: &samplan::outcome::Outcome| {
                    let planned = goal_checks(plan, outcome, None, year).into_iter();
                    let planned: Vec<_> =
                        planned.map(|check| (check.goal.unit, check.goal.line.is_some(), check.planned)).collect();
                    let risk = at_risk(plan, &outcome.budget, None, year).unwrap();
                    (gains(plan, &outcome.budget, None, year).unwrap(), planned, risk)
                };
                assert_eq!(given(&promoted, &after), given(&plan, &before), "{about}");
                held += 1;
            }
            let listed = |plan: &Plan| register(plan, None).iter().map(|entry| entry.name.clone()).collect::<Vec<_>>();
            assert_eq!(listed(&promoted), listed(&plan), "{name}, {}", scenario.name);
        }
    }
    assert!(held > 20, "{held}");
}

/// The shares that a plan has are what goals in shares are held against: base of base and process, and administration.
#[test]
fn goals_in_shares_are_held_against_the_plan() {
    let plan = filled("varend-2016");
    let scenario = plan.scenario("trappsteg").unwrap();
    let last = plan.horizon().last();
    let outcome = project(&plan, Some(scenario)).unwrap();
    let planned = |unit| {
        let checks = goal_checks(&plan, &outcome, None, last);
        checks
            .into_iter()
            .find(|check| check.goal.unit == unit && check.goal.year.is_none())
            .unwrap()
            .planned
            .unwrap()
            .normalize()
            .to_string()
    };
    // The step-down's last share; what whole kronor make of it is no other share.
    assert_eq!(planned(CountUnit::BaseShare), "0.2");
    assert_eq!(planned(CountUnit::ProcessShare), "0.8");
}
