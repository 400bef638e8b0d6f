//! What is proposed, and who stands where.

use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::decisions;
use crate::ui::form::click;
use crate::ui::text::say;
use crate::views::present::positions::{STANDS, stand_name};
use crate::words::{label, show as text};
use leptos::prelude::*;
use samplan::plan::{Position, Scenario, Stand};

/// How many of those who stand somewhere are named.
const MOST: usize = 3;
/// How many lines a column holds, and how many characters are sure to fit on one.
const LINES: usize = 11;
const LINE: usize = 15;

/// The proposal beside the positions.
pub fn proposal(stage: Stage) -> AnyView {
    let context = stage.context;
    let said = move || {
        let language = context.language();
        let found = context.with_scenario(|plan, scenario| {
            if scenario.proposal.is_empty() {
                Err(decisions(stage, plan, scenario))
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
            Some(Err(decisions)) if !decisions.is_empty() => {
                let more = decisions.len().saturating_sub(6);
                let more = (more > 0).then(|| view! { <li>{text::More { count: more }.say(language)}</li> });
                let listed =
                    decisions.into_iter().take(6).map(|one| view! { <li>{fit::cut(&one, 100)}</li> }).collect_view();
                view! { <ul class="show-decided" data-test="proposal">{listed}{more}</ul> }.into_any()
            }
            _ => view! { <p class="running medium">{text::no_proposal(language)}</p> }.into_any(),
        }
    };
    let positions = move || {
        let positions = context.with_scenario(|_, scenario| scenario.positions.clone())?;
        Some(STANDS.map(|stand| column(stage, stand, &positions)).into_iter().collect_view())
    };
    let note = move || {
        context.scenario.with(Option::is_some).then(|| view! {
            <button type="button" data-test="note" on:click=click(move || stage.noting.set(true))>{say(label::note_positions)}</button>
        })
    };
    view! {
        <div class="show-proposed">{said}</div>
        <div class="show-stands"><div class="stand-columns">{positions}</div>{note}</div>
    }
    .into_any()
}

/// The decisions that are on, in words.
fn decisions(stage: Stage, plan: &samplan::plan::Plan, scenario: &Scenario) -> Vec<String> {
    let on = scenario.steps.iter().filter(|step| step.on);
    on.map(|step| decisions::step_title(stage.language(), plan, scenario, &step.id, UNIT)).collect()
}

fn column(stage: Stage, stand: Stand, positions: &[Position]) -> AnyView {
    let language = stage.language();
    let here: Vec<&Position> = positions.iter().filter(|position| position.stand == stand).collect();
    let (mark, class) = match stand {
        Stand::For => ("+", "stand for"),
        Stand::Against => ("−", "stand against"),
        Stand::NeedsMore => ("?", "stand needs"),
    };
    let more = here.len().saturating_sub(MOST);
    let more = (more > 0).then(|| view! { <li>{text::More { count: more }.say(language)}</li> });
    // The fewer there are, the more of what they said.
    let lines = LINES / here.len().clamp(1, MOST);
    let listed = here.iter().take(MOST).map(|position| {
        let who = fit::cut(&position.who, LINE * 2);
        let left = lines.saturating_sub(who.chars().count().div_ceil(LINE));
        let said = fit::cut(&position.said, LINE * left.max(1));
        let said = (!said.is_empty()).then(|| view! { <span class="said">{said}</span> });
        view! { <li><b>{who}</b>{said}</li> }
    });
    view! {
        <div class=class>
            <p class="head"><span class="mark" aria-hidden="true">{mark}</span>{stand_name(stand)(language)}
                <span class="key-figure count">{here.len()}</span></p>
            <ul>{listed.collect_view()}{more}</ul>
        </div>
    }
    .into_any()
}
