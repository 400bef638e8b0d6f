//! The question and its answer.

use crate::state::Context;
use crate::views::explore::measure::MeasureQuery;
use leptos::prelude::*;
use samplan::explore::{GoalSeekError, GoalSeekQuestion, GoalSeekResult as Found};
use samplan::lever::{Lever, LeverAddress};
use samplan::money::Decimal;
use samplan::plan::Plan;
use std::sync::Arc;

/// What is asked.
#[derive(Clone, Copy)]
pub struct GoalSeekState {
    pub context: Context,
    pub sought: MeasureQuery,
    /// The lever; the first when `None` or gone.
    pub chosen: RwSignal<Option<LeverAddress>>,
    pub target: RwSignal<Option<Decimal>>,
    /// The ends of an own range, each the slider's when `None`.
    pub between: RwSignal<(Option<Decimal>, Option<Decimal>)>,
    pub levers: Memo<Arc<Vec<Lever>>>,
    pub goal: Memo<Option<GoalSeekQuestion>>,
    pub found: RwSignal<Option<Arc<AnsweredGoal>>>,
}

/// A question with its answer.
pub struct AnsweredGoal {
    pub plan: Arc<Plan>,
    pub goal: GoalSeekQuestion,
    pub lever: Lever,
    pub answer: Result<Found, GoalSeekError>,
}
