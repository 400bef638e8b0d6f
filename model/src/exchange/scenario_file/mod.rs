//! The scenario file: one or more scenarios without their plan, to be opened on the same plan elsewhere or on another.
//! It holds what the scenarios refer to by name, and their figures as the sender saw them.

mod content;
mod judge;

pub use content::*;
pub use judge::{is_scenario_file, read_scenarios};
