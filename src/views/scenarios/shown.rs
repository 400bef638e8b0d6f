//! What the view shows beside what all views share.

use crate::state::Context;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::plan::{Id, Metric};

/// The association, the year and the figure that are looked at.
#[derive(Clone, Copy)]
pub struct ScenarioShown {
    pub context: Context,
    /// The association; all together when `None`.
    pub association: Memo<Option<Id>>,
    /// The year of the key figures; the last when `None`.
    pub year: RwSignal<Option<Year>>,
    /// The figure whose origin is asked for.
    pub asked: RwSignal<Option<(Year, Metric)>>,
}

impl ScenarioShown {
    pub fn years(self) -> Vec<Year> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect())
    }

    /// The year of the key figures.
    pub fn year(self) -> Option<Year> {
        let years = self.years();
        self.year.get().filter(|year| years.contains(year)).or_else(|| years.last().copied())
    }
}
