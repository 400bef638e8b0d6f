//! What the rules say.

use super::state::Page;
use crate::components::finding_cards::{Audience, FindingWords, for_reader, told};
use crate::words::label;
use leptos::prelude::*;

/// Errors and warnings, gravest first. Decisions that cannot apply are told with the decisions.
pub fn findings(page: Page) -> AnyView {
    let context = page.context;
    let (language, unit) = (context.language(), context.unit());
    let outcome = context.scenario_outcome.get();
    let found = outcome.as_ref().map_or_else(Vec::new, |outcome| for_reader(Audience::Board, outcome, None));
    if found.is_empty() {
        return view! { <p>{label::nothing_to_remark(language)}</p> }.into_any();
    }
    let items = found.iter().map(|group| {
        let FindingWords { severity, title, text } = told(context, outcome.as_deref(), group, unit);
        view! { <li><b>{severity}": "{title}"."</b>" "{text}</li> }
    });
    view! { <ul class="points">{items.collect_view()}</ul> }.into_any()
}
