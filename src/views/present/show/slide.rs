//! One slide: what is on all of them, and the simple ones.

use super::stage::Stage;
use super::{capacity, compare, findings, fit, flows, levers, proposal, risks};
use crate::words::{self, Word, label, show as text};
use leptos::prelude::*;
use samplan::plan::{Slide, SlideKind};

/// A slide.
pub fn slide(stage: Stage, slide: Slide) -> AnyView {
    match slide.kind {
        SlideKind::Title => title(stage, slide),
        SlideKind::Question => question(stage, slide),
        SlideKind::Text => framed(stage, &slide, label::own_text, "text", running(slide.text.clone())),
        SlideKind::Flows => framed(stage, &slide, text::slide_flows, "flows", flows::flows(stage)),
        SlideKind::Levers => framed(stage, &slide, text::slide_levers, "levers", levers::levers(stage, &slide)),
        SlideKind::ThinkFirst => framed(stage, &slide, text::slide_think, "think", levers::think(stage, &slide)),
        SlideKind::Compare => framed(stage, &slide, words::view::compare, "compare", compare::compare(stage)),
        SlideKind::Capacity => framed(stage, &slide, text::slide_capacity, "capacity", capacity::capacity(stage)),
        SlideKind::Risks => framed(stage, &slide, label::risks, "risks", risks::risks(stage)),
        SlideKind::Findings => framed(stage, &slide, text::slide_findings, "findings", findings::findings(stage)),
        SlideKind::Proposal => framed(stage, &slide, text::slide_proposal, "proposal", proposal::proposal(stage)),
    }
}

/// Nothing to show: every slide is hidden, or the amounts cannot be reckoned with.
pub fn nothing(stage: Stage) -> AnyView {
    let said = Signal::derive(move || text::nothing(stage.language()).to_owned());
    view! { <section class="slide" data-test="slide" data-kind="nothing"><h2 class="medium" tabindex="-1">{said}</h2></section> }
        .into_any()
}

/// Where one is, a heading, and what the slide shows. A text of the users' own stands under the heading, but where it
/// is the slide.
fn framed(stage: Stage, slide: &Slide, name: Word, kind: &'static str, body: AnyView) -> AnyView {
    let own = slide.title.clone();
    let of = slide.kind;
    let title = Signal::derive(move || {
        if !own.is_empty() {
            return fit::cut(&own, fit::HEADING);
        }
        let question = matches!(of, SlideKind::Levers).then(|| asked(stage)).unwrap_or_default();
        if question.is_empty() { name(stage.language()).to_owned() } else { fit::cut(&question, fit::HEADING) }
    });
    let is_body = matches!(slide.kind, SlideKind::Text | SlideKind::ThinkFirst);
    let under = fit::cut(&slide.text, 130);
    let under = (!under.is_empty() && !is_body).then(|| view! { <p class="under">{under}</p> });
    view! {
        <section class="slide" data-test="slide" data-kind=kind>
            <header>
                <p class="where">{place(stage)}</p>
                <h2 tabindex="-1" class=Signal::derive(move || title.with(|title| fit::heading(title)))>{title}</h2>
                {under}
            </header>
            <div class="main">{body}</div>
        </section>
    }
    .into_any()
}

/// Association and scenario, as short as they must be.
fn place(stage: Stage) -> Signal<String> {
    Signal::derive(move || {
        let plan = stage.context.plan();
        let named = plan.and_then(|plan| {
            let id = stage.association()?;
            stage
                .context
                .with_scenario(|plan, scenario| words::association(plan, Some(scenario), &id))
                .or_else(|| plan.association(&id).map(|one| one.name.clone()))
        });
        let whose = named.or_else(|| stage.context.plan().map(|plan| plan.name.clone())).unwrap_or_default();
        format!("{} · {}", fit::cut(&whose, 60), fit::cut(&stage.scenario_name(), 50))
    })
}

/// The open scenario's question.
pub fn asked(stage: Stage) -> String {
    stage.context.with_scenario(|_, scenario| scenario.question.clone()).unwrap_or_default()
}

/// Text that fills the slide.
fn running(text: String) -> AnyView {
    let class = format!("running {}", fit::running(&text));
    view! { <p class=class>{fit::text(&text, fit::RUNNING, 10)}</p> }.into_any()
}

fn title(stage: Stage, slide: Slide) -> AnyView {
    let context = stage.context;
    let own = slide.title.clone();
    let heading = Signal::derive(move || {
        let named = || context.plan().map(|plan| plan.name.clone()).unwrap_or_default();
        fit::cut(&if own.is_empty() { named() } else { own.clone() }, fit::HEADING)
    });
    let scenario = move || {
        let named = context.with_scenario(|_, scenario| (scenario.name.clone(), scenario.description.clone()))?;
        let (name, about) = (fit::cut(&named.0, 130), fit::cut(&named.1, 260));
        let about = (!about.is_empty()).then(|| view! { <p class="about">{about}</p> });
        Some(view! { <p class="scenario">{name}</p>{about} })
    };
    let own = (!slide.text.is_empty()).then(|| view! { <p class="about">{fit::text(&slide.text, 300, 4)}</p> });
    view! {
        <section class="slide opening" data-test="slide" data-kind="title">
            <h2 tabindex="-1" class=Signal::derive(move || heading.with(|title| fit::heading(title)))>{heading}</h2>
            {scenario}
            {own}
            <p class="day">{move || crate::views::home::today(context.language())}</p>
        </section>
    }
    .into_any()
}

fn question(stage: Stage, slide: Slide) -> AnyView {
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
