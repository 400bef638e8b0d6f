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
mod page;
mod paper_chart;
mod positions;
mod printing;
mod registry;
mod risks;
mod sections;
mod side;
mod summary;
mod tables;
mod text_box;
mod timeline;

use crate::charts::Drawn;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::text::say;
use crate::words;
use leptos::prelude::*;
use samplan::comparison::Comparison;
use samplan::plan::{Plan, Scenario, SectionKind};
use std::sync::Arc;

/// What the parts of the view share.
#[derive(Clone, Copy)]
struct Page {
    context: Context,
    /// The base, and beside it the open scenario when there is one; `None` when an amount is too large.
    comparison: Memo<Option<Arc<Comparison>>>,
    layout: layout::Layout,
    /// How far the charts are.
    charts: [RwSignal<Drawn>; 3],
    /// The fingerprint of the plan as it is now; `None` while it is being computed or where it cannot be.
    fingerprint: RwSignal<Option<String>>,
    /// The day in words.
    today: RwSignal<String>,
}

impl Page {
    /// The column of the comparison that the page is about.
    fn column(comparison: &Comparison) -> usize {
        comparison.columns.len().saturating_sub(1)
    }

    /// Reads plan, open scenario and comparison and follows them; nothing when there is no plan or no comparison.
    fn read<T>(self, read: impl FnOnce(&Plan, Option<&Scenario>, &Comparison) -> T) -> Option<T> {
        let plan = self.context.plan()?;
        let comparison = self.comparison.get()?;
        let id = self.context.scenario.get();
        let scenario = id.as_ref().and_then(|id| plan.scenario_by_id(id));
        Some(read(&plan, scenario, &comparison))
    }

    /// Whether a section has anything to say about the plan as it is. Those that people write in always have their
    /// place on a scenario's page.
    fn has(self, kind: SectionKind) -> bool {
        let compared = self.context.with_scenario(|_, _| ()).is_some();
        match kind {
            SectionKind::Question | SectionKind::Proposal | SectionKind::Positions | SectionKind::Differences => {
                compared
            }
            SectionKind::Gains => self.context.plan().is_some_and(|plan| {
                let mut all = plan.associations.iter();
                all.any(|one| {
                    let mut lines = one.lines.iter();
                    one.capacity.is_some() || !one.goals.is_empty() || lines.any(|line| !line.participants.is_empty())
                })
            }),
            SectionKind::Risks => self.context.plan().is_some_and(|plan| risks::any(&plan)),
            SectionKind::Timeline => {
                self.context.plan().is_some_and(|plan| !plan.calendar.is_empty() || !plan.targets.is_empty())
            }
            SectionKind::Log => self.context.plan().is_some_and(|plan| !plan.log.is_empty()),
            _ => true,
        }
    }
}

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
        layout: layout::Layout::new(context),
        charts: [Drawn::Waiting; 3].map(RwSignal::new),
        fingerprint: fingerprint::follow(context),
        today: RwSignal::new(String::new()),
    };
    printing::follow(page);
    let overflow = move || {
        comparison.with(Option::is_none).then(|| {
            view! { <p class="field-error" role="alert">{say(words::budget::overflow)}</p> }
        })
    };
    view! {
        <div class="report">
            {side::side(page)}
            <div class="desk">{overflow}{page::page(page)}</div>
        </div>
    }
}
