//! The numbers of a line.

use super::{Funding, Line, Schedule};
use crate::calendar::Year;
use crate::form::Form;
use crate::money::{Decimal, mul, ratio, round};
use crate::quantity::{QuantityKind, month_value, value_month};
use serde::{Deserialize, Serialize};

/// Names a number of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LineField {
    /// The amount given for a year, or the level given from it on, kronor.
    Amount(Year),
    /// The whole line by its first given amount that is not 0, kronor: all given amounts move in proportion. For a line
    /// with several given amounts.
    Whole,
    /// The first active month.
    First,
    /// The last active month.
    Last,
    /// The share that the association funds, by the funding phase's place.
    FundedShare(usize),
    /// The month that a funding phase begins.
    FundedFrom(usize),
}

/// All levers of a line.
pub(crate) fn line_levers(line: &Line) -> Vec<(LineField, Decimal, QuantityKind)> {
    let given = line.schedule.given().iter();
    let mut levers: Vec<_> =
        given.map(|(year, amount)| (LineField::Amount(*year), *amount, QuantityKind::Kronor)).collect();
    let whole = first_amount(line).filter(|_| line.schedule.given().len() > 1);
    levers.extend(whole.map(|amount| (LineField::Whole, amount, QuantityKind::Positive)));
    if let Schedule::Level(level) = &line.schedule {
        for (place, phase) in level.funding.iter().enumerate() {
            levers.push((LineField::FundedShare(place), phase.share, QuantityKind::Share));
            levers.push((LineField::FundedFrom(place), month_value(phase.from), QuantityKind::Month));
        }
    }
    levers.extend(line.active.first.map(|month| (LineField::First, month_value(month), QuantityKind::Month)));
    levers.extend(line.active.last.map(|month| (LineField::Last, month_value(month), QuantityKind::Month)));
    levers
}

/// Sets a number of a line; `None` when it has none such or the value cannot be.
pub(crate) fn set_line(line: &mut Line, part: LineField, value: Decimal) -> Option<()> {
    match part {
        LineField::Amount(year) => *line.schedule.given_mut().get_mut(&year)? = value,
        LineField::Whole => {
            let before = first_amount(line).filter(|_| value > Decimal::ZERO)?;
            for amount in line.schedule.given_mut().values_mut() {
                *amount = round(ratio(mul(*amount, value).ok()?, before).ok()??);
            }
        }
        LineField::First => *line.active.first.as_mut()? = value_month(value)?,
        LineField::Last => *line.active.last.as_mut()? = value_month(value)?,
        LineField::FundedShare(place) => phase(line, place)?.share = value,
        LineField::FundedFrom(place) => phase(line, place)?.from = value_month(value)?,
    }
    Some(())
}

fn first_amount(line: &Line) -> Option<Decimal> {
    line.schedule.given().values().find(|amount| !amount.is_zero()).copied()
}

fn phase(line: &mut Line, place: usize) -> Option<&mut Funding> {
    match &mut line.schedule {
        Schedule::Level(level) => level.funding.get_mut(place),
        Schedule::Amounts(_) => None,
    }
}
