//! AKST's reorganisation of 2014: three teams become one, and half of Utgångspunkten is handed over (domain.md §5.3).

use crate::worked::*;
use samplan::decision::{ActivityAction, ActivityChange, Decision};
use samplan::plan::{Metric, Plan};

/// The four lines as they were before.
fn before() -> Plan {
    let mut of = association("akst", 1_125_000);
    for (name, amount) in [("utgangspunkten", 1_648_000), ("ale", 1_195_000), ("stenungsund-tjorn", 1_405_000)] {
        of.lines.push(activity(name, None, &[(2014, amount)]));
    }
    plan(2014, 2, vec![of])
}

fn change(action: ActivityAction) -> Decision {
    Decision::ActivityChange(ActivityChange { association: id("akst"), action })
}

fn reorganisation() -> Vec<Decision> {
    let last = "2014-12".parse().unwrap();
    vec![
        change(ActivityAction::CoFund {
            line: id("utgangspunkten"),
            from: "2014-07".parse().unwrap(),
            share: dec("0.5"),
        }),
        change(ActivityAction::End { line: id("ale"), last }),
        change(ActivityAction::End { line: id("stenungsund-tjorn"), last }),
        change(ActivityAction::Add { line: Box::new(activity("team", None, &[(2014, 270_000), (2015, 2_100_000)])) }),
    ]
}

#[test]
fn the_reorganisation_frees_1_182_tkr() {
    let outcome = decided(&before(), reorganisation());
    assert_eq!(line(&outcome, "akst", "utgangspunkten"), krs(&[1_236_000, 824_000]));
    assert_eq!(line(&outcome, "akst", "ale"), krs(&[1_195_000, 0]));
    assert_eq!(line(&outcome, "akst", "team"), krs(&[270_000, 2_100_000]));
    let activities = figures(&outcome, "akst", Metric::Activities);
    assert_eq!(activities, krs(&[4_106_000, 2_924_000]));
    assert_eq!(activities[0] - activities[1], kr(1_182_000));
}

#[test]
fn the_real_plan_has_it_in_its_base() {
    let plan = samplan::exchange::read(include_str!("../../plans/akst-2014.json")).unwrap();
    let outcome = decided(&plan, Vec::new());
    let names = ["Utgångspunkten", "Ale Teamet", "Stenungsund", "Samordnare"];
    let rows = outcome.budget.associations[0].rows.iter();
    let rows: Vec<_> = rows.filter(|row| names.iter().any(|name| row.name.starts_with(name))).collect();
    let sum = |place: usize| rows.iter().map(|row| row.amount(place)).sum::<samplan::money::Decimal>();
    assert_eq!(sum(0) - sum(1), kr(1_182_000));
}
