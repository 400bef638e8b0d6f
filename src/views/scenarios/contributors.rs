//! What each member pays in the scenario, beside what it pays in the plan.

use super::shown::ScenarioShown;
use crate::components::rounding::{Apart, note};
use crate::decisions;
use crate::state::memo::memo;
use crate::ui::text::text_fn;
use crate::words::{self, scenario as text};
use leptos::prelude::*;
use samplan::comparison::{ComparedFigure, Comparison, PayerRow, Subject};
use samplan::money;
use samplan::plan::Metric;

/// The table; folded where the scenario changes nothing of it.
pub fn contributors(shown: ScenarioShown) -> AnyView {
    let context = shown.context;
    let found = memo(move || {
        let plan = context.plan()?;
        let scenario = context.scenario.get();
        let scenario = scenario.as_ref().and_then(|id| plan.scenario_by_id(id));
        let comparison = Comparison::of(&plan, &[None, scenario]).ok()?;
        let association = shown.association.get();
        let rows = comparison.payers(1, association.as_ref()).ok()?;
        let sum =
            plan.horizon().iter().map(|year| comparison.cell(1, association.as_ref(), year, Metric::Contributions));
        Some((rows, sum.collect::<Vec<_>>()))
    });
    let differs = memo(move || {
        found.with(|found| found.as_ref().is_some_and(|(_, sum)| sum.iter().any(ComparedFigure::differs)))
    });
    let head =
        move || shown.years().into_iter().map(|year| view! { <th scope="col">{year.to_string()}</th> }).collect_view();
    let body = move || {
        let (rows, sum) = found.get()?;
        let each = rows.iter().map(|payer| row(shown, named(shown, payer), false, &payer.years));
        let all = words::metric(context.language(), Metric::Contributions).to_owned();
        Some(view! { {each.collect_view()}{row(shown, all, true, &sum)} })
    };
    let rounded = move || {
        let (language, unit) = (context.language(), context.unit());
        let (rows, sum) = found.get()?;
        let apart = shown.years().into_iter().enumerate().find_map(|(place, year)| {
            let paid: Vec<_> = rows.iter().filter_map(|payer| payer.years.get(place)?.new).collect();
            Apart::of_payers(unit, &paid, sum.get(place)?.new, year)
        });
        note(language, unit, apart)
    };
    view! {
        <details class="card figures-card contributors" open=differs data-test="contributors">
            <summary><h3>{text_fn(text::contributors)}</h3></summary>
            <div class="scroll">
                <table class="plain-table old-new">
                    <thead><tr><th scope="col">{move || words::unit_name(context.unit())}</th>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            {rounded}
        </details>
    }
    .into_any()
}

fn named(shown: ScenarioShown, payer: &PayerRow) -> String {
    let language = shown.context.language();
    match (&payer.payer, shown.context.plan()) {
        (Subject::Member { name, .. }, _) => name.to_string(),
        (Subject::Party(party), _) => words::party(language, *party).to_owned(),
        (other, Some(plan)) => decisions::subject(language, &plan, other),
        (_, None) => String::new(),
    }
}

fn row(shown: ScenarioShown, name: String, strong: bool, years: &[ComparedFigure]) -> AnyView {
    let (language, unit) = (shown.context.language(), shown.context.unit());
    let cells = years.iter().map(|cell| {
        let write = |value: Option<money::Decimal>| {
            value.map_or_else(|| "–".to_owned(), |value| words::kronor(language, value, unit))
        };
        let old = cell.differs().then(|| view! { <span class="old">{write(cell.old)}</span>" " });
        let negative = cell.new.is_some_and(|value| value < money::Decimal::ZERO);
        view! { <td class:negative=negative>{old}{write(cell.new)}</td> }
    });
    view! { <tr class:strong=strong><th scope="row">{name}</th>{cells.collect_view()}</tr> }.into_any()
}
