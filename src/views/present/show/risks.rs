//! The risk register as a room sees it: likelihood against effect, and the money that rests on what may fail.

use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::explore::{Matrix, RiskEntry, at_risk, register_of};
use samplan::money;
use samplan::plan::Grade;

/// How many lines of names a square holds.
const LINES: usize = 6;
/// How many characters of a name are sure to fit on a line of it.
const LINE: usize = 20;

/// The matrix and the money at risk.
pub fn risks(stage: Stage) -> AnyView {
    let context = stage.context;
    let matrix = move || {
        let language = context.language();
        let association = stage.association();
        let plan = context.plan()?;
        let outcome = context.scenario_outcome.get()?;
        let entries = register_of(&plan, &outcome.budget, association.as_ref());
        let matrix = Matrix::of(&entries);
        let grades = [Grade::Low, Grade::Medium, Grade::High];
        let rows = grades.into_iter().rev().map(|likelihood| {
            let cells = grades.into_iter().map(|effect| {
                let here: Vec<&RiskEntry> =
                    matrix.cell(likelihood, effect).iter().filter_map(|place| entries.get(*place)).collect();
                // As in Utforska: said in a word and by the frame, not by colour alone.
                let (class, mark) = match (likelihood, effect) {
                    (Grade::High, Grade::High) => ("act", Some(words::risk::act(language))),
                    (Grade::Medium, Grade::High) => ("watch", Some(words::risk::watch(language))),
                    _ => ("", None),
                };
                let mark = mark.map(|mark| view! { <p class="mark">{mark}</p> });
                view! { <td class=class>{mark}{names(stage, &here, usize::from(mark_is(class)))}</td> }.into_any()
            });
            view! { <tr><th scope="row">{words::grade(language, likelihood)}</th>{cells.collect_view()}</tr> }
                .into_any()
        });
        let heads =
            grades.into_iter().map(|effect| view! { <th scope="col">{words::grade(language, effect)}</th> }.into_any());
        Some(view! {
            <table class="show-matrix">
                <caption class="visually-hidden">{label::risks(language)}</caption>
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        })
    };
    let at_risk = move || {
        let language = context.language();
        let (plan, year) = context.plan().zip(stage.year())?;
        let outcome = context.scenario_outcome.get()?;
        let found = at_risk(&plan, &outcome.budget, stage.association().as_ref(), year).ok()?;
        let share = found.share.filter(|_| !found.lines.is_zero())?;
        let told = text::AtRisk {
            all: words::kr(found.activities, UNIT),
            share: words::percent_as_typed(language, money::round_dp(share, 2)),
        }
        .say(language);
        Some(view! {
            <div class="big-figure" data-test="at-risk">
                <p class="label">{text::AtRiskLabel { year }.say(language)}</p>
                <p class="value long"><span class="key-figure new">{words::kronor(language, found.lines, UNIT)}</span></p>
                <p class="change">{told}</p>
            </div>
        })
    };
    let axes = move || text::risk_axes(context.language());
    view! {
        <div class="show-register">
            <div class="axes">{matrix}<p>{axes}</p></div>
            <div class="show-figures">{at_risk}</div>
        </div>
    }
    .into_any()
}

/// Whether the square has a word of its own.
fn mark_is(class: &str) -> bool {
    !class.is_empty()
}

/// As many names as the square holds, and how many others there are.
fn names(stage: Stage, entries: &[&RiskEntry], taken: usize) -> AnyView {
    let mut left = LINES.saturating_sub(taken);
    let mut told: Vec<String> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let name = fit::cut(&entry.name, LINE * 2);
        let lines = name.chars().count().div_ceil(LINE);
        // The last line is for how many others there are.
        let spared = usize::from(place.saturating_add(1) < entries.len());
        if lines.saturating_add(spared) > left {
            break;
        }
        left = left.saturating_sub(lines);
        told.push(name);
    }
    let others = entries.len().saturating_sub(told.len());
    let others =
        (others > 0).then(|| view! { <li class="others">{text::More { count: others }.say(stage.language())}</li> });
    let listed = told.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! { <ul>{listed}{others}</ul> }.into_any()
}
