//! What the rules found that is grave, in the board's words.

use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::components::finding_cards::{Audience, FindingGroup, FindingWords, for_reader, told};
use crate::ui::icon::{Icon, Shape};
use crate::words::{label, show as text};
use leptos::prelude::*;
use samplan::finding::Severity;

/// How many fit.
const MOST: usize = 4;

/// The graver findings; how many more there are.
pub fn findings(stage: Stage) -> AnyView {
    let context = stage.context;
    let shown = move || {
        let language = context.language();
        let association = stage.association();
        let outcome = context.scenario_outcome.get();
        let groups = outcome
            .as_ref()
            .map_or_else(Vec::new, |outcome| for_reader(Audience::Board, outcome, association.as_ref()));
        if groups.is_empty() {
            return view! { <p class="running medium">{label::nothing_to_remark(language)}</p> }.into_any();
        }
        let told: Vec<FindingWords> =
            groups.iter().take(MOST).map(|group| told(context, outcome.as_deref(), group, UNIT)).collect();
        // Each is read whole in the room: the longer they are, the fewer of them stand there.
        let fitting = fit::cards(told.iter().map(|one| (one.title.as_str(), one.text.as_str())));
        let more = groups.len().saturating_sub(fitting);
        let more = (more > 0).then(|| view! { <p class="more">{text::More { count: more }.say(language)}</p> });
        let cards = told.into_iter().zip(&groups).take(fitting).map(|(told, group)| card(told, group)).collect_view();
        view! { <ul class="show-cards">{cards}</ul>{more} }.into_any()
    };
    shown.into_any()
}

fn card(told: FindingWords, group: &FindingGroup) -> AnyView {
    let FindingWords { severity, title, text } = told;
    let class = if group.finding.severity == Severity::Error { "error" } else { "warning" };
    view! {
        <li class=class>
            <p class="severity"><Icon shape=Shape::Warning/>{severity}</p>
            <p class="name">{title}</p>
            <p>{text}</p>
        </li>
    }
    .into_any()
}
