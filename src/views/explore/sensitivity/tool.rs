//! What the tool's parts share.

use crate::state::Context;
use crate::views::explore::shown::ExploreShown;
use leptos::prelude::*;
use samplan::explore::Sensitivity;
use samplan::lever::LeverAddress;
use samplan::plan::Plan;
use std::sync::Arc;

/// How many bars are shown to begin with.
pub const FEW: usize = 12;

/// What came of asking.
#[derive(Clone)]
pub enum Progress {
    /// It is being reckoned: so many of all levers are done.
    Running {
        done: usize,
        of: usize,
    },
    Found(Arc<TornadoAnswer>),
    /// The measure is not there.
    NoNumber,
    Overflow,
}

/// A tornado with the plan that it is of.
pub struct TornadoAnswer {
    pub plan: Arc<Plan>,
    pub sensitivity: Sensitivity,
}

/// The tornado that is asked for, and the lever whose range is changed.
#[derive(Clone, Copy)]
pub struct SensitivityTool {
    pub shown: ExploreShown,
    pub context: Context,
    pub asked: RwSignal<Progress>,
    pub all: RwSignal<bool>,
    /// The lever whose range is being changed.
    pub ranged: RwSignal<Option<LeverAddress>>,
    pub ranging: RwSignal<bool>,
}

/// The id of a row's button that changes its range.
pub fn range_button(place: usize) -> String {
    format!("range-{place}")
}
