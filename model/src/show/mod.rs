//! What a showing for a room needs of a plan: the automatic slides, where the money comes from and
//! goes, participants against places, and what was moved while showing.

mod event;
mod flows;
mod guesses;
mod lever_changes;
mod queue;
mod slides;

pub use event::is_event;
pub use flows::{Flow, Flows, Inflow, Purpose, flows};
pub use guesses::mean;
pub use lever_changes::{LeverChange, into_edit, lever_changes};
pub use queue::{Queue, queue};
pub use slides::{automatic, levers, levers_moving, shown};
