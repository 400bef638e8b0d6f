//! Two step-downs of one association: both divide the same money, so that the later one has the last word.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Year;
use crate::decision::{Decision, StepDown};
use crate::plan::Id;

/// A step-down's shares are set aside by another that comes after it in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDownOverruled {
    /// The step whose shares no longer hold.
    pub earlier: Id,
    /// The step whose shares hold.
    pub later: Id,
    /// From this year.
    pub from: Year,
    /// The earlier's last year; absent where its shares hold in no year.
    pub until: Option<Year>,
}

impl Evidence for StepDownOverruled {
    fn leads_to(&self) -> Destination {
        Destination::Scenario
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![("earlier", Fact::text(&self.earlier)), ("later", Fact::text(&self.later))];
        facts.push(("from", Fact::text(self.from)));
        facts.extend(self.until.map(|until| ("until", Fact::text(until))));
        facts
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<StepDownOverruled> {
    let Some(scenario) = context.scenario else { return Ok(None) };
    let applied = |id: &Id| !context.skipped.iter().any(|skipped| skipped.step == *id);
    let all = scenario.steps.iter().filter(|step| step.on && applied(&step.id));
    let all = all.filter_map(|step| match &step.decision {
        Decision::StepDown(one) => Some((&step.id, one, first(context, one)?)),
        _ => None,
    });
    let all: Vec<_> = all.collect();
    let mut found = Vec::new();
    for (place, (earlier, one, begins)) in all.iter().enumerate() {
        // The next of the same association is the one that sets it aside.
        let after = all.iter().skip(place.saturating_add(1));
        let after = after.filter(|(_, other, _)| other.association == one.association);
        let Some((later, _, from)) = after.min_by_key(|(_, _, from)| *from) else { continue };
        found.push(Found {
            severity: Severity::Warning,
            association: Some(one.association.clone()),
            year: Some(*from),
            line: None,
            detail: StepDownOverruled {
                earlier: (*earlier).clone(),
                later: (*later).clone(),
                from: *from,
                until: (begins < from).then(|| from.previous()),
            },
        });
    }
    Ok((all.len() > 1).then_some(found))
}

/// The first year of the plan, and of its association, in which it divides.
fn first(context: &RuleContext, of: &StepDown) -> Option<Year> {
    let formed = context.budget.association(&of.association).and_then(|one| one.life.first);
    let first = *of.base_shares.keys().next()?;
    Some(first.max(context.budget.horizon.first).max(formed.unwrap_or(first)))
}
