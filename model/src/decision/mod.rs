//! Decisions: each maps one budget to the next, one file each in `kinds/`. A scenario is an ordered list of them, each
//! on or off.

mod application;
mod apportion;
mod change;
mod contributions;
mod decide;
mod kinds;
mod part;
mod present_values;
mod reach;
mod reason;
mod reference;
mod step;

pub use change::Change;
pub use decide::{DecisionGroup, DraftNames, Introduced};
pub use kinds::*;
pub use part::Part;
pub use reason::{Reason, Skipped};
pub use reference::{Instead, Reference};
pub use step::Step;

pub(crate) use application::{apply, apply_all, in_order, outside};
