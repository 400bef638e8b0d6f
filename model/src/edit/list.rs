//! Changes to one thing of a list: a goal, a risk, an index …

use super::EditError;

/// A change to one thing of a list, which is found by what it was: a list that has changed meanwhile, in another window or
/// under an open dialog, is never changed in the wrong place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListChange<T> {
    /// One more, last.
    Add(Box<T>),
    /// One of them as it is to be.
    Replace {
        /// Where it stood. Of several alike, the one there is meant.
        place: usize,
        was: Box<T>,
        /// What it is to be.
        now: Box<T>,
    },
    /// One of them away.
    Remove {
        /// Where it stood. Of several alike, the one there is meant.
        place: usize,
        was: Box<T>,
    },
}

/// A list as it is to be, all of it and in order. Refused when it is no longer what was seen: what another window did to it
/// meanwhile is not lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeList<T> {
    pub was: Vec<T>,
    /// What it is to be.
    pub now: Vec<T>,
    /// What people did to it. What it was does not tell: a list that the app made itself is empty in the plan.
    pub did: ListStep<T>,
}

/// What people did to a list that is kept as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListStep<T> {
    /// One more.
    Add(T),
    /// One of them, as it is to be.
    Change(T),
    /// One of them to another place.
    Move(T),
    /// One of them away.
    Remove(T),
    /// Left it to the app again.
    Reset,
}

impl<T> ListStep<T> {
    /// Which of them it is about.
    pub fn about(&self) -> Option<&T> {
        match self {
            ListStep::Add(one) | ListStep::Change(one) | ListStep::Move(one) | ListStep::Remove(one) => Some(one),
            ListStep::Reset => None,
        }
    }
}

impl<T: Clone + PartialEq> WholeList<T> {
    /// Errors: [`EditError::ChangedMeanwhile`] when the list is no longer as it was.
    pub(super) fn apply(&self, list: &mut Vec<T>) -> Result<(), EditError> {
        if *list != self.was {
            return Err(EditError::ChangedMeanwhile);
        }
        list.clone_from(&self.now);
        Ok(())
    }
}

impl<T: Clone + PartialEq> ListChange<T> {
    /// One more.
    pub fn add(one: T) -> ListChange<T> {
        ListChange::Add(Box::new(one))
    }

    /// The thing at a place as it is to be, or away; nothing when nothing is there.
    pub fn at(list: &[T], place: usize, now: Option<T>) -> Option<ListChange<T>> {
        let was = Box::new(list.get(place)?.clone());
        Some(match now {
            Some(now) => ListChange::Replace { place, was, now: Box::new(now) },
            None => ListChange::Remove { place, was },
        })
    }

    /// What the change is about: the thing as it becomes, or as it was before it went.
    pub fn about(&self) -> &T {
        match self {
            ListChange::Add(one) => one,
            ListChange::Replace { now, .. } => now,
            ListChange::Remove { was, .. } => was,
        }
    }

    /// Errors: [`EditError::ChangedMeanwhile`] when it is no longer there as it was.
    pub(super) fn apply(&self, list: &mut Vec<T>) -> Result<(), EditError> {
        match self {
            ListChange::Add(one) => list.push((**one).clone()),
            ListChange::Replace { place, was, now } => {
                let found = place_now(list, *place, was).and_then(|place| list.get_mut(place));
                found.ok_or(EditError::ChangedMeanwhile)?.clone_from(now);
            }
            ListChange::Remove { place, was } => {
                let place = place_now(list, *place, was).ok_or(EditError::ChangedMeanwhile)?;
                list.remove(place);
            }
        }
        Ok(())
    }
}

/// Where something that stood at a place stands now: there, or wherever it has come to; of several alike, the one there is
/// meant.
fn place_now<T: PartialEq>(list: &[T], place: usize, was: &T) -> Option<usize> {
    if list.get(place) == Some(was) { Some(place) } else { list.iter().position(|one| one == was) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_found_by_what_it_was() {
        let list = vec!["a", "b", "c", "b"];
        let after =
            |change: &ListChange<&'static str>, mut list: Vec<&'static str>| change.apply(&mut list).map(|()| list);
        let last = ListChange::at(&list, 3, Some("d")).expect("something stands there");
        assert_eq!(after(&last, list.clone()), Ok(vec!["a", "b", "c", "d"]));
        // Another window took the first away.
        assert_eq!(after(&last, vec!["b", "c", "b"]), Ok(vec!["d", "c", "b"]));
        assert_eq!(after(&last, vec!["a", "c"]), Err(EditError::ChangedMeanwhile));
        let gone = ListChange::at(&list, 0, None).expect("something stands there");
        assert_eq!(after(&gone, vec!["x", "a"]), Ok(vec!["x"]));
        assert_eq!(after(&gone, vec!["x"]), Err(EditError::ChangedMeanwhile));
        assert_eq!(ListChange::at(&list, 4, None), None);
    }

    #[test]
    fn a_whole_list_is_refused_when_another_window_changed_it() {
        let mut list = vec!["a", "b"];
        let swapped = WholeList { was: list.clone(), now: vec!["b", "a"], did: ListStep::Move("b") };
        assert_eq!(swapped.apply(&mut list), Ok(()));
        assert_eq!(list, vec!["b", "a"]);
        list.push("c");
        assert_eq!(swapped.apply(&mut list), Err(EditError::ChangedMeanwhile));
        assert_eq!(list, vec!["b", "a", "c"]);
    }
}
