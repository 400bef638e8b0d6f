//! Exploration: which assumptions matter, what would have to be true, how sure one can be, and when things must be
//! decided. All of it stands on levers, budgets and projections: it
//! asks the model again with other numbers and reads off the answer.
//!
//! What each tool assumes, and what it does not tell, is in `docs/exploration.md`.

mod gains;
mod goal_seek;
mod ics;
mod measure;
mod model;
mod range;
mod risk;
mod sensitivity;
mod simulation;
mod still;
mod timeline;

pub use gains::{CapacityGain, Gain, GainGroup, GainResult, GoalCheck, capacity_gain, gains, goal_checks};
pub use goal_seek::{
    GoalSeekAnswer, GoalSeekError, GoalSeekPoint, GoalSeekQuestion, GoalSeekResult, Solution, goal_seek,
};
pub use ics::{CalendarText, Stamp, ics};
pub use measure::{Measure, Over, payers};
pub use range::{Plausible, RangeOf, Usual, plausible};
pub use risk::{AtRisk, Matrix, RiskEntry, RiskEntryOf, at_risk, register, register_of};
pub use sensitivity::{HeldConstant, Sensitivity, Tornado, TornadoBar, VaryError, sensitivity};
pub use simulation::{
    Chance, Driver, Fan, SetUp, Simulation, SimulationSettings, SimulationSummary, Uncertainty, uncertain_levers,
};
pub use still::Still;
pub use timeline::{Dated, DatedStep, Lateness, Occurrence, occurrences, preset_steps, schedule};
