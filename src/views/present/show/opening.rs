//! The slides that are words alone: the title, the question, a text; and what is told on others too.

use super::fit;
use super::stage::Stage;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::plan::Slide;

/// Association and scenario, as short as they must be.
pub fn place(stage: Stage) -> Signal<String> {
    Signal::derive(move || {
        let plan = stage.context.plan();
        let named = plan.and_then(|plan| {
            let id = stage.association()?;
            stage
                .context
                .with_scenario(|plan, scenario| words::association(stage.language(), plan, Some(scenario), &id))
                .or_else(|| plan.association(&id).map(|one| one.name.clone()))
        });
        let whose = named.or_else(|| stage.context.plan().map(|plan| plan.name.clone())).unwrap_or_default();
        format!("{} · {}", fit::cut(&whose, 60), stage.scenario_name())
    })
}

/// The open scenario's question.
pub fn asked(stage: Stage) -> String {
    stage.context.with_scenario(|_, scenario| scenario.question.clone()).unwrap_or_default()
}

/// Text that fills the slide.
pub fn running(text: &str) -> AnyView {
    let class = format!("running {}", fit::running(text));
    view! { <p class=class>{fit::text(text, fit::RUNNING, 10)}</p> }.into_any()
}

/// The plan and the day.
pub fn title(stage: Stage, slide: &Slide) -> AnyView {
    let context = stage.context;
    let own = slide.title.clone();
    let heading = Signal::derive(move || {
        let named = || context.plan().map(|plan| plan.name.clone()).unwrap_or_default();
        fit::cut(&if own.is_empty() { named() } else { own.clone() }, fit::HEADING)
    });
    let scenario = move || {
        let named = context
            .with_scenario(|plan, scenario| (fit::scenario(plan, scenario, 130), scenario.description.clone()))?;
        let (name, about) = (named.0, fit::cut(&named.1, 260));
        let about = (!about.is_empty()).then(|| view! { <p class="about">{about}</p> });
        Some(view! { <p class="scenario">{name}</p>{about} })
    };
    let own = (!slide.text.is_empty()).then(|| view! { <p class="about">{fit::text(&slide.text, 300, 4)}</p> });
    view! {
        <section class="slide opening" data-test="slide" data-kind="title">
            <h2 tabindex="-1" class=Signal::derive(move || heading.with(|title| fit::heading(title)))>{heading}</h2>
            {scenario}
            {own}
            <p class="day">{move || crate::components::when::today(context.language())}</p>
        </section>
    }
    .into_any()
}

/// The question.
pub fn question(stage: Stage, slide: &Slide) -> AnyView {
    let own = [slide.title.clone(), slide.text.clone()].into_iter().find(|text| !text.is_empty());
    let more = (!slide.title.is_empty() && !slide.text.is_empty()).then(|| {
        view! { <p class="about">{fit::text(&slide.text, 400, 5)}</p> }
    });
    let heading = Signal::derive(move || {
        let asked = own.clone().unwrap_or_else(|| asked(stage));
        let asked = if asked.is_empty() { label::the_question(stage.language()).to_owned() } else { asked };
        fit::cut(&asked, 400)
    });
    view! {
        <section class="slide opening" data-test="slide" data-kind="question">
            <p class="where">{place(stage)}</p>
            <h2 tabindex="-1" class=Signal::derive(move || heading.with(|title| fit::running(title)))>{heading}</h2>
            {more}
        </section>
    }
    .into_any()
}
