//! The table of decisions as people see them, and what follows from it. A line is a kind's file and the model's name for
//! it; what a kind is not given here, the compiler asks for.

use super::step_lens::StepLens;
use super::view::{DecisionContext, DecisionView};
use crate::state::memo::memo;
use crate::words::{Language, Word};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, DecisionKind};

/// Writes what follows from the table: which file answers for a kind.
macro_rules! decision_views {
    ($(mod $file:ident: $kind:ident;)*) => {
        $(mod $file;)*

        /// A kind's name.
        pub fn name(language: Language, kind: DecisionKind) -> &'static str {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::NAME(language),)*
            }
        }

        /// A kind in one sentence.
        pub fn what(language: Language, kind: DecisionKind) -> &'static str {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::WHAT(language),)*
            }
        }

        /// An example of a kind.
        pub fn example(language: Language, kind: DecisionKind) -> &'static str {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::EXAMPLE(language),)*
            }
        }

        /// Why no decision of a kind can be picked, where the plan has nothing that it could be about.
        pub fn cannot(language: Language, kind: DecisionKind) -> &'static str {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::CANNOT(language),)*
            }
        }

        /// What the id of a new decision begins with.
        pub fn id_stem(kind: DecisionKind) -> &'static str {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::ID_STEM,)*
            }
        }

        /// Whether the sentence of a kind says more than a title.
        pub fn what_says_more(kind: DecisionKind) -> bool {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::WHAT_SAYS_MORE,)*
            }
        }

        /// What a kind calls one of its numbers, where that is not what the number is called everywhere.
        pub fn number_name(kind: DecisionKind, part: &DecisionField) -> Option<Word> {
            match kind {
                $(DecisionKind::$kind => samplan::decision::$kind::number_name(part),)*
            }
        }

        /// What a decision is called that has no name of its own.
        pub fn title(decision: &Decision, about: &DecisionContext) -> String {
            match decision {
                $(Decision::$kind(decision) => decision.title(about),)*
            }
        }

        /// Whether what a report says of a decision anyway has this number.
        pub fn has_said(decision: &Decision, part: &DecisionField) -> bool {
            match decision {
                $(Decision::$kind(decision) => decision.has_said(part),)*
            }
        }

        /// What a decision says beside its numbers, each a phrase of its own.
        pub fn choices(decision: &Decision, about: &DecisionContext) -> Vec<String> {
            match decision {
                $(Decision::$kind(decision) => decision.choices(about),)*
            }
        }

        /// The inside of a decision's card.
        pub fn body(lens: StepLens) -> AnyView {
            let kind = memo(move || lens.step(|step| step.decision.kind()));
            let shown = move || {
                Some(match kind.get()? {
                    $(DecisionKind::$kind => {
                        samplan::decision::$kind::body(lens.naming(samplan::decision::$kind::number_name))
                    })*
                })
            };
            shown.into_any()
        }
    };
}

decision_views! {
    mod step_down: StepDown;
    mod contribution_change: ContributionChange;
    mod activity_change: ActivityChange;
    mod member_joins: MemberJoins;
    mod merger: Merger;
    mod index_change: IndexChange;
    mod equity_use: EquityUse;
    mod one_off: OneOff;
    mod member_leaves: MemberLeaves;
}
