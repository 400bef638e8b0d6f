//! What the rules found that is grave, in the board's words.

use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::components::finding_cards::{Group, group};
use crate::ui::icon::{Icon, Shape};
use crate::words::{self, show as text};
use leptos::prelude::*;
use samplan::finding::{Finding, Severity};

/// How many fit.
const MOST: usize = 4;

/// The graver findings; how many more there are.
pub fn findings(stage: Stage) -> AnyView {
    let context = stage.context;
    let shown = move || {
        let language = context.language();
        let association = stage.association();
        let mut found: Vec<Finding> = context.scenario_outcome.with(|outcome| {
            let all = outcome.iter().flat_map(|outcome| &outcome.report.findings);
            let here = all.filter(|finding| {
                finding.severity <= Severity::Warning
                    && (association.is_none() || finding.association.is_none() || finding.association == association)
            });
            here.cloned().collect()
        });
        found.sort_by_key(|finding| finding.severity);
        let groups = group(found);
        if groups.is_empty() {
            return view! { <p class="running medium">{text::no_findings(language)}</p> }.into_any();
        }
        let more = groups.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <p class="more">{text::More { count: more }.say(language)}</p> });
        let cards = groups.into_iter().take(MOST).map(|group| card(stage, group)).collect_view();
        view! { <ul class="show-cards">{cards}</ul>{more} }.into_any()
    };
    shown.into_any()
}

fn card(stage: Stage, group: Group) -> AnyView {
    let language = stage.language();
    let Group { finding, years } = group;
    let line = finding.line.as_ref().and_then(|id| {
        let plan = stage.context.plan()?;
        let association = plan.association(finding.association.as_ref()?)?;
        association.line(id).map(|line| fit::cut(&line.name, 50))
    });
    let title = fit::cut(&words::finding_title(language, &finding, &years), 90);
    let told = fit::cut(&words::finding(language, &finding, line.as_deref(), UNIT), 190);
    let (class, severity) = match finding.severity {
        Severity::Error => ("error", words::budget::severity_error(language)),
        _ => ("warning", words::budget::severity_warning(language)),
    };
    view! {
        <li class=class>
            <p class="severity"><Icon shape=Shape::Warning/>{severity}</p>
            <p class="name">{title}</p>
            <p>{told}</p>
        </li>
    }
    .into_any()
}
