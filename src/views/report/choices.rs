//! What a decision says beside its numbers: what shares are taken of, who follows, where equity goes.

use crate::words::{self, Language, label, report as own, scenario as text};
use samplan::decision::{
    BaseGrant, Basis, Decision, JoinKey, MergedContributions, MergedEquity, Merger, Others, Overhead, OverheadAction,
};
use samplan::plan::{Plan, Scenario};

/// The choices, each a phrase of its own.
pub fn choices(language: Language, plan: &Plan, scenario: &Scenario, decision: &Decision) -> Vec<String> {
    let pair = |name: &str, value: &str| format!("{name}: {value}");
    match decision {
        Decision::StepDown(steps) => {
            let basis = match steps.basis {
                Basis::ActivityRoom => text::basis_room(language),
                Basis::PlannedActivities => text::basis_planned(language),
                Basis::Contributions => text::basis_contributions(language),
                Basis::PreviousBase => text::basis_previous(language),
            };
            vec![pair(label::share_of(language), basis)]
        }
        Decision::ContributionChange(changed) if changed.matched => vec![text::matched(language).to_owned()],
        Decision::MemberJoins(joins) => {
            let key = match joins.key {
                JoinKey::Average => Some(pair(text::key(language), text::key_average(language))),
                JoinKey::ZeroSum => Some(text::key_zero_sum(language).to_owned()),
                JoinKey::PerInhabitant(_) | JoinKey::Amount(_) => None,
            };
            let follow = joins.others_follow.then(|| text::others_follow(language).to_owned());
            let source = (!joins.source.is_empty()).then(|| pair(text::population_source(language), &joins.source));
            [key, follow, source].into_iter().flatten().collect()
        }
        Decision::MemberLeaves(leaves) => {
            let others = match leaves.others {
                Others::Follow => text::others_shrink(language),
                Others::Carry => text::others_carry(language),
                Others::Stay => text::others_stay(language),
            };
            let paid = leaves.pay_out.then(|| text::pay_out(language).to_owned());
            std::iter::once(pair(text::others(language), others)).chain(paid).collect()
        }
        Decision::Merger(merger) => merged(language, plan, scenario, merger),
        _ => Vec::new(),
    }
}

fn merged(language: Language, plan: &Plan, scenario: &Scenario, merger: &Merger) -> Vec<String> {
    let pair = |name: &str, value: &str| format!("{name}: {value}");
    let parts: Vec<String> =
        merger.associations.iter().map(|id| words::association(plan, Some(scenario), id)).collect();
    let pay = match merger.contributions {
        MergedContributions::Legacy => text::legacy(language),
        MergedContributions::PerInhabitant(_) => text::merged_per_inhabitant(language),
        MergedContributions::Shares(_) => text::merged_shares(language),
        MergedContributions::Levels(_) => text::merged_levels(language),
    };
    let equity = match merger.equity {
        MergedEquity::Transferred => text::transferred(language),
        MergedEquity::PaidOut => text::paid_out(language),
    };
    let mut told = vec![
        pair(text::merging(language), &parts.join(", ")),
        pair(text::merged_contributions(language), pay),
        pair(label::equity(language), equity),
    ];
    if let Overhead::Lines(lines) = &merger.overhead {
        let dropped: Vec<String> = lines
            .iter()
            .filter(|line| line.action == OverheadAction::Drop)
            .filter_map(|line| Some(plan.association(&line.association)?.line(&line.line)?.name.clone()))
            .collect();
        if !dropped.is_empty() {
            told.push(own::Dropped { lines: dropped.join(", ") }.say(language));
        }
    }
    if let Some(BaseGrant { matched, source, date, .. }) = &merger.base_grant {
        told.push(text::grant(language).to_owned());
        told.extend(matched.then(|| text::grant_matched(language).to_owned()));
        let source: Vec<&str> = [source, date].into_iter().filter(|one| !one.is_empty()).map(String::as_str).collect();
        told.extend((!source.is_empty()).then(|| pair(label::source(language), &source.join(", "))));
    }
    told
}
