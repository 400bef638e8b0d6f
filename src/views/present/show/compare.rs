//! Scenarios side by side: the base, the open one, and others.

use super::figure::{UNIT, named};
use super::fit;
use super::stage::Stage;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{Comparison, Extreme};
use samplan::money::Decimal;
use samplan::plan::{Id, Metric, Plan, Scenario};
use samplan::sorted::sort_by_key;

/// The most columns and rows.
const MOST: usize = 4;

const METRICS: [Metric; 6] =
    [Metric::Fte, Metric::Places, Metric::ActivityRoom, Metric::Contributions, Metric::Result, Metric::Equity];

/// The figures that may stand there: where money runs out in one of them, the month says what the results come to.
fn told_of(runs_out: bool) -> impl Iterator<Item = Metric> {
    METRICS.into_iter().filter(move |metric| !runs_out || *metric != Metric::Result)
}

/// The table.
pub fn compare(stage: Stage) -> AnyView {
    let context = stage.context;
    let table = move || {
        let plan = context.plan()?;
        let year = stage.year()?;
        let language = context.language();
        let chosen = chosen(stage, &plan);
        let scenarios: Vec<Option<&Scenario>> =
            chosen.iter().map(|id| id.as_ref().and_then(|id| plan.scenario_by_id(id))).collect();
        let comparison = Comparison::of(&plan, &scenarios).ok()?;
        // An association that only one of them has is not to be compared.
        let association = stage
            .association()
            .filter(|id| comparison.columns.iter().all(|column| column.trace.projection().association(id).is_some()));
        let lasting = comparison.lasting(association.as_ref()).ok()?;
        let runs_out = lasting.iter().any(|one| !one.gone.is_empty());
        let known = |metric: &Metric| {
            (0..chosen.len()).any(|column| comparison.cell(column, association.as_ref(), year, *metric).new.is_some())
        };
        // What differs comes first; the order is kept.
        let (differ, same): (Vec<Metric>, Vec<Metric>) =
            told_of(runs_out).filter(known).partition(|metric| comparison.differs(association.as_ref(), *metric));
        let room = MOST.saturating_sub(usize::from(runs_out));
        let mut shown: Vec<Metric> = differ.into_iter().chain(same).take(room).collect();
        sort_by_key(&mut shown, |metric| METRICS.iter().position(|other| other == metric));
        let heads = scenarios.iter().map(|scenario| {
            let name =
                scenario.map_or_else(|| label::the_plan(language).to_owned(), |one| fit::scenario(&plan, one, 54));
            view! { <th scope="col">{name}</th> }.into_any()
        });
        let rows = shown.into_iter().map(|metric| {
            let cells = (0..scenarios.len()).map(|column| {
                let cell = comparison.cell(column, association.as_ref(), year, metric);
                let write = |value: Decimal| words::figure_cell(language, metric, value, UNIT);
                let change = cell.difference.filter(|difference| column > 0 && !difference.is_zero());
                let change = change.map(|change| words::figure_change(language, metric, change, UNIT));
                let negative = cell.new.is_some_and(|new| new < Decimal::ZERO);
                view! {
                    <td>
                        <span class="key-figure" class:negative=negative>{cell.new.map_or_else(|| "–".to_owned(), write)}</span>
                        <span class="change">{change}</span>
                    </td>
                }
                .into_any()
            });
            let name = named(stage, metric, &year.to_string());
            view! { <tr data-test=format!("compare-{metric:?}")><th scope="row">{name}</th>{cells.collect_view()}</tr> }.into_any()
        });
        let out = runs_out.then(|| {
            let cells = lasting.iter().map(|one| {
                let told = one.gone.first().map_or_else(
                    || text::money_lasts_out(language).to_owned(),
                    |gone| match gone.liquid.at_start {
                        true => text::money_already_gone(language).to_owned(),
                        false => words::month(language, gone.liquid.from),
                    },
                );
                view! { <td class="when" class:negative=!one.gone.is_empty()>{told}</td> }.into_any()
            });
            view! {
                <tr data-test="compare-money-out">
                    <th scope="row">{text::money_runs_out(language)}</th>{cells.collect_view()}
                </tr>
            }
        });
        Some(view! {
            <table class="show-table">
                <caption class="visually-hidden">{words::view::compare(language)}</caption>
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}{out}</tbody>
            </table>
        })
    };
    table.into_any()
}

/// What the first of the figures that differ says: which has the most of it and which the least. Those that the open
/// scenario itself changes come first.
pub fn headline(stage: Stage) -> Option<String> {
    let plan = stage.context.plan()?;
    let (year, language) = (stage.year()?, stage.language());
    let chosen = chosen(stage, &plan);
    let named = |id: &Option<Id>| {
        let scenario = id.as_ref().and_then(|id| plan.scenario_by_id(id));
        scenario.map_or_else(|| label::the_plan(language).to_lowercase(), |one| fit::scenario(&plan, one, 44))
    };
    let scenarios: Vec<Option<&Scenario>> =
        chosen.iter().map(|id| id.as_ref().and_then(|id| plan.scenario_by_id(id))).collect();
    let comparison = Comparison::of(&plan, &scenarios).ok()?;
    let association = stage.association();
    let runs_out = comparison.lasting(association.as_ref()).ok()?.iter().any(|one| !one.gone.is_empty());
    let ranked = |metric: Metric| comparison.ranked(association.as_ref(), year, metric);
    let place = chosen.iter().position(|id| *id == stage.context.scenario.get()).unwrap_or_default();
    let changed = |metric: &Metric| ranked(*metric).get(place).is_some_and(|(cell, _)| cell.differs());
    let (own, others): (Vec<Metric>, Vec<Metric>) = told_of(runs_out).partition(changed);
    own.into_iter().chain(others).find_map(|metric| {
        let ranked = ranked(metric);
        let at = |wanted: Extreme| {
            let place = ranked.iter().position(|(_, mark)| *mark == Some(wanted))?;
            let value = ranked.get(place)?.0.new?;
            Some((words::figure_cell(language, metric, value, UNIT), chosen.get(place).map(named)?))
        };
        let ((most, most_in), (least, least_in)) = (at(Extreme::Most)?, at(Extreme::Least)?);
        let metric = named_metric(stage, metric, year);
        Some(text::HeadCompare { metric, most, most_in, least, least_in }.say(language))
    })
}

fn named_metric(stage: Stage, metric: Metric, year: Year) -> String {
    named(stage, metric, &year.to_string())
}

/// Those that were chosen to be compared, where the open one is among them; else the base, the open one and the next.
fn chosen(stage: Stage, plan: &Plan) -> Vec<Option<Id>> {
    let there = |id: &Option<Id>| id.as_ref().is_none_or(|id| plan.scenarios.iter().any(|one| one.id == *id));
    let open = stage.context.scenario.get();
    let picked: Vec<Option<Id>> = stage.context.compared.get().into_iter().filter(there).collect();
    if picked.len() > 1 && picked.contains(&open) {
        return picked;
    }
    let mut chosen = vec![None];
    let others = plan.scenarios.iter().map(|one| Some(one.id.clone()));
    for id in std::iter::once(open).chain(others) {
        if chosen.len() < MOST && !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    chosen
}
