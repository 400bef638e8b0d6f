//! An association that came from another plan, beside a newer version of that plan.

use super::neighbour::{NeighbourChoices, NeighbourError, add, find, told_apart};
use super::years::YearSpan;
use crate::plan::{Association, Id, Index, Plan, Shared};
use crate::sorted::SortedMap;

/// The associations of `mine` that came from the plan that `theirs` is a version of, and that it still has.
pub fn renewable<'p>(mine: &'p Plan, theirs: &Plan) -> impl Iterator<Item = &'p Association> {
    let (id, there) = (theirs.id.clone(), theirs.associations.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let from_there = move |one: &&Shared<Association>| {
        one.origin.as_ref().is_some_and(|origin| origin.plan == id && there.contains(&origin.association))
    };
    // The plan itself is compared as it is.
    let mine = (mine.id != theirs.id).then_some(mine);
    mine.into_iter().flat_map(|mine| &mine.associations).filter(from_there).map(|one| &**one)
}

/// `mine` with one of those associations as it is in `theirs`, under the ids and in the years that it has here: what
/// differs from `mine` is what is new in it, and can be taken over part by part.
///
/// # Errors
/// When the association did not come from there, a plan's amounts are too large to roll its equity forward, or the plan
/// would not be valid.
pub fn renewed(mine: &Plan, theirs: &Plan, association: &Id) -> Result<Plan, NeighbourError> {
    let own = find(mine, association)?;
    let missing = || NeighbourError::NoSuchAssociation(association.clone());
    let origin = own.origin.as_ref().filter(|origin| origin.plan == theirs.id).ok_or_else(missing)?;
    let place = mine.associations.iter().position(|one| one.id == *association).ok_or_else(missing)?;
    let mut without = mine.clone();
    without.associations.remove(place);
    let there = |here: &SortedMap<Id, Id>, known: &dyn Fn(&Id) -> bool| -> SortedMap<Id, Id> {
        here.iter().filter(|(_, mine)| known(mine)).map(|(theirs, mine)| (theirs.clone(), mine.clone())).collect()
    };
    let choices = NeighbourChoices {
        id: association.clone(),
        years: YearSpan { first: mine.first_year, last: mine.horizon().last() },
        changed: origin.changed,
        members: there(&origin.members, &|id| own.member(id).is_some()),
        indices: there(&origin.indices, &|id| mine.index(id).is_some()),
        scenarios: Vec::new(),
    };
    let mut next = add(&without, theirs, &origin.association, &choices)?;
    let mut new = next.associations.pop().ok_or_else(missing)?;
    // What is decided here stays: where it came from, the merger that made or ended it, and names that tell it apart.
    new.origin.clone_from(&own.origin);
    new.life.clone_from(&own.life);
    let name = new.name.clone();
    for member in &mut new.members {
        let here = own.member(&member.id).map(|here| &here.name);
        if let Some(here) = here.filter(|here| **here == told_apart(&member.name, &name)) {
            member.name.clone_from(here);
        }
    }
    let place = place.min(next.associations.len());
    next.associations.insert(place, new);
    renew_indices(&mut next, theirs, &choices);
    Ok(next)
}

/// Indices that the association brought have the rates that they have there now, and keep their names.
fn renew_indices(next: &mut Plan, theirs: &Plan, choices: &NeighbourChoices) {
    for (there, here) in &choices.indices {
        let Some(theirs) = theirs.index(there) else { continue };
        if let Some(own) = next.indices.iter_mut().find(|own| own.id == *here) {
            *own = Index { id: own.id.clone(), name: own.name.clone(), ..theirs.clone() };
        }
    }
}
