//! The controls: what was found, each leading to its place, and what is in order.

use super::rows::Row;
use super::state::BudgetTable;
use crate::components::finding_cards::{Audience, card, for_reader};
use crate::state::memo::memo;
use crate::state::route::PlanSection as Section;
use crate::state::route::Route;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::finding::{Destination, Finding, RuleCode};
use samplan::plan::{FigureMeaning, Metric, Term};

const FEW: usize = 5;

/// The list of findings.
pub fn findings(table: BudgetTable) -> AnyView {
    let context = table.context;
    let all_shown = RwSignal::new(false);
    let found = memo(move || {
        let shown = table.shown.get();
        let outcome = table.outcome();
        outcome.map_or_else(Vec::new, |outcome| for_reader(Audience::Editor, &outcome, shown.as_ref()))
    });
    let passed = move || table.outcome().map(|outcome| outcome.report.passed.clone()).unwrap_or_default();
    let cards = move || {
        let outcome = table.outcome();
        let found = found.get();
        let count = if all_shown.get() { found.len() } else { FEW };
        found
            .into_iter()
            .take(count)
            .map(|group| {
                let finding = group.finding.clone();
                let lead = Callback::new(move |()| lead(table, &finding));
                card(context, outcome.as_deref(), &group, Some(lead))
            })
            .collect_view()
    };
    let more = move || {
        let language = context.language();
        let count = found.with(Vec::len);
        (count > FEW).then(|| {
            let text = if all_shown.get() {
                words::budget::fewer(language).to_owned()
            } else {
                label::ShowAll { count }.say(language)
            };
            view! { <button class="link" on:click=on_mouse(move |_| all_shown.update(|all| *all = !*all))>{text}</button> }
        })
    };
    let in_order = move || {
        let language = context.language();
        let lines: Vec<_> = passed().into_iter().filter_map(|code: RuleCode| words::passed(language, code)).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="finding ok">
                    <p class="title"><Icon shape=Shape::Check/>{words::budget::checks_ok(language)}</p>
                    <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            }
        })
    };
    view! {
        <section class="findings" aria-labelledby="findings-title" data-test="findings">
            <h2 id="findings-title">{text_fn(label::checks)}</h2>
            {cards}{more}{in_order}
        </section>
    }
    .into_any()
}

/// Leads to what a finding is about: its line, its sum, or the plan's settings.
fn lead(table: BudgetTable, finding: &Finding) {
    if let Some(line) = &finding.line {
        return table.go_to(finding.association.as_ref(), line, finding.year);
    }
    let metric = match finding.detail.leads_to() {
        Destination::Metric(metric) => metric,
        Destination::Printed(place) => match printed_metric(table, finding, place) {
            Some(metric) => metric,
            // Sums and shares have no row of their own; the figure itself stands among the document's figures.
            None => return table.context.place.go_to_section(Section::Printed, finding.association.as_ref()),
        },
        Destination::Years => return table.context.place.go_to_section(Section::About, None),
        Destination::Line => return,
        Destination::Scenario => return table.context.place.go(Route::Scenarios),
    };
    if let Some(association) = &finding.association {
        table.context.place.show_association(Some(association.clone()));
    }
    let wanted = if metric == Metric::EquityUse { Row::EquityUse } else { Row::Sum(metric) };
    let row = table.rows.with(|rows| rows.iter().position(|row| *row == wanted));
    let column = finding
        .year
        .and_then(|year| table.years().iter().position(|one| *one == year))
        .map_or(0, |place| place.saturating_add(1));
    if let Some(row) = row {
        table.go(row, column);
    }
}

fn printed_metric(table: BudgetTable, finding: &Finding, place: usize) -> Option<Metric> {
    let plan = table.plan()?;
    let printed = plan.association(finding.association.as_ref()?)?.printed.get(place)?;
    match &printed.stands_for {
        FigureMeaning::Term(Term::Metric(metric)) => Some(*metric),
        _ => None,
    }
}
