//! What we get: participants, results, coordinators and places against what they cost, each ratio with what it is of.

use crate::words::{self, Language, gains as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::explore::{CapacityGain, GainGroup, GoalCheck};
use samplan::money::{Decimal, Unit, round_dp};
use samplan::plan::{Approach, Plan};

/// What a group of activities is called.
pub fn group_name(language: Language, approach: Option<Approach>) -> &'static str {
    match approach {
        Some(approach) => words::approach(language, approach),
        None => words::metric(language, samplan::plan::Metric::Untagged),
    }
}

/// One row: what, what it costs, how many, each, and what that is.
struct GainRow {
    test: &'static str,
    strong: bool,
    name: String,
    cost: String,
    count: String,
    each: String,
    definition: String,
}

/// The ratios of a year, approach by approach; nothing is ranked.
pub fn table(
    language: Language,
    unit: Unit,
    year: Year,
    groups: &[GainGroup],
    capacity: Option<&CapacityGain>,
) -> AnyView {
    let kr = |amount: Decimal| words::kr(amount, unit);
    let each =
        |amount: Option<Decimal>| amount.map_or_else(|| "–".to_owned(), |amount| words::kr(amount, Unit::Kronor));
    let mut rows: Vec<GainRow> = Vec::new();
    for group in groups {
        rows.push(GainRow {
            test: "gain-group",
            strong: true,
            name: group_name(language, group.approach).to_owned(),
            cost: kr(group.cost),
            count: group.participants.map_or_else(
                || text::no_participants(language).to_owned(),
                |count| text::Participants { count }.say(language),
            ),
            each: each(group.per_participant),
            definition: text::of_group(language).to_owned(),
        });
        for line in &group.lines {
            rows.push(GainRow {
                test: "gain-line",
                strong: false,
                name: line.name.to_string(),
                cost: kr(line.cost),
                count: text::Participants { count: line.participants }.say(language),
                each: each(line.per_participant),
                definition: text::of_line(language).to_owned(),
            });
        }
        for result in &group.results {
            let share = words::percent_as_typed(language, result.share);
            rows.push(GainRow {
                test: "gain-result",
                strong: false,
                name: result.goal.clone(),
                cost: kr(result.cost),
                count: text::Reaching { count: words::count(language, result.reaching, 1), share }.say(language),
                each: each(result.per_result),
                definition: text::OfResult { line: &result.line }.say(language),
            });
        }
    }
    if let Some(capacity) = capacity {
        // Asked once: rustc 1.95 hands a closure that is called twice with the same amount what the first call left of it
        // (wasm32 passes an amount in memory, and the called may write there).
        let base = kr(capacity.base);
        rows.push(GainRow {
            test: "gain-fte",
            strong: false,
            name: text::per_fte(language).to_owned(),
            cost: base.clone(),
            count: text::Coordinators { count: words::Counted::new(language, capacity.fte, 2) }.say(language),
            each: each(capacity.per_fte.map(|amount| round_dp(amount, 0))),
            definition: text::of_base(language).to_owned(),
        });
        if let Some(places) = capacity.places {
            rows.push(GainRow {
                test: "gain-place",
                strong: false,
                name: text::per_place(language).to_owned(),
                cost: base,
                count: text::Places { count: words::Counted::new(language, places, 0) }.say(language),
                each: each(capacity.per_place.map(|amount| round_dp(amount, 0))),
                definition: text::of_base(language).to_owned(),
            });
        }
    }
    if rows.is_empty() {
        return view! { <p class="muted">{text::None { year }.say(language)}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|row| {
        view! {
            <tr class:strong=row.strong data-test=row.test>
                <th scope="row">{row.name}</th><td>{row.cost}</td><td>{row.count}</td>
                <td class="each">{row.each}</td><td class="words">{row.definition}</td>
            </tr>
        }
        .into_any()
    });
    view! {
        <table class="plain-table gains" data-test="gains">
            <thead><tr>
                <th scope="col">{text::what(language)}</th><th scope="col">{text::cost(language)}</th>
                <th scope="col">{text::how_many(language)}</th><th scope="col">{text::each(language)}</th>
                <th scope="col" class="words">{text::definition(language)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The goals in numbers against the plan.
pub fn goals(language: Language, plan: &Plan, checks: &[GoalCheck]) -> Option<AnyView> {
    if checks.is_empty() {
        return None;
    }
    let several = plan.associations.len() > 1;
    let rows = checks.iter().map(|check| {
        let write = |value: Decimal| match check.goal.unit {
            unit if unit.is_share() => words::percent_as_typed(language, value),
            _ => words::count(language, value, 2),
        };
        let bound = if check.goal.at_most { text::at_most(language) } else { text::at_least(language) };
        let planned = check.planned.map_or_else(|| text::not_in_plan(language).to_owned(), write);
        let (class, reached) = match check.reached {
            Some(true) => ("", text::reached(language)),
            Some(false) => ("negative", text::not_reached(language)),
            None => ("muted", "–"),
        };
        let whose = several.then(|| format!("{}: ", words::association(language, plan, None, &check.association)));
        view! {
            <tr data-test="gain-goal">
                <th scope="row">{whose}{check.goal.name.clone()}</th><td>{check.year.to_string()}</td>
                <td>{bound}" "{write(check.goal.value)}</td><td>{planned}</td><td class=class>{reached}</td>
            </tr>
        }
        .into_any()
    });
    Some(
        view! {
            <table class="plain-table gain-goals">
                <thead><tr>
                    <th scope="col">{label::target(language)}</th><th scope="col">{label::year(language)}</th>
                    <th scope="col">{text::to_reach(language)}</th><th scope="col">{label::the_plan(language)}</th>
                    <th scope="col">{text::outcome(language)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}
