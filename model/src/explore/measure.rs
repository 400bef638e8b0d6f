//! What is looked at: a metric of an association or of all, in a year or over the years to it.

use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Id, Metric};
use crate::projection::Projection;

/// A number of the projection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The metric.
    pub metric: Metric,
    /// The association; all together when absent.
    pub association: Option<Id>,
    /// The year.
    pub year: Year,
    /// Whether it is the year's own value or the lowest or highest on the way there.
    pub over: Over,
}

/// Which of the years to a year count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Over {
    /// The year alone.
    #[default]
    InYear,
    /// The lowest value from the plan's first year to the year: what is kept over a floor all the way.
    LowestTo,
    /// The highest value from the plan's first year to the year: what is kept under a ceiling all the way.
    HighestTo,
}

impl Measure {
    /// A metric of all associations together in a year.
    pub fn total(metric: Metric, year: Year) -> Measure {
        Measure { metric, association: None, year, over: Over::InYear }
    }

    /// Its value; absent where the metric is unknown or the association does not exist.
    pub fn of(&self, projection: &Projection) -> Option<Decimal> {
        let get = |year| projection.get(self.association.as_ref(), year, self.metric);
        let last = projection.horizon.position(self.year)?;
        let years = projection.horizon.iter().take(last.saturating_add(1)).filter_map(get);
        match self.over {
            Over::InYear => get(self.year),
            Over::LowestTo => years.reduce(Decimal::min),
            Over::HighestTo => years.reduce(Decimal::max),
        }
    }
}
