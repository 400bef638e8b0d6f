//! The scenarios that the example plans carry.

use crate::worked::*;
use samplan::explore::goal_checks;
use samplan::finding::RuleCode;
use samplan::money::Decimal;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Metric, Plan};

const EXAMPLES: [(&str, &str); 5] = [
    ("akst-2014", include_str!("../../plans/akst-2014.json")),
    ("sydnarke-2016", include_str!("../../plans/sydnarke-2016.json")),
    ("varend-2016", include_str!("../../plans/varend-2016.json")),
    ("vaxjo-2014", include_str!("../../plans/vaxjo-2014.json")),
    ("vaxjo-alvesta-2015", include_str!("../../plans/vaxjo-alvesta-2015.json")),
];

fn example(name: &str) -> Plan {
    let (_, text) = EXAMPLES.iter().find(|(other, _)| *other == name).unwrap();
    samplan::exchange::read(text).unwrap()
}

fn outcome(plan: &Plan, scenario: Option<&str>) -> Outcome {
    let scenario = scenario.map(|id| plan.scenario(id).unwrap());
    project(plan, scenario).unwrap()
}

fn of(plan: &str, scenario: Option<&str>, metric: Metric) -> Vec<Decimal> {
    total(&outcome(&example(plan), scenario), metric)
}

#[test]
fn every_decision_applies_and_is_fit_for_its_plan() {
    for (name, _) in EXAMPLES {
        let plan = example(name);
        assert!(!plan.scenarios.is_empty());
        for scenario in &plan.scenarios {
            assert!(!scenario.description.is_empty(), "{name}: {}", scenario.id);
            assert_eq!(project(&plan, Some(scenario)).unwrap().skipped, vec![], "{name}: {}", scenario.id);
            for step in &scenario.steps {
                assert_eq!(step.decision.problems(plan.horizon()), vec![], "{name}: {}", step.id);
                assert!(!step.name.is_empty(), "{name}: {}", step.id);
            }
        }
    }
}

#[test]
fn varends_step_down_with_and_without_tingsryd() {
    assert_eq!(of("varend-2016", Some("trappsteg"), Metric::Base), krs(&[2_667_600, 1_778_400, 889_200]));
    let both = Some("trappsteg-tingsryd");
    assert_eq!(of("varend-2016", both, Metric::Contributions), krs(&[5_706_132, 6_012_268, 6_012_268]));
    assert_eq!(rounded(of("varend-2016", both, Metric::Fte), 2), ["3.70", "2.62", "1.31"]);
    let joined = outcome(&example("varend-2016"), both);
    assert_eq!(pays(&joined, "varend", "tingsryds-kommun"), krs(&[76_533, 153_067, 153_067]));
}

#[test]
fn three_ways_to_close_vaxjos_gap() {
    let result = |scenario| of("vaxjo-2014", scenario, Metric::Result);
    assert_eq!(result(None), krs(&[-500_000, -600_000, -600_000]));
    assert_eq!(result(Some("lagre-kostnader")), krs(&[-500_000, 0, 0]));
    assert_eq!(result(Some("hogre-bidrag")), krs(&[-500_000, 0, 0]));
    assert_eq!(result(Some("sparade-medel-forst")), krs(&[-500_000, -600_000, 0]));
    assert_eq!(of("vaxjo-2014", Some("sparade-medel-forst"), Metric::Equity), krs(&[639_000, 39_000, 39_000]));
}

#[test]
fn sydnarke_when_the_state_cuts_ten_per_cent() {
    assert_eq!(of("sydnarke-2016", Some("staten-minus-tio"), Metric::Result), krs(&[-365_627, -379_117, -392_867]));
}

#[test]
fn akst_without_its_reorganisation() {
    let cost = |scenario| of("akst-2014", scenario, Metric::Activities);
    let (planned, without) = (cost(None), cost(Some("utan-omorganisation")));
    // The four lines: 4 106 and 2 924 tkr as planned, 4 248 tkr each year without.
    assert_eq!(without[0] - planned[0], kr(142_000));
    assert_eq!(without[1] - planned[1], kr(1_324_000));
    // What is freed from 2014 to 2015 is what falls away between the years in the plan.
    assert_eq!((without[1] - planned[1]) - (without[0] - planned[0]), kr(1_182_000));
}

#[test]
fn the_merger_of_2015() {
    let plan = "vaxjo-alvesta-2015";
    assert_eq!(of(plan, None, Metric::Contributions), krs(&[5_400_000; 3]));
    assert_eq!(of(plan, None, Metric::Equity), krs(&[1_259_000; 3]));
    let merged = outcome(&example(plan), Some("sammanslagning-2015"));
    assert_eq!(merged.projection.association(&id("varend")).unwrap().years[0].transfers, kr(1_259_000));
    assert_eq!(figures(&merged, "varend", Metric::Contributions), krs(&[5_400_000; 3]));
    // Alvesta's administration is assumed to be 352 tkr, 12 under the 364 at which the merger breaks even.
    assert_eq!(total(&merged, Metric::Result), krs(&[-12_000; 3]));
    assert_eq!(of(plan, Some("dagens-grundtilldelning"), Metric::Contributions), krs(&[5_000_000; 3]));
    assert_eq!(of(plan, Some("dagens-grundtilldelning-alla"), Metric::Contributions), krs(&[4_600_000; 3]));
    let shares = outcome(&example(plan), Some("dagens-grundtilldelning"));
    assert!(shares.report.findings.iter().any(|finding| finding.code() == RuleCode::SharesOff));
    // No coordinator is made or lost.
    assert_eq!(total(&merged, Metric::Fte), of(plan, None, Metric::Fte));
}

/// What the board decided on 21 May 2015 stands among the plan's goals: the step-down reaches all six to the per cent,
/// the planning base none.
#[test]
fn varends_step_down_is_what_the_plans_goals_say() {
    let plan = example("varend-2016");
    for (scenario, reached) in [(None, false), (Some("trappsteg"), true), (Some("trappsteg-tingsryd"), true)] {
        let checks = goal_checks(&plan, &outcome(&plan, scenario), None, plan.first_year);
        assert_eq!(checks.len(), 6, "{scenario:?}");
        for check in checks {
            assert_eq!(check.reached, Some(reached), "{scenario:?}: {check:?}");
            assert!(!reached || check.planned == Some(check.goal.value), "{scenario:?}: {check:?}");
        }
    }
}
