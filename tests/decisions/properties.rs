//! What holds for every decision on every plan.

use crate::random::{any_decision, any_plan, index_change, joins, local_decision, merger, step_down};
use crate::worked::{id, scenario};
use proptest::collection::vec;
use proptest::prelude::*;
use samplan::comparison::trace;
use samplan::decision::{
    BaseGrant, Decision, JoinKey, MemberJoins, MergedContributions, MergedEquity, Merger, Overhead,
};
use samplan::edit::{Edit, EditError, MadeNames, ScenarioEdit};
use samplan::finding::{ContributionUnderZero, Detail, Finding, RuleCode};
use samplan::money::{Decimal, round, sum};
use samplan::outcome::{Outcome, project};
use samplan::plan::{Category, Metric, Party, Plan, Scenario, ValidationErrorKind, validate};
use samplan::sorted::SortedMap;

/// What a merger moves and never makes.
const CONSERVED: [Metric; 14] = [
    Metric::Contributions,
    Metric::Income,
    Metric::EquityUse,
    Metric::Board,
    Metric::Administration,
    Metric::Audit,
    Metric::Activities,
    Metric::Base,
    Metric::Process,
    Metric::Structure,
    Metric::FinancialNet,
    Metric::Result,
    Metric::OpeningEquity,
    Metric::Equity,
];

fn run(plan: &Plan, decisions: Vec<Decision>) -> Outcome {
    project(plan, Some(&scenario(decisions))).unwrap()
}

fn with(plan: &Plan, scenario: &Scenario) -> Plan {
    Plan { scenarios: vec![scenario.clone().into()], ..plan.clone() }
}

fn quarter(outcome: &Outcome, of: &str, place: usize) -> Decimal {
    let rows = outcome.budget.association(&id(of)).unwrap().rows.iter();
    let municipal =
        rows.filter(|row| row.category == Category::Contribution && row.party == Some(Party::Municipalities));
    sum(municipal.map(|row| row.amount(place))).unwrap()
}

/// What is found of a plan's figures, whatever made them: not what decisions left undone.
fn remarks(outcome: &Outcome) -> Vec<&Finding> {
    let found = outcome.report.findings.iter().filter(|finding| {
        use RuleCode as R;
        let code = finding.code();
        let of_decisions =
            [R::ProcessUnderZero, R::ContributionUnderZero, R::PartyEmpty, R::StepDownOverruled, R::DecisionSkipped];
        !code.is_of_the_plan_alone() && !of_decisions.contains(&code)
    });
    found.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn decisions_apply_or_say_why_and_files_keep_them(plan in any_plan(), decisions in vec(any_decision(), 1..6)) {
        let count = decisions.len();
        let scenario = scenario(decisions);
        let whole = with(&plan, &scenario);
        prop_assert_eq!(validate(&whole), vec![]);
        let file = samplan::exchange::write(&whole);
        prop_assert_eq!(&samplan::exchange::read(&file).unwrap(), &whole);

        let outcome = project(&plan, Some(&scenario)).unwrap();

        // Kept as the base it gives the same, for every association and year.
        let names = ["Bas", "Process", "Sammanslagning", "Bidrag", "Scenariot"].map(str::to_owned);
        let [base, process, merger_cost, contribution, source] = names;
        let names = MadeNames {
            base,
            process,
            merger_cost,
            contribution,
            source,
            date: "2026-11-26".to_owned(),
            decisions: vec![],
        };
        match Edit::Scenario(scenario.id.clone(), ScenarioEdit::Promote(names)).apply(&whole) {
            Ok(promoted) => {
                let after = project(&promoted, None).unwrap();
                prop_assert_eq!(&after.projection, &outcome.projection);
                let (now, then) = (remarks(&after), remarks(&outcome));
                let gone: Vec<_> = then.iter().filter(|one| !now.contains(one)).collect();
                let new: Vec<_> = now.iter().filter(|one| !then.contains(one)).collect();
                prop_assert!(gone.is_empty() && new.is_empty(), "{gone:?} {new:?}");
            }
            // What many large amounts give together may be more than one amount can be.
            Err(EditError::Invalid(problems)) => {
                prop_assert!(problems.iter().all(|problem| problem.kind == ValidationErrorKind::AmountTooLarge), "{problems:?}");
            }
            Err(refusal) => prop_assert!(false, "{refusal:?}"),
        }
        let trace = trace(&plan, Some(&scenario)).unwrap();
        prop_assert_eq!(trace.stages.len() + trace.skipped.len(), count);
        prop_assert_eq!(trace.budget(), &outcome.budget);
        prop_assert_eq!(trace.projection(), &outcome.projection);
        prop_assert_eq!(&trace.skipped, &outcome.skipped);
        for association in &outcome.budget.associations {
            for row in &association.rows {
                prop_assert_eq!(row.amounts.len(), outcome.budget.horizon.len());
                for amount in &row.amounts {
                    prop_assert!(*amount >= Decimal::ZERO, "{} {}", row.line, amount);
                    prop_assert_eq!(*amount, round(*amount), "whole kronor");
                }
            }
        }
    }

    #[test]
    fn off_is_as_if_it_were_not_there(plan in any_plan(), decisions in vec(any_decision(), 2..5), off in 0usize..5) {
        let off = off % decisions.len();
        let mut with = scenario(decisions);
        let mut without = with.clone();
        with.steps[off].on = false;
        without.steps.remove(off);
        prop_assert_eq!(project(&plan, Some(&with)).unwrap(), project(&plan, Some(&without)).unwrap());
    }

    #[test]
    fn a_merger_makes_and_loses_nothing_that_it_does_not_list(plan in any_plan(), before in vec(any_decision(), 0..3), merger in merger()) {
        let plain = Merger {
            contributions: MergedContributions::Legacy,
            overhead: Overhead::default(),
            one_off: SortedMap::new(),
            base_grant: None,
            equity: MergedEquity::Transferred,
            ..merger
        };
        let apart = run(&plan, before.clone());
        let mut decisions = before;
        decisions.push(Decision::Merger(Box::new(plain)));
        let merged = run(&plan, decisions);
        for (apart, merged) in apart.projection.total.iter().zip(&merged.projection.total) {
            // Step-downs of what is merged away are skipped, and what is paid out later is a share of more or less.
            let same_steps = apart.base == merged.base && apart.process == merged.process;
            for metric in CONSERVED.into_iter().filter(|metric| same_steps && !matches!(metric, Metric::OpeningEquity | Metric::Equity)) {
                prop_assert_eq!(apart.get(metric), merged.get(metric), "{:?}", metric);
            }
        }
    }

    #[test]
    fn a_merger_alone_conserves_equity_too(plan in any_plan(), merger in merger()) {
        let cost = merger.one_off.clone();
        let listed = Merger {
            contributions: MergedContributions::Legacy,
            overhead: Overhead::default(),
            base_grant: None,
            equity: MergedEquity::Transferred,
            ..merger
        };
        let apart = run(&plan, Vec::new());
        let merged = run(&plan, vec![Decision::Merger(Box::new(listed))]);
        let mut spent = Decimal::ZERO;
        for (year, (apart, merged_year)) in plan.horizon().iter().zip(apart.projection.total.iter().zip(&merged.projection.total)) {
            if merged.skipped.is_empty() {
                let cost = round(cost.get(&year).copied().unwrap_or_default());
                spent += cost;
                prop_assert_eq!(apart.administration + cost, merged_year.administration);
            }
            prop_assert_eq!(apart.contributions, merged_year.contributions);
            prop_assert_eq!(apart.equity, merged_year.equity + spent);
        }
    }

    #[test]
    fn a_lost_base_grant_is_all_that_is_lost(plan in any_plan(), merger in merger(), matched in any::<bool>()) {
        let gone = Decimal::from(merger.associations.len() - 1);
        let grant = BaseGrant { matched, ..BaseGrant::preset() };
        let merger = Merger {
            contributions: MergedContributions::Legacy,
            one_off: SortedMap::new(),
            base_grant: Some(grant),
            ..merger
        };
        let first = merger.year;
        let apart = run(&plan, Vec::new());
        let merged = run(&plan, vec![Decision::Merger(Box::new(merger))]);
        if !merged.skipped.is_empty() {
            return Ok(());
        }
        let lost = Decimal::from(if matched { 800_000 } else { 400_000 }) * gone;
        for (year, (before, after)) in plan.horizon().iter().zip(apart.projection.total.iter().zip(&merged.projection.total)) {
            let missing = merged.report.findings.iter().filter(|finding| finding.year == Some(year));
            let missing = sum(missing.map(|finding| match finding.detail {
                Detail::ContributionUnderZero(ContributionUnderZero { missing, .. }) => missing,
                _ => Decimal::ZERO,
            })).unwrap();
            let lost = if year < first { Decimal::ZERO } else { lost };
            prop_assert_eq!(before.contributions - after.contributions, lost - missing);
        }
    }

    #[test]
    fn joining_by_zero_sum_leaves_the_municipal_quarter(plan in any_plan(), joins in joins()) {
        let joins = MemberJoins { association: id("a-0"), key: JoinKey::ZeroSum, ..joins };
        let apart = run(&plan, Vec::new());
        let joined = run(&plan, vec![Decision::MemberJoins(joins)]);
        for place in 0..plan.horizon().len() {
            prop_assert_eq!(quarter(&apart, "a-0", place), quarter(&joined, "a-0", place));
        }
        for (apart, joined) in apart.projection.total.iter().zip(&joined.projection.total) {
            prop_assert_eq!(apart.contributions, joined.contributions);
        }
    }

    #[test]
    fn decisions_on_different_associations_commute(
        plan in any_plan(),
        one in local_decision("a-0"),
        other in local_decision("a-1"),
    ) {
        prop_assume!(plan.associations.len() > 1);
        let first = run(&plan, vec![one.clone(), other.clone()]);
        let last = run(&plan, vec![other, one]);
        prop_assert_eq!(&first.budget.associations, &last.budget.associations);
        prop_assert_eq!(first.projection, last.projection);
    }

    #[test]
    fn an_index_is_decided_before_or_after_a_step_down_alike(
        plan in any_plan(),
        index in index_change(),
        decision in step_down(),
    ) {
        let first = run(&plan, vec![index.clone(), decision.clone()]);
        let last = run(&plan, vec![decision, index]);
        prop_assert_eq!(first.budget, last.budget);
    }
}
