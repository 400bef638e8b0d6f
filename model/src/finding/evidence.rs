//! What all findings have: where they lead, and their amounts as programs read them.

use crate::base::Metric;
use crate::money::Decimal;

/// What a rule found, with its amounts. Each rule has a type of its own for it.
pub trait Evidence: PartialEq {
    /// Where people look at what was found.
    fn leads_to(&self) -> Destination;

    /// Its amounts by name, in order.
    fn facts(&self) -> Vec<(&'static str, Fact)>;

    /// Whether another year's evidence says the same, so that both can be told as one.
    fn is_same_as(&self, other: &Self) -> bool {
        self == other
    }
}

/// Where a finding leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// To the line that the finding names.
    Line,
    /// To the year's figure of a metric.
    Metric(Metric),
    /// To the printed figure at this place of the association's list.
    Printed(usize),
    /// To how many years the plan has.
    Years,
    /// To the scenario's decisions.
    Scenario,
}

/// A fact as programs read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Kronor, per cent, a share or a count with decimals.
    Number(Decimal),
    /// A whole count.
    Count(u8),
    /// Text, a month or an id.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Facts by facts.
    List(Vec<Vec<(&'static str, Fact)>>),
}

impl Fact {
    pub(super) fn text(text: impl ToString) -> Fact {
        Fact::Text(text.to_string())
    }

    /// How much more the first is. Both are amounts that add up to others, so that their difference fits.
    pub(super) fn excess(more: Decimal, less: Decimal) -> Fact {
        Fact::Number(more.saturating_sub(less))
    }
}
