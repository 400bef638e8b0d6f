//! The municipalities' contributions reckoned anew when their inhabitants have changed.

use crate::calendar::Year;
use crate::money::{Decimal, split, sum};
use crate::plan::{Association, Category, Id, Line, Party};
use crate::sorted::SortedMap;

/// What a municipality's line gives in a year, and what it would give by inhabitants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    /// The municipality.
    pub member: Id,
    /// The line that it pays by.
    pub line: Id,
    /// The year that the amount is given for.
    pub year: Year,
    /// Kronor now.
    pub before: Decimal,
    /// Kronor by inhabitants.
    pub after: Decimal,
}

/// Why contributions cannot be reckoned by inhabitants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotDivided {
    /// Fewer than two municipalities pay by lines of their own: there is nothing to divide.
    NothingToDivide,
    /// These have no number of inhabitants.
    NoInhabitants(Vec<Id>),
    /// A municipality pays by several lines, or the lines are not given for the same years.
    Uneven,
    /// The amounts are too large to reckon with.
    Overflow,
}

/// The municipalities' contributions of each given year divided by inhabitants: the sum of the year stays as it is, and
/// the parts add up to it. By year, then in the order of the lines.
///
/// # Errors
/// When there is nothing to divide, inhabitants are unknown, or the lines cannot be laid side by side.
pub fn by_inhabitants(association: &Association) -> Result<Vec<Divided>, NotDivided> {
    let of = |line: &Line| {
        let member = association.member(line.member.as_ref()?)?;
        (line.category == Category::Contribution && member.party == Party::Municipalities).then_some(member)
    };
    let lines = || association.lines.iter().filter_map(|line| Some((line, of(line)?)));
    let members: SortedMap<&Id, ()> = lines().map(|(_, member)| (&member.id, ())).collect();
    if members.len() < 2 {
        return Err(NotDivided::NothingToDivide);
    }
    let unknown: Vec<Id> = lines()
        .filter(|(_, member)| member.inhabitants.unwrap_or_default() == 0)
        .map(|(_, member)| member.id.clone())
        .collect();
    if !unknown.is_empty() {
        return Err(NotDivided::NoInhabitants(unknown));
    }
    let years: SortedMap<Year, ()> =
        lines().flat_map(|(line, _)| line.schedule.given().keys().map(|year| (*year, ()))).collect();
    let is_even = lines().all(|(line, _)| line.schedule.given().len() == years.len());
    if members.len() != lines().count() || !is_even {
        return Err(NotDivided::Uneven);
    }
    let weights: Vec<Decimal> = lines().map(|(_, member)| member.inhabitants.unwrap_or_default().into()).collect();
    let mut found = Vec::new();
    for year in years.into_keys() {
        let given = |line: &Line| line.schedule.given().get(&year).copied().unwrap_or_default();
        let whole = sum(lines().map(|(line, _)| given(line))).map_err(|_| NotDivided::Overflow)?;
        let parts = split(whole, &weights).map_err(|_| NotDivided::Overflow)?;
        found.extend(lines().zip(parts).map(|((line, member), after)| Divided {
            member: member.id.clone(),
            line: line.id.clone(),
            year,
            before: given(line),
            after,
        }));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;
    use crate::plan::Plan;

    fn sydnarke() -> Plan {
        read(include_str!("../../../plans/sydnarke-2016.json")).unwrap()
    }

    /// Sydnärke's quarter, 1 448 847 kr, by the inhabitants of its municipalities: the parts add up to the krona.
    #[test]
    fn the_quarter_follows_the_inhabitants() {
        let mut plan = sydnarke();
        let of = &mut plan.associations[0];
        let municipal = of.members.iter_mut().filter(|member| member.party == Party::Municipalities);
        for (member, count) in municipal.zip([11_000, 15_000, 21_000, 6_000]) {
            member.inhabitants = Some(count);
        }
        let all = by_inhabitants(of).unwrap();
        let first: Vec<&Divided> = all.iter().filter(|one| one.year.number() == 2016).collect();
        assert_eq!(first.iter().map(|one| one.before).sum::<Decimal>(), Decimal::from(1_448_847));
        // 1 448 847 × 11, 15, 21 and 6 / 53, by largest remainder.
        let after: Vec<Decimal> = first.iter().map(|one| one.after).collect();
        assert_eq!(after, [300_704, 410_051, 574_072, 164_020].map(Decimal::from));
        assert_eq!(all.len(), 3 * 4);
        of.members.iter_mut().find(|member| member.party == Party::Municipalities).unwrap().inhabitants = None;
        assert!(matches!(by_inhabitants(of), Err(NotDivided::NoInhabitants(who)) if who.len() == 1));
    }
}
