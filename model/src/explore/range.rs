//! The plausible range of a lever: the users' own, or a usual one for its kind of number.

use crate::decision::DecisionField;
use crate::lever::{Lever, LeverAddress, LeverUnit, LineField};
use crate::money::{Decimal, mul, round_dp};
use crate::plan::Plan;

/// What a lever could plausibly be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plausible {
    /// The least.
    pub low: Decimal,
    /// The most.
    pub high: Decimal,
    /// Whose it is.
    pub of: RangeOf,
}

/// Whose a range is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RangeOf {
    /// Nobody's: the usual reach of its kind of number, a rule of thumb (*schablon*).
    Usual(Usual),
    /// The users' own ([`Plan::ranges`]).
    Own {
        /// Why it could be so; may be empty.
        reason: String,
        /// Where that is known from; may be empty.
        source: String,
    },
}

/// A usual reach. All of a kind are the same, whatever is known of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Usual {
    /// A tenth of the amount or count, either way.
    Tenth,
    /// One percentage point of an index's rate.
    OnePoint,
    /// Five percentage points of another share or change.
    FivePoints,
    /// A quarter of a year.
    Quarter,
    Year,
}

/// Three tenths of a year: a quarter, what a start or end commonly slips.
const MONTHS: i64 = 3;

/// The plausible range of a lever: the users' own, else by its unit.
///
/// | unit | usual range | why |
/// |---|---|---|
/// | kronor, kronor per inhabitant, inhabitants, places | ±10 % | what boards ask first, and the most that the State's money fell in a year when its model was phased in |
/// | an index's rate | ±1 percentage point | the gap between the price and wage forecasts that plans choose from |
/// | other shares and changes | ±5 percentage points | one step of their slider |
/// | months | ±3 | a quarter |
/// | years | ±1 | budgets are yearly |
///
/// Usual ranges stay inside the lever's slider. They are conventions to begin with and not forecasts: an amount that
/// is known should be given a narrow range, one that is guessed a wide one.
pub fn plausible(plan: &Plan, lever: &Lever) -> Plausible {
    if let Some(range) = plan.ranges.iter().find(|range| range.lever == lever.address) {
        return Plausible {
            low: range.low,
            high: range.high,
            of: RangeOf::Own { reason: range.reason.clone(), source: range.source.clone() },
        };
    }
    let (usual, reach) = match lever.unit {
        LeverUnit::Kronor | LeverUnit::Inhabitants => (Usual::Tenth, tenth(lever.value, 0)),
        LeverUnit::KronorPerInhabitant | LeverUnit::Places => (Usual::Tenth, tenth(lever.value, 2)),
        LeverUnit::Percent if is_rate(&lever.address) => (Usual::OnePoint, Decimal::new(1, 2)),
        LeverUnit::Percent => (Usual::FivePoints, Decimal::new(5, 2)),
        LeverUnit::Months | LeverUnit::Month => (Usual::Quarter, Decimal::from(MONTHS)),
        LeverUnit::Years | LeverUnit::Year => (Usual::Year, Decimal::ONE),
    };
    let low = lever.value.checked_sub(reach).unwrap_or(lever.value).max(lever.least);
    let high = lever.value.checked_add(reach).unwrap_or(lever.value).min(lever.most);
    Plausible { low, high, of: RangeOf::Usual(usual) }
}

fn tenth(value: Decimal, places: u32) -> Decimal {
    mul(value.abs(), Decimal::new(1, 1)).map_or(Decimal::ZERO, |tenth| round_dp(tenth, places))
}

fn is_rate(address: &LeverAddress) -> bool {
    matches!(address, LeverAddress::IndexRate { .. } | LeverAddress::Decision { part: DecisionField::Rate(_), .. })
}

/// Whether a lever's number is one of several that another lever moves together.
pub(super) fn is_part_of_whole(plan: &Plan, address: &LeverAddress) -> bool {
    let LeverAddress::Line { association, line, part: LineField::Amount(_) } = address else { return false };
    let whole = LeverAddress::Line { association: association.clone(), line: line.clone(), part: LineField::Whole };
    crate::lever::lever(plan, &whole).is_some()
}
