//! What holds for every plan: no tool panics or overflows on a valid one, and each answers as the whole model does.

use crate::generator;
use proptest::prelude::*;
use samplan::explore::{
    GoalSeekAnswer, GoalSeekQuestion, Lateness, Measure, Simulation, SimulationSettings, goal_seek, register, schedule,
    sensitivity,
};
use samplan::lever;
use samplan::outcome::project;
use samplan::plan::{Metric, Plan};
use samplan::projection::forecast;

fn number(plan: &Plan, measure: &Measure) -> Option<samplan::money::Decimal> {
    let outcome = project(plan, plan.scenarios.first().map(|one| &**one)).unwrap();
    measure.of(&outcome.budget, &outcome.projection).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_bar_is_the_models(plan in generator::plan()) {
        let scenario = plan.scenarios.first().map(|scenario| scenario.id.clone());
        let measure = Measure::total(Metric::Equity, plan.horizon().last());
        let found = sensitivity(&plan, scenario.as_ref(), &measure).unwrap().unwrap();
        prop_assert_eq!(Some(found.now), number(&plan, &measure));
        for bar in found.bars.iter().take(6) {
            for (value, given) in [(bar.low, bar.at_low), (bar.high, bar.at_high)] {
                let mut moved = plan.clone();
                prop_assert_eq!(lever::set(&mut moved, &bar.address, value), Ok(()));
                prop_assert_eq!(number(&moved, &measure), Some(given), "{:?}", bar.address);
            }
        }
    }

    #[test]
    fn every_solution_reaches_the_target(plan in generator::plan(), place in 0usize..100, share in 0i64..=100) {
        let levers = lever::levers(&plan, None);
        let lever = &levers[place % levers.len()];
        let measure = Measure::total(Metric::Equity, plan.horizon().last());
        // A target that some value of the lever gives.
        let mut aim = plan.clone();
        let value = lever.least + (lever.most - lever.least) * samplan::money::Decimal::new(share, 2);
        prop_assume!(lever::set(&mut aim, &lever.address, value).is_ok());
        let aimed = project(&aim, None).unwrap();
        let target = measure.of(&aimed.budget, &aimed.projection).unwrap().unwrap();
        let goal = GoalSeekQuestion { lever: lever.address.clone(), measure: measure.clone(), target, between: None };
        let found = goal_seek(&plan, None, &goal).unwrap();
        let solutions = match found.answer {
            GoalSeekAnswer::One(one) => vec![one],
            GoalSeekAnswer::Several(several) => several,
            GoalSeekAnswer::NoEffect { reached, .. } => {
                prop_assert!(reached);
                vec![]
            }
            GoalSeekAnswer::None { nearest } => {
                // Only where the target is a value that lies between two that are looked at.
                prop_assert!(lever.unit == lever::LeverUnit::Percent || lever.unit == lever::LeverUnit::KronorPerInhabitant,
                    "{nearest:?} {target} {:?}", lever);
                vec![]
            }
        };
        for solution in solutions {
            match solution.across {
                None => prop_assert_eq!(solution.at.metric, target),
                Some(across) => {
                    prop_assert!((solution.at.metric < target) != (across.metric < target));
                }
            }
        }
    }

    #[test]
    fn every_plan_simulates_and_checks(plan in generator::plan(), seed in any::<u64>()) {
        let scenario = plan.scenarios.first().map(|scenario| scenario.id.clone());
        let settings = SimulationSettings::usual(&plan, scenario.as_ref());
        let mut simulation = Simulation::new(&plan, scenario.as_ref(), &settings, seed).unwrap();
        simulation.advance(5).unwrap();
        let found = simulation.summary().unwrap();
        prop_assert_eq!(found.fan.len(), plan.horizon().len());
        prop_assert!(found.fan.iter().all(|fan| fan.p5 <= fan.p25 && fan.p25 <= fan.p50 && fan.p50 <= fan.p75 && fan.p75 <= fan.p95));
        prop_assert!(found.gone.is_sorted_by_key(|chance| chance.runs));
        for association in &plan.associations {
            forecast(&plan, &association.id).unwrap();
        }
        register(&plan, None);
        for target in &plan.targets {
            let dated = schedule(target, plan.horizon().first.months().next().unwrap());
            prop_assert!(!target.done || dated.steps.iter().all(|step| step.lateness == Lateness::Done));
        }
    }
}
