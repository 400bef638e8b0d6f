//! Parts of a line, changed by what was seen of them: what another window did to other parts stays, and what it did to the
//! same part is not lost.

use super::{EditError, ListChange};
use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Funding, Line, Schedule};
use crate::sorted::sort_by_key;

/// Changes what differs between two versions of a line. Errors: [`EditError::ChangedMeanwhile`] when a part that differs
/// is neither as it was nor as it is to be.
pub(super) fn change_parts(line: &mut Line, was: &Line, now: &Line) -> Result<(), EditError> {
    // All of them, so that a part that is added later is asked for here.
    let Line {
        id: _,
        name,
        category,
        member,
        party,
        schedule,
        active,
        index,
        round_to,
        approach,
        locked,
        focus,
        status,
        risk,
        effect,
        esf,
        owner,
        participants,
        source,
        note,
    } = line;
    change(name, &was.name, &now.name)?;
    change(category, &was.category, &now.category)?;
    change(member, &was.member, &now.member)?;
    change(party, &was.party, &now.party)?;
    change(schedule, &was.schedule, &now.schedule)?;
    change(active, &was.active, &now.active)?;
    change(index, &was.index, &now.index)?;
    change(round_to, &was.round_to, &now.round_to)?;
    change(approach, &was.approach, &now.approach)?;
    change(locked, &was.locked, &now.locked)?;
    change(focus, &was.focus, &now.focus)?;
    change(status, &was.status, &now.status)?;
    change(risk, &was.risk, &now.risk)?;
    change(effect, &was.effect, &now.effect)?;
    change(esf, &was.esf, &now.esf)?;
    change(owner, &was.owner, &now.owner)?;
    change(participants, &was.participants, &now.participants)?;
    change(source, &was.source, &now.source)?;
    change(note, &was.note, &now.note)
}

fn change<T: Clone + PartialEq>(part: &mut T, was: &T, now: &T) -> Result<(), EditError> {
    if was == now || part == now {
        return Ok(());
    }
    if part != was {
        return Err(EditError::ChangedMeanwhile);
    }
    part.clone_from(now);
    Ok(())
}

/// Sets the level that begins in a year. Errors: [`EditError::ChangedMeanwhile`] when it is not as it was, or the line has
/// yearly amounts.
pub(super) fn set_level(
    line: &mut Line,
    year: Year,
    was: Option<Decimal>,
    now: Option<Decimal>,
) -> Result<(), EditError> {
    let Schedule::Level(level) = &mut line.schedule else { return Err(EditError::ChangedMeanwhile) };
    if level.levels.get(&year).copied() != was {
        return Err(EditError::ChangedMeanwhile);
    }
    match now {
        Some(now) => level.levels.insert(year, now),
        None => level.levels.remove(&year),
    };
    Ok(())
}

/// Changes one phase and keeps them in order. Errors: [`EditError::ChangedMeanwhile`] when it is not as it was, or the line
/// has yearly amounts.
pub(super) fn set_phase(line: &mut Line, change: &ListChange<Funding>) -> Result<(), EditError> {
    let Schedule::Level(level) = &mut line.schedule else { return Err(EditError::ChangedMeanwhile) };
    change.apply(&mut level.funding)?;
    sort_by_key(&mut level.funding, |phase| phase.from);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Month;
    use crate::plan::{Category, Id, Level};
    use crate::sorted::SortedMap;

    fn line() -> Line {
        let year = Year::new(2016).unwrap();
        let level = Level {
            levels: SortedMap::from([(year, Decimal::from(500_000))]),
            funding: vec![
                Funding { from: Month::january(year), share: Decimal::new(5, 1) },
                Funding { from: Month::january(year.next()), share: Decimal::ONE },
            ],
        };
        Line::new(Id::new("a"), "A", Category::Activity, Schedule::Level(level))
    }

    #[test]
    fn two_windows_change_different_parts_of_a_line() {
        let seen = line();
        let noted = Line { note: "Enligt avtal".to_owned(), ..seen.clone() };
        let mut there = Line { name: "B".to_owned(), owner: "Kommunen".to_owned(), ..seen.clone() };
        change_parts(&mut there, &seen, &noted).unwrap();
        assert_eq!((there.name.as_str(), there.owner.as_str(), there.note.as_str()), ("B", "Kommunen", "Enligt avtal"));
    }

    #[test]
    fn the_same_part_is_not_written_over() {
        let seen = line();
        let named = Line { name: "Ny".to_owned(), ..seen.clone() };
        let mut there = Line { name: "Annan".to_owned(), ..seen.clone() };
        assert_eq!(change_parts(&mut there, &seen, &named), Err(EditError::ChangedMeanwhile));
        assert_eq!(there.name, "Annan");
        // Both windows gave it the same name.
        assert_eq!(change_parts(&mut named.clone(), &seen, &named), Ok(()));
    }

    #[test]
    fn a_level_is_changed_as_it_was_seen() {
        let (year, old, new) = (Year::new(2016).unwrap(), Some(Decimal::from(500_000)), Some(Decimal::from(600_000)));
        let mut there = line();
        set_level(&mut there, year, old, new).unwrap();
        assert_eq!(there.schedule.given().get(&year).copied(), new);
        assert_eq!(set_level(&mut there, year, old, None), Err(EditError::ChangedMeanwhile));
        assert_eq!(set_level(&mut there, year.next(), old, None), Err(EditError::ChangedMeanwhile));
        set_level(&mut there, year.next(), None, old).unwrap();
        set_level(&mut there, year, new, None).unwrap();
        assert_eq!(there.schedule.given().keys().copied().collect::<Vec<_>>(), [year.next()]);
        let mut yearly = Line { schedule: Schedule::Amounts(SortedMap::from([(year, Decimal::ONE)])), ..line() };
        assert_eq!(set_level(&mut yearly, year, Some(Decimal::ONE), None), Err(EditError::ChangedMeanwhile));
    }

    #[test]
    fn a_phase_is_found_by_what_it_was_and_stays_in_order() {
        let phases = |line: &Line| match &line.schedule {
            Schedule::Level(level) => level.funding.clone(),
            Schedule::Amounts(_) => Vec::new(),
        };
        let (mut there, seen) = (line(), phases(&line()));
        let late = Funding { from: seen[1].from.next(), ..seen[0].clone() };
        set_phase(&mut there, &ListChange::at(&seen, 0, Some(late.clone())).unwrap()).unwrap();
        assert_eq!(phases(&there), [seen[1].clone(), late]);
        // What was first is last now, and no longer what the other window saw.
        let away = ListChange::at(&seen, 0, None).unwrap();
        assert_eq!(set_phase(&mut there, &away), Err(EditError::ChangedMeanwhile));
        set_phase(&mut there, &ListChange::at(&seen, 1, None).unwrap()).unwrap();
        assert_eq!(phases(&there).len(), 1);
    }
}
