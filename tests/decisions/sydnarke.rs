//! Sydnärke 2016 with the State at −10 %, matched (domain.md §7 Q6).

use crate::worked::*;
use samplan::decision::{Change, ContributionChange, ContributionsOf, Decision};
use samplan::money::{Decimal, round_dp};
use samplan::plan::{Metric, Party};

#[test]
fn ten_per_cent_less_from_the_state_matched() {
    let plan = samplan::exchange::read(include_str!("../../plans/sydnarke-2016.json")).unwrap();
    let association = plan.associations[0].id.clone();
    let base = decided(&plan, Vec::new());
    let cut = decided(
        &plan,
        vec![Decision::ContributionChange(ContributionChange {
            association: association.clone(),
            payer: ContributionsOf::Party(Party::State),
            change: Change::By(dec("-0.1")),
            from: year(2016),
            years: None,
            matched: true,
        })],
    );
    let of = association.as_str();
    // 2 607 925 + 1 303 962 + 1 303 962: −289 769, −144 885 and −144 885.
    assert_eq!(figures(&base, of, Metric::Contributions)[0], kr(5_795_388));
    assert_eq!(figures(&cut, of, Metric::Contributions)[0], kr(5_215_849));
    assert_eq!(figures(&base, of, Metric::Result), krs(&[213_912, 200_422, 186_672]));
    assert_eq!(figures(&cut, of, Metric::Result), krs(&[-365_627, -379_117, -392_867]));
    assert_eq!(tkr(figures(&cut, of, Metric::Result))[0], -366);
    // Each municipality goes down by 36 tkr.
    let municipalities = plan.associations[0].members.iter().filter(|member| member.party == Party::Municipalities);
    for member in municipalities {
        let down = pays(&base, of, member.id.as_str())[0] - pays(&cut, of, member.id.as_str())[0];
        assert_eq!(tkr(vec![down]), [36]);
    }
    // Saved money: 600 000 kr at 365 627 kr a year is gone after 1,6 years.
    let saved = figures(&cut, of, Metric::OpeningEquity)[0];
    assert_eq!(round_dp(saved / kr(365_627), 1), Decimal::new(16, 1));
    let gone =
        cut.report.findings.iter().find(|finding| finding.code() == samplan::finding::RuleCode::EquityUnderFloor);
    assert_eq!(gone.and_then(|finding| finding.year), Some(year(2017)));
}
