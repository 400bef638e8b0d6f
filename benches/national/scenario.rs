//! A scenario of 20 decisions of all kinds over the country's associations.

use samplan::calendar::{Month, Year};
use samplan::decision::{
    ActivityAction, ActivityChange, Basis, Change, ContributionChange, ContributionsOf, Decision, EquityUse, Merger,
    OneOff, StepDown,
};
use samplan::money::Decimal;
use samplan::plan::{Category, Id, Party, Plan, Scenario, ScenarioStep};
use samplan::sorted::SortedMap;

/// Five of each of four kinds that keep to one association, and mergers between others.
pub fn twenty_decisions(plan: &Plan) -> Scenario {
    let first = plan.first_year;
    let mut of = plan.associations.iter().map(|association| association.id.clone());
    let mut decisions = Vec::new();
    for number in 0..4u32 {
        let mut next = || of.next().unwrap_or_else(|| Id::new("missing"));
        decisions.push(Decision::ContributionChange(ContributionChange {
            association: next(),
            payer: ContributionsOf::Party(Party::State),
            change: Change::By(Decimal::new(-10, 2)),
            from: first,
            years: None,
            matched: true,
        }));
        decisions.push(Decision::EquityUse(EquityUse { association: next(), amounts: use_of(first) }));
        decisions.push(Decision::OneOff(one_off(next(), first)));
        decisions.push(Decision::ActivityChange(resize(plan, next(), first)));
        decisions.push(Decision::Merger(Box::new(merger(next(), next(), first.next(), number))));
    }
    let steps = decisions.into_iter().enumerate().map(|(place, decision)| ScenarioStep {
        id: Id::new(&format!("beslut-{place}")),
        name: String::new(),
        on: true,
        decision,
    });
    let mut steps: Vec<ScenarioStep> = steps.collect();
    // The last gives way to a step-down, whose lever is what the measurement moves.
    steps.pop();
    let last = plan.associations.last().map(|association| association.id.clone());
    steps.push(ScenarioStep {
        id: Id::new("trappsteg"),
        name: String::new(),
        on: true,
        decision: Decision::StepDown(StepDown {
            association: last.unwrap_or_else(|| Id::new("missing")),
            basis: Basis::ActivityRoom,
            base_shares: SortedMap::from([(first, Decimal::new(6, 1))]),
            previous_base: None,
        }),
    });
    Scenario { steps, ..Scenario::new(Id::new("tjugo-beslut"), "Tjugo beslut") }
}

fn use_of(first: Year) -> SortedMap<Year, Decimal> {
    SortedMap::from([(first, Decimal::from(100_000))])
}

fn one_off(association: Id, year: Year) -> OneOff {
    let amount = Decimal::from(80_000);
    OneOff { association, name: "Flytt".to_owned(), category: Category::Administration, year, amount }
}

fn resize(plan: &Plan, association: Id, first: Year) -> ActivityChange {
    let lines = plan.association(&association).map(|of| of.lines.as_slice()).unwrap_or_default();
    let line = lines.iter().find(|line| line.category == Category::Activity).map(|line| line.id.clone());
    let line = line.unwrap_or_else(|| Id::new("missing"));
    let change = Change::By(Decimal::new(-5, 2));
    ActivityChange { association, action: ActivityAction::Resize { line, from: Month::january(first), change } }
}

fn merger(one: Id, other: Id, year: Year, number: u32) -> Merger {
    Merger {
        associations: vec![one, other],
        into: Id::new(&format!("nytt-{number}")),
        name: format!("Nytt förbund {number}"),
        year,
        contributions: Default::default(),
        overhead: Default::default(),
        one_off: SortedMap::new(),
        base_grant: None,
        equity: Default::default(),
    }
}
