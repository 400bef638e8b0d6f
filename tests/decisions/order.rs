//! The order of decisions, on and off, and the waterfall.

use crate::worked::*;
use samplan::comparison::trace;
use samplan::decision::{
    Basis, Change, ContributionChange, ContributionsOf, Decision, DecisionError, JoinKey, MemberJoins, OneOff, StepDown,
};
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Category, Metric, Plan};

fn trappsteg(of: &str) -> Decision {
    trappsteg_from(2016, of)
}

fn trappsteg_from(first: u16, of: &str) -> Decision {
    Decision::StepDown(StepDown {
        association: id(of),
        basis: Basis::ActivityRoom,
        base_shares: shares(&[(first, "0.6"), (first + 1, "0.4"), (first + 2, "0.2")]),
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
        from: "2017-01".parse().unwrap(),
        key: JoinKey::Average,
        others_follow: true,
        buy_in: Decimal::ZERO,
    })
}

fn more(of: &str) -> Decision {
    Decision::ContributionChange(ContributionChange {
        association: id(of),
        payer: ContributionsOf::All,
        change: Change::By(dec("0.1")),
        from: year(2016),
        years: None,
        matched: false,
    })
}

fn two() -> Plan {
    let mut plan = varend();
    let mut other = association("ljungby", 100_000);
    member(&mut other, "fk", samplan::plan::Party::State, None, 2016, 1_000_000);
    other.lines.push(amounts("adm", Category::Administration, &[(2016, 200_000)]));
    plan.associations.push(other.into());
    plan
}

fn merger() -> Decision {
    Decision::Merger(Box::new(merging(&["varend", "ljungby"], "kronoberg", 2017)))
}

#[test]
fn a_step_down_divides_what_all_others_leave() {
    let first = decided(&varend(), vec![trappsteg("varend"), tingsryd()]);
    let last = decided(&varend(), vec![tingsryd(), trappsteg("varend")]);
    assert_eq!(first.budget, last.budget);
    assert_eq!(figures(&first, "varend", Metric::Result), krs(&[0; 3]));
}

#[test]
fn off_is_as_if_it_were_not_there() {
    let plan = varend();
    let mut with = scenario(vec![more("varend"), trappsteg("varend")]);
    with.steps[0].on = false;
    let without = decided(&plan, vec![trappsteg("varend")]);
    let off = project(&plan, Some(&with)).unwrap();
    assert_eq!(off.budget, without.budget);
}

#[test]
fn later_decisions_name_the_merged_association() {
    let outcome = decided(&two(), vec![merger(), more("kronoberg"), trappsteg("kronoberg")]);
    assert_eq!(figures(&outcome, "kronoberg", Metric::Contributions), krs(&[0, 7_040_000, 7_040_000]));
    assert_eq!(figures(&outcome, "kronoberg", Metric::Result)[1..], krs(&[0; 2]));
    let gone = decide(&two(), vec![merger(), trappsteg_from(2017, "varend")]);
    let reason = DecisionError::MergedAway { association: id("varend"), into: id("kronoberg") };
    assert_eq!(gone.skipped[0].reason, reason);
    let early = Decision::OneOff(OneOff {
        association: id("kronoberg"),
        name: "För tidigt".to_owned(),
        category: Category::Activity,
        year: year(2016),
        amount: kr(1),
    });
    let early = decide(&two(), vec![merger(), early]);
    assert_eq!(early.skipped[0].reason, DecisionError::NotFormed { association: id("kronoberg"), first: year(2017) });
}

#[test]
fn equity_moves_as_it_is_in_the_end() {
    // A cost of the year before, decided after the merger, is not left behind with the old association.
    let late = Decision::OneOff(OneOff {
        association: id("varend"),
        name: "Sent".to_owned(),
        category: Category::Activity,
        year: year(2016),
        amount: kr(77_000),
    });
    let outcome = decided(&two(), vec![merger(), late]);
    assert_eq!(figures(&outcome, "varend", Metric::Equity)[1..], krs(&[0; 2]));
    let apart = decided(&two(), Vec::new());
    let lost: Vec<_> =
        total(&apart, Metric::Equity).into_iter().zip(total(&outcome, Metric::Equity)).map(|(a, b)| a - b).collect();
    assert_eq!(lost, krs(&[77_000; 3]));
}

#[test]
fn the_waterfall_adds_up() {
    let plan = two();
    let scenario = scenario(vec![trappsteg("kronoberg"), more("varend"), merger(), more("nobody"), more("ljungby")]);
    let trace = trace(&plan, Some(&scenario)).unwrap();
    let outcome = project(&plan, Some(&scenario)).unwrap();
    assert_eq!(trace.budget(), &outcome.budget);
    assert_eq!(trace.projection(), &outcome.projection);
    assert_eq!(trace.skipped, outcome.skipped);
    assert_eq!(trace.skipped.len(), 1);
    let steps: Vec<_> = trace.stages.iter().map(|stage| stage.step.as_str()).collect();
    assert_eq!(steps, ["steg-2", "steg-3", "steg-5", "steg-1"]);
    for metric in [Metric::Result, Metric::Equity, Metric::ActivityRoom, Metric::Base] {
        for number in 2016..2019 {
            let whole = trace.projection().get(None, year(number), metric).unwrap()
                - trace.base_projection.get(None, year(number), metric).unwrap();
            let value =
                |projection: &samplan::projection::Projection| projection.get(None, year(number), metric).unwrap();
            let steps: Decimal = trace.changes().map(|(_, before, after)| value(after) - value(before)).sum();
            assert_eq!(steps, whole);
        }
    }
}

#[test]
fn decisions_on_different_associations_commute() {
    let plan = two();
    let one = decided(&plan, vec![more("varend"), more("ljungby"), tingsryd()]);
    let other = decided(&plan, vec![more("ljungby"), more("varend"), tingsryd()]);
    assert_eq!(one.budget, other.budget);
}

#[test]
fn what_changes_an_association_for_good_comes_before_its_merger() {
    let joined = decided(&two(), vec![tingsryd(), merger()]);
    assert_eq!(pays(&joined, "kronoberg", "tingsryd"), krs(&[0, 153_067, 153_067]));
    let late = decide(&two(), vec![merger(), tingsryd()]);
    let reason = DecisionError::MergedAway { association: id("varend"), into: id("kronoberg") };
    assert_eq!(late.skipped[0].reason, reason);
    // What is for some years is for those that the old association has.
    let more = decided(&two(), vec![merger(), more("varend")]);
    assert_eq!(figures(&more, "varend", Metric::Contributions), krs(&[5_940_000, 0, 0]));
    assert_eq!(figures(&more, "kronoberg", Metric::Contributions), krs(&[0, 6_400_000, 6_400_000]));
}

#[test]
fn a_step_down_holds_until_the_merger_and_another_begins_after_it() {
    let apart = decided(&two(), vec![trappsteg("varend")]);
    for decisions in [vec![trappsteg("varend"), merger()], vec![merger(), trappsteg("varend")]] {
        let merged = decided(&two(), decisions);
        assert_eq!(figures(&merged, "varend", Metric::Base)[0], figures(&apart, "varend", Metric::Base)[0]);
        assert_eq!(figures(&merged, "varend", Metric::Base)[1..], krs(&[0; 2]));
        // The merged association has the base money that was planned.
        assert_eq!(figures(&merged, "kronoberg", Metric::Base), krs(&[0, 3_469_500, 3_469_500]));
    }
    let both = decided(&two(), vec![trappsteg("kronoberg"), trappsteg("varend"), merger()]);
    assert_eq!(figures(&both, "varend", Metric::Base)[0], figures(&apart, "varend", Metric::Base)[0]);
    assert_eq!(figures(&both, "kronoberg", Metric::Result)[1..], krs(&[0; 2]));
}

#[test]
fn a_merged_association_had_no_base_money_the_year_before() {
    let step_down = |previous_base| {
        Decision::StepDown(StepDown {
            association: id("kronoberg"),
            basis: Basis::PreviousBase,
            base_shares: shares(&[(2017, "0.5")]),
            previous_base,
        })
    };
    let unknown = decide(&two(), vec![merger(), step_down(None)]);
    assert_eq!(unknown.skipped[0].reason, DecisionError::NoYearBefore);
    let given = decided(&two(), vec![merger(), step_down(Some(kr(3_469_500)))]);
    assert_eq!(figures(&given, "kronoberg", Metric::Base), krs(&[0, 1_734_750, 1_734_750]));
}
