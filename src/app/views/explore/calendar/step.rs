//! Steps and targets in words.

use crate::app::words::{Language, timeline as text};
use samplan::explore::Lateness;
use samplan::plan::{StepKind, StepWhat, TargetKind};

/// What a step is called.
pub fn name(language: Language, what: &StepWhat) -> String {
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

/// A kind of target.
pub fn kind(language: Language, kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Merger => text::merger(language),
        TargetKind::Admission => text::admission(language),
        TargetKind::Own => text::own(language),
    }
}

/// How something stands, in a word and a class for its colour.
pub fn lateness(language: Language, lateness: Lateness) -> (String, &'static str) {
    match lateness {
        Lateness::Done => (text::done(language).to_owned(), "done"),
        Lateness::Ahead => (text::ahead(language).to_owned(), "ahead"),
        Lateness::Now => (text::now(language).to_owned(), "now"),
        Lateness::Late { months: 0 } => (text::due(language).to_owned(), "late"),
        Lateness::Late { months } => (text::late(language, months), "late"),
    }
}
