//! A decision about what is not there in all the years that it names: it holds in the others, and says so.

use crate::worked::*;
use samplan::calendar::Year;
use samplan::comparison::{partly_held, trace};
use samplan::decision::{
    Absent, ActivityAction, ActivityChange, Basis, Change, ContributionChange, ContributionsOf, Decision,
    DecisionError, EquityUse, JoinKey, MemberJoins, MemberLeaves, Others, StepDown,
};
use samplan::plan::{Line, Metric, Party, Plan};

/// Two associations, 2015–2020; the administration of the first is 100 tkr a year.
fn two() -> Plan {
    let one = |name: &str| {
        let mut of = association(name, 500_000);
        for (payer, party) in [("fk", Party::State), ("region", Party::Region)] {
            member(&mut of, &format!("{name}-{payer}"), party, None, 2015, 1_000_000);
        }
        member(&mut of, &format!("{name}-kommun"), Party::Municipalities, Some(20_000), 2015, 500_000);
        of.lines.push(activity("loner", Some(samplan::plan::Approach::Base), &[(2015, 400_000)]));
        of
    };
    plan(2015, 6, vec![one("norr"), one("soder")])
}

/// From 2018 on.
fn merger() -> Decision {
    Decision::Merger(Box::new(merging(&["norr", "soder"], "hela", 2018)))
}

fn step_down(of: &str, steps: &[(u16, &str)]) -> Decision {
    let base_shares = shares(steps);
    Decision::StepDown(StepDown { association: id(of), basis: Basis::ActivityRoom, base_shares, previous_base: None })
}

fn contribution(of: &str, payer: ContributionsOf, change: Change, from: u16, years: Option<u8>) -> Decision {
    let association = id(of);
    Decision::ContributionChange(ContributionChange {
        association,
        payer,
        change,
        from: year(from),
        years,
        matched: false,
    })
}

fn activity_change(of: &str, action: ActivityAction) -> Decision {
    Decision::ActivityChange(ActivityChange { association: id(of), action })
}

/// The years in which a decision holds, and those in which it does not.
type Said = Option<(Vec<u16>, Vec<(u16, Absent)>)>;

/// What the last of the decisions says.
fn said(plan: &Plan, decisions: Vec<Decision>) -> Said {
    let step = id(&format!("steg-{}", decisions.len()));
    let scenario = scenario(decisions);
    let trace = trace(plan, Some(&scenario)).unwrap();
    assert_eq!(trace.skipped, []);
    let mut found = partly_held(&trace, &scenario);
    found.retain(|(of, _)| *of == step);
    let numbers = |years: Vec<Year>| years.into_iter().map(Year::number).collect();
    let (_, reach) = found.pop()?;
    let missed = reach.missed.into_iter().map(|(year, absent)| (year.number(), absent));
    Some((numbers(reach.holds), missed.collect()))
}

fn missed(years: std::ops::RangeInclusive<u16>, absent: &Absent) -> Vec<(u16, Absent)> {
    years.map(|year| (year, absent.clone())).collect()
}

#[test]
fn a_step_down_says_in_which_years_its_association_is_there() {
    let plan = two();
    let norr = Absent::Association(id("norr"));
    // It divides what all others leave, wherever it stands in the list: the merger has come first.
    let shares: &[(u16, &str)] = &[(2016, "0.6"), (2017, "0.4"), (2018, "0.2"), (2019, "0.1")];
    let wanted = Some((vec![2016, 2017], missed(2018..=2020, &norr)));
    assert_eq!(said(&plan, vec![merger(), step_down("norr", shares)]), wanted);
    // The last step's shares go on until the merger too.
    let wanted = Some((vec![2015, 2016, 2017], missed(2018..=2020, &norr)));
    assert_eq!(said(&plan, vec![merger(), step_down("norr", &[(2015, "0.6")])]), wanted);
    // One of the merged association, before there is one.
    let wanted = Some((vec![2018, 2019, 2020], missed(2016..=2017, &Absent::Association(id("hela")))));
    assert_eq!(said(&plan, vec![merger(), step_down("hela", shares)]), wanted);
    // Without a merger it holds in all its years, and has nothing to say.
    assert_eq!(said(&plan, vec![step_down("norr", shares)]), None);
}

#[test]
fn what_a_later_merger_takes_along_holds_in_all_years() {
    let plan = two();
    let by = || contribution("norr", ContributionsOf::All, Change::By(dec("0.1")), 2016, None);
    let scenario = scenario(vec![by(), merger()]);
    let trace = trace(&plan, Some(&scenario)).unwrap();
    assert_eq!(partly_held(&trace, &scenario), []);
    // 2 500 tkr in each, a tenth more in the first: the merged one goes on with it.
    let hela = trace.projection().association(&id("hela")).unwrap();
    assert_eq!(hela.years[5].get(Metric::Contributions), Some(kr(5_250_000)));
    // After the merger in the list it meets an association that ends.
    let wanted = Some((vec![2016, 2017], missed(2018..=2020, &Absent::Association(id("norr")))));
    assert_eq!(said(&plan, vec![merger(), by()]), wanted);
    // Within its years it says nothing.
    let short = contribution("norr", ContributionsOf::All, Change::By(dec("0.1")), 2016, Some(2));
    assert_eq!(said(&plan, vec![merger(), short]), None);
}

#[test]
fn every_other_kind_says_it_too() {
    let plan = two();
    let (norr, hela) = (Absent::Association(id("norr")), Absent::Association(id("hela")));
    let after = |of: Decision| said(&plan, vec![merger(), of]);
    let used = |of: &str, years: &[(u16, i64)]| {
        Decision::EquityUse(EquityUse { association: id(of), amounts: by_year(years) })
    };
    let wanted = Some((vec![2016], vec![(2019, norr.clone())]));
    assert_eq!(after(used("norr", &[(2016, 1_000), (2019, 1_000)])), wanted);
    assert_eq!(after(used("hela", &[(2017, 1_000), (2018, 1_000)])), Some((vec![2018], vec![(2017, hela.clone())])));
    assert_eq!(after(used("hela", &[(2018, 1_000)])), None);

    let resize = |line: &str| {
        let (line, from) = (id(line), "2016-07".parse().unwrap());
        activity_change("norr", ActivityAction::Resize { line, from, change: Change::By(dec("-0.1")) })
    };
    assert_eq!(after(resize("loner")), Some((vec![2016, 2017], missed(2018..=2020, &norr))));
    let line: Line = activity("nytt", None, &[(2016, 100_000), (2017, 100_000), (2018, 100_000), (2019, 0)]);
    let adding = |line: Line| activity_change("norr", ActivityAction::Add { line: Box::new(line) });
    assert_eq!(after(adding(line)), Some((vec![2016, 2017], vec![(2018, norr.clone())])));

    let joins = Decision::MemberJoins(MemberJoins {
        association: id("hela"),
        member: id("ny"),
        name: "Ny".to_owned(),
        inhabitants: None,
        source: String::new(),
        from: "2016-07".parse().unwrap(),
        key: JoinKey::Amount(kr(100_000)),
        others_follow: false,
        buy_in: kr(0),
    });
    assert_eq!(after(joins), Some((vec![2018, 2019, 2020], missed(2016..=2017, &hela))));
    assert_eq!(
        after(leaves("hela", "norr-kommun", "2015-12")),
        Some((vec![2018, 2019, 2020], missed(2016..=2017, &hela)))
    );
}

fn leaves(of: &str, member: &str, notice: &str) -> Decision {
    Decision::MemberLeaves(MemberLeaves {
        association: id(of),
        member: id(member),
        notice: notice.parse().unwrap(),
        notice_months: 0,
        others: Others::Stay,
        pay_out: false,
    })
}

#[test]
fn a_line_that_ends_is_not_changed_after() {
    let plan = two();
    let end = activity_change("norr", ActivityAction::End { line: id("loner"), last: "2017-06".parse().unwrap() });
    let co_fund = ActivityAction::CoFund { line: id("loner"), from: "2016-01".parse().unwrap(), share: dec("0.5") };
    let wanted = Some((vec![2016, 2017], missed(2018..=2020, &Absent::Line(id("loner")))));
    assert_eq!(said(&plan, vec![end, activity_change("norr", co_fund)]), wanted);
}

/// A member pays nothing after it has left, whatever a later decision says that it pays.
#[test]
fn a_member_that_has_left_does_not_pay_again() {
    let plan = two();
    let kommun = || ContributionsOf::Member(id("norr-kommun"));
    let left = || leaves("norr", "norr-kommun", "2017-12");
    let to = |from, years| contribution("norr", kommun(), Change::To(kr(700_000)), from, years);
    let outcome = decided(&plan, vec![left(), to(2016, None)]);
    assert_eq!(pays(&outcome, "norr", "norr-kommun"), krs(&[500_000, 700_000, 700_000, 0, 0, 0]));
    let wanted = Some((vec![2016, 2017], missed(2018..=2020, &Absent::Member(id("norr-kommun")))));
    assert_eq!(said(&plan, vec![left(), to(2016, None)]), wanted);
    assert_eq!(said(&plan, vec![left(), to(2016, Some(2))]), None);
    // In no year that it names.
    let all = decide(&plan, vec![left(), to(2018, None)]);
    let reasons: Vec<_> = all.skipped.into_iter().map(|skipped| skipped.reason).collect();
    assert_eq!(reasons, [DecisionError::NoSuchMember(id("norr-kommun"))]);
}

/// Both that its member leaves and that its association merges.
#[test]
fn each_year_says_what_is_not_there_then() {
    let plan = two();
    let decisions = vec![
        leaves("norr", "norr-kommun", "2016-12"),
        merger(),
        contribution("norr", ContributionsOf::Member(id("norr-kommun")), Change::By(dec("0.1")), 2015, None),
    ];
    let mut wanted = vec![(2017, Absent::Member(id("norr-kommun")))];
    wanted.extend(missed(2018..=2020, &Absent::Association(id("norr"))));
    assert_eq!(said(&plan, decisions), Some((vec![2015, 2016], wanted)));
}
