//! Levers and what follows, in the same frame; and the same answer hidden until the room has thought.

use super::capacity::one_metric;
use super::chart::{costs, picture};
use super::figure::{figure, most_telling};
use super::fit;
use super::guesses;
use super::stage::Stage;
use crate::components::lever::lever;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::views::present::lever_name::lever_name;
use crate::words::{self, show as text};
use leptos::prelude::*;
use samplan::lever::{LeverAddress, lever as read};
use samplan::plan::{Metric, Slide};
use samplan::show;

/// Figures, chart and at most three levers.
pub fn levers(stage: Stage, slide: &Slide) -> AnyView {
    let context = stage.context;
    let found = untrack(|| {
        let plan = context.plan()?;
        let open = context.scenario.get();
        let scenario = open.and_then(|id| plan.scenario_by_id(&id));
        if slide.levers.is_empty()
            && let Some(metric) = most_telling(stage).first().copied()
        {
            return Some(show::levers_moving(&plan, scenario, stage.association().as_ref(), metric));
        }
        Some(show::levers(&plan, scenario, &slide.levers))
    });
    let rows: Vec<AnyView> = found.unwrap_or_default().into_iter().map(|address| row(stage, address)).collect();
    let none = rows.is_empty().then(|| view! { <p class="about">{text_fn(text::no_levers)}</p> });
    view! {
        <div class="show-answer">{answer(stage)}</div>
        <div class="show-levers">{rows.collect_view()}{none}</div>
    }
    .into_any()
}

fn answer(stage: Stage) -> AnyView {
    let telling = most_telling(stage);
    // Where equity or the result is the question, that is what the chart shows.
    let drawn = match telling.first() {
        Some(metric @ (Metric::Equity | Metric::Result)) => {
            let metric = *metric;
            picture(stage, Box::new(move || Some(one_metric(stage, metric))))
        }
        _ => costs(stage),
    };
    let figures = telling.into_iter().map(|metric| figure(stage, metric)).collect_view();
    view! { <div class="show-figures">{figures}{guesses::listed(stage, false)}</div>{drawn} }.into_any()
}

/// A lever with its value for the back row; the exact field is for the work views.
fn row(stage: Stage, address: LeverAddress) -> AnyView {
    let context = stage.context;
    let of = StoredValue::new(address.clone());
    let name = Signal::derive(move || {
        let Some(plan) = context.plan() else { return String::new() };
        let open = context.scenario.get();
        let scenario = open.and_then(|id| plan.scenario_by_id(&id));
        let named = of.with_value(|of| lever_name(context.language(), &plan, scenario, of, super::figure::UNIT));
        fit::cut_before_end(&named, 60)
    });
    let value = move || {
        let language = context.language();
        let plan = context.plan()?;
        let now = of.with_value(|of| read(&plan, of))?;
        let before = context.session.saved_plan().and_then(|kept| of.with_value(|of| read(&kept, of)));
        let write = |value| words::lever_value(language, value, now.unit, super::figure::UNIT);
        let old = before.filter(|before| before.value != now.value).map(|before| {
            view! { <span class="old">{write(before.value)}" → "</span> }
        });
        Some(view! { {old}<b>{write(now.value)}</b> })
    };
    view! {
        <div class="show-lever" data-test="show-lever">
            <p class="name"><span class="what">{name}</span><span class="now">{value}</span></p>
            {lever(address, name)}
        </div>
    }
    .into_any()
}

/// A question; the answer comes when it is asked for.
pub fn think(stage: Stage, slide: &Slide) -> AnyView {
    let own = slide.text.clone();
    let question = move || {
        let language = stage.language();
        // The scenario's question has a slide of its own; here stands the one that the figures answer.
        let asked = Some(own.clone()).filter(|text| !text.is_empty());
        let asked = asked.unwrap_or_else(|| {
            let year = untrack(|| stage.year()).map(|year| year.to_string()).unwrap_or_default();
            match most_telling(stage).first() {
                Some(Metric::Fte) => text::ThinkStaff { year }.say(language),
                Some(Metric::Places) => text::ThinkPlaces { year }.say(language),
                Some(Metric::Result) => text::ThinkResult { year }.say(language),
                Some(Metric::Base) => text::ThinkBase { year }.say(language),
                _ => text::ThinkMoney { year }.say(language),
            }
        });
        fit::cut(&asked, 260)
    };
    let question = Signal::derive(question);
    let inside = move || {
        if stage.is_revealed() {
            return view! {
                <p class="about" data-test="revealed">{question}</p>
                <div class="show-answer">{answer(stage)}</div>
            }
            .into_any();
        }
        view! {
            <div class="thinking">
                <p class=Signal::derive(move || format!("running {}", question.with(|text| fit::running(text))))>{question}</p>
                <button type="button" class="primary" data-test="reveal" on:click=click(move || stage.reveal())>
                    {text_fn(text::reveal)}
                </button>
                {guesses::guesses(stage)}
            </div>
        }
        .into_any()
    };
    inside.into_any()
}
