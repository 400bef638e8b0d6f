//! Steps and targets in words.

use crate::words::{self, Language, label, timeline as text};
use samplan::explore::Lateness;
use samplan::plan::TargetKind;

pub use crate::words::target_step as name;

/// A kind of target.
pub fn kind(language: Language, kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Merger => words::decision::merger(language),
        TargetKind::Admission => label::new_member(language),
        TargetKind::Own => label::own_target(language),
    }
}

/// How something stands, in a word and a class for its colour.
pub fn lateness(language: Language, lateness: Lateness) -> (String, &'static str) {
    match lateness {
        Lateness::Done => (text::done(language).to_owned(), "done"),
        Lateness::Ahead => (text::ahead(language).to_owned(), "ahead"),
        Lateness::Now => (text::now(language).to_owned(), "now"),
        Lateness::Late { months: 0 } => (text::due(language).to_owned(), "late"),
        Lateness::Late { months } => (text::Late { months }.say(language), "late"),
    }
}
