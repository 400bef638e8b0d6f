//! The register: lines' own grades and the association's risks in one list.

use super::editor;
use super::tool::{RiskTool, row_button};
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{self, Language, label, risk as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::explore::{RiskEntry, RiskEntryOf};
use samplan::plan::{Grade, Id, Risk};
use samplan::projection::{parts, wholes};

/// The list.
pub fn register(tool: RiskTool) -> AnyView {
    let context = tool.context;
    let rows = move || {
        let entries = tool.entries.get();
        let risks = tool.risks();
        let each = entries.iter().enumerate().map(|(place, entry)| row(tool, place, entry, &risks));
        each.collect_view()
    };
    let empty = memo(move || tool.entries.with(|entries| entries.is_empty()));
    let body = move || {
        if empty.get() {
            return view! { <p class="empty-state" data-test="risk-empty">{text_fn(text::empty)}</p> }.into_any();
        }
        view! {
            <div class="scroll" tabindex="0" role="group" aria-labelledby="register-title">
                <table class="plain-table register" data-test="risk-register">
                    <thead><tr>
                        <th scope="col">{text_fn(text::what)}</th>
                        <th scope="col">{text_fn(label::likelihood)}</th>
                        <th scope="col">{text_fn(label::effect)}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card explore-card" aria-labelledby="register-title">
            <h3 id="register-title">{text_fn(text::register)}</h3>
            {move || merged(tool).map(|told| view! { <p class="small muted" data-test="risk-merged">{told}</p> })}
            {body}
            <div class="buttons">
                <button type="button" on:click=click(move || editor::add(tool)) id="risk-add" data-test="risk-add">
                    <Icon shape=Shape::Plus/>{move || text::add(context.language())}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Where the plan or the open scenario has merged associations: whose the risks are after it, and where those of what a merger formed are listed.
fn merged(tool: RiskTool) -> Option<String> {
    let language = tool.context.language();
    let (plan, one) = (tool.context.plan()?, tool.shown.one.get()?);
    tool.context.scenario_outcome.with(|outcome| {
        let budget = &outcome.as_ref()?.budget;
        let name = |id: &Id| budget.association(id).map(|one| one.name.to_string());
        let wholes: Vec<String> = wholes(budget, &one).into_iter().filter_map(name).collect();
        let into = wholes.into_iter().reduce(|into, then| text::AndThen { into, then }.say(language));
        if let Some(into) = into {
            return Some(text::MergedAway { into }.say(language));
        }
        // What a scenario forms has no risks of its own.
        let planned = |id: &&Id| plan.association(id).is_some();
        let parts = parts(budget, &one).into_iter().skip(1).filter(planned);
        let parts: Vec<String> = parts.filter_map(name).collect();
        (!parts.is_empty()).then(|| text::MergedOf { parts: parts.join(", ") }.say(language))
    })
}

fn row(tool: RiskTool, place: usize, entry: &RiskEntry, risks: &[Risk]) -> AnyView {
    let context = tool.context;
    let (language, unit) = (context.language(), context.unit());
    let grade = |grade: Option<Grade>| grade.map_or("–", |grade| words::grade(language, grade));
    let risk = match &entry.of {
        RiskEntryOf::Risk(id) => risks.iter().find(|risk| risk.id == *id),
        RiskEntryOf::Line(_) => None,
    };
    let line = entry
        .line
        .as_ref()
        .filter(|_| risk.is_some())
        .and_then(|id| tool.shown.association(|_, association| words::line_of(association, id)).flatten());
    let about = match (&entry.of, line) {
        (RiskEntryOf::Line(_), _) => Some(text::of_line(language).to_owned()),
        (_, Some(line)) => Some(text::AboutLine { line }.say(language)),
        _ => None,
    };
    let worst = entry.amount.map(|amount| words::kr(amount, unit));
    let worst = worst.map(|amount| match risk.and_then(|risk| years(language, risk)) {
        Some(years) => text::AmountYears { amount, years }.say(language),
        None => text::AmountEachYear { amount }.say(language),
    });
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let mitigation =
        risk.and_then(|risk| said(&risk.mitigation)).map(|done| text::Handled { mitigation: done }.say(language));
    let owner = risk.and_then(|risk| said(&risk.owner)).map(|owner| text::OwnedBy { owner }.say(language));
    let details = [about, worst, mitigation, owner].into_iter().flatten();
    let details = details.map(|told| view! { <span class="about">{told}</span> }).collect_view();
    let button = match &entry.of {
        RiskEntryOf::Risk(id) => {
            let (id, label) = (id.clone(), label::ChangeWhat { name: &entry.name }.say(language));
            view! {
                <button type="button" id=row_button(place) aria-label=label data-test="risk-edit"
                    on:click=click(move || editor::open(tool, id.clone()))>{label::change(language)}</button>
            }
            .into_any()
        }
        RiskEntryOf::Line(line) => {
            let (association, line) = (entry.association.clone(), line.clone());
            let go = move || {
                tool.context.place.go_to_line(association.clone(), line.clone());
            };
            let label = text::ToBudgetWhat { name: &entry.name }.say(language);
            view! {
                <button type="button" class="link" id=row_button(place) aria-label=label
                    on:click=click(go)>{words::action::budget(language)}</button>
            }
            .into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{entry.name.clone()}{details}</th>
            <td>{grade(entry.likelihood)}</td>
            <td>{grade(entry.effect)}</td>
            <td>{button}</td>
        </tr>
    }
    .into_any()
}

/// The years of the worst case, where it does not affect all.
fn years(language: Language, risk: &Risk) -> Option<String> {
    match (risk.first, risk.last) {
        (None, None) => None,
        (Some(first), Some(last)) if first == last => Some(first.to_string()),
        (Some(first), Some(last)) => Some(format!("{first}–{last}")),
        (Some(first), None) => Some(from(language, first)),
        (None, Some(last)) => Some(text::Until { year: last }.say(language)),
    }
}

fn from(language: Language, first: Year) -> String {
    text::FromYear { year: first }.say(language)
}
