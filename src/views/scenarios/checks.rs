//! What the rules say about the scenario.

use super::shown::ScenarioShown;
use crate::components::finding_cards::{self, Audience};
use crate::words::{label, scenario as text};
use leptos::prelude::*;

/// The id of the heading over what the rules say.
pub const CHECKS: &str = "scenario-checks";

/// What the rules say about the scenario. What cannot apply is said on its card.
pub fn findings(shown: ScenarioShown) -> AnyView {
    let context = shown.context;
    let cards = move || {
        let outcome = context.scenario_outcome.get();
        let association = shown.association.get();
        let found = outcome
            .as_ref()
            .map_or_else(Vec::new, |outcome| finding_cards::for_reader(Audience::Board, outcome, association.as_ref()));
        if found.is_empty() {
            return view! { <p class="muted small">{label::nothing_to_remark(context.language())}</p> }.into_any();
        }
        let card = |group| finding_cards::card(context, outcome.as_deref(), group, None);
        found.iter().map(card).collect_view().into_any()
    };
    let title = move || {
        let language = context.language();
        if context.scenario.with(Option::is_some) { text::checks(language) } else { label::checks(language) }
    };
    view! {
        <section class="findings" aria-labelledby=CHECKS data-test="findings">
            <h2 id=CHECKS tabindex="-1">{title}</h2>
            {cards}
        </section>
    }
    .into_any()
}
