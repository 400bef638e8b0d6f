//! A scenario that comes without its plan: what it refers to, what of that is here, what is chosen to stand for the
//! rest, and the scenario as it goes into the plan.
//!
//! What it refers to is never silently taken for another thing with the same id: in another plan than the one that it
//! comes from, a name must agree too. A decision that refers to something that nothing here stands for is left out, and
//! that is told.

use super::neighbour::{MatchLikeness, free};
use crate::base::is_same_name;
use crate::decision::{Decision, Reference};
use crate::exchange::{NamedAssociation, NamedPart, ScenarioFile, fingerprint};
use crate::plan::{Id, LeverAddress, Plan, Scenario, ScenarioStep};
use crate::sorted::{SortedMap, sort_by_key};
use std::cell::Cell;

/// What stands here for what the scenarios refer to.
pub type ReferenceMapping = SortedMap<Reference, Id>;

/// Where the scenarios come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    /// From this plan, with the base that it has now.
    SameBase,
    /// From this plan; here or there its base has changed since.
    SamePlan,
    /// From another plan.
    OtherPlan,
}

/// What there is to choose before scenarios are brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Where they come from.
    pub kinship: Kinship,
    /// What they refer to: associations, then indices, members and lines.
    pub references: Vec<Arriving>,
}

/// Something that arriving scenarios refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arriving {
    /// What.
    pub what: Reference,
    /// What the sender calls it.
    pub name: String,
    /// All that could stand for it here, by name.
    pub here: Vec<(Id, String)>,
    /// The one that is proposed, or chosen.
    pub stands: Option<Id>,
    /// How like that one is.
    pub likeness: MatchLikeness,
}

/// A scenario as it can go into the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The scenario, with an id and a name that the plan does not have.
    pub scenario: Scenario,
    /// The decisions that are left out, since nothing here stands for what they refer to.
    pub left_out: Vec<ScenarioStep>,
}

/// What the file's scenarios refer to and what stands for it here: as `chosen`, and otherwise as is proposed.
pub fn arrive(plan: &Plan, file: &ScenarioFile, chosen: &SortedMap<Reference, Option<Id>>) -> Arrival {
    let kinship = match (plan.id == file.plan.id, fingerprint(plan) == file.plan.fingerprint) {
        (true, true) => Kinship::SameBase,
        (true, false) => Kinship::SamePlan,
        (false, _) => Kinship::OtherPlan,
    };
    let sender = Sender { file, is_same: kinship != Kinship::OtherPlan };
    let mut found: Vec<Reference> = Vec::new();
    for scenario in &file.scenarios {
        for reference in scenario.steps.iter().flat_map(|step| step.decision.references()) {
            let Some(reference) = sender.original(scenario, reference) else { continue };
            if let Reference::Member { association, .. } | Reference::Line { association, .. } = &reference {
                found.push(Reference::Association(association.clone()));
            }
            found.push(reference);
        }
    }
    // Associations first: where a line is looked for depends on which of them stands for its own.
    sort_by_key(&mut found, |one| (order(one), one.clone()));
    found.dedup();
    let mut mapping = ReferenceMapping::new();
    let mut references = Vec::new();
    for what in found {
        let Some(name) = sender.name(&what) else { continue };
        let here = candidates(plan, &what, &mapping);
        let (proposed, likeness) = sender.propose(&what, name, &here);
        let stands = match chosen.get(&what) {
            Some(chosen) => chosen.clone().filter(|id| here.iter().any(|(known, _)| known == id)),
            None => proposed.filter(|_| likeness == MatchLikeness::Same),
        };
        if let Some(id) = &stands {
            mapping.insert(what.clone(), id.clone());
        }
        references.push(Arriving { name: name.to_owned(), what, here, stands, likeness });
    }
    Arrival { kinship, references }
}

fn order(reference: &Reference) -> u8 {
    match reference {
        Reference::Association(_) => 0,
        Reference::Index(_) => 1,
        Reference::Member { .. } => 2,
        Reference::Line { .. } => 3,
    }
}

impl Arrival {
    /// What stands here for what.
    pub fn mapping(&self) -> ReferenceMapping {
        self.references.iter().filter_map(|one| Some((one.what.clone(), one.stands.clone()?))).collect()
    }
}

/// The file's scenarios as they can go into the plan, in their order.
pub fn bring(plan: &Plan, file: &ScenarioFile, mapping: &ReferenceMapping) -> Vec<Arrived> {
    let sender = Sender { file, is_same: plan.id == file.plan.id };
    let mut brought: Vec<Arrived> = Vec::new();
    for scenario in &file.scenarios {
        let taken_id = |id: &str| {
            plan.scenarios.iter().any(|one| one.id.as_str() == id)
                || brought.iter().any(|one| one.scenario.id.as_str() == id)
        };
        let taken_name = |name: &str| {
            plan.scenarios.iter().any(|one| is_same_name(&one.name, name))
                || brought.iter().any(|one| is_same_name(&one.scenario.name, name))
        };
        let id = free(&scenario.id, taken_id);
        let numbered = (2u32..).map(|number| format!("{} ({number})", scenario.name));
        let name = std::iter::once(scenario.name.clone()).chain(numbered).find(|name| !taken_name(name));
        let named = Scenario { id, name: name.unwrap_or_default(), ..scenario.clone() };
        brought.push(translate(plan, &sender, named, scenario, mapping));
    }
    brought
}

/// The scenario with everything that it refers to as it is called here.
fn translate(
    plan: &Plan,
    sender: &Sender<'_>,
    mut next: Scenario,
    from: &Scenario,
    mapping: &ReferenceMapping,
) -> Arrived {
    let made: SortedMap<Id, Id> = made(from)
        .map(|id| (id.clone(), free(id, |taken| plan.associations.iter().any(|one| one.id.as_str() == taken))))
        .collect();
    let missing = Cell::new(false);
    let mut instead = |reference: Reference| {
        let own = reference.id().clone();
        if let Reference::Association(id) = &reference
            && let Some(new) = made.get(id)
        {
            return new.clone();
        }
        let Some(original) = sender.original(from, reference) else { return own };
        if sender.name(&original).is_none() && sender.is_same {
            // It was not there in the sender's plan either.
            return own;
        }
        mapping.get(&original).cloned().unwrap_or_else(|| {
            missing.set(true);
            own
        })
    };
    let mut left_out = Vec::new();
    for step in std::mem::take(&mut next.steps) {
        let mut moved = step.clone();
        missing.set(false);
        moved.decision.refer(&mut instead);
        if missing.get() {
            left_out.push(step);
        } else {
            next.steps.push(moved);
        }
    }
    let id = next.id.clone();
    for slide in &mut next.slides {
        slide.levers.retain_mut(|lever| {
            missing.set(false);
            turn(lever, from, &id, &mut instead);
            !missing.get()
        });
    }
    Arrived { scenario: next, left_out }
}

/// Turns a slide's lever to what it is about here.
fn turn(lever: &mut LeverAddress, from: &Scenario, scenario: &Id, instead: &mut dyn FnMut(Reference) -> Id) {
    match lever {
        LeverAddress::Decision { scenario: own, step, part } => {
            if *own == from.id {
                *own = scenario.clone();
            }
            let decision = from.steps.iter().find(|one| one.id == *step).map(|one| &one.decision);
            if let Some(into) = decision.and_then(Decision::makes_association) {
                part.refer(into, instead);
            }
        }
        LeverAddress::Line { association, line, .. } => {
            *line = instead(Reference::Line { association: association.clone(), line: line.clone() });
            *association = instead(Reference::Association(association.clone()));
        }
        LeverAddress::IndexRate { index, .. } => *index = instead(Reference::Index(index.clone())),
        LeverAddress::CostPerFte { association, .. }
        | LeverAddress::PlacesPerFte { association }
        | LeverAddress::OpeningEquity { association }
        | LeverAddress::EquityUse { association, .. } => {
            *association = instead(Reference::Association(association.clone()));
        }
    }
}

/// The associations that a scenario makes itself.
fn made(scenario: &Scenario) -> impl Iterator<Item = &Id> {
    scenario.steps.iter().filter_map(|step| step.decision.makes_association())
}

/// The plan that the scenarios come from, as far as the file tells of it.
struct Sender<'f> {
    file: &'f ScenarioFile,
    /// Whether it is the plan that they come to.
    is_same: bool,
}

impl Sender<'_> {
    /// The part of the sender's plan that a reference is to; none to what the scenario makes itself. What a merged
    /// association has comes from those that it is made of.
    fn original(&self, scenario: &Scenario, reference: Reference) -> Option<Reference> {
        match reference {
            Reference::Index(_) => Some(reference),
            Reference::Association(ref id) => (!made(scenario).any(|made| made == id)).then_some(reference),
            Reference::Member { association, member } => {
                let of = self.holder(scenario, &association, |one| has(&one.members, &member))?;
                Some(Reference::Member { association: of, member })
            }
            Reference::Line { association, line } => {
                let of = self.holder(scenario, &association, |one| has(&one.lines, &line))?;
                Some(Reference::Line { association: of, line })
            }
        }
    }

    /// The association itself, or of one that the scenario makes the one that has it; none when a decision made it.
    fn holder(&self, scenario: &Scenario, association: &Id, has: impl Fn(&NamedAssociation) -> bool) -> Option<Id> {
        let merger = scenario.steps.iter().find_map(|step| match &step.decision {
            Decision::Merger(merger) if merger.into == *association => Some(merger),
            _ => None,
        });
        let of = merger.map_or(std::slice::from_ref(association), |merger| &merger.associations);
        of.iter().find(|id| self.association(id).is_some_and(&has)).cloned()
    }

    fn association(&self, id: &Id) -> Option<&NamedAssociation> {
        self.file.associations.iter().find(|one| one.id == *id)
    }

    fn name(&self, reference: &Reference) -> Option<&str> {
        let named = |parts: &'_ [NamedPart], id: &Id| parts.iter().position(|part| part.id == *id);
        match reference {
            Reference::Association(id) => self.association(id).map(|one| one.name.as_str()),
            Reference::Index(id) => {
                let parts = &self.file.indices;
                parts.get(named(parts, id)?).map(|part| part.name.as_str())
            }
            Reference::Member { association, member } => {
                let parts = &self.association(association)?.members;
                parts.get(named(parts, member)?).map(|part| part.name.as_str())
            }
            Reference::Line { association, line } => {
                let parts = &self.association(association)?.lines;
                parts.get(named(parts, line)?).map(|part| part.name.as_str())
            }
        }
    }

    /// In the same plan an id says what it says there. In another the name must agree; one with the same id or a like
    /// name only may be the same.
    fn propose(&self, what: &Reference, name: &str, here: &[(Id, String)]) -> (Option<Id>, MatchLikeness) {
        let same_id = here.iter().find(|(id, _)| id == what.id());
        let alike: Vec<&(Id, String)> = here.iter().filter(|(_, other)| is_same_name(other, name)).collect();
        match (same_id, alike.as_slice()) {
            (Some((id, other)), _) if self.is_same || is_same_name(other, name) => {
                (Some(id.clone()), MatchLikeness::Same)
            }
            (_, [(id, _)]) => (Some(id.clone()), MatchLikeness::Same),
            (Some((id, _)), []) | (_, [(id, _), ..]) => (Some(id.clone()), MatchLikeness::Doubtful),
            (None, []) => (None, MatchLikeness::None),
        }
    }
}

fn has(parts: &[NamedPart], id: &Id) -> bool {
    parts.iter().any(|part| part.id == *id)
}

/// All that could stand for what is referred to, by name.
fn candidates(plan: &Plan, what: &Reference, mapping: &ReferenceMapping) -> Vec<(Id, String)> {
    let of = |association: &Id| {
        mapping.get(&Reference::Association(association.clone())).and_then(|id| plan.association(id))
    };
    match what {
        Reference::Association(_) => plan.associations.iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
        Reference::Index(_) => plan.indices.iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
        Reference::Member { association, .. } => {
            let members = of(association).map_or(&[][..], |one| &one.members);
            members.iter().map(|one| (one.id.clone(), one.name.clone())).collect()
        }
        Reference::Line { association, .. } => {
            let lines = of(association).map_or(&[][..], |one| &one.lines);
            lines.iter().map(|one| (one.id.clone(), one.name.clone())).collect()
        }
    }
}
