//! Risk: the register with its matrix and the money at risk, and a simulation of how equity may come out.

mod drawn;
mod editor;
mod matrix;
mod register;
mod result;
mod run;
mod simulation;
mod tool;

use super::shown::{ExploreShown, association_choice, heading};
use crate::state::memo::memo;
use crate::words::{label, risk as text};
use leptos::prelude::*;
use samplan::explore::register as rows;
use std::sync::Arc;
use tool::RiskTool;

/// The tool.
pub fn view(shown: ExploreShown) -> AnyView {
    let entries = memo(move || {
        let plan = shown.context.plan();
        let one = shown.one.get();
        Arc::new(plan.map_or_else(Vec::new, |plan| rows(&plan, one.as_ref())))
    });
    let tool =
        RiskTool { shown, context: shown.context, entries, edited: RwSignal::new(None), editing: RwSignal::new(false) };
    view! {
        {heading(label::risk, text::assumes, text::silent)}
        {association_choice(shown)}
        <div class="risk-top">{register::register(tool)}{matrix::matrix(tool)}</div>
        {simulation::simulation(tool)}
        {editor::dialog(tool)}
    }
    .into_any()
}
