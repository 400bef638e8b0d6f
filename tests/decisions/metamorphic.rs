//! What must not change an answer: where an index card stands, how many years the plan shows, in how many steps a line
//! grows (that decisions on two associations can be swapped and that one that is off is not there: `properties.rs`). And
//! what a decision may change: what it lists.

use crate::random::{any_decision, any_plan, index_change, late_decision, month};
use crate::worked::{id, scenario};
use proptest::collection::vec;
use proptest::prelude::*;
use samplan::budget::{AssociationBudget, Budget, BudgetLine};
use samplan::comparison::trace;
use samplan::decision::{
    ActivityAction, ActivityChange, Basis, Change, Decision, DecisionError, DecisionGroup, MergedContributions,
    Overhead,
};
use samplan::money::{Decimal, round};
use samplan::outcome::{Outcome, project};
use samplan::plan::{Approach, Category, Id, Metric, Plan, Scenario};
use samplan::sorted::SortedMap;

fn run(plan: &Plan, scenario: &Scenario) -> Outcome {
    project(plan, Some(scenario)).unwrap()
}

fn skipped(outcome: &Outcome) -> Vec<&Id> {
    let mut steps: Vec<_> = outcome.skipped.iter().map(|skipped| &skipped.step).collect();
    steps.sort();
    steps
}

/// The kronor of a year by row, and what else of an account a decision could change.
fn amounts(budget: &Budget) -> SortedMap<(Id, Id), Vec<Decimal>> {
    let rows = |association_budget: &AssociationBudget| {
        let of = association_budget.id.clone();
        association_budget
            .rows
            .iter()
            .map(move |row| ((of.clone(), row.line.clone()), row.amounts.clone()))
            .collect::<Vec<_>>()
    };
    budget
        .associations
        .iter()
        .flat_map(|association_budget| rows(association_budget))
        .filter(|(_, amounts)| !amounts.iter().all(Decimal::is_zero))
        .collect()
}

fn by_category(budget: &Budget, category: Category) -> Vec<Decimal> {
    let mut sums = vec![Decimal::ZERO; budget.horizon.len()];
    for row in budget
        .associations
        .iter()
        .flat_map(|association_budget| &association_budget.rows)
        .filter(|row| row.category == category)
    {
        for (sum, amount) in sums.iter_mut().zip(&row.amounts) {
            *sum += amount;
        }
    }
    sums
}

fn by_year(budget: &Budget, read: impl Fn(&AssociationBudget) -> &Vec<Decimal>) -> Vec<Decimal> {
    let mut sums = vec![Decimal::ZERO; budget.horizon.len()];
    for association_budget in &budget.associations {
        for (sum, amount) in sums.iter_mut().zip(read(association_budget)) {
            *sum += amount;
        }
    }
    sums
}

fn is_divided(row: &BudgetLine) -> bool {
    let divided = matches!(row.approach, Some(Approach::Base | Approach::Process));
    row.category == Category::Activity && divided && !row.locked
}

/// The rows that a decision changed, by association and line.
fn changed(before: &Budget, after: &Budget) -> Vec<(Id, BudgetLine)> {
    let old = amounts(before);
    let rows = after.associations.iter().flat_map(|association_budget| {
        association_budget.rows.iter().map(|row| (association_budget.id.clone(), row.clone()))
    });
    rows.filter(|(of, row)| {
        let key = (of.clone(), row.line.clone());
        let nothing = vec![Decimal::ZERO; row.amounts.len()];
        *old.get(&key).unwrap_or(&nothing) != row.amounts
    })
    .collect()
}

fn lists(decision: &Decision, before: &Budget, after: &Budget) -> Result<(), TestCaseError> {
    let rows = changed(before, after);
    let only = |of: &Id, wanted: &dyn Fn(&BudgetLine) -> bool| {
        rows.iter().all(|(association, row)| association == of && wanted(row))
    };
    let same_use = by_year(before, |association_budget| &association_budget.equity_use)
        == by_year(after, |association_budget| &association_budget.equity_use);
    let moved: Decimal = by_year(after, |association_budget| &association_budget.transfers).iter().sum::<Decimal>()
        - by_year(before, |association_budget| &association_budget.transfers).iter().sum::<Decimal>();
    let paid = |row: &BudgetLine| row.category == Category::Contribution;
    prop_assert!(same_use || matches!(decision, Decision::EquityUse(_)));
    let buy_in = if let Decision::MemberJoins(joins) = decision { round(joins.buy_in) } else { Decimal::ZERO };
    prop_assert_eq!(moved, buy_in);
    match decision {
        Decision::StepDown(one) => {
            prop_assert!(only(&one.association, &is_divided));
            if one.basis == Basis::PlannedActivities {
                prop_assert_eq!(by_category(before, Category::Activity), by_category(after, Category::Activity));
            }
        }
        Decision::Merger(one) => {
            let once: Decimal =
                after.horizon.iter().filter_map(|year| one.one_off.get(&year)).map(|kr| round(*kr)).sum();
            let sum = |budget, category| by_category(budget, category).iter().sum::<Decimal>();
            for category in Category::ALL {
                let overhead = matches!(category, Category::Board | Category::Administration | Category::Audit);
                let kept = !overhead || one.overhead == Overhead::default();
                let legacy = one.contributions == MergedContributions::Legacy && one.base_grant.is_none();
                let more = if category == Category::Administration { once } else { Decimal::ZERO };
                if kept && (category != Category::Contribution || legacy) {
                    prop_assert_eq!(sum(before, category) + more, sum(after, category), "{:?}", category);
                }
            }
        }
        Decision::MemberJoins(one) => prop_assert!(only(&one.association, &paid)),
        Decision::MemberLeaves(one) => prop_assert!(only(&one.association, &paid)),
        Decision::ContributionChange(one) => prop_assert!(only(&one.association, &paid)),
        Decision::ActivityChange(one) => {
            prop_assert!(only(&one.association, &|row| row.line == *one.action.line()));
        }
        Decision::IndexChange(one) => {
            prop_assert!(rows.iter().all(|(_, row)| row.index.as_ref() == Some(&one.index)));
        }
        Decision::EquityUse(_) => prop_assert!(rows.is_empty()),
        Decision::OneOff(one) => {
            let kronor: Decimal = by_category(after, one.category).iter().sum::<Decimal>()
                - by_category(before, one.category).iter().sum::<Decimal>();
            prop_assert_eq!(kronor, round(one.amount));
            prop_assert!(rows.len() <= 1 && only(&one.association, &|row| row.category == one.category));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_index_card_can_stand_anywhere(
        plan in any_plan(),
        decisions in vec(any_decision(), 1..5),
        cards in vec(index_change(), 1..3),
        places in vec(0usize..6, 2),
    ) {
        let decisions: Vec<Decision> =
            decisions.into_iter().filter(|decision| decision.group() != DecisionGroup::Assumption).collect();
        let first: Vec<Decision> = cards.iter().chain(&decisions).cloned().collect();
        let mut mixed = decisions;
        let mut least = 0;
        for (card, place) in cards.into_iter().zip(places) {
            // Among themselves the cards keep their order.
            let place = place.clamp(least, mixed.len().max(least));
            mixed.insert(place, card);
            least = place + 1;
        }
        let (first, mixed) = (run(&plan, &scenario(first)), run(&plan, &scenario(mixed)));
        prop_assert_eq!(first.projection, mixed.projection);
        prop_assert_eq!(first.budget, mixed.budget);
    }

    #[test]
    fn a_longer_plan_has_the_same_years(
        plan in any_plan(),
        decisions in vec(prop_oneof![2 => any_decision(), 1 => late_decision()], 1..7),
    ) {
        let mut scenario = scenario(decisions);
        // What lies after the plan's years is said to, and is not decided in it.
        loop {
            let outside: Vec<Id> = run(&plan, &scenario).skipped.into_iter()
                .filter(|skipped| matches!(skipped.reason, DecisionError::OutsideHorizon))
                .map(|skipped| skipped.step).collect();
            if outside.is_empty() {
                break;
            }
            scenario.steps.retain(|step| !outside.contains(&step.id));
        }
        let longer = Plan { years: plan.years + 2, ..plan.clone() };
        let (short, long) = (run(&plan, &scenario), run(&longer, &scenario));
        prop_assert_eq!(skipped(&short), skipped(&long));
        for (short, long) in short.projection.associations.iter().zip(&long.projection.associations) {
            prop_assert_eq!(&short.id, &long.id);
            prop_assert_eq!(&short.years[..], &long.years[..short.years.len()], "{}", short.id);
        }
    }

    #[test]
    fn one_resize_is_two(
        plan in any_plan(),
        before in vec(any_decision(), 0..3),
        line in 0usize..4,
        from in month(),
        (one, other) in (-900i64..2_000, -900i64..2_000),
    ) {
        let resize = |by: Decimal| Decision::ActivityChange(ActivityChange {
            association: id("a-0"),
            action: ActivityAction::Resize { line: id(&format!("l-{line}")), from, change: Change::By(by) },
        });
        let (one, other) = (Decimal::new(one, 3), Decimal::new(other, 3));
        let both = (Decimal::ONE + one) * (Decimal::ONE + other) - Decimal::ONE;
        let with = |last: &[Decision]| scenario(before.iter().chain(last).cloned().collect());
        let whole = run(&plan, &with(&[resize(both)]));
        let parts = run(&plan, &with(&[resize(one), resize(other)]));
        prop_assert_eq!(whole.projection, parts.projection);
    }

    #[test]
    fn money_is_made_or_lost_only_by_what_a_decision_lists(plan in any_plan(), decisions in vec(any_decision(), 1..6)) {
        let scenario = scenario(decisions);
        let trace = trace(&plan, Some(&scenario)).unwrap();
        let mut before = &trace.base;
        let mut group = DecisionGroup::Assumption;
        for stage in &trace.stages {
            let step = scenario.steps.iter().find(|step| step.id == stage.step).unwrap();
            prop_assert!(group <= step.decision.group());
            group = step.decision.group();
            lists(&step.decision, before, &stage.budget)?;
            before = &stage.budget;
        }
    }

    #[test]
    fn the_total_is_the_sum_of_the_associations(plan in any_plan(), decisions in vec(any_decision(), 1..6)) {
        let outcome = run(&plan, &scenario(decisions));
        let sums = [
            Metric::Contributions, Metric::Income, Metric::EquityUse, Metric::Frame, Metric::Cost, Metric::Base,
            Metric::Process, Metric::FinancialNet, Metric::Result, Metric::OpeningEquity, Metric::Equity,
            Metric::ActivityRoom,
        ];
        for (place, total) in outcome.projection.total.iter().enumerate() {
            let years = || outcome.projection.associations.iter().map(|association| &association.years[place]);
            for metric in sums {
                prop_assert_eq!(total.get(metric), Some(years().filter_map(|figures| figures.get(metric)).sum()), "{:?}", metric);
            }
            prop_assert_eq!(total.transfers, years().map(|figures| figures.transfers).sum::<Decimal>());
            for figures in years() {
                prop_assert_eq!(figures.get(Metric::Equity).unwrap(), figures.opening_equity + figures.transfers + figures.get(Metric::Result).unwrap());
            }
        }
    }
}
