//! What a plan tells the reader of tables.

use crate::money::Decimal;
use crate::plan::{Association, Line, Plan};
use crate::table::{Known, KnownLine, KnownMember, Scale};

/// What an association costs in a year, kronor, while its plan says nothing: enough to see that `6400` is not kronor.
const TYPICAL: i64 = 5_000_000;

/// The years, members, lines and size of an association, to read a table for it by.
pub fn known(plan: &Plan, association: &Association) -> Known {
    let horizon = plan.horizon();
    let members = association.members.iter();
    let lines = association.lines.iter();
    // The largest amounts that are given; what it all comes to in a year is not far from that.
    let largest = |line: &Line| line.schedule.given().values().copied().max().unwrap_or_default();
    let sum = |income: bool| -> Option<Decimal> {
        let of_kind = association.lines.iter().filter(|line| line.category.is_income() == income);
        of_kind.map(largest).try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount))
    };
    Known {
        years: Some((horizon.first, horizon.last())),
        members: members.map(|member| KnownMember { name: member.name.clone(), party: member.party }).collect(),
        lines: lines.map(|line| KnownLine { name: line.name.clone(), category: line.category }).collect(),
        yearly: sum(true).max(sum(false)).filter(|yearly| !yearly.is_zero()).or(Some(Decimal::from(TYPICAL))),
        figures_alone: Scale::default(),
    }
}
