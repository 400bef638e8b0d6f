//! What the rules say.

use super::Page;
use crate::components::finding_cards::group;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::finding::{Code, Finding, Severity};

/// Errors and warnings, gravest first. Decisions that cannot apply are told with the decisions.
pub fn findings(page: Page) -> AnyView {
    let context = page.context;
    let (language, unit) = (context.language(), context.unit());
    let outcome = context.scenario_outcome.get();
    let mut found: Vec<Finding> = outcome.map_or_else(Vec::new, |outcome| outcome.report.findings.clone());
    found.retain(|one| one.severity <= Severity::Warning && one.code() != Code::DecisionSkipped);
    found.sort_by_key(|one| one.severity);
    if found.is_empty() {
        return view! { <p>{label::nothing_to_remark(language)}</p> }.into_any();
    }
    let plan = context.plan();
    let items = group(found).into_iter().map(|group| {
        let finding = &group.finding;
        let association = finding.association.as_ref().and_then(|id| plan.as_ref()?.association(id));
        let line = finding.line.as_ref().and_then(|id| association?.line(id)).map(|line| line.name.as_str());
        let severity = match finding.severity {
            Severity::Error => words::budget::severity_error(language),
            _ => words::budget::severity_warning(language),
        };
        let several = plan.as_ref().is_some_and(|plan| plan.associations.len() > 1);
        let of = association.filter(|_| several).map(|one| format!("{}. ", one.name));
        let title = words::finding_title(language, finding, &group.years);
        let told = words::finding(language, finding, line, unit);
        view! { <li><b>{severity}": "{title}"."</b>" "{of}{told}</li> }
    });
    view! { <ul class="points">{items.collect_view()}</ul> }.into_any()
}
