//! Simulation: the plan reckoned thousands of times with its uncertain numbers drawn by chance, to see how far a metric
//! may come out and what drives it. Chance comes from a seed alone: the same plan, settings and seed give the same
//! answer bit by bit, in any slices, natively and in the browser.
//!
//! A lever is drawn from a triangle over low, now and high; a risk of the register happens or not, with the
//! probability of its likelihood. All draws are independent of each other. Floats are used for the draws and for
//! correlations only, with operations that IEEE 754 fixes to the last bit (+ − × ÷ √); money is whole öre.

mod draw;
mod running;
mod set_up;
mod settings;
mod summary;
mod uncertainty;

pub use running::Simulation;
pub use set_up::SetUp;
pub use settings::{SimulationSettings, uncertain_levers};
pub use summary::{Chance, Driver, Fan, SimulationSummary};
pub use uncertainty::Uncertainty;
