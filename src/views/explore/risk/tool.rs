//! What the tool's parts share.

use crate::commands::list::{self, ListLens};
use crate::state::Context;
use crate::views::explore::shown::ExploreShown;
use leptos::prelude::*;
use samplan::explore::RiskEntry;
use samplan::plan::{Id, Risk};
use std::sync::Arc;

/// The register, and what of it is being edited.
#[derive(Clone, Copy)]
pub struct RiskTool {
    pub shown: ExploreShown,
    pub context: Context,
    pub entries: Memo<Arc<Vec<RiskEntry>>>,
    /// The risk that is being edited.
    pub edited: RwSignal<Option<Id>>,
    pub editing: RwSignal<bool>,
}

impl RiskTool {
    pub fn risks(self) -> Vec<Risk> {
        self.shown.association(|_, association| association.risks.clone()).unwrap_or_default()
    }

    /// The association's own risks, to be changed.
    pub fn list(self) -> Option<ListLens<Risk>> {
        self.shown.one.get_untracked().map(|id| list::risks(self.context, id))
    }
}

/// The id of a row's button; the matrix leads there.
pub fn row_button(place: usize) -> String {
    format!("risk-row-{place}")
}
