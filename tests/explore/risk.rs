//! domain.md §7 Q10: which risks should change the plan.

use crate::support::*;
use samplan::budget::Budget;
use samplan::decision::Decision;
use samplan::explore::{AtRisk, Matrix, RiskEntryOf, at_risk, register, register_of};
use samplan::plan::{Grade, Plan, Risk};
use samplan::projection::{parts, wholes};

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

/// Two mergers in a row: what was a risk of any part is one of the whole for as long as it is there, in lines and beside
/// them, and of the part until its own merger; those of an association outside are not among them.
#[test]
fn risks_go_along_through_two_mergers() {
    let mut plan = plan("vaxjo-alvesta-2015");
    let graded = |name: &str, amount| Risk {
        likelihood: Some(Grade::Medium),
        effect: Some(Grade::High),
        amount: Some(kr(amount)),
        ..Risk::new(id(name), name)
    };
    for (name, amount) in [("ljungby", 30_000), ("markaryd", 4_000)] {
        let mut other = plan.associations[1].clone();
        (other.id, other.name) = (id(name), format!("Samordningsförbundet {name}"));
        other.risks = vec![graded(name, amount)];
        plan.associations.push(other);
    }
    plan.associations[0].risks = vec![graded("vaxjo", 1_000)];
    plan.associations[1].risks = vec![graded("alvesta", 200)];
    for line in &mut plan.associations[0].lines {
        if line.id == id("malgruppen-ovrigt") {
            (line.risk, line.effect) = (Some(Grade::High), Some(Grade::High));
        }
    }
    let mut scenario = samplan::plan::Scenario::clone(&plan.scenarios[0]);
    let mut second = scenario.steps[0].clone();
    second.id = id("andra");
    for (step, first) in [&mut scenario.steps[0], &mut second].into_iter().zip([2016, 2017]) {
        let Decision::Merger(merger) = &mut step.decision else { panic!("{step:?}") };
        merger.year = year(first);
        if first == 2017 {
            merger.associations = vec![merger.into.clone(), id("ljungby")];
            (merger.into, merger.name) = (id("kronoberg"), "Samordningsförbundet Kronoberg".to_owned());
            merger.overhead = Default::default();
        }
    }
    scenario.steps.push(second);
    plan.scenarios = vec![scenario.into()];
    let budget = samplan::outcome::project(&plan, Some(&plan.scenarios[0])).unwrap().budget;
    let of = |association: &str, number| {
        let found = at_risk(&plan, &budget, Some(&id(association)), year(number)).unwrap();
        (found.lines, found.free)
    };
    let free = |association: &str| [2015, 2016, 2017].map(|number| of(association, number).1);
    assert_eq!(free("vaxjo"), [1_000, 0, 0].map(kr));
    assert_eq!(free("alvesta"), [200, 0, 0].map(kr));
    assert_eq!(free("varend"), [0, 1_200, 0].map(kr));
    assert_eq!(free("ljungby"), [30_000, 30_000, 0].map(kr));
    assert_eq!(free("kronoberg"), [0, 0, 31_200].map(kr));
    assert_eq!(free("markaryd"), [4_000; 3].map(kr));
    let lines = |association: &str| [2015, 2016, 2017].map(|number| of(association, number).0);
    assert_eq!(lines("vaxjo"), [960_000, 0, 0].map(kr));
    assert_eq!(lines("varend"), [0, 960_000, 0].map(kr));
    assert_eq!(lines("kronoberg"), [0, 0, 960_000].map(kr));
    // All together they are what they are, whoever has them.
    for number in [2015, 2016, 2017] {
        let all = at_risk(&plan, &budget, None, year(number)).unwrap();
        assert_eq!((all.lines, all.free), (kr(960_000), kr(35_200)), "{number}");
    }
    let names = |association: &str| {
        let all = register_of(&plan, &budget, Some(&id(association))).into_iter();
        all.filter(|one| matches!(one.of, RiskEntryOf::Risk(_))).map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(names("kronoberg"), ["vaxjo", "alvesta", "ljungby"]);
    assert_eq!(names("markaryd"), ["markaryd"]);
    let (vaxjo, kronoberg) = (id("vaxjo"), id("kronoberg"));
    assert_eq!(wholes(&budget, &vaxjo), [&id("varend"), &kronoberg]);
    assert_eq!(parts(&budget, &kronoberg).len(), 5);
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
