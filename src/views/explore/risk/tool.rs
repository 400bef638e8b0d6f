//! What the tool's parts share.

use crate::commands::edit::commit;
use crate::state::Context;
use crate::views::explore::shown::Shown;
use leptos::prelude::*;
use samplan::edit::{AssociationEdit, Edit};
use samplan::explore::Entry;
use samplan::plan::{Id, Risk};
use std::sync::Arc;

/// The register, and what of it is being edited.
#[derive(Clone, Copy)]
pub struct Tool {
    pub shown: Shown,
    pub context: Context,
    pub entries: Memo<Arc<Vec<Entry>>>,
    /// The risk that is being edited.
    pub edited: RwSignal<Option<Id>>,
    pub editing: RwSignal<bool>,
}

impl Tool {
    pub fn risks(self) -> Vec<Risk> {
        self.shown.association(|_, association| association.risks.clone()).unwrap_or_default()
    }

    /// Changes the association's own risks as one step of undo.
    pub fn change(self, change: &dyn Fn(&mut Vec<Risk>)) -> Result<(), String> {
        self.edit(change).map_or(Ok(()), |edit| commit(self.context, edit))
    }

    pub fn edit(self, change: &dyn Fn(&mut Vec<Risk>)) -> Option<Edit> {
        let id = self.shown.one.get_untracked()?;
        let mut risks = untrack(|| self.risks());
        change(&mut risks);
        Some(Edit::Association(id, AssociationEdit::Risks(risks)))
    }
}

/// The id of a row's button; the matrix leads there.
pub fn row_button(place: usize) -> String {
    format!("risk-row-{place}")
}
