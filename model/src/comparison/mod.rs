//! Comparison: scenario against scenario, the base among them; what differs, and which decision did it.
//!
//! ```text
//! two to four scenarios ──trace──▶ Comparison
//!                                   ├ cells         per metric, association and year: old, new, difference in kr and %
//!                                   ├ payers        who pays what, beside what they pay in the first
//!                                   ├ verdict       what is asked first: the most and the least, how long money lasts
//!                                   ├ waterfall     decision by decision, left out of the whole or in order; the steps
//!                                   │               add up to the whole difference
//!                                   ├ effects       what each decision does in a year
//!                                   ├ partly_held   in which years a decision finds nothing to change
//!                                   ├ differences   what differs, as closed statements that the app words
//!                                   └ provenance    what a figure is reckoned from, line by line
//! ```

mod column;
mod difference;
mod effect;
mod payers;
mod provenance;
mod reach;
mod side_by_side;
mod structure;
mod subject;
mod trace;
mod verdict;
mod waterfall;

pub use column::ScenarioColumn;
pub use difference::{Cause, YearDifference};
pub use effect::{Effect, effects};
pub use payers::PayerRow;
pub use provenance::{FigureSource, PartOf, Provenance, Rule, provenance};
pub use reach::partly_held;
pub use side_by_side::{ComparedFigure, Comparison};
pub use structure::{Structural, Structure};
pub use subject::{Subject, payer};
pub use trace::{Trace, TraceStage, trace};
pub use verdict::{Contributor, Extreme, PartySum, Runway, by_party, extremes};
pub use waterfall::{Credit, Credits, Waterfall, WaterfallBar};
