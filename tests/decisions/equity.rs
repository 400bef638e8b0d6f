//! Equity that members pay in and get out, and costs that happen once: in the years in which the association exists.

use crate::worked::*;
use samplan::decision::{
    Change, ContributionChange, ContributionsOf, Decision, JoinKey, MemberJoins, MemberLeaves, MergedEquity, Merger,
    Others,
};
use samplan::money::Decimal;
use samplan::outcome::Outcome;
use samplan::plan::{Association, Party, Plan};

/// A state that pays 2 000, a region 1 000 and two municipalities 500 each, with no costs.
fn four(name: &str, equity: i64) -> Association {
    let mut of = association(name, equity);
    member(&mut of, "fk", Party::State, None, 2015, 2_000);
    member(&mut of, "reg", Party::Region, None, 2015, 1_000);
    member(&mut of, &format!("{name}-1"), Party::Municipalities, Some(50_000), 2015, 500);
    member(&mut of, &format!("{name}-2"), Party::Municipalities, Some(50_000), 2015, 500);
    of
}

fn four_years(associations: Vec<Association>) -> Plan {
    plan(2015, 4, associations)
}

fn leaves(of: &str, who: &str, last: u16) -> Decision {
    Decision::MemberLeaves(MemberLeaves {
        association: id(of),
        member: id(who),
        notice: format!("{last}-06").parse().unwrap(),
        notice_months: 6,
        others: Others::Stay,
        pay_out: true,
    })
}

fn joins(of: &str, from: &str, buy_in: i64) -> Decision {
    Decision::MemberJoins(MemberJoins {
        association: id(of),
        member: id("ny-kommun"),
        name: "Ny kommun".to_owned(),
        inhabitants: None,
        source: String::new(),
        from: from.parse().unwrap(),
        key: JoinKey::Amount(kr(400)),
        others_follow: false,
        buy_in: kr(buy_in),
    })
}

fn merger(who: &[&str], into: &str, year_: u16, one_off: &[(u16, i64)], equity: MergedEquity) -> Decision {
    Decision::Merger(Box::new(Merger { one_off: by_year(one_off), equity, ..merging(who, into, year_) }))
}

fn transfers(outcome: &Outcome, of: &str) -> Vec<Decimal> {
    let association = outcome.projection.association(&id(of)).unwrap();
    association.years.iter().map(|figures| figures.transfers).collect()
}

fn costs(outcome: &Outcome, of: &str) -> Vec<Decimal> {
    figures(outcome, of, samplan::plan::Metric::Administration)
}

#[test]
fn each_of_several_gets_its_share_of_the_same_equity() {
    // 800 and 4 000 of the year are 4 800: an eighth each.
    let plan = four_years(vec![four("a", 800)]);
    let both = decided(&plan, vec![leaves("a", "a-1", 2015), leaves("a", "a-2", 2015)]);
    assert_eq!(transfers(&both, "a"), krs(&[0, -1_200, 0, 0]));
    // The second stays a year longer: 500 of 3 500, of 4 200 and 3 500.
    let apart = decided(&plan, vec![leaves("a", "a-1", 2015), leaves("a", "a-2", 2016)]);
    assert_eq!(transfers(&apart, "a"), krs(&[0, -600, -1_100, 0]));
    // All leave: never more than there is.
    let all = decided(&plan, ["fk", "reg", "a-1", "a-2"].map(|who| leaves("a", who, 2015)).to_vec());
    assert_eq!(transfers(&all, "a"), krs(&[0, -4_800, 0, 0]));
}

#[test]
fn what_comes_in_later_is_not_shared() {
    let plan = four_years(vec![four("a", 800)]);
    for decisions in [
        vec![leaves("a", "a-1", 2015), joins("a", "2016-01", 100_000)],
        vec![joins("a", "2016-01", 100_000), leaves("a", "a-1", 2015)],
    ] {
        assert_eq!(transfers(&decided(&plan, decisions), "a"), krs(&[0, 100_000 - 600, 0, 0]));
    }
}

#[test]
fn the_share_is_of_the_final_contributions() {
    let plan = four_years(vec![four("a", 0)]);
    let pays = |kronor| {
        Decision::ContributionChange(ContributionChange {
            association: id("a"),
            payer: ContributionsOf::Member(id("a-1")),
            change: Change::To(kr(kronor)),
            from: year(2015),
            years: None,
            matched: false,
        })
    };
    let leaving = leaves("a", "a-1", 2015);
    for (kronor, paid) in [(0, 0), (1_500, -1_500)] {
        for decisions in [vec![leaving.clone(), pays(kronor)], vec![pays(kronor), leaving.clone()]] {
            // Whoever pays after having left pays again; the share of 2015 is what it is.
            assert_eq!(transfers(&decided(&plan, decisions), "a")[1], kr(paid));
        }
    }
}

#[test]
fn who_left_before_the_plan_began_gets_its_share_of_the_equity_at_its_beginning() {
    let plan = four_years(vec![four("a", 800)]);
    let both = decided(&plan, vec![leaves("a", "a-1", 2014), leaves("a", "a-2", 2014)]);
    assert_eq!(transfers(&both, "a"), krs(&[-200, 0, 0, 0]));
}

#[test]
fn who_leaves_a_merged_association_gets_a_share_of_its_equity() {
    let plan = four_years(vec![four("a", 800), four("b", 0)]);
    let decisions = vec![leaves("a", "a-1", 2016), merger(&["a", "b"], "ny", 2016, &[], MergedEquity::Transferred)];
    let outcome = decided(&plan, decisions);
    // 8 800 come from the two and 8 000 in the year: a sixteenth of 16 800.
    assert_eq!(transfers(&outcome, "ny"), krs(&[0, 8_800, -1_050, 0]));
}

#[test]
fn who_leaves_as_the_merger_comes_is_paid_by_the_merged_association() {
    let plan = four_years(vec![four("a", 800), four("b", 0)]);
    for (equity, ny) in [(MergedEquity::Transferred, 8_800 - 600), (MergedEquity::PaidOut, 0)] {
        let merger = merger(&["a", "b"], "ny", 2016, &[], equity);
        let outcome = decided(&plan, vec![leaves("a", "a-1", 2015), merger]);
        assert_eq!(transfers(&outcome, "a"), krs(&[0, -4_800, 0, 0]));
        assert_eq!(transfers(&outcome, "ny"), krs(&[0, ny, 0, 0]));
        let left: Vec<_> =
            outcome.projection.association(&id("a")).unwrap().years.iter().map(|year| year.equity).collect();
        assert_eq!(left[1..], krs(&[0; 3]));
    }
}

#[test]
fn a_buy_in_waits_for_the_association() {
    let plan = four_years(vec![four("a", 0), four("b", 0)]);
    let merger = merger(&["a", "b"], "ny", 2017, &[], MergedEquity::Transferred);
    for from in ["2015-07", "2016-01", "2017-01"] {
        let outcome = decided(&plan, vec![merger.clone(), joins("ny", from, 100)]);
        assert_eq!(transfers(&outcome, "ny"), krs(&[0, 0, 16_000 + 100, 0]), "{from}");
        assert_eq!(pays(&outcome, "ny", "ny-kommun"), krs(&[0, 0, 400, 400]), "{from}");
    }
}

#[test]
fn costs_before_a_merger_are_shared_by_those_that_are_to_merge() {
    let mut small = association("c", 0);
    member(&mut small, "fk", Party::State, None, 2015, 1_000);
    let plan = four_years(vec![four("a", 0), four("b", 0), small]);
    let first = merger(&["a", "b"], "ab", 2016, &[], MergedEquity::Transferred);
    let second = merger(&["ab", "c"], "abc", 2017, &[(2015, 900), (2016, 90), (2017, 9)], MergedEquity::Transferred);
    let outcome = decided(&plan, vec![first, second]);
    // In 2015 the two that become one bear their part, in 2016 the one.
    assert_eq!(costs(&outcome, "a"), krs(&[400, 0, 0, 0]));
    assert_eq!(costs(&outcome, "b"), krs(&[400, 0, 0, 0]));
    assert_eq!(costs(&outcome, "c"), krs(&[100, 10, 0, 0]));
    assert_eq!(costs(&outcome, "ab"), krs(&[0, 80, 0, 0]));
    assert_eq!(costs(&outcome, "abc"), krs(&[0, 0, 9, 0]));
}
