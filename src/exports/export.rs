//! One way out, and what is taken.

use crate::state::Context;
use crate::ui::icon::Shape;
use crate::words::{self, Language, Word, label};
use leptos::prelude::*;
use samplan::exchange;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Id, Plan, Scenario};
use std::sync::Arc;

/// One way out.
pub(super) struct Export {
    /// What it is.
    pub name: Word,
    /// Who it is for.
    pub who: Word,
    /// What of the plan is in it.
    pub of: ExportedPart,
    pub shape: Shape,
    /// Names it in tests.
    pub test: &'static str,
    /// Whether there is something to take.
    pub offered: fn(&ChosenExport) -> bool,
    /// Takes it out. Says so when it is out, and when it is not.
    pub run: fn(&ChosenExport),
}

/// What of a plan a way out takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExportedPart {
    /// All of it, with every scenario.
    WholePlan,
    /// The plan without changes, or one scenario.
    Case,
    /// The charts in sight.
    Charts,
}

/// What is taken out.
pub(super) struct ChosenExport {
    pub context: Context,
    pub language: Language,
    pub plan: Arc<Plan>,
    /// The scenario; the plan itself when absent.
    pub scenario: Option<Id>,
}

impl ChosenExport {
    pub fn scenario(&self) -> Option<&Scenario> {
        self.scenario.as_ref().and_then(|id| self.plan.scenario_by_id(id))
    }

    /// What it is called beside the plan's name.
    pub fn case_name(&self) -> String {
        case_name(&self.plan, self.scenario(), self.language)
    }

    /// What follows from it; a message says when an amount is too large for that.
    pub fn outcome(&self) -> Option<Outcome> {
        let outcome = project(&self.plan, self.scenario()).ok();
        if outcome.is_none() {
            self.context.notices.warn(crate::words::export::too_large(self.language).to_owned());
        }
        outcome
    }

    /// A file's name with this ending.
    pub fn file(&self, ending: &str) -> String {
        let stem = match self.scenario() {
            Some(scenario) => exchange::pair_stem(&self.plan.name, &words::scenario_name(&self.plan, scenario)),
            None => exchange::file_stem(&self.plan.name),
        };
        format!("{stem}.{ending}")
    }
}

/// What a scenario of a plan is called, or the plan itself.
pub(super) fn case_name(plan: &Plan, scenario: Option<&Scenario>, language: Language) -> String {
    scenario.map_or_else(|| label::the_plan(language).to_owned(), |scenario| words::scenario_name(plan, scenario))
}

/// What may be chosen now.
pub(super) fn chosen(context: Context, scenario: Option<Id>) -> Option<ChosenExport> {
    let plan = context.session.plan().get_untracked()?;
    Some(ChosenExport {
        context,
        language: context.settings.with_untracked(|settings| settings.language),
        plan,
        scenario,
    })
}
