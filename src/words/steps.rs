//! The steps on the way to a target in words.

use super::Language;
use super::generated::timeline as text;
use samplan::plan::{StepKind, StepWhat};

/// What a step is called.
pub fn target_step(language: Language, what: &StepWhat) -> String {
    let word = match what {
        StepWhat::Own(name) => return name.clone(),
        StepWhat::Preset(kind) => match kind {
            StepKind::Direction => text::direction(language),
            StepKind::Application => text::application(language),
            StepKind::Analysis => text::analysis(language),
            StepKind::Dialogue => text::dialogue(language),
            StepKind::ShareKey => text::share_key(language),
            StepKind::Ordinance => text::ordinance(language),
            StepKind::Consultation => text::consultation(language),
            StepKind::MemberDecisions => text::member_decisions(language),
            StepKind::Budget => text::budget(language),
            StepKind::Allocation => text::allocation(language),
            StepKind::Board => text::board(language),
            StepKind::Handover => text::handover(language),
            StepKind::Closing => text::closing(language),
        },
    };
    word.to_owned()
}
