//! A neighbour's association put into a plan: what is proposed, what the caller chooses, and what becomes of it.
//!
//! Years are laid side by side: an association whose own plan begins earlier brings its equity rolled forward by that
//! plan; one that begins later brings it as a transfer in its first year. Ids and names that are taken are never taken
//! for the same thing: that is proposed, and chosen.

use super::years::{YearSpan, aligned, choices};
use crate::base::is_same_name;
use crate::decision::Decision;
use crate::plan::{Association, Id, Index, Member, Origin, Plan, Scenario, Shared, ValidationError, validate};
use crate::sorted::SortedMap;

/// What there is to choose before an association is put into a plan, with a proposal for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The id that it can have in the plan.
    pub id: Id,
    /// When its plan was changed, seconds since 1970; nothing when that is not known.
    pub changed: Option<u32>,
    /// The years that the plan can look at, the plan's own first.
    pub years: Vec<YearSpan>,
    /// The members, each with the one in the plan that may be the same.
    pub members: Vec<Match>,
    /// The indices that it uses, each with the one in the plan that may be the same.
    pub indices: Vec<Match>,
    /// Whether its plan counts administration in another way; the plan's own way holds.
    pub other_definitions: bool,
    /// Whether its plan has other rules for equity; the plan's own hold.
    pub other_rules: bool,
    /// The scenarios of its plan that are about it alone, and can come along.
    pub scenarios: Vec<Id>,
}

/// Something of the neighbour's, and what in the plan may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The neighbour's.
    pub theirs: Id,
    pub name: String,
    /// The one in the plan that may be the same.
    pub mine: Option<Id>,
    /// How sure that is.
    pub likeness: MatchLikeness,
}

/// How like the two of a [`Match`] are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchLikeness {
    /// Nothing in the plan is like it.
    None,
    /// They agree in all that says what they are: proposed as the same.
    Same,
    /// They have an id or a name in common and differ otherwise (another party, other rates): proposed as two.
    Doubtful,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeighbourChoices {
    /// The association's id in the plan.
    pub id: Id,
    /// The years that the plan looks at from then on.
    pub years: YearSpan,
    /// When the neighbour's plan was changed, seconds since 1970; nothing when that is not known.
    pub changed: Option<u32>,
    /// Members that are the same as one in the plan; the others are told apart.
    pub members: SortedMap<Id, Id>,
    /// Indices that are the same as one in the plan; the others are brought along.
    pub indices: SortedMap<Id, Id>,
    /// The scenarios that come along.
    pub scenarios: Vec<Id>,
}

/// Why an association cannot be put into a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeighbourError {
    /// The neighbour's plan has no such association.
    NoSuchAssociation(Id),
    /// The plan has an association with this id.
    IdTaken(Id),
    /// The years cannot be a plan's.
    Years(YearSpan),
    /// A plan's amounts are too large to roll its equity forward.
    Overflow,
    /// A scenario that should come along names something that has another id in the plan.
    ScenarioNames {
        scenario: Id,
        /// What it names.
        id: Id,
    },
    /// The plan would not be valid.
    Invalid(Vec<ValidationError>),
}

impl Proposal {
    /// What is proposed, chosen as it is.
    pub fn accepted(&self, years: YearSpan) -> NeighbourChoices {
        let same = |matches: &[Match]| {
            let sure = matches.iter().filter(|one| one.likeness == MatchLikeness::Same);
            sure.filter_map(|one| Some((one.theirs.clone(), one.mine.clone()?))).collect()
        };
        NeighbourChoices {
            id: self.id.clone(),
            years,
            changed: self.changed,
            members: same(&self.members),
            indices: same(&self.indices),
            scenarios: Vec::new(),
        }
    }
}

/// What there is to choose before `association` of `theirs` is put into `mine`.
///
/// # Errors
/// When `theirs` has no such association.
pub fn propose(mine: &Plan, theirs: &Plan, association: &Id) -> Result<Proposal, NeighbourError> {
    let other = find(theirs, association)?;
    let known: Vec<&Member> = mine.associations.iter().flat_map(|own| &own.members).collect();
    let members = other.members.iter().map(|member| match_member(member, &known)).collect();
    let used = used_indices(other);
    let indices = theirs.indices.iter().filter(|index| used.contains(&&index.id));
    let alone = |scenario: &&Shared<Scenario>| {
        scenario.steps.iter().all(|step| step.decision.association().is_some_and(|id| id == association))
    };
    Ok(Proposal {
        id: free(&other.id, |id| mine.associations.iter().any(|own| own.id.as_str() == id)),
        changed: None,
        years: choices(mine.horizon(), theirs.horizon()),
        members,
        indices: indices.map(|index| match_index(index, &mine.indices)).collect(),
        other_definitions: mine.definitions != theirs.definitions,
        other_rules: mine.rules != theirs.rules,
        scenarios: theirs.scenarios.iter().filter(alone).map(|scenario| scenario.id.clone()).collect(),
    })
}

/// `mine` with the association as chosen, last.
///
/// # Errors
/// When what is named is not there or its id is taken, the years cannot be, or the plan would not be valid.
pub fn add(mine: &Plan, theirs: &Plan, association: &Id, choices: &NeighbourChoices) -> Result<Plan, NeighbourError> {
    let other = find(theirs, association)?;
    if mine.association(&choices.id).is_some() {
        return Err(NeighbourError::IdTaken(choices.id.clone()));
    }
    let horizon = choices.years.horizon().ok_or(NeighbourError::Years(choices.years))?;
    let mut next = mine.clone();
    let own = mine.associations.iter().map(|own| aligned(mine, own, horizon.first).map(Shared::from));
    next.associations = own.collect::<Result<_, _>>().map_err(|_| NeighbourError::Overflow)?;
    let mut new = aligned(theirs, other, horizon.first).map_err(|_| NeighbourError::Overflow)?;
    (next.first_year, next.years) = (horizon.first, horizon.years);

    new.id = choices.id.clone();
    let members = rename_members(&mut new, mine, choices);
    let indices = bring_indices(&mut next, &mut new, theirs, choices);
    new.origin = Some(Origin {
        plan: theirs.id.clone(),
        association: association.clone(),
        changed: choices.changed,
        members,
        indices: indices.clone(),
    });
    let mut renamed = indices;
    renamed.retain(|old, new| old != new);
    next.associations.push(new.into());
    bring_scenarios(&mut next, theirs, association, choices, &renamed)?;

    let problems = validate(&next);
    if problems.is_empty() { Ok(next) } else { Err(NeighbourError::Invalid(problems)) }
}

pub(super) fn find<'p>(plan: &'p Plan, association: &Id) -> Result<&'p Association, NeighbourError> {
    plan.association(association).ok_or_else(|| NeighbourError::NoSuchAssociation(association.clone()))
}

pub(super) fn free(wanted: &Id, taken: impl Fn(&str) -> bool) -> Id {
    if taken(wanted.as_str()) { Id::from_name(wanted.as_str(), taken) } else { wanted.clone() }
}

/// What a name becomes that is taken where its association goes.
pub(super) fn told_apart(name: &str, association: &str) -> String {
    format!("{name} ({association})")
}

fn match_member(member: &Member, known: &[&Member]) -> Match {
    let alike = |other: &&&Member| other.party == member.party && is_same_name(&other.name, &member.name);
    let doubtful = |other: &&&Member| other.id == member.id || is_same_name(&other.name, &member.name);
    let (found, likeness) = match (known.iter().find(alike), known.iter().find(doubtful)) {
        (Some(found), _) => (Some(found), MatchLikeness::Same),
        (None, Some(found)) => (Some(found), MatchLikeness::Doubtful),
        (None, None) => (None, MatchLikeness::None),
    };
    let mine = found.map(|found| found.id.clone());
    Match { theirs: member.id.clone(), name: member.name.clone(), mine, likeness }
}

fn match_index(index: &Index, known: &[Index]) -> Match {
    let alike = |other: &&Index| other.rates == index.rates && is_same_name(&other.name, &index.name);
    let doubtful = |other: &&Index| other.id == index.id || is_same_name(&other.name, &index.name);
    let (found, likeness) = match (known.iter().find(alike), known.iter().find(doubtful)) {
        (Some(found), _) => (Some(found), MatchLikeness::Same),
        (None, Some(found)) => (Some(found), MatchLikeness::Doubtful),
        (None, None) => (None, MatchLikeness::None),
    };
    Match { theirs: index.id.clone(), name: index.name.clone(), mine: found.map(|found| found.id.clone()), likeness }
}

fn used_indices(association: &Association) -> Vec<&Id> {
    let lines = association.lines.iter().filter_map(|line| line.index.as_ref());
    lines.chain(association.capacity.as_ref().and_then(|capacity| capacity.index.as_ref())).collect()
}

/// A member that is the same as one in the plan takes its id, which a merger goes by; any other gets an id and a name
/// that nobody in the plan has. Returns what each is there.
fn rename_members(new: &mut Association, mine: &Plan, choices: &NeighbourChoices) -> SortedMap<Id, Id> {
    let known: Vec<&Member> = mine.associations.iter().flat_map(|own| &own.members).collect();
    let mut ids: Vec<Id> = Vec::new();
    let mut renamed: SortedMap<Id, Id> = SortedMap::new();
    let association = new.name.clone();
    for member in &mut new.members {
        let chosen = choices.members.get(&member.id).filter(|id| !ids.contains(id)).cloned();
        let id = chosen.clone().unwrap_or_else(|| {
            let taken = |id: &str| {
                known.iter().any(|other| other.id.as_str() == id) || ids.iter().any(|other| other.as_str() == id)
            };
            free(&member.id, taken)
        });
        if chosen.is_none() && known.iter().any(|other| is_same_name(&other.name, &member.name)) {
            member.name = told_apart(&member.name, &association);
        }
        renamed.insert(member.id.clone(), id.clone());
        ids.push(id.clone());
        member.id = id;
    }
    for line in &mut new.lines {
        if let Some(id) = line.member.as_ref().and_then(|id| renamed.get(id)) {
            line.member = Some(id.clone());
        }
    }
    renamed
}

/// Brings the indices that are not the same as one in the plan; returns what each is there.
fn bring_indices(
    next: &mut Plan,
    new: &mut Association,
    theirs: &Plan,
    choices: &NeighbourChoices,
) -> SortedMap<Id, Id> {
    let used: Vec<Id> = used_indices(new).into_iter().cloned().collect();
    let mut renamed = SortedMap::new();
    for index in theirs.indices.iter().filter(|index| used.contains(&index.id)) {
        let id = choices.indices.get(&index.id).cloned().unwrap_or_else(|| {
            let id = free(&index.id, |id| next.indices.iter().any(|other| other.id.as_str() == id));
            let taken = next.indices.iter().any(|other| is_same_name(&other.name, &index.name));
            let name = if taken { format!("{} ({})", index.name, new.name) } else { index.name.clone() };
            next.indices.push(Index { id: id.clone(), name, ..index.clone() });
            id
        });
        renamed.insert(index.id.clone(), id);
    }
    let follow = |index: &mut Option<Id>| {
        if let Some(id) = index.as_ref().and_then(|id| renamed.get(id)) {
            *index = Some(id.clone());
        }
    };
    new.lines.iter_mut().for_each(|line| follow(&mut line.index));
    if let Some(capacity) = &mut new.capacity {
        follow(&mut capacity.index);
    }
    renamed
}

/// Scenarios come along when all that they name has the same id here: nothing in a decision is changed on the way.
fn bring_scenarios(
    next: &mut Plan,
    theirs: &Plan,
    association: &Id,
    choices: &NeighbourChoices,
    indices: &SortedMap<Id, Id>,
) -> Result<(), NeighbourError> {
    for id in &choices.scenarios {
        let Some(scenario) = theirs.scenarios.iter().find(|scenario| scenario.id == *id) else { continue };
        let moved = choices.members.iter().filter(|(old, new)| old != new).map(|(old, _)| old);
        let moved = moved.chain(indices.keys()).chain((*association != choices.id).then_some(association));
        for name in moved {
            if scenario.steps.iter().any(|step| names(&step.decision, name)) {
                return Err(NeighbourError::ScenarioNames { scenario: id.clone(), id: name.clone() });
            }
        }
        let id = free(&scenario.id, |id| next.scenarios.iter().any(|other| other.id.as_str() == id));
        let taken = next.scenarios.iter().any(|other| is_same_name(&other.name, &scenario.name));
        let from = theirs.association(association).map_or("", |association| association.name.as_str());
        let name = if taken { format!("{} ({from})", scenario.name) } else { scenario.name.clone() };
        next.scenarios.push(Scenario { id, name, ..Scenario::clone(scenario) }.into());
    }
    Ok(())
}

/// Whether a decision says this id anywhere.
fn names(decision: &Decision, id: &Id) -> bool {
    fn says(value: &serde_json::Value, id: &str) -> bool {
        match value {
            serde_json::Value::String(text) => text == id,
            serde_json::Value::Array(values) => values.iter().any(|value| says(value, id)),
            serde_json::Value::Object(fields) => fields.iter().any(|(name, value)| name == id || says(value, id)),
            _ => false,
        }
    }
    serde_json::to_value(decision).is_ok_and(|value| says(&value, id.as_str()))
}
