//! domain.md §7 Q10: which risks should change the plan.

use crate::support::*;
use samplan::budget::Budget;
use samplan::explore::{AtRisk, Matrix, RiskEntryOf, at_risk, register};
use samplan::plan::{Grade, Plan, Risk};

fn money(plan: &Plan, number: u16) -> AtRisk {
    at_risk(plan, &Budget::baseline(plan.base()).unwrap(), None, year(number)).unwrap()
}

/// Ale 1 195 + Stenungsund/Tjörn 1 405 + Jordhammar 200 = 2 800 of 5 881 tkr, 48 %.
#[test]
fn akst_2014() {
    let plan = plan("akst-2014");
    let found = money(&plan, 2014);
    assert_eq!((found.lines, found.activities), (kr(2_800_000), kr(5_881_000)));
    assert_eq!(found.share.unwrap().round_dp(2), dec("0.48"));
    assert_eq!(found.free, kr(0));
    // The two teams are gone in 2015.
    assert_eq!(money(&plan, 2015).lines, kr(200_000));

    let register = register(&plan, None);
    assert_eq!(register.len(), 9);
    let matrix = Matrix::of(&register);
    let names = |likelihood, effect| matrix.cell(likelihood, effect).len();
    assert_eq!(names(Grade::Medium, Grade::High), 4);
    assert_eq!(names(Grade::Low, Grade::High), 4);
    assert_eq!(names(Grade::Low, Grade::Medium), 1);
    assert_eq!(names(Grade::High, Grade::High), 0);
    assert!(matrix.ungraded.is_empty());
}

/// The scenario without the reorganisation goes on with both teams in 2015.
#[test]
fn a_scenario_has_money_at_risk_of_its_own() {
    let plan = plan("akst-2014");
    let scenario = plan.scenario("utan-omorganisation");
    let budget = samplan::outcome::project(&plan, scenario).unwrap().budget;
    let found = at_risk(&plan, &budget, None, year(2015)).unwrap();
    assert_eq!(found.lines, kr(1_195_000 + 1_405_000 + 200_000));
}

#[test]
fn a_line_counts_once_and_free_risks_apart() {
    let mut plan = plan("akst-2014");
    let graded = |name: &str, likelihood, amount| Risk {
        likelihood: Some(likelihood),
        effect: Some(Grade::High),
        amount: Some(kr(amount)),
        ..Risk::new(id(name), name)
    };
    plan.associations[0].risks = vec![
        Risk { line: Some(id("ale-teamet")), ..graded("samordnaren-slutar", Grade::High, 300_000) },
        Risk { first: Some(year(2015)), ..graded("staten", Grade::Medium, 317_000) },
        graded("elden", Grade::Low, 1_000_000),
        // Without grades of its own a risk has its line's.
        Risk { line: Some(id("jordhammars-vaxtkraft")), ..Risk::new(id("regler"), "Regler") },
    ];
    let found = money(&plan, 2014);
    assert_eq!((found.lines, found.free), (kr(2_800_000), kr(0)));
    assert_eq!(money(&plan, 2015).free, kr(317_000));
    let register = register(&plan, Some(&id("akst")));
    let critical: Vec<_> = register.iter().filter(|entry| entry.is_critical()).map(|entry| entry.of.clone()).collect();
    assert_eq!(critical, [RiskEntryOf::Risk(id("samordnaren-slutar"))]);
    let borrowed = register.last().unwrap();
    assert_eq!((borrowed.likelihood, borrowed.effect), (Some(Grade::Medium), Some(Grade::High)));
}
