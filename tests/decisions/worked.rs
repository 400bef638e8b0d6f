//! Plans and scenarios built by hand, and reading figures off them.

use samplan::calendar::Year;
use samplan::decision::{Decision, DecisionError, MergedContributions, MergedEquity, Merger, Overhead};
use samplan::money::Decimal;
use samplan::outcome::{Outcome, project};
use samplan::plan::{
    Approach, Association, Capacity, Category, Id, Index, Line, Member, Metric, OpeningEquity, Party, Plan, Scenario,
    ScenarioStep, Schedule, validate,
};
use samplan::sorted::SortedMap;

pub fn id(text: &str) -> Id {
    Id::new(text)
}

pub fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

pub fn kr(amount: i64) -> Decimal {
    Decimal::from(amount)
}

pub fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn by_year<T: Copy, U: From<T>>(pairs: &[(u16, T)]) -> SortedMap<Year, U> {
    pairs.iter().map(|(number, value)| (year(*number), U::from(*value))).collect()
}

pub fn shares(pairs: &[(u16, &str)]) -> SortedMap<Year, Decimal> {
    pairs.iter().map(|(number, share)| (year(*number), dec(share))).collect()
}

pub fn plan(first: u16, years: u8, associations: Vec<Association>) -> Plan {
    Plan::new(Id::new("plan"), "Plan", year(first), years, associations)
}

pub fn index(name: &str, rates: &[(u16, &str)]) -> Index {
    Index { id: id(name), name: name.to_owned(), rates: shares(rates), source: String::new(), date: String::new() }
}

pub fn association(name: &str, equity: i64) -> Association {
    Association {
        opening_equity: OpeningEquity { amount: kr(equity), ..OpeningEquity::default() },
        ..Association::new(id(name), name)
    }
}

pub fn capacity(cost: i64, from: u16, places: &str) -> Capacity {
    Capacity {
        cost_per_fte: by_year(&[(from, cost)]),
        index: None,
        places_per_fte: Some(dec(places)),
        enrolled: None,
        source: String::new(),
    }
}

/// A member with its contribution, the same every year.
pub fn member(of: &mut Association, name: &str, party: Party, inhabitants: Option<u32>, from: u16, pays: i64) {
    of.members.push(Member { id: id(name), name: name.to_owned(), party, inhabitants, source: String::new() });
    let mut line = amounts(&format!("bidrag-{name}"), Category::Contribution, &[(from, pays)]);
    line.member = Some(id(name));
    of.lines.push(line);
}

pub fn amounts(name: &str, category: Category, given: &[(u16, i64)]) -> Line {
    Line::new(id(name), name, category, Schedule::Amounts(by_year(given)))
}

pub fn activity(name: &str, approach: Option<Approach>, given: &[(u16, i64)]) -> Line {
    Line { approach, ..amounts(name, Category::Activity, given) }
}

/// Värend as domain.md §7 Q1 and Q5 have it: contributions 5 400 tkr, administration 954 tkr, 771 tkr per coordinator,
/// 26,25 places each; inhabitants rounded.
pub fn varend() -> Plan {
    let mut of = association("varend", 200_000);
    for name in ["fk", "af"] {
        member(&mut of, name, Party::State, None, 2015, 1_350_000);
    }
    member(&mut of, "region", Party::Region, None, 2015, 1_350_000);
    member(&mut of, "vaxjo", Party::Municipalities, Some(88_100), 2015, 800_000);
    member(&mut of, "alvesta", Party::Municipalities, Some(19_500), 2015, 550_000);
    of.lines.push(Line {
        index: Some(id("priser")),
        ..amounts("administration", Category::Administration, &[(2015, 954_000)])
    });
    of.lines.push(activity("loner", Some(Approach::Base), &[(2015, 2_556_000)]));
    of.lines.push(activity("aktiviteter", Some(Approach::Base), &[(2015, 913_500)]));
    of.capacity = Some(Capacity { index: Some(id("priser")), ..capacity(771_000, 2015, "26.25") });
    let mut plan = plan(2016, 3, vec![of]);
    plan.indices.push(index("priser", &[]));
    plan
}

/// A scenario of these decisions, all on.
/// A merger that leaves contributions and costs as they were and takes the equity along.
pub fn merging(who: &[&str], into: &str, first: u16) -> Merger {
    Merger {
        associations: who.iter().map(|name| id(name)).collect(),
        into: id(into),
        name: into.to_owned(),
        year: year(first),
        contributions: MergedContributions::Legacy,
        overhead: Overhead::default(),
        one_off: Default::default(),
        base_grant: None,
        equity: MergedEquity::Transferred,
    }
}

pub fn scenario(decisions: Vec<Decision>) -> Scenario {
    let steps = decisions.into_iter().zip(1..).map(|(decision, number)| ScenarioStep {
        id: id(&format!("steg-{number}")),
        name: String::new(),
        on: true,
        decision,
    });
    Scenario { steps: steps.collect(), ..Scenario::new(id("scenario"), "Scenario") }
}

/// Projects with these decisions, which must be valid.
pub fn decide(plan: &Plan, decisions: Vec<Decision>) -> Outcome {
    let scenario = scenario(decisions);
    let whole = Plan { scenarios: vec![scenario.clone().into()], ..plan.clone() };
    assert_eq!(validate(&whole), vec![]);
    project(plan, Some(&scenario)).unwrap()
}

/// The same, where every decision applies.
pub fn decided(plan: &Plan, decisions: Vec<Decision>) -> Outcome {
    let outcome = decide(plan, decisions);
    assert_eq!(outcome.skipped, vec![]);
    outcome
}

/// Why the one decision does not apply.
pub fn refused(plan: &Plan, decision: Decision) -> DecisionError {
    let outcome = decide(plan, vec![decision]);
    let base = project(plan, None).unwrap();
    assert_eq!(outcome.budget, base.budget, "a decision that is skipped changes nothing");
    assert_eq!(outcome.skipped.len(), 1);
    outcome.skipped[0].reason.clone()
}

/// A metric of an association for all years.
pub fn figures(outcome: &Outcome, of: &str, metric: Metric) -> Vec<Decimal> {
    let association = outcome.projection.association(&id(of)).unwrap();
    association.years.iter().map(|figures| figures.get(metric).unwrap_or_default()).collect()
}

/// A metric of all associations together.
pub fn total(outcome: &Outcome, metric: Metric) -> Vec<Decimal> {
    outcome.projection.total.iter().map(|figures| figures.get(metric).unwrap_or_default()).collect()
}

/// Rounded to so many decimals, as the documents print.
pub fn rounded(values: Vec<Decimal>, decimals: u32) -> Vec<String> {
    values.into_iter().map(|value| samplan::money::round_dp(value, decimals).to_string()).collect()
}

/// In tkr, rounded.
pub fn tkr(values: Vec<Decimal>) -> Vec<i64> {
    values.into_iter().map(|value| i64::try_from(samplan::money::round(value / kr(1_000))).unwrap()).collect()
}

/// What a member pays, for all years.
pub fn pays(outcome: &Outcome, of: &str, who: &str) -> Vec<Decimal> {
    let association_budget = outcome.budget.association(&id(of)).unwrap();
    let rows = association_budget.rows.iter().filter(|row| row.member == Some(id(who)));
    let mut sum = vec![Decimal::ZERO; outcome.budget.horizon.len()];
    for row in rows {
        for (slot, amount) in sum.iter_mut().zip(&row.amounts) {
            *slot += *amount;
        }
    }
    sum
}

/// A line's amounts.
pub fn line(outcome: &Outcome, of: &str, line: &str) -> Vec<Decimal> {
    outcome.budget.association(&id(of)).unwrap().row(&id(line)).unwrap().amounts.clone()
}

pub fn krs(amounts: &[i64]) -> Vec<Decimal> {
    amounts.iter().map(|amount| kr(*amount)).collect()
}
