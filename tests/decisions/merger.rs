//! Växjö and Alvesta become Värend in 2015 (domain.md §7 Q4).

use crate::worked::*;
use samplan::decision::{
    BaseGrant, Decision, DecisionError, MergedContributions, MergedEquity, Merger, Overhead, OverheadAction,
    OverheadLine, PerInhabitant,
};
use samplan::plan::{Association, Category, Metric, Party, Plan};

/// Växjö at its contributions of 2014 with administration of 590 tkr, and Alvesta with a given administration.
fn two(alvestas_administration: i64) -> Plan {
    let one = |name: &str, equity, party: i64, inhabitants, administration: i64| -> Association {
        let mut of = association(name, equity);
        member(&mut of, "fk", Party::State, None, 2015, party);
        member(&mut of, "af", Party::State, None, 2015, party);
        member(&mut of, "region", Party::Region, None, 2015, party);
        member(&mut of, &format!("{name}-kommun"), Party::Municipalities, Some(inhabitants), 2015, party);
        of.lines.push(amounts("administration", Category::Administration, &[(2015, administration)]));
        of
    };
    let vaxjo = one("vaxjo", 639_000, 800_000, 88_100, 590_000);
    let alvesta = one("alvesta", 620_000, 550_000, 19_500, alvestas_administration);
    plan(2015, 3, vec![vaxjo, alvesta])
}

fn merger() -> Merger {
    Merger {
        associations: vec![id("vaxjo"), id("alvesta")],
        into: id("varend"),
        name: "Samordningsförbundet Värend".to_owned(),
        year: year(2015),
        contributions: MergedContributions::Legacy,
        overhead: Overhead::Lines(vec![
            OverheadLine {
                association: id("vaxjo"),
                line: id("administration"),
                action: OverheadAction::Replace(kr(954_000)),
            },
            OverheadLine { association: id("alvesta"), line: id("administration"), action: OverheadAction::Drop },
        ]),
        one_off: Default::default(),
        base_grant: None,
        equity: MergedEquity::Transferred,
    }
}

fn decision(merger: Merger) -> Decision {
    Decision::Merger(Box::new(merger))
}

#[test]
fn equity_and_contributions_come_along() {
    let outcome = decided(&two(364_000), vec![decision(merger())]);
    assert_eq!(figures(&outcome, "varend", Metric::Contributions), krs(&[5_400_000; 3]));
    assert_eq!(outcome.projection.association(&id("varend")).unwrap().years[0].transfers, kr(1_259_000));
    assert_eq!(figures(&outcome, "varend", Metric::Equity)[0], kr(1_259_000 + 5_400_000 - 954_000));
    for old in ["vaxjo", "alvesta"] {
        assert_eq!(figures(&outcome, old, Metric::Equity), krs(&[0; 3]));
        assert_eq!(figures(&outcome, old, Metric::Contributions), krs(&[0; 3]));
    }
    // Legacy levels: 1 350 tkr from each of four, 800 + 550 from the municipalities.
    for (who, amount) in [
        ("fk", 1_350_000),
        ("af", 1_350_000),
        ("region", 1_350_000),
        ("vaxjo-kommun", 800_000),
        ("alvesta-kommun", 550_000),
    ] {
        assert_eq!(pays(&outcome, "varend", who), krs(&[amount; 3]), "{who}");
    }
    let life = &outcome.budget.association(&id("vaxjo")).unwrap().life;
    assert_eq!(life.into, Some(id("varend")));
    assert!(!life.contains(year(2015)));
}

#[test]
fn it_breaks_even_when_alvestas_administration_is_364_tkr() {
    let gain = |administration| {
        let plan = two(administration);
        let merged = total(&decided(&plan, vec![decision(merger())]), Metric::Result);
        let apart = total(&decided(&plan, Vec::new()), Metric::Result);
        merged[0] - apart[0]
    };
    assert_eq!(gain(364_000), kr(0));
    assert_eq!(gain(365_000), kr(1_000));
    // At 16 % of 2 200 tkr: 352 tkr, 12 tkr more expensive.
    assert_eq!(gain(352_000), kr(-12_000));
}

#[test]
fn todays_rule_takes_a_base_grant() {
    let lost = |matched, kept_until| {
        let grant = BaseGrant { matched, kept_until, ..BaseGrant::preset() };
        let outcome = decided(&two(364_000), vec![decision(Merger { base_grant: Some(grant), ..merger() })]);
        figures(&outcome, "varend", Metric::Contributions)
            .into_iter()
            .map(|kronor| kronor - kr(5_400_000))
            .collect::<Vec<_>>()
    };
    assert_eq!(lost(false, None), krs(&[-400_000; 3]));
    assert_eq!(lost(true, None), krs(&[-800_000; 3]));
    assert_eq!(lost(true, Some(year(2016))), krs(&[0, 0, -800_000]));
    let grant = BaseGrant { matched: true, ..BaseGrant::preset() };
    let outcome = decided(&two(364_000), vec![decision(Merger { base_grant: Some(grant), ..merger() })]);
    assert_eq!(pays(&outcome, "varend", "fk"), krs(&[1_150_000; 3]));
    assert_eq!(pays(&outcome, "varend", "region"), krs(&[1_150_000; 3]));
    // 200 tkr less in proportion to 800 and 550.
    assert_eq!(pays(&outcome, "varend", "vaxjo-kommun"), krs(&[681_481; 3]));
    assert_eq!(pays(&outcome, "varend", "alvesta-kommun"), krs(&[468_519; 3]));
}

#[test]
fn a_later_merger_keeps_the_years_before_apart() {
    let plan = two(364_000);
    let one_off = by_year(&[(2015, 135_000i64), (2016, 100_000i64)]);
    let outcome = decided(&plan, vec![decision(Merger { year: year(2016), one_off, ..merger() })]);
    let apart = decided(&plan, Vec::new());
    // 135 tkr of preparation are shared 32 to 22.
    assert_eq!(figures(&outcome, "vaxjo", Metric::Administration), krs(&[590_000 + 80_000, 0, 0]));
    assert_eq!(figures(&outcome, "alvesta", Metric::Administration), krs(&[364_000 + 55_000, 0, 0]));
    assert_eq!(figures(&outcome, "varend", Metric::Administration), krs(&[0, 1_054_000, 954_000]));
    let cost = krs(&[135_000, 235_000, 235_000]);
    let (merged, apart) = (total(&outcome, Metric::Equity), total(&apart, Metric::Equity));
    for ((merged, apart), cost) in merged.iter().zip(&apart).zip(cost) {
        assert_eq!(*merged, *apart - cost);
    }
    assert_eq!(figures(&outcome, "vaxjo", Metric::Equity)[1..], krs(&[0; 2]));
}

#[test]
fn one_key_for_all_municipalities() {
    let key = PerInhabitant { kronor: kr(12), others_follow: true };
    let merger_ = Merger { contributions: MergedContributions::PerInhabitant(key), ..merger() };
    let outcome = decided(&two(364_000), vec![decision(merger_)]);
    assert_eq!(pays(&outcome, "varend", "vaxjo-kommun"), krs(&[1_057_200; 3]));
    assert_eq!(pays(&outcome, "varend", "alvesta-kommun"), krs(&[234_000; 3]));
    // 58,8 tkr less from the municipalities, as much from the region and twice as much from the State.
    assert_eq!(pays(&outcome, "varend", "region"), krs(&[1_291_200; 3]));
    assert_eq!(pays(&outcome, "varend", "fk"), krs(&[1_291_200; 3]));

    let fixed = [("vaxjo-kommun", "0.82"), ("alvesta-kommun", "0.18")].map(|(who, share)| (id(who), dec(share)));
    let merger_ = Merger { contributions: MergedContributions::Shares(fixed.into()), ..merger() };
    let outcome = decided(&two(364_000), vec![decision(merger_)]);
    assert_eq!(pays(&outcome, "varend", "vaxjo-kommun"), krs(&[1_107_000; 3]));
    assert_eq!(pays(&outcome, "varend", "alvesta-kommun"), krs(&[243_000; 3]));

    let levels = [("fk", 1_400_000), ("alvesta-kommun", 500_000)].map(|(who, level)| (id(who), kr(level)));
    let merger_ = Merger { contributions: MergedContributions::Levels(levels.into()), ..merger() };
    let outcome = decided(&two(364_000), vec![decision(merger_)]);
    assert_eq!(pays(&outcome, "varend", "fk"), krs(&[1_400_000; 3]));
    assert_eq!(pays(&outcome, "varend", "af"), krs(&[1_350_000; 3]));
    assert_eq!(pays(&outcome, "varend", "alvesta-kommun"), krs(&[500_000; 3]));
}

#[test]
fn a_share_of_the_overhead_is_kept() {
    let merger_ = Merger { overhead: Overhead::Share(dec("0.75")), ..merger() };
    let outcome = decided(&two(364_000), vec![decision(merger_)]);
    assert_eq!(figures(&outcome, "varend", Metric::Administration), krs(&[715_500; 3]));
}

#[test]
fn equity_can_be_paid_out_but_a_deficit_stays() {
    let mut plan = two(364_000);
    plan.associations[1].opening_equity.amount = kr(-20_000);
    let merger_ = Merger { equity: MergedEquity::PaidOut, ..merger() };
    let outcome = decided(&plan, vec![decision(merger_)]);
    assert_eq!(outcome.projection.association(&id("varend")).unwrap().years[0].transfers, kr(-20_000));
    assert_eq!(outcome.projection.association(&id("vaxjo")).unwrap().years[0].transfers, kr(-639_000));
}

#[test]
fn coordinators_are_neither_made_nor_lost() {
    let mut plan = two(364_000);
    for (of, (cost, base)) in plan.associations.iter_mut().zip([(550_000, 1_650_000), (600_000, 900_000)]) {
        of.capacity = Some(capacity(cost, 2015, "25"));
        of.lines.push(activity("samordnare", Some(samplan::plan::Approach::Base), &[(2015, base)]));
    }
    plan.associations[1].capacity.as_mut().unwrap().places_per_fte = Some(dec("20"));
    let outcome = decided(&plan, vec![decision(merger())]);
    // 3 + 1,5 coordinators, 75 + 30 places.
    assert_eq!(rounded(figures(&outcome, "varend", Metric::Fte), 3), ["4.500"; 3]);
    assert_eq!(rounded(figures(&outcome, "varend", Metric::Places), 2), ["105.00"; 3]);
}

#[test]
fn what_cannot_merge_says_why() {
    let plan = two(364_000);
    let away = decide(&plan, vec![decision(merger()), decision(Merger { into: id("igen"), ..merger() })]);
    let reason = DecisionError::MergedAway { association: id("vaxjo"), into: id("varend") };
    assert_eq!(away.skipped[0].reason, reason);
    assert!(away.report.findings.iter().any(|finding| finding.code() == samplan::finding::RuleCode::DecisionSkipped));
    let with = |change: &dyn Fn(&mut Merger)| {
        let mut merger = merger();
        change(&mut merger);
        refused(&plan, decision(merger))
    };
    assert_eq!(with(&|merger| merger.into = id("alvesta")), DecisionError::IdTaken(id("alvesta")));
    assert_eq!(with(&|merger| merger.associations[1] = id("ljungby")), DecisionError::NoSuchAssociation(id("ljungby")));
    assert_eq!(with(&|merger| merger.year = year(2020)), DecisionError::OutsideHorizon);
    let line = |association: &str, line: &str| OverheadLine {
        association: id(association),
        line: id(line),
        action: OverheadAction::Drop,
    };
    assert_eq!(
        with(&|merger| merger.overhead = Overhead::Lines(vec![line("vaxjo", "revision")])),
        DecisionError::NoSuchLine(id("revision"))
    );
    assert_eq!(
        with(&|merger| merger.overhead = Overhead::Lines(vec![line("vaxjo", "bidrag-fk")])),
        DecisionError::NotOverhead(id("bidrag-fk"))
    );
}
