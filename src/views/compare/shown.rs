//! What the view's parts share.

use super::other;
use crate::state::Context;
use crate::words::{self, compare as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::Comparison;
use samplan::outcome::Outcome;
use samplan::plan::{Id, Metric};
use std::sync::Arc;

/// The comparison that is shown, and how.
#[derive(Clone, Copy)]
pub struct ComparisonShown {
    pub context: Context,
    /// The scenarios that are compared; the first is what the others are compared with.
    pub chosen: Memo<Vec<Option<Id>>>,
    /// The comparison; `None` with fewer than two chosen, or when an amount is too large.
    pub comparison: Memo<Option<Arc<Comparison>>>,
    /// What follows from each of them.
    pub outcomes: Memo<Vec<Option<Arc<Outcome>>>>,
    /// The year of the verdict: the chosen one, or the plan's last.
    pub year: Memo<Option<Year>>,
    /// The association; all together when `None`.
    pub association: Memo<Option<Id>>,
    /// The measure of the charts.
    pub metric: RwSignal<Metric>,
    /// Whether rows in which all are the same are left out.
    pub only: RwSignal<bool>,
}

/// A scenario's name; the base's when there is none.
pub fn name(context: Context, id: Option<&Id>) -> String {
    let language = context.language();
    let owner = other::owner(context, id);
    let found =
        owner.as_ref().and_then(|(plan, of)| Some(words::scenario_name(plan, plan.scenario_by_id(of.as_ref()?)?)));
    let scenario = found.unwrap_or_else(|| label::the_plan(language).to_owned());
    match owner.filter(|_| id.is_some_and(other::is_other)) {
        Some((plan, _)) => text::OfPlan { scenario, plan: &plan.name }.say(language),
        None => scenario,
    }
}
