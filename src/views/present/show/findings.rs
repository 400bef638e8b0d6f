//! What the rules found that is grave, in the board's words.

use super::card_fit::{Card, CardFit, cards};
use super::figure::UNIT;
use super::headline::headline;
use super::space;
use super::stage::Stage;
use crate::components::finding_cards::{Audience, FindingGroup, FindingWords, for_reader, told};
use crate::ui::icon::{Icon, Shape};
use crate::words::{label, show as text};
use leptos::prelude::*;
use samplan::finding::Severity;
use samplan::plan::{Slide, SlideKind};

/// The graver findings; how many more there are.
pub fn findings(stage: Stage, slide: &Slide) -> AnyView {
    let context = stage.context;
    let (own, under) = (slide.title.clone(), slide.text.clone());
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
            groups.iter().map(|group| told(context, outcome.as_deref(), group, UNIT)).collect();
        // Each is read whole in the room: the longer they are, the smaller, and the fewer of them stand there.
        let all: Vec<Card> = told.iter().map(|one| (one.title.as_str(), one.text.as_str())).collect();
        let stated = || headline(stage, SlideKind::Findings).unwrap_or_default();
        let title = if own.is_empty() { stated() } else { own.clone() };
        let CardFit { size, columns } = cards(&all, space::under_heading(&title, &under));
        let more = groups.len().saturating_sub(columns.iter().sum());
        let more = (more > 0).then(|| view! { <p class="more">{text::More { count: more }.say(language)}</p> });
        let mut drawn = told.into_iter().zip(&groups).map(|(told, group)| card(told, group));
        let columns = columns.map(|count| {
            let cards = drawn.by_ref().take(count).collect_view();
            (count > 0).then(|| view! { <ul>{cards}</ul> })
        });
        let columns = columns.into_iter().flatten().collect_view();
        view! { <div class=format!("show-cards {size}")>{columns}</div>{more} }.into_any()
    };
    shown.into_any()
}

fn card(told: FindingWords, group: &FindingGroup) -> AnyView {
    let FindingWords { severity, title, text } = told;
    let class = match group.finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    view! {
        <li class=class>
            <p class="severity"><Icon shape=Shape::Warning/>{severity}</p>
            <p class="name">{title}</p>
            <p>{text}</p>
        </li>
    }
    .into_any()
}
