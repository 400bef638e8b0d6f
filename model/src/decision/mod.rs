//! Decisions: each maps one budget to the next, one file each in `kinds/`. A scenario is an ordered list of them, each
//! on or off.

mod active_years;
mod application;
mod apportion;
mod change;
mod contributions;
mod decide;
mod error;
mod field;
mod kinds;
mod present_values;
mod reach;
mod reference;
mod scenario_step;

pub use change::Change;
pub use decide::{DecisionGroup, DraftNames, Introduced};
pub use error::{DecisionError, SkippedDecision};
pub use field::DecisionField;
pub use kinds::*;
pub use reach::{Absent, Reach};
pub use reference::{Instead, Reference};
pub use scenario_step::ScenarioStep;

pub(crate) use application::{apply, apply_all, in_order, outside};
