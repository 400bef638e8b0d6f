//! Changes to how a scenario is told: its question and proposal, positions, slides and report.

use super::{EditError, ListChange, WholeList};
use crate::plan::{Registry, ReportSection, Scenario, Slide, Stance};

/// A change to how a scenario is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PresentationEdit {
    /// The question that it answers.
    Question(String),
    /// The proposal for decision.
    Proposal(String),
    /// What the registry asks of its page.
    Registry(Registry),
    /// Who stands where.
    Position(ListChange<Stance>),
    /// The slides, all of them as they are to be; none for those that the app makes itself.
    Slides(WholeList<Slide>),
    /// The report's sections in order, all of them; none for those that the app chooses itself.
    Report(WholeList<ReportSection>),
}

impl PresentationEdit {
    pub(super) fn change(&self, scenario: &mut Scenario) -> Result<(), EditError> {
        match self {
            PresentationEdit::Question(question) => scenario.question.clone_from(question),
            PresentationEdit::Proposal(proposal) => scenario.proposal.clone_from(proposal),
            PresentationEdit::Registry(registry) => scenario.registry.clone_from(registry),
            PresentationEdit::Position(change) => change.apply(&mut scenario.positions)?,
            PresentationEdit::Slides(change) => change.apply(&mut scenario.slides)?,
            PresentationEdit::Report(change) => change.apply(&mut scenario.report)?,
        }
        Ok(())
    }
}
