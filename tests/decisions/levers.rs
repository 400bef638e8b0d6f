//! Levers: every number has an address, setting it moves the answer, and nothing invalid can be set.

use crate::random::{any_decision, any_plan};
use crate::worked::*;
use proptest::collection::vec;
use proptest::prelude::*;
use samplan::decision::{Basis, Decision, DecisionField, StepDown};
use samplan::lever::{LeverAddress, LeverError, LeverUnit, LineField, lever, levers, set};
use samplan::outcome::project;
use samplan::plan::{Metric, Plan, ValidationErrorKind, validate};

fn trappsteg() -> Plan {
    let mut plan = varend();
    plan.scenarios.push(
        scenario(vec![Decision::StepDown(StepDown {
            association: id("varend"),
            basis: Basis::ActivityRoom,
            base_shares: shares(&[(2016, "0.6"), (2017, "0.4"), (2018, "0.2")]),
            previous_base: None,
        })])
        .into(),
    );
    plan
}

fn of_step(part: DecisionField) -> LeverAddress {
    LeverAddress::Decision { scenario: id("scenario"), step: id("steg-1"), part }
}

#[test]
fn a_step_down_has_its_shares_and_its_first_year() {
    let plan = trappsteg();
    let found: Vec<_> = levers(&plan, Some(&id("scenario")))
        .into_iter()
        .filter_map(|lever| match lever.address {
            LeverAddress::Decision { part, .. } => Some((part, lever.value, lever.unit)),
            _ => None,
        })
        .collect();
    assert_eq!(
        found,
        [
            (DecisionField::Year, kr(2016), LeverUnit::Year),
            (DecisionField::BaseShare(year(2016)), dec("0.6"), LeverUnit::Percent),
            (DecisionField::BaseShare(year(2017)), dec("0.4"), LeverUnit::Percent),
            (DecisionField::BaseShare(year(2018)), dec("0.2"), LeverUnit::Percent),
        ]
    );
}

#[test]
fn moving_a_lever_moves_the_answer() {
    let mut plan = trappsteg();
    let base = |plan: &Plan| {
        figures(&project(plan, plan.scenarios.first().map(|one| &**one)).unwrap(), "varend", Metric::Base)
    };
    set(&mut plan, &of_step(DecisionField::BaseShare(year(2017))), dec("0.5")).unwrap();
    assert_eq!(base(&plan), krs(&[2_667_600, 2_223_000, 889_200]));
    // A year later: all steps move along, and 2016 is as planned.
    set(&mut plan, &of_step(DecisionField::Year), kr(2017)).unwrap();
    assert_eq!(base(&plan), krs(&[3_469_500, 2_667_600, 2_223_000]));
    let administration = LeverAddress::Line {
        association: id("varend"),
        line: id("administration"),
        part: LineField::Amount(year(2015)),
    };
    assert_eq!(lever(&plan, &administration).unwrap().value, kr(954_000));
    set(&mut plan, &administration, dec("900000.4")).unwrap();
    assert_eq!(lever(&plan, &administration).unwrap().value, kr(900_000));
    assert_eq!(base(&plan), krs(&[3_469_500, 2_700_000, 2_250_000]));
}

#[test]
fn nothing_invalid_can_be_set() {
    let mut plan = trappsteg();
    let before = plan.clone();
    let share = of_step(DecisionField::BaseShare(year(2016)));
    assert_eq!(set(&mut plan, &share, dec("1.2")), Err(LeverError::Invalid(ValidationErrorKind::ShareOutOfRange)));
    assert_eq!(set(&mut plan, &of_step(DecisionField::Year), kr(2300)), Err(LeverError::OutOfRange));
    assert_eq!(set(&mut plan, &of_step(DecisionField::Amount), kr(1)), Err(LeverError::NoSuchLever));
    let cost = LeverAddress::CostPerFte { association: id("varend"), year: year(2015) };
    assert_eq!(set(&mut plan, &cost, kr(0)), Err(LeverError::Invalid(ValidationErrorKind::NotPositive)));
    let contribution =
        LeverAddress::Line { association: id("varend"), line: id("bidrag-fk"), part: LineField::Amount(year(2015)) };
    assert_eq!(set(&mut plan, &contribution, kr(-1)), Err(LeverError::Invalid(ValidationErrorKind::NegativeAmount)));
    assert_eq!(plan, before);
}

#[test]
fn addresses_can_be_kept_in_files() {
    let text = serde_json::to_string(&of_step(DecisionField::BaseShare(year(2016)))).unwrap();
    assert_eq!(text, r#"{"decision":{"scenario":"scenario","step":"steg-1","part":{"base_share":2016}}}"#);
    assert_eq!(serde_json::from_str::<LeverAddress>(&text).unwrap(), of_step(DecisionField::BaseShare(year(2016))));
}

#[test]
fn a_whole_line_moves_in_proportion() {
    let mut of = association("forbund", 0);
    of.lines.push(activity("insats", None, &[(2014, 0), (2015, 100), (2016, 250)]));
    let mut plan = plan(2014, 3, vec![of]);
    let whole = LeverAddress::Line { association: id("forbund"), line: id("insats"), part: LineField::Whole };
    assert_eq!(lever(&plan, &whole).unwrap().value, kr(100));
    set(&mut plan, &whole, kr(110)).unwrap();
    assert_eq!(plan.associations[0].lines[0].schedule.given(), &by_year(&[(2014, 0), (2015, 110), (2016, 275)]));
    assert_eq!(set(&mut plan, &whole, kr(0)), Err(LeverError::OutOfRange));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_lever_reads_what_was_set_and_the_plan_stays_valid(
        plan in any_plan(),
        decisions in vec(any_decision(), 1..5),
        share in 0u32..=100,
    ) {
        let mut plan = plan;
        plan.scenarios.push(scenario(decisions).into());
        let name = id("scenario");
        for one in levers(&plan, Some(&name)) {
            prop_assert!(one.least <= one.value && one.value <= one.most, "{one:?}");
            prop_assert!(one.step > kr(0));
            prop_assert_eq!(lever(&plan, &one.address), Some(one.clone()));
            let mut moved = plan.clone();
            let value = one.least + (one.most - one.least) * kr(share.into()) / kr(100);
            if set(&mut moved, &one.address, value).is_ok() {
                prop_assert_eq!(validate(&moved), vec![]);
                let _ = project(&moved, moved.scenarios.first().map(|one| &**one));
                // Setting a value back gives the plan back, but where the others had to give way to nothing.
                let others_too = matches!(
                    one.address,
                    LeverAddress::Decision { part: DecisionField::MemberShare(_) | DecisionField::Line(LineField::Whole), .. }
                        | LeverAddress::Line { part: LineField::Whole, .. }
                );
                if !others_too {
                    let now = lever(&moved, &one.address).unwrap();
                    set(&mut moved, &now.address, one.value).unwrap();
                    if samplan::money::round(one.value) == one.value {
                        prop_assert_eq!(&moved, &plan);
                    }
                }
            } else {
                prop_assert_eq!(&moved, &plan);
            }
        }
    }
}

/// What cannot be negative says so in the field's own terms: only where a category decides the sign is it named, and a limit
/// is the field's own.
#[test]
fn a_refused_number_is_refused_in_its_own_terms() {
    use samplan::decision::{EquityUse, JoinKey};
    let problem = |decision: Decision| {
        let scenario = scenario(vec![decision]);
        let plan = Plan { scenarios: vec![scenario.into()], ..varend() };
        validate(&plan).into_iter().map(|problem| problem.kind).collect::<Vec<_>>()
    };
    let uses = |amount| {
        Decision::EquityUse(EquityUse { association: id("varend"), amounts: [(year(2016), kr(amount))].into() })
    };
    assert_eq!(problem(uses(-1)), [ValidationErrorKind::NegativeNumber]);
    let joins = |key| {
        Decision::MemberJoins(samplan::decision::MemberJoins {
            association: id("varend"),
            member: id("tingsryd"),
            name: "Tingsryds kommun".to_owned(),
            inhabitants: Some(12_200),
            source: String::new(),
            from: "2017-07".parse().unwrap(),
            key,
            others_follow: true,
            buy_in: kr(0),
        })
    };
    assert_eq!(problem(joins(JoinKey::PerInhabitant(kr(-1)))), [ValidationErrorKind::NegativeNumber]);
    let too_much = ValidationErrorKind::NumberTooLarge { most: 1_000_000 };
    assert_eq!(problem(joins(JoinKey::PerInhabitant(kr(1_000_001)))), [too_much]);
    let once = samplan::decision::OneOff {
        association: id("varend"),
        name: "Flytt".to_owned(),
        category: samplan::plan::Category::Administration,
        year: year(2016),
        amount: kr(-1),
    };
    assert_eq!(problem(Decision::OneOff(once)), [ValidationErrorKind::NegativeAmount]);
}
