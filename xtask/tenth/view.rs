//! Gift: equity that comes in one year. A tenth decision for `cargo xtask tenth`, and a pattern for others. Its words
//! are another decision's; a real one has its own in `locales/`.

use crate::decisions::step_lens::StepLens;
use crate::decisions::view::{DecisionContext, DecisionView};
use crate::words::{Word, decision as named, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, Gift};

impl DecisionView for Gift {
    const NAME: Word = named::one_off;
    const WHAT: Word = named::one_off_what;
    const EXAMPLE: Word = named::one_off_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "gava";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, about: &DecisionContext) -> String {
        format!("{} {}", named::one_off(about.language), self.year)
    }

    fn number_name(_: &DecisionField) -> Option<Word> {
        None
    }

    fn has_said(&self, part: &DecisionField) -> bool {
        *part == DecisionField::Year
    }

    fn choices(&self, _: &DecisionContext) -> Vec<String> {
        Vec::new()
    }

    fn body(lens: StepLens) -> AnyView {
        let choose = |decision: &mut Decision, id| {
            if let Decision::Gift(gift) = decision {
                gift.association = id;
            }
        };
        view! {
            {lens.association_choice(choose)}
            {lens.lever(DecisionField::Amount)}
            {lens.lever(DecisionField::Year)}
        }
        .into_any()
    }
}
