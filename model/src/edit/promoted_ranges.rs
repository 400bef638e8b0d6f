//! What becomes of the users' own ranges when a scenario becomes the plan: a range stays with its number where the plan
//! has it afterwards, under another address or the same, and goes where there is none.

use crate::base::LineField;
use crate::decision::{ActivityAction, Decision, DecisionField};
use crate::lever::lever;
use crate::plan::{Id, LeverAddress, LeverRange, Plan, Scenario};

/// Gives the plan that a scenario has become its ranges, and says those that are left without a number.
pub(super) fn carry(before: &Plan, after: &mut Plan, scenario: &Scenario) -> Vec<LeverAddress> {
    let mut carried: Vec<(LeverAddress, LeverRange)> = Vec::new();
    let mut kept: Vec<&LeverRange> = Vec::new();
    let mut lost = Vec::new();
    for range in &before.ranges {
        match &range.lever {
            LeverAddress::Decision { scenario: of, step, part } if *of == scenario.id => {
                let to =
                    became(before, after, scenario, (step, part)).filter(|to| has_the_same(before, after, range, to));
                match to.filter(|to| !carried.iter().any(|(_, one)| one.lever == *to)) {
                    Some(to) => carried.push((range.lever.clone(), LeverRange { lever: to, ..range.clone() })),
                    None => lost.push(range.lever.clone()),
                }
            }
            // What had no number before has none because of something else.
            address if lever(before, address).is_some() && lever(after, address).is_none() => {
                lost.push(address.clone())
            }
            _ => kept.push(range),
        }
    }
    let mut ranges = Vec::with_capacity(before.ranges.len());
    for range in &before.ranges {
        if let Some((_, moved)) = carried.iter().find(|(from, _)| *from == range.lever) {
            ranges.push(moved.clone());
        } else if kept.contains(&range) {
            // The number is now the decision's, and so is what it can be.
            if carried.iter().any(|(_, moved)| moved.lever == range.lever) {
                lost.push(range.lever.clone());
            } else {
                ranges.push(range.clone());
            }
        }
    }
    after.ranges = ranges;
    lost
}

/// Whether the number that it has become is what the decision's was.
fn has_the_same(before: &Plan, after: &Plan, range: &LeverRange, to: &LeverAddress) -> bool {
    let (old, new) = (lever(before, &range.lever), lever(after, to));
    old.zip(new).is_some_and(|(old, new)| old.value == new.value && old.unit == new.unit)
}

/// The number of the plan that a decision's number has become, where it is one: a rate, a year's use of saved money, what
/// happens once, and what a line that is added says.
fn became(
    before: &Plan,
    after: &Plan,
    scenario: &Scenario,
    (step, part): (&Id, &DecisionField),
) -> Option<LeverAddress> {
    let step = scenario.steps.iter().find(|one| one.id == *step).filter(|one| one.on)?;
    match (&step.decision, part) {
        (Decision::IndexChange(change), DecisionField::Rate(year)) => {
            Some(LeverAddress::IndexRate { index: change.index.clone(), year: *year })
        }
        (Decision::EquityUse(of), DecisionField::AmountIn(year)) => {
            Some(LeverAddress::EquityUse { association: of.association.clone(), year: *year })
        }
        (Decision::OneOff(of), DecisionField::Amount) => {
            let known = before.association(&of.association);
            let mut made = after.association(&of.association)?.lines.iter().filter(|line| {
                let is_new = known.is_none_or(|known| known.line(&line.id).is_none());
                is_new && line.name == of.name && line.category == of.category
            });
            // Of two by the same name it is not known which is which.
            let line = made.next().filter(|_| made.next().is_none())?.id.clone();
            Some(LeverAddress::Line { association: of.association.clone(), line, part: LineField::Amount(of.year) })
        }
        (Decision::ActivityChange(change), DecisionField::Line(part)) => match &change.action {
            ActivityAction::Add { line } => {
                Some(LeverAddress::Line { association: change.association.clone(), line: line.id.clone(), part: *part })
            }
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Year;
    use crate::edit::{Edit, MadeNames, ScenarioEdit, ranges_lost};
    use crate::exchange::{read, write};
    use crate::lever::lever;
    use crate::money::Decimal;
    use crate::plan::{Id, LeverAddress, LeverRange, Plan};

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    /// Värend with one decision of each kind whose number becomes one of the plan's, and one whose does not.
    fn plan() -> Plan {
        let mut plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let association = plan.associations[0].id.clone();
        let index = plan.indices.first().map(|index| index.id.clone());
        let step = |id: &str, on: bool, decision: serde_json::Value| serde_json::json!({ "id": id, "on": on, "decision": decision });
        let mut steps = vec![
            step(
                "flytt",
                true,
                serde_json::json!({ "one_off": { "association": association, "name": "Flytt",
                "category": "administration", "year": 2017, "amount": "90000" } }),
            ),
            step(
                "sparat",
                true,
                serde_json::json!({ "equity_use": { "association": association,
                "amounts": { "2016": "50000" } } }),
            ),
            step(
                "ny",
                true,
                serde_json::json!({ "activity_change": { "association": association, "action": { "add": {
                "line": { "id": "ny", "name": "Ny", "category": "activity",
                    "schedule": { "amounts": { "2016": "70000" } } } } } } }),
            ),
            step(
                "mindre",
                true,
                serde_json::json!({ "contribution_change": { "association": association,
                "payer": "all", "change": { "by": "-0.1" }, "from": 2017 } }),
            ),
            step(
                "av",
                false,
                serde_json::json!({ "one_off": { "association": association, "name": "Av",
                "category": "administration", "year": 2017, "amount": "10000" } }),
            ),
        ];
        if let Some(index) = &index {
            steps.push(step(
                "pris",
                true,
                serde_json::json!({ "index_change": { "index": index,
                "rates": { "2016": "0.03" } } }),
            ));
        }
        let scenario = serde_json::json!({ "id": "allt", "name": "Allt", "steps": steps });
        let mut text: serde_json::Value = serde_json::from_str(&write(&plan)).unwrap();
        text.as_object_mut().unwrap().remove("checksum");
        text["plan"]["scenarios"].as_array_mut().unwrap().push(scenario);
        plan = read(&text.to_string()).unwrap();
        let mut ranges = Vec::new();
        for step in &plan.scenario("allt").unwrap().steps {
            for (part, value, _) in step.decision.levers() {
                let (scenario, step) = (Id::new("allt"), step.id.clone());
                let lever = LeverAddress::Decision { scenario, step, part };
                ranges.push(LeverRange::new(lever, value, value + Decimal::ONE));
            }
        }
        let of_the_plan = LeverAddress::OpeningEquity { association };
        ranges.push(LeverRange::new(of_the_plan, Decimal::ZERO, Decimal::ONE_HUNDRED));
        plan.ranges = ranges;
        plan
    }

    /// No range is left that has no number, what goes is said, and undo has them all.
    #[test]
    fn a_range_stays_with_its_number_or_goes_and_is_told() {
        let before = plan();
        let id = Id::new("allt");
        let lost = ranges_lost(&before, &id);
        let names = MadeNames {
            date: "2026-11-26".to_owned(),
            source: "Beslut".to_owned(),
            contribution: "Bidrag".to_owned(),
            ..MadeNames::default()
        };
        let after = Edit::Scenario(id, ScenarioEdit::Promote(names)).apply(&before).unwrap();
        assert_eq!(after.ranges.len() + lost.len(), before.ranges.len());
        for range in &after.ranges {
            let found = lever(&after, &range.lever);
            assert!(found.is_some(), "{range:?}");
            if !matches!(range.lever, LeverAddress::OpeningEquity { .. }) {
                assert_eq!(found.unwrap().value, range.low, "{range:?}");
            }
        }
        let association = before.associations[0].id.clone();
        let wanted = LeverAddress::EquityUse { association, year: year(2016) };
        assert!(after.ranges.iter().any(|range| range.lever == wanted), "{:?}", after.ranges);
        let lines = after.ranges.iter().filter_map(|range| match &range.lever {
            LeverAddress::Line { line, .. } => Some(line.as_str()),
            _ => None,
        });
        let lines: Vec<_> = lines.collect();
        assert!(lines.contains(&"ny") && lines.iter().any(|line| line.starts_with("flytt")), "{lines:?}");
        let steps = lost.iter().filter_map(|address| match address {
            LeverAddress::Decision { step, .. } => Some(step.as_str()),
            _ => None,
        });
        let steps: Vec<_> = steps.collect();
        assert!(steps.contains(&"mindre") && steps.contains(&"av") && !steps.contains(&"sparat"), "{steps:?}");
        assert_eq!(read(&write(&after)).unwrap(), after);
    }
}
