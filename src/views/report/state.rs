//! What the parts of the view share.

use super::layout::PageLayout;
use crate::charts::Drawn;
use crate::state::Context;
use leptos::prelude::*;
use samplan::comparison::Comparison;
use samplan::plan::{Plan, Scenario};
use std::sync::Arc;

/// The page, and what it is made from.
#[derive(Clone, Copy)]
pub struct Page {
    /// The app's own.
    pub context: Context,
    /// The base, and beside it the open scenario when there is one; `None` when an amount is too large.
    pub comparison: Memo<Option<Arc<Comparison>>>,
    /// Which sections there are, and what is written in them.
    pub layout: PageLayout,
    /// How far the charts are.
    pub charts: [RwSignal<Drawn>; 3],
    /// The fingerprint of the plan as it is now; `None` while it is being computed or where it cannot be.
    pub fingerprint: RwSignal<Option<String>>,
    /// The day in words.
    pub today: RwSignal<String>,
}

impl Page {
    /// The column of the comparison that the page is about.
    pub fn column(comparison: &Comparison) -> usize {
        comparison.columns.len().saturating_sub(1)
    }

    /// Reads plan, open scenario and comparison and follows them; nothing when there is no plan or no comparison.
    pub fn read<T>(self, read: impl FnOnce(&Plan, Option<&Scenario>, &Comparison) -> T) -> Option<T> {
        let plan = self.context.plan()?;
        let comparison = self.comparison.get()?;
        let id = self.context.scenario.get();
        let scenario = id.as_ref().and_then(|id| plan.scenario_by_id(id));
        Some(read(&plan, scenario, &comparison))
    }
}
