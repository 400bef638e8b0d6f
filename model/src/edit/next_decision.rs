//! A new decision for a scenario: about what there is after the decisions that the scenario has already.

use super::MadeNames;
use super::promote::promote;
use crate::calendar::Horizon;
use crate::decision::{Decision, DecisionKind, DraftNames, Introduced, draft};
use crate::plan::{Association, Base, Id, Plan, Scenario, Shared, is_same_name};

/// A new decision of a kind for a scenario, for the user to change. It is about the association that is shown, while
/// that is not merged away; or else about the one that the scenario's last merger forms, from its first year on; or else
/// about the first. `None` when there is nothing that it could be about.
pub fn next_decision(
    plan: &Plan,
    scenario: &Scenario,
    shown: Option<&Id>,
    kind: DecisionKind,
    names: &DraftNames,
) -> Option<Decision> {
    let mergers = || scenario.steps.iter().filter(|step| step.on).filter_map(|step| merger(&step.decision));
    let formed = mergers().next().and_then(|_| after(plan, scenario));
    let after = formed.as_ref().unwrap_or(plan);
    let is_gone = |id: &Id| mergers().any(|(of, _)| of.contains(id));
    let there: Vec<Shared<Association>> =
        after.associations.iter().filter(|one| one.life.last.is_none() && !is_gone(&one.id)).cloned().collect();
    let known = |id: &Id| there.iter().any(|one| one.id == *id);
    let merged = mergers().map(|(_, into)| into).rfind(|id| known(id));
    let first = || there.first().map(|one| &one.id);
    let about = shown.filter(|id| known(id)).or(merged).or_else(first)?.clone();

    let begins = there.iter().find(|one| one.id == about).and_then(|one| one.life.first);
    let first = begins.map_or(plan.first_year, |year| year.max(plan.first_year));
    let years = u8::try_from(plan.horizon().last().since(first).saturating_add(1)).ok()?;
    let base = Base { horizon: Horizon { first, years }, associations: &there, ..after.base() };
    let mut drafted = draft(kind, base, &about, names)?;
    let made = || scenario.steps.iter().filter_map(|step| step.decision.introduces());
    if let Decision::Merger(merger) = &mut drafted {
        // Those that are gone, or formed by a decision that is off, have their ids and names still.
        let formed = made().filter_map(|one| match one {
            Introduced::Association(id, name) => Some((id, name)),
            _ => None,
        });
        let there = plan.associations.iter().map(|one| (&one.id, one.name.as_str()));
        (merger.into, merger.name) = free(&names.merged, &formed.chain(there).collect::<Vec<_>>());
    }
    if let Decision::MemberJoins(joins) = &mut drafted {
        let joining = made().filter_map(|one| match one {
            Introduced::Member(id, name) => Some((id, name)),
            _ => None,
        });
        let members = there.iter().find(|one| one.id == about).map(|one| one.members.as_slice()).unwrap_or_default();
        let there = members.iter().map(|member| (&member.id, member.name.as_str()));
        (joins.member, joins.name) = free(&names.member, &joining.chain(there).collect::<Vec<_>>());
    }
    Some(drafted)
}

/// A name that nothing here has, with a number where it must, and the id of such a name.
fn free(name: &str, there: &[(&Id, &str)]) -> (Id, String) {
    let is_free = |name: &String| !there.iter().any(|(_, other)| is_same_name(other, name));
    let numbered = (2..=u16::MAX).map(|number| format!("{name} {number}"));
    let name = std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| name.to_owned());
    (Id::from_name(&name, |id| there.iter().any(|(other, _)| other.as_str() == id)), name)
}

/// What a merger merges, and into what.
fn merger(decision: &Decision) -> Option<(&[Id], &Id)> {
    match decision {
        Decision::Merger(merger) => Some((&merger.associations, &merger.into)),
        _ => None,
    }
}

/// The plan as it would be if the scenario became its base; none when its amounts are too large.
fn after(plan: &Plan, scenario: &Scenario) -> Option<Plan> {
    let mut plan = Plan { scenarios: vec![scenario.clone().into()], ..plan.clone() };
    let nameless = MadeNames {
        base: String::new(),
        process: String::new(),
        merger_cost: String::new(),
        contribution: String::new(),
        source: String::new(),
        date: String::new(),
        decisions: Vec::new(),
    };
    promote(&mut plan, &scenario.id, &nameless).ok().map(|_| plan)
}
