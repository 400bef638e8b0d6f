//! The numbers of a merger that can be moved.

use super::{MergedContributions, Merger, Overhead, OverheadAction, OverheadLine};
use crate::decision::DecisionField;
use crate::id::Id;
use crate::money::{Decimal, mul, ratio, round_dp, sub};
use crate::quantity::{QuantityKind, value_year};
use crate::sorted::SortedMap;

pub(super) fn levers(merger: &Merger) -> Vec<(DecisionField, Decimal, QuantityKind)> {
    let mut levers = vec![(DecisionField::Year, merger.year.number().into(), QuantityKind::Year)];
    match &merger.contributions {
        MergedContributions::Legacy => {}
        MergedContributions::PerInhabitant(key) => {
            levers.push((DecisionField::PerInhabitant, key.kronor, QuantityKind::PerInhabitant));
        }
        MergedContributions::Shares(shares) => {
            levers.extend(
                shares.iter().map(|(id, share)| (DecisionField::MemberShare(id.clone()), *share, QuantityKind::Share)),
            );
        }
        MergedContributions::Levels(levels) => {
            levers.extend(
                levels.iter().map(|(id, kr)| (DecisionField::MemberLevel(id.clone()), *kr, QuantityKind::Kronor)),
            );
        }
    }
    match &merger.overhead {
        Overhead::Share(share) => levers.push((DecisionField::OverheadShare, *share, QuantityKind::Share)),
        Overhead::Lines(lines) => levers.extend(lines.iter().filter_map(|line| match &line.action {
            OverheadAction::Replace(amount) => Some((line.part(), *amount, QuantityKind::Kronor)),
            OverheadAction::Keep | OverheadAction::Drop => None,
        })),
    }
    levers.extend(
        merger.one_off.iter().map(|(year, amount)| (DecisionField::OneOff(*year), *amount, QuantityKind::Kronor)),
    );
    if let Some(grant) = &merger.base_grant {
        levers.push((DecisionField::BaseGrant, grant.amount, QuantityKind::Kronor));
        levers
            .extend(grant.kept_until.map(|year| (DecisionField::KeptUntil, year.number().into(), QuantityKind::Year)));
    }
    levers
}

pub(super) fn set_lever(merger: &mut Merger, part: &DecisionField, value: Decimal) -> Option<()> {
    match (part, &mut merger.contributions, &mut merger.overhead) {
        (DecisionField::Year, _, _) => merger.year = value_year(value)?,
        (DecisionField::PerInhabitant, MergedContributions::PerInhabitant(key), _) => key.kronor = value,
        (DecisionField::MemberShare(id), MergedContributions::Shares(shares), _) => set_share(shares, id, value)?,
        (DecisionField::MemberLevel(id), MergedContributions::Levels(levels), _) => *levels.get_mut(id)? = value,
        (DecisionField::OverheadShare, _, Overhead::Share(share)) => *share = value,
        (DecisionField::OverheadLine { .. }, _, Overhead::Lines(lines)) => {
            let line = lines.iter_mut().find(|line| line.part() == *part)?;
            let OverheadAction::Replace(amount) = &mut line.action else { return None };
            *amount = value;
        }
        (DecisionField::OneOff(year), _, _) => *merger.one_off.get_mut(year)? = value,
        (DecisionField::BaseGrant, _, _) => merger.base_grant.as_mut()?.amount = value,
        (DecisionField::KeptUntil, _, _) => *merger.base_grant.as_mut()?.kept_until.as_mut()? = value_year(value)?,
        _ => return None,
    }
    Some(())
}

impl OverheadLine {
    fn part(&self) -> DecisionField {
        DecisionField::OverheadLine { association: self.association.clone(), line: self.line.clone() }
    }
}

/// Sets one share; the others give way in proportion, equally when they have nothing, and the last takes the rest so
/// that all make 1.
fn set_share(shares: &mut SortedMap<Id, Decimal>, id: &Id, value: Decimal) -> Option<()> {
    if !shares.contains_key(id) || value < Decimal::ZERO || value > Decimal::ONE {
        return None;
    }
    let others: Vec<Id> = shares.keys().filter(|other| *other != id).cloned().collect();
    let before = crate::money::sum(others.iter().filter_map(|other| shares.get(other)).copied()).ok()?;
    let mut left = sub(Decimal::ONE, value).ok()?;
    let whole = left;
    let count = Decimal::from(others.len());
    for (place, other) in others.iter().enumerate() {
        let last = place.saturating_add(1) == others.len();
        let part = match ratio(mul(whole, *shares.get(other)?).ok()?, before).ok()? {
            Some(part) => part,
            None => ratio(whole, count).ok()??,
        };
        let part = if last { left } else { round_dp(part, 6).min(left) };
        left = sub(left, part).ok()?;
        shares.insert(other.clone(), part);
    }
    // Alone it is the whole.
    shares.insert(id.clone(), if others.is_empty() { Decimal::ONE } else { value });
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_others_give_way() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        let [a, b, c] = ["a", "b", "c"].map(Id::new);
        let mut shares = SortedMap::from([(a.clone(), d("0.5")), (b.clone(), d("0.3")), (c.clone(), d("0.2"))]);
        set_share(&mut shares, &a, d("0.2")).unwrap();
        assert_eq!((shares[&b], shares[&c]), (d("0.48"), d("0.32")));
        set_share(&mut shares, &a, d("1")).unwrap();
        set_share(&mut shares, &a, d("0.4")).unwrap();
        assert_eq!((shares[&b], shares[&c]), (d("0.3"), d("0.3")));
        assert_eq!(set_share(&mut shares, &a, d("1.1")), None);
    }
}
