//! The 3×3 matrix, and the money at risk in a year.

use super::tool::{RiskTool, row_button};
use crate::ui::focus::focus_soon;
use crate::ui::form::{self, click};
use crate::ui::text::{at_strokes, text_fn, text_signal};
use crate::words::{self, Language, label, risk as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::explore::{AtRisk, Matrix, RiskEntry, at_risk};
use samplan::money::Decimal;
use samplan::plan::Grade;

const RISING: [Grade; 3] = [Grade::Low, Grade::Medium, Grade::High];

/// The matrix with the money.
pub fn matrix(tool: RiskTool) -> AnyView {
    view! {
        <section class="card explore-card" aria-labelledby="matrix-title">
            <h3 id="matrix-title">{text_fn(text::matrix)}</h3>
            {move || table(tool)}
            {money(tool)}
        </section>
    }
    .into_any()
}

fn table(tool: RiskTool) -> AnyView {
    let language = tool.context.language();
    let entries = tool.entries.get();
    let sorted = Matrix::of(&entries);
    let rows = RISING.into_iter().rev().map(|likelihood| {
        let cells = RISING.into_iter().map(|effect| cell(language, &entries, &sorted, likelihood, effect));
        view! { <tr><th scope="row">{words::grade(language, likelihood)}</th>{cells.collect_view()}</tr> }
    });
    let ungraded = (!sorted.ungraded.is_empty()).then(|| {
        let names: Vec<_> =
            sorted.ungraded.iter().filter_map(|place| entries.get(*place)).map(|one| one.name.clone()).collect();
        view! { <p class="small muted">{text::Ungraded { names: names.join(", ") }.say(language)}</p> }
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="matrix-title">
            <table class="risk-matrix" data-test="risk-matrix">
                <caption class="small muted">{text::matrix_what(language)}</caption>
                <thead>
                    <tr><td></td><th scope="colgroup" colspan="3">{label::effect(language)}</th></tr>
                    <tr>
                        <th scope="col">{label::likelihood(language)}</th>
                        {RISING.map(|effect| view! { <th scope="col">{words::grade(language, effect)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {ungraded}
    }
    .into_any()
}

fn cell(language: Language, entries: &[RiskEntry], sorted: &Matrix, likelihood: Grade, effect: Grade) -> AnyView {
    // Said in a word and by the frame, not by colour alone.
    let (class, mark) = match (likelihood, effect) {
        (Grade::High, Grade::High) => ("act", Some(text::act(language))),
        (Grade::Medium, Grade::High) => ("watch", Some(text::watch(language))),
        _ => ("", None),
    };
    let here = sorted.cell(likelihood, effect).iter().filter_map(|place| Some((*place, entries.get(*place)?)));
    let items = here.map(|(place, entry)| {
        let go = click(move || focus_soon(format!("#{}", row_button(place))));
        view! { <li><button type="button" class="link" on:click=go>{at_strokes(&entry.name)}</button></li> }
    });
    let items = items.collect_view();
    let mark = mark.map(|mark| view! { <span class="mark">{mark}</span> });
    view! { <td class=class data-test=format!("cell-{likelihood:?}-{effect:?}")>{mark}<ul>{items}</ul></td> }.into_any()
}

fn money(tool: RiskTool) -> AnyView {
    let context = tool.context;
    let wanted = RwSignal::new(None::<Year>);
    let years = move || context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect::<Vec<_>>());
    let year = move || {
        let years = years();
        wanted.get().filter(|year| years.contains(year)).or_else(|| years.first().copied())
    };
    let names = Signal::derive(move || years().iter().map(Year::to_string).collect());
    let chosen = Signal::derive(move || years().iter().position(|one| Some(*one) == year()).unwrap_or_default());
    let choose = Callback::new(move |place: usize| wanted.set(untrack(years).get(place).copied()));
    let told = move || {
        let (plan, outcome, year) = (context.plan()?, context.scenario_outcome.get()?, year()?);
        // An association that the scenario merges away has no lines of its own: all together then.
        let one = tool.shown.one.get().filter(|id| outcome.budget.association(id).is_some());
        let found = at_risk(&plan, &outcome.budget, one.as_ref(), year).ok()?;
        if !tool.entries.with(|entries| entries.iter().any(RiskEntry::is_graded)) {
            return Some(view! { <p class="sentence" data-test="at-risk">{text_fn(text::none_graded)}</p> }.into_any());
        }
        Some(sentence(tool, &found, year))
    };
    view! {
        <div class="at-risk">
            <h4 id="at-risk-title">{text_fn(text::at_risk)}</h4>
            {form::choice(text_signal(label::year), names, chosen, choose)}
            {told}
            <p class="small muted">{text_fn(text::at_risk_what)}</p>
        </div>
    }
    .into_any()
}

fn sentence(tool: RiskTool, found: &AtRisk, year: Year) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let kr = |amount: Decimal| words::kr(amount, unit);
    let share = found.share.map(|share| words::percent(language, share)).unwrap_or_else(|| "–".to_owned());
    let lines =
        text::LinesAtRisk { lines: kr(found.lines), activities: kr(found.activities), share, year }.say(language);
    let free = (!found.free.is_zero())
        .then(|| view! { <p>{text::FreeAtRisk { amount: kr(found.free), year }.say(language)}</p> });
    view! { <p class="sentence" data-test="at-risk">{lines}</p>{free} }.into_any()
}
