//! Entries of lists that an id tells apart, and what can be done with any of them.

use crate::plan::{AnnualEvent, Association, Id, Index, Line, LogEntry, Member, Risk, Scenario, Shared, Target};
use serde::Serialize;

/// Something that stands in a list under an id of its own.
pub(super) trait Identified: Clone + PartialEq + Serialize {
    fn id(&self) -> &Id;
    fn name(&self) -> &str;
}

macro_rules! entries {
    ($($kind:ident),+) => {
        $(impl Identified for $kind {
            fn id(&self) -> &Id {
                &self.id
            }

            fn name(&self) -> &str {
                &self.name
            }
        })+
    };
}

entries!(Association, AnnualEvent, Index, Line, Member, Risk, Scenario, Target);

impl Identified for LogEntry {
    fn id(&self) -> &Id {
        &self.id
    }

    fn name(&self) -> &str {
        &self.scenario
    }
}

impl<T: Identified> Identified for Shared<T> {
    fn id(&self) -> &Id {
        T::id(self)
    }

    fn name(&self) -> &str {
        T::name(self)
    }
}

pub(super) fn find<'e, T: Identified>(entries: &'e [T], id: &Id) -> Option<&'e T> {
    entries.iter().find(|entry| entry.id() == id)
}

/// Makes the entry as it is among `theirs`: there, there otherwise, or gone. A new one comes after the entry that it
/// comes after among `theirs`, so that taking over all of them gives their order.
pub(super) fn take<T: Identified>(mine: &mut Vec<T>, theirs: &[T], id: &Id) {
    let Some(place) = theirs.iter().position(|entry| entry.id() == id) else {
        mine.retain(|entry| entry.id() != id);
        return;
    };
    let Some(entry) = theirs.get(place) else { return };
    if let Some(slot) = mine.iter_mut().find(|entry| entry.id() == id) {
        slot.clone_from(entry);
        return;
    }
    let before = theirs.iter().take(place).rev();
    let after = before.filter_map(|earlier| mine.iter().position(|entry| entry.id() == earlier.id())).next();
    mine.insert(after.map_or(0, |after| after.saturating_add(1)), entry.clone());
}

/// Whether those that are in both stand in the same order.
pub(super) fn same_order<T: Identified>(mine: &[T], theirs: &[T]) -> bool {
    let in_both = |of: &'_ [T], other: &'_ [T]| -> Vec<Id> {
        of.iter().filter(|entry| find(other, entry.id()).is_some()).map(|entry| entry.id().clone()).collect()
    };
    in_both(mine, theirs) == in_both(theirs, mine)
}

/// Puts those that are in both in the order of `theirs`; the others keep the one that they come after.
pub(super) fn reorder<T: Identified>(mine: &mut Vec<T>, theirs: &[T]) {
    let mut groups: Vec<Vec<T>> = Vec::new();
    let mut leading: Vec<T> = Vec::new();
    for entry in mine.drain(..) {
        if find(theirs, entry.id()).is_some() {
            groups.push(vec![entry]);
        } else {
            groups.last_mut().unwrap_or(&mut leading).push(entry);
        }
    }
    mine.append(&mut leading);
    // Without a sort: one for each kind of entry would be a lot of code.
    for entry in theirs {
        let at = groups.iter().position(|group| group.first().is_some_and(|first| first.id() == entry.id()));
        if let Some(at) = at {
            mine.append(&mut groups.remove(at));
        }
    }
    mine.extend(groups.into_iter().flatten());
}

/// The fields, by their names in the file and in alphabetical order, in which two values differ.
pub(super) fn fields_that_differ<T: Serialize>(mine: &T, theirs: &T) -> Vec<String> {
    let fields = |value: &T| match serde_json::to_value(value) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (mine, theirs) = (fields(mine), fields(theirs));
    let in_mine = mine.iter().filter(|(name, value)| theirs.get(*name) != Some(*value)).map(|(name, _)| name.clone());
    let only_theirs = theirs.keys().filter(|name| !mine.contains_key(*name)).cloned();
    let mut names: Vec<String> = in_mine.chain(only_theirs).collect();
    names.sort();
    names
}
