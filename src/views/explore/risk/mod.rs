//! Risk: the register with its matrix and the money at risk, and a simulation of how equity may come out.

mod drawn;
mod editor;
mod matrix;
mod register;
mod result;
mod simulation;

use super::{Shown, association_choice, heading};
use crate::commands::edit::commit;
use crate::state::Context;
use crate::state::memo::memo;
use crate::words::{label, risk as text};
use leptos::prelude::*;
use samplan::edit::{AssociationEdit, Edit};
use samplan::explore::{Entry, register as rows};
use samplan::plan::{Id, Risk};
use std::sync::Arc;

/// What the tool's parts share.
#[derive(Clone, Copy)]
struct Tool {
    shown: Shown,
    context: Context,
    entries: Memo<Arc<Vec<Entry>>>,
    /// The risk that is being edited.
    edited: RwSignal<Option<Id>>,
    editing: RwSignal<bool>,
}

impl Tool {
    fn risks(self) -> Vec<Risk> {
        self.shown.association(|_, association| association.risks.clone()).unwrap_or_default()
    }

    /// Changes the association's own risks as one step of undo.
    fn change(self, change: &dyn Fn(&mut Vec<Risk>)) -> Result<(), String> {
        self.edit(change).map_or(Ok(()), |edit| commit(self.context, edit))
    }

    fn edit(self, change: &dyn Fn(&mut Vec<Risk>)) -> Option<Edit> {
        let id = self.shown.one.get_untracked()?;
        let mut risks = untrack(|| self.risks());
        change(&mut risks);
        Some(Edit::Association(id, AssociationEdit::Risks(risks)))
    }
}

/// The tool.
pub fn view(shown: Shown) -> AnyView {
    let entries = memo(move || {
        let plan = shown.context.plan();
        let one = shown.one.get();
        Arc::new(plan.map_or_else(Vec::new, |plan| rows(&plan, one.as_ref())))
    });
    let tool =
        Tool { shown, context: shown.context, entries, edited: RwSignal::new(None), editing: RwSignal::new(false) };
    view! {
        {heading(label::risk, text::assumes, text::silent)}
        {association_choice(shown)}
        <div class="risk-top">{register::register(tool)}{matrix::matrix(tool)}</div>
        {simulation::simulation(tool)}
        {editor::dialog(tool)}
    }
    .into_any()
}
