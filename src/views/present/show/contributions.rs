//! What each member pays in a year: in the plan and as it is shown.

use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::components::rounding::Apart;
use crate::decisions;
use crate::words::{self, label, scenario as text, show};
use leptos::prelude::*;
use samplan::comparison::{ComparedFigure, Comparison, Subject};
use samplan::money::Decimal;
use samplan::plan::Metric;

/// How many payers fit in large figures.
const LARGE: usize = 6;
/// How many fit at all; where there are more, the last row is for how many others there are.
const MOST: usize = 8;

/// The table.
pub fn contributions(stage: Stage) -> AnyView {
    let context = stage.context;
    let table = move || {
        let language = context.language();
        let (plan, year) = context.plan().zip(stage.year())?;
        let open = context.scenario.get();
        let scenario = open.as_ref().and_then(|id| plan.scenario_by_id(id));
        let comparison = Comparison::of(&plan, &[None, scenario]).ok()?;
        let association = stage.association();
        let place = comparison.horizon.position(year)?;
        let payers = comparison.payers(1, association.as_ref()).ok()?;
        let named = |payer: &Subject| match payer {
            Subject::Member { name, .. } => name.to_string(),
            Subject::Party(party) => words::party(language, *party).to_owned(),
            other => decisions::subject(language, &plan, other),
        };
        let sum = comparison.cell(1, association.as_ref(), year, Metric::Contributions);
        let cells = || payers.iter().filter_map(|payer| payer.years.get(place));
        // Where all pay the same as in the plan that is said once, and each pays one figure.
        let beside = scenario.filter(|_| sum.differs() || cells().any(ComparedFigure::differs));
        let alike = scenario.is_some() && beside.is_none();
        let row = |name: String, cell: &ComparedFigure, test: &'static str| {
            let write = |value: Option<Decimal>| {
                value.map_or_else(|| "–".to_owned(), |value| words::kronor(language, value, UNIT))
            };
            let change = cell.difference.filter(|change| !change.is_zero());
            let change = change.map(|change| words::figure_change(language, Metric::Contributions, change, UNIT));
            let old = beside.map(|_| view! { <td><span class="key-figure old">{write(cell.old)}</span></td> });
            view! {
                <tr data-test=test>
                    <th scope="row">{name}</th>{old}
                    <td><span class="key-figure">{write(cell.new)}</span></td>
                    {beside.map(|_| view! { <td><span class="change">{change}</span></td> })}
                </tr>
            }
            .into_any()
        };
        let mut rows: Vec<AnyView> = Vec::new();
        // In smaller rows a name has one line.
        let most = if payers.len() > LARGE { 32 } else { 44 };
        let fitting = if payers.len() > MOST { MOST.saturating_sub(1) } else { MOST };
        for payer in payers.iter().take(fitting) {
            let cell = payer.years.get(place).copied().unwrap_or_default();
            rows.push(row(fit::cut(&named(&payer.payer), most), &cell, "show-payer"));
        }
        let more = payers.len().saturating_sub(fitting);
        rows.push(row(words::metric(language, Metric::Contributions).to_owned(), &sum, "show-paid"));
        let shown = scenario.map_or_else(|| label::the_plan(language).to_owned(), |one| fit::scenario(&plan, one, 40));
        let heads = view! {
            {beside.map(|_| view! { <th scope="col">{label::the_plan(language)}</th> })}
            <th scope="col">{shown}</th>
            {beside.map(|_| view! { <th scope="col">{label::difference(language)}</th> })}
        };
        let paid =
            |read: fn(&ComparedFigure) -> Option<Decimal>| -> Vec<Decimal> { cells().filter_map(read).collect() };
        let apart = Apart::of_payers(UNIT, &paid(|cell| cell.new), sum.new, year)
            .or_else(|| Apart::of_payers(UNIT, &paid(|cell| cell.old), sum.old, year));
        let under = match more {
            0 => apart.map(|apart| apart.told(language, UNIT)),
            count => Some(show::More { count }.say(language)),
        };
        let alike = alike.then(|| show::PaidAlike { year }.say(language));
        let under: Vec<String> = alike.into_iter().chain(under).collect();
        let under = (!under.is_empty()).then(|| under.join(" "));
        let under = under.map(|told| view! { <p class="more">{told}</p> });
        Some(view! {
            <table class="show-table paying" class:many={payers.len() > LARGE}>
                <caption class="visually-hidden">{text::contributors(language)}</caption>
                <thead><tr><td>{year.to_string()}", tkr"</td>{heads}</tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
            {under}
        })
    };
    table.into_any()
}
