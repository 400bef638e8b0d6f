//! The decision log: scenarios that have become the plan, with what was asked, proposed and said, and the figures then.

use super::state::Page;
use crate::components::positions::stand_name;
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use samplan::money::Unit;
use samplan::plan::LogEntry;

/// The entries, the latest first.
pub fn log(page: Page) -> AnyView {
    let (language, unit) = (page.context.language(), page.context.unit());
    let Some(plan) = page.context.plan() else { return ().into_any() };
    let entries = plan.log.iter().rev().map(|one| entry(language, unit, one));
    view! { <ul class="log">{entries.collect_view()}</ul> }.into_any()
}

fn entry(language: Language, unit: Unit, one: &LogEntry) -> AnyView {
    let said = |word: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <p><b>{word}"."</b>" "{text.to_owned()}</p> }.into_any())
    };
    let decisions = said(label::decisions(language), &one.decisions.join("; "));
    let positions = one.positions.iter().map(|position| {
        let stand = stand_name(position.opinion)(language);
        let words = if position.said.is_empty() { String::new() } else { format!(" {}", position.said) };
        view! { <li><b>{position.who.clone()}</b>": "{stand}"."{words}</li> }
    });
    let positions =
        (!one.positions.is_empty()).then(|| view! { <ul class="points">{positions.collect_view()}</ul> }.into_any());
    let years: Vec<_> = one.figures.iter().flat_map(|figure| figure.years.keys().copied()).collect();
    let mut years = years;
    years.sort_unstable();
    years.dedup();
    let heads = years.iter().map(|year| view! { <th scope="col">{year.to_string()}</th> });
    let rows = one.figures.iter().map(|figure| {
        let cells = years.iter().map(|year| {
            let value = figure.years.get(year);
            let written = value.map(|value| words::figure_cell(language, figure.metric, *value, unit));
            let negative = value.is_some_and(|value| value.is_sign_negative() && !value.is_zero());
            view! { <td class:negative=negative>{written.unwrap_or_else(|| "–".to_owned())}</td> }
        });
        view! { <tr><th scope="row">{words::metric(language, figure.metric)}</th>{cells.collect_view()}</tr> }
    });
    let figures = (!one.figures.is_empty()).then(|| {
        view! {
            <table class="plain-table logged">
                <caption>{text::LogFigures { unit: words::unit_name(unit) }.say(language)}</caption>
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    });
    view! {
        <li data-test="log-entry">
            <h3>{text::LogTitle { date: &one.date, scenario: &one.scenario }.say(language)}</h3>
            {said(label::the_question(language), &one.question)}
            {said(label::proposal_for_decision(language), &one.proposal)}
            {decisions}
            {positions}
            {figures}
        </li>
    }
    .into_any()
}
