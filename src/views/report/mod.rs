//! The page for the minutes (*underlag*): one document from the open scenario, or from the base. Its sections are chosen,
//! ordered and written in beside and on the page, kept in the file, and printed from the browser.

mod assumptions;
mod bars;
mod contributions;
mod differences;
mod figures;
mod findings;
mod fingerprint;
mod gains;
mod layout;
mod log;
mod masthead;
mod opening;
mod own_text;
mod page;
mod paper_chart;
mod positions;
mod printing;
mod registry;
mod risks;
mod sections;
mod side;
mod state;
mod summary;
mod tables;
mod text_box;
mod timeline;

use crate::charts::Drawn;
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::text::text_fn;
use crate::words;
use leptos::prelude::*;
use samplan::comparison::Comparison;
use state::Page;
use std::sync::Arc;

/// The view.
#[component]
pub fn Report() -> impl IntoView {
    let context = context();
    opening::open_one(context);
    let comparison = memo(move || {
        let plan = context.plan()?;
        let id = context.scenario.get();
        let open = id.as_ref().and_then(|id| plan.scenario_by_id(id));
        let columns: Vec<_> = std::iter::once(None).chain(open.map(Some)).collect();
        Comparison::of(&plan, &columns).ok().map(Arc::new)
    });
    let page = Page {
        context,
        comparison,
        layout: layout::PageLayout::new(context),
        charts: [Drawn::Waiting; 3].map(RwSignal::new),
        fingerprint: fingerprint::follow(context),
        today: RwSignal::new(String::new()),
    };
    printing::follow(page);
    let overflow = move || {
        comparison.with(Option::is_none).then(|| {
            view! { <p class="field-error" role="alert">{text_fn(words::budget::overflow)}</p> }
        })
    };
    view! {
        <div class="report">
            {side::side(page)}
            <div class="desk">{overflow}{page::page(page)}</div>
        </div>
    }
}
