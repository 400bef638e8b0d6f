//! Scenarios side by side: cells, the waterfall, and what differs.

use crate::random::{any_decision, any_plan};
use crate::worked::*;
use proptest::collection::vec;
use proptest::prelude::*;
use samplan::comparison::{ComparedFigure, Comparison, Credit, Credits, Structure, Subject, Trace, trace};
use samplan::decision::{Basis, Decision, JoinKey, MemberJoins, StepDown};
use samplan::money::{Decimal, sum};
use samplan::plan::{Approach, Category, Metric, Party, Plan, Scenario};

fn trappsteg() -> Decision {
    Decision::StepDown(StepDown {
        association: id("varend"),
        basis: Basis::ActivityRoom,
        base_shares: shares(&[(2016, "0.6"), (2017, "0.4"), (2018, "0.2")]),
        previous_base: None,
    })
}

fn tingsryd() -> Decision {
    Decision::MemberJoins(MemberJoins {
        association: id("varend"),
        member: id("tingsryd"),
        name: "Tingsryds kommun".to_owned(),
        inhabitants: Some(12_200),
        source: String::new(),
        from: "2017-07".parse().unwrap(),
        key: JoinKey::Average,
        others_follow: true,
        buy_in: Decimal::ZERO,
    })
}

fn named(name: &str, decisions: Vec<Decision>) -> Scenario {
    Scenario { id: id(name), name: name.to_owned(), ..scenario(decisions) }
}

#[test]
fn cells_have_old_new_and_difference() {
    let (one, two) = (named("trappsteg", vec![trappsteg()]), named("bada", vec![tingsryd(), trappsteg()]));
    let comparison = Comparison::of(&varend(), &[None, Some(&one), Some(&two)]).unwrap();
    let cell = comparison.cell(1, Some(&id("varend")), year(2017), Metric::Base);
    // 3 469,5 tkr become 1 778,4 tkr: −48,7 %.
    assert_eq!((cell.old, cell.new), (Some(kr(3_469_500)), Some(kr(1_778_400))));
    assert_eq!(cell.difference, Some(kr(-1_691_100)));
    assert_eq!(samplan::money::round_dp(cell.relative.unwrap(), 3), dec("-0.487"));
    let process = comparison.cell(1, None, year(2017), Metric::Process);
    assert_eq!((process.difference, process.relative), (Some(kr(2_667_600)), None));
    assert!(!comparison.cell(1, None, year(2017), Metric::Contributions).differs());
    assert!(comparison.differs(None, Metric::Contributions));
    assert!(!comparison.differs(None, Metric::Administration));
    assert_eq!(comparison.cell(9, None, year(2017), Metric::Base).new, None);
    assert_eq!(comparison.cell(2, Some(&id("nobody")), year(2017), Metric::Base), ComparedFigure::default());
}

#[test]
fn what_differs_names_its_decisions() {
    let both = named("bada", vec![tingsryd(), trappsteg()]);
    let comparison = Comparison::of(&varend(), &[None, Some(&both)]).unwrap();
    let differences = comparison.differences(1, Some(&id("varend"))).unwrap();
    let find = |subject: &Subject, number| {
        let found = differences.iter().find(|found| found.subject == *subject && found.year == year(number));
        found.map(|found| {
            let causes: Vec<_> = found.causes.iter().map(|cause| cause.step.as_str().to_owned()).collect();
            (found.old, found.new, found.difference, causes)
        })
    };
    let steps = |steps: &[&str]| steps.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>();
    let base = Subject::Approach(Some(Approach::Base));
    assert_eq!(find(&base, 2016), Some((kr(3_469_500), kr(2_667_600), kr(-801_900), steps(&["steg-2"]))));
    let contributions = Subject::Category(Category::Contribution);
    assert_eq!(find(&contributions, 2016), None);
    assert_eq!(find(&contributions, 2017), Some((kr(5_400_000), kr(5_706_132), kr(306_132), steps(&["steg-1"]))));
    let tingsryd = Subject::Member { name: "Tingsryds kommun".into(), party: Some(Party::Municipalities) };
    assert_eq!(find(&tingsryd, 2018), Some((kr(0), kr(153_067), kr(153_067), steps(&["steg-1"]))));
    let structure = comparison.structure(1);
    assert_eq!(structure.len(), 1);
    let Structure::Joined { member, from, .. } = &structure[0].structure else { panic!("{structure:?}") };
    assert_eq!((member, from), (&id("tingsryd"), &"2017-07".parse().ok()));
    assert_eq!(structure[0].cause.as_ref().unwrap().step, id("steg-1"));
    // The other way round nothing has joined, and the causes are the same.
    let back = Comparison::of(&varend(), &[Some(&both), None]).unwrap();
    assert_eq!(back.structure(1), vec![]);
    assert_eq!(back.differences(1, None).unwrap().len(), comparison.differences(1, None).unwrap().len());
}

#[test]
fn a_merger_by_itself_differs_in_nothing_but_who_there_is() {
    let mut plan = varend();
    let mut other = association("ljungby", 100_000);
    member(&mut other, "forsakringskassan", Party::State, None, 2016, 1_000_000);
    plan.associations.push(other.into());
    let merged =
        named("sammanslagning", vec![Decision::Merger(Box::new(merging(&["varend", "ljungby"], "kronoberg", 2017)))]);
    let comparison = Comparison::of(&plan, &[None, Some(&merged)]).unwrap();
    assert_eq!(comparison.differences(1, None).unwrap(), vec![]);
    let structure = comparison.structure(1);
    assert!(matches!(&structure[..], [one] if matches!(one.structure, Structure::Merged { .. })), "{structure:?}");
    let names: Vec<_> = comparison.associations().into_iter().map(|(id, _)| id).collect();
    assert_eq!(names, [id("varend"), id("ljungby"), id("kronoberg")]);
}

fn adds_up(plan: &Plan, scenario: &Scenario) {
    let trace = trace(plan, Some(scenario)).unwrap();
    for credit in [Credit::LeftOut, Credit::InOrder] {
        adds_up_by(plan, &trace, &Credits::of(&trace, scenario, credit).unwrap());
    }
}

fn adds_up_by(plan: &Plan, trace: &Trace, credits: &Credits) {
    let associations: Vec<_> =
        trace.budget().associations.iter().map(|association_budget| Some(association_budget.id.clone())).collect();
    for association in associations.iter().chain([&None]) {
        for number in plan.horizon().iter() {
            for metric in Metric::ALL {
                let way = credits.waterfall(association.as_ref(), number, metric).unwrap();
                let steps = sum(way.bars.iter().map(|bar| bar.change)).unwrap();
                // Shares and coordinators have more decimals than a sum of them can keep.
                let rounded = |value| samplan::money::round_dp(value, 12);
                assert_eq!(rounded(way.start + steps + way.together), rounded(way.end), "{metric:?}");
            }
        }
    }
}

/// With a step-down that spends all that there is, Tingsryd brings coordinators and no money that is left. In order the
/// step-down, which comes last, is credited with Tingsryd's coordinators and takes its money away again.
#[test]
fn tingsryd_is_credited_with_what_it_brings() {
    let file = std::fs::read_to_string(format!("{}/plans/varend-2016.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let plan = samplan::exchange::read(&file).unwrap();
    let scenario = plan.scenario("trappsteg-tingsryd").unwrap();
    let trace = trace(&plan, Some(scenario)).unwrap();
    let change = |credit, metric| {
        let way = Credits::of(&trace, scenario, credit).unwrap().waterfall(None, year(2018), metric).unwrap();
        let tingsryd = way.bars.iter().find(|bar| bar.step == id("tingsryd")).unwrap();
        samplan::money::round_dp(tingsryd.change, 2)
    };
    assert_eq!((change(Credit::LeftOut, Metric::Fte), change(Credit::LeftOut, Metric::Equity)), (dec("0.16"), kr(0)));
    assert_eq!((change(Credit::InOrder, Metric::Fte), change(Credit::InOrder, Metric::Equity)), (kr(0), kr(1_530_668)));
}

/// Every scenario of every real plan: the steps add up in both ways of telling, and what each pays adds up to what all pay.
#[test]
fn what_the_real_plans_tell_adds_up() {
    let mut told = 0;
    for file in std::fs::read_dir(format!("{}/plans", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let plan = samplan::exchange::read(&std::fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        for scenario in &plan.scenarios {
            adds_up(&plan, scenario);
            contributors_add_up(&plan, scenario);
            told += 1;
        }
    }
    assert!(told >= 10, "{told}");
}

fn contributors_add_up(plan: &Plan, scenario: &Scenario) {
    let comparison = Comparison::of(plan, &[None, Some(scenario)]).unwrap();
    let associations: Vec<_> = comparison.associations().into_iter().map(|(id, _)| Some(id)).collect();
    for association in associations.iter().chain([&None]) {
        for number in plan.horizon().iter() {
            let paid = comparison.contributors(association.as_ref(), number).unwrap();
            for column in 0..2 {
                let all = comparison.cell(column, association.as_ref(), number, Metric::Contributions).new;
                let each = sum(paid.iter().map(|one| one.cells[column].new.unwrap_or_default())).unwrap();
                assert_eq!(each, all.unwrap_or_default(), "{association:?} {number}");
                let parties = samplan::comparison::by_party(&paid).unwrap();
                let parties = sum(parties.iter().map(|one| one.cells[column].new.unwrap_or_default())).unwrap();
                assert_eq!(parties, each);
            }
        }
    }
}

#[test]
fn the_waterfall_adds_up_for_every_metric() {
    adds_up(&varend(), &named("bada", vec![trappsteg(), tingsryd()]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn waterfalls_add_up_and_differences_have_causes(plan in any_plan(), decisions in vec(any_decision(), 1..5)) {
        let scenario = scenario(decisions);
        adds_up(&plan, &scenario);
        contributors_add_up(&plan, &scenario);
        let comparison = Comparison::of(&plan, &[None, Some(&scenario)]).unwrap();
        for difference in comparison.differences(1, None).unwrap() {
            prop_assert!(!difference.causes.is_empty());
            prop_assert_eq!(difference.new - difference.old, difference.difference);
        }
    }
}
