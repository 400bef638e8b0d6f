//! What is proposed, and who stands where.

use super::figure::UNIT;
use super::stage::Stage;
use super::{fit, space, stands};
use crate::decisions;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::plan::{Plan, Scenario, Slide};
use samplan::show::is_event;

/// The proposal beside the positions.
pub fn proposal(stage: Stage, slide: &Slide) -> AnyView {
    let context = stage.context;
    let (own, under) = (slide.title.clone(), slide.text.clone());
    let said = move || {
        let language = context.language();
        let found = context.with_scenario(|plan, scenario| {
            if scenario.proposal.is_empty() {
                Err(decided(stage, plan, scenario))
            } else {
                Ok(scenario.proposal.clone())
            }
        });
        match found {
            Some(Ok(proposal)) => {
                let shown = fit::text(&proposal, 620, 8);
                let class =
                    format!("running {}", if shown.chars().count() > 180 { "least" } else { fit::running(&shown) });
                view! { <p class=class data-test="proposal">{shown}</p> }.into_any()
            }
            Some(Err((events, decisions))) if !(events.is_empty() && decisions.is_empty()) => {
                let left = MOST_LISTED.saturating_sub(decisions.len().min(MOST_LISTED));
                let only = decisions.is_empty();
                let decided = listed(stage, decisions, MOST_LISTED);
                // What others decide of is what the proposal has to live with.
                let given = (!events.is_empty()).then(|| {
                    let title = (!only).then(|| view! { <h3>{words::view::plan(language)}</h3> });
                    view! { {title}{listed(stage, events, left.max(1))} }
                });
                view! { <div class="decided" data-test="proposal">{decided}{given}</div> }.into_any()
            }
            _ => view! { <p class="running medium">{text::no_proposal(language)}</p> }.into_any(),
        }
    };
    let positions = move || {
        let all = context.with_scenario(|_, scenario| scenario.positions.clone())?;
        let title = if own.is_empty() { name(stage) } else { &own };
        Some(stands::columns(stage.language(), &all, space::under_heading(title, &under)))
    };
    let note = move || {
        context.scenario.with(Option::is_some).then(|| view! {
            <button type="button" data-test="note" on:click=click(move || stage.noting.set(true))>{text_fn(label::note_positions)}</button>
        })
    };
    view! {
        <div class="show-proposed">{said}</div>
        <div class="show-stands">{positions}{note}</div>
    }
    .into_any()
}

/// At most so many of them.
const MOST_LISTED: usize = 6;

fn listed(stage: Stage, all: Vec<String>, most: usize) -> Option<AnyView> {
    let more = all.len().saturating_sub(most);
    let more = (more > 0).then(|| view! { <li>{text::More { count: more }.say(stage.language())}</li> });
    let empty = all.is_empty();
    let each = all.into_iter().take(most).map(|one| view! { <li>{fit::cut(&one, 100)}</li> }).collect_view();
    (!empty).then(|| view! { <ul class="show-decided">{each}{more}</ul> }.into_any())
}

/// The events and the decisions that are on, in words.
fn decided(stage: Stage, plan: &Plan, scenario: &Scenario) -> (Vec<String>, Vec<String>) {
    let on = scenario.steps.iter().filter(|step| step.on);
    let (events, decided): (Vec<_>, Vec<_>) = on.partition(|step| is_event(plan, &step.decision));
    let told = |steps: Vec<&samplan::plan::ScenarioStep>| {
        steps.into_iter().map(|step| decisions::step_title(stage.language(), plan, scenario, &step.id, UNIT)).collect()
    };
    (told(events), told(decided))
}

/// What the slide is called: events alone are a condition, not a proposal.
pub fn name(stage: Stage) -> &'static str {
    let language = stage.language();
    let only_events = stage.context.with_scenario(|plan, scenario| {
        let mut on = scenario.steps.iter().filter(|step| step.on).peekable();
        scenario.proposal.is_empty() && on.peek().is_some() && on.all(|step| is_event(plan, &step.decision))
    });
    if only_events.unwrap_or_default() { words::view::plan(language) } else { text::slide_proposal(language) }
}
