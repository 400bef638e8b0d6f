//! What the app asks of every kind of decision. Nothing has a default: a decision added later answers for itself.

use super::step_lens::StepLens;
use crate::words::{Language, Word};
use leptos::prelude::*;
use samplan::decision::DecisionField;
use samplan::money::Unit;
use samplan::plan::{Plan, Scenario};

/// A kind of decision, as people see it.
pub trait DecisionView {
    /// Its name.
    const NAME: Word;
    /// What it does, in one sentence.
    const WHAT: Word;
    /// An example.
    const EXAMPLE: Word;
    /// Why none can be picked, where the plan has nothing that it could be about.
    const CANNOT: Word;
    /// What a new one's id begins with: it stands in the file, so it is the same in both languages.
    const ID_STEM: &'static str;
    /// Whether the sentence of its kind says more than its title, so that a report has it.
    const WHAT_SAYS_MORE: bool;

    /// What one is called that has no name of its own.
    fn title(&self, about: &DecisionContext) -> String;

    /// What one of its numbers is called, where that is not what the number is called everywhere.
    fn number_name(part: &DecisionField) -> Option<Word>;

    /// Whether what a report says of it anyway has this number.
    fn has_said(&self, part: &DecisionField) -> bool;

    /// What it says beside its numbers, each a phrase of its own.
    fn choices(&self, about: &DecisionContext) -> Vec<String>;

    /// What its card holds: its choices and levers.
    fn body(lens: StepLens) -> AnyView;
}

/// What a decision is told in.
pub struct DecisionContext<'a> {
    pub language: Language,
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub unit: Unit,
}

/// `Andel av: Insatsramen`
pub fn pair(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}
