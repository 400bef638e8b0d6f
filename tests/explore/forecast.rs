//! domain.md §7 Q3: is this year's forecast believable?

use crate::support::*;
use samplan::finding::{Detail, ForecastPace, RuleCode, Severity};
use samplan::money::round_dp;
use samplan::outcome::project;
use samplan::plan::{Active, Actuals, Category, Line, Plan};
use samplan::projection::{PaceVerdict, forecast};
use samplan::sorted::SortedMap;

#[test]
fn varend_in_august_2015() {
    let found = forecast(&plan("varend-2015"), &id("varend")).unwrap().unwrap();
    assert_eq!(found.through, month("2015-08"));
    assert_eq!((found.cost.planned, found.cost.so_far), (kr(6_459_000), kr(2_949_000)));
    // 369 and 878 tkr a month, 2,4 times, as printed.
    assert_eq!(found.cost.so_far_monthly, Some(kr(368_625)));
    assert_eq!(found.cost.needed_monthly, Some(kr(877_500)));
    assert_eq!(round_dp(found.cost.ratio.unwrap(), 1), dec("2.4"));
    assert_eq!(found.linear_cost, kr(4_424_000));
    assert_eq!(found.linear_equity, kr(2_235_000));
    assert_eq!(found.planned_equity, kr(200_000));
    assert_eq!(found.linear_result, kr(5_400_000 - 4_424_000));
    assert_eq!(found.verdict, Some(PaceVerdict::TooSlow));
    // 636, 609 and 1 704 tkr in eight months are 954, 914 and 2 556 in a year.
    let linear: Vec<_> = found.lines.iter().filter(|line| !line.category.is_income()).map(|line| line.linear).collect();
    assert_eq!(linear, [kr(954_000), kr(914_000), kr(2_556_000)]);
}

#[test]
fn the_finding_says_so() {
    let report = project(&plan("varend-2015"), None).unwrap().report;
    let finding = report.findings.iter().find(|finding| finding.code() == RuleCode::ForecastPace).unwrap();
    assert_eq!((finding.severity, finding.year), (Severity::Error, Some(year(2015))));
    let Detail::ForecastPace(ForecastPace { so_far, needed, equity, planned, too_fast, .. }) = &finding.detail else {
        panic!()
    };
    assert_eq!((*so_far, *needed), (kr(368_625), kr(877_500)));
    assert_eq!((*equity, *planned, *too_fast), (kr(2_235_000), kr(200_000), false));
}

/// A plan of 1 200 tkr with so much spent to the end of a month.
fn spent(through: &str, so_far: i64) -> Plan {
    let mut plan = small(
        1,
        0,
        vec![
            line("bidrag", Category::Contribution, 2026, 1_200_000),
            line("loner", Category::Administration, 2026, 1_200_000),
        ],
    );
    plan.associations[0].actuals = Some(Actuals {
        through: month(through),
        lines: SortedMap::from([(id("loner"), kr(so_far))]),
        source: String::new(),
    });
    plan
}

fn verdict(plan: &Plan) -> Option<PaceVerdict> {
    forecast(plan, &id("a")).unwrap().unwrap().verdict
}

#[test]
fn limits_are_the_plans_own() {
    // Half the year gone: the ratio is (1 200 − so far) / so far.
    assert_eq!(verdict(&spent("2026-06", 600_000)), Some(PaceVerdict::Believable));
    assert_eq!(verdict(&spent("2026-06", 521_739)), Some(PaceVerdict::TooSlow));
    assert_eq!(verdict(&spent("2026-06", 521_740)), Some(PaceVerdict::Believable));
    assert_eq!(verdict(&spent("2026-06", 705_882)), Some(PaceVerdict::Believable));
    assert_eq!(verdict(&spent("2026-06", 705_883)), Some(PaceVerdict::TooFast));
    let mut wide = spent("2026-06", 400_000);
    wide.rules.forecast.most = kr(2);
    assert_eq!(verdict(&wide), Some(PaceVerdict::Believable));
    // More than the whole year's money is gone.
    assert_eq!(verdict(&spent("2026-06", 1_500_000)), Some(PaceVerdict::TooFast));
    assert_eq!(verdict(&spent("2026-06", 0)), Some(PaceVerdict::TooSlow));
}

#[test]
fn a_whole_year_leaves_nothing_to_judge() {
    let found = forecast(&spent("2026-12", 1_000_000), &id("a")).unwrap().unwrap();
    assert_eq!((found.cost.needed_monthly, found.verdict), (None, None));
    assert_eq!(found.linear_equity, kr(200_000));
    let report = project(&spent("2026-12", 1_000_000), None).unwrap().report;
    assert!(!report.passed.contains(&RuleCode::ForecastPace));
    assert!(project(&spent("2026-06", 600_000), None).unwrap().report.passed.contains(&RuleCode::ForecastPace));
    // Accounts of a year that the plan does not have.
    assert_eq!(forecast(&spent("2025-06", 1), &id("a")).unwrap(), None);
    assert_eq!(forecast(&plan("vaxjo-2014"), &id("vaxjo")).unwrap(), None);
}

/// Klargörande: 1 694 tkr were planned for a year, and lasted 18 months: 94 a month instead of 141.
#[test]
fn a_line_is_held_to_its_own_months() {
    let mut plan = spent("2026-08", 752_889);
    let cost = &mut plan.associations[0].lines[1];
    *cost = Line {
        active: Active { first: Some(month("2026-01")), last: Some(month("2026-12")) },
        ..line("loner", Category::Activity, 2026, 1_694_000)
    };
    let pace = |plan: &Plan| forecast(plan, &id("a")).unwrap().unwrap().lines[1].pace.clone();
    let found = pace(&plan);
    assert_eq!(found.so_far_monthly.map(|pace| round_dp(pace, 0)), Some(kr(94_111)));
    assert_eq!(round_dp(found.planned / kr(12), 0), kr(141_167));
    // Begun in July, the same money is two months' pace.
    plan.associations[0].lines[1].active.first = Some(month("2026-07"));
    assert_eq!(pace(&plan).so_far_monthly, Some(dec("376444.5")));
    // What ended in June has come to what it has come to; what begins in October is as planned.
    let linear = |plan: &Plan| forecast(plan, &id("a")).unwrap().unwrap().lines[1].linear;
    plan.associations[0].lines[1].active = Active { first: None, last: Some(month("2026-06")) };
    assert_eq!(linear(&plan), kr(752_889));
    plan.associations[0].lines[1].active = Active { first: Some(month("2026-10")), last: None };
    assert_eq!(linear(&plan), kr(1_694_000));
}

#[test]
fn a_line_that_the_accounts_do_not_name_goes_as_planned() {
    let mut plan = spent("2026-06", 300_000);
    plan.associations[0].lines.push(line("hyra", Category::Administration, 2026, 100_000));
    let found = forecast(&plan, &id("a")).unwrap().unwrap();
    assert_eq!(found.cost.planned, kr(1_200_000));
    assert_eq!(found.linear_cost, kr(700_000));
    assert_eq!(found.lines.iter().filter(|line| line.is_known).count(), 1);
}
