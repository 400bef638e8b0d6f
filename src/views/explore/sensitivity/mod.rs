//! Sensitivity: every lever moved to both ends of its plausible range, one at a time, as a tornado with its table.

mod chart;
mod range_dialog;
mod table;
mod tool;

use super::cooperative_task::CooperativeTask;
use super::measure;
use super::shown::{ExploreShown, heading};
use crate::decisions;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, label, sensitivity as text};
use leptos::prelude::*;
use samplan::explore::{HeldConstant, RangeOf, Still, Tornado, TornadoBar, VaryError};
use samplan::lever::LeverError;
use std::sync::Arc;
use tool::{FEW, Progress, SensitivityTool, TornadoAnswer, range_button};

/// The tool.
pub fn view(shown: ExploreShown) -> AnyView {
    let tool = SensitivityTool {
        shown,
        context: shown.context,
        asked: RwSignal::new(Progress::NoNumber),
        all: RwSignal::new(false),
        ranged: RwSignal::new(None),
        ranging: RwSignal::new(false),
    };
    ask(tool);
    let body = move || {
        match tool.asked.get() {
        Progress::Running { done, of } => {
            view! { <p class="empty-state" role="status">{text::UnderWay { done, of }.say(tool.context.language())}</p> }
                .into_any()
        }
        Progress::Found(answer) => drawn(tool, &answer),
        Progress::NoNumber => {
            let why = tool.shown.sought.measure().and_then(|measure| measure::not_there(tool.context, &measure));
            let told = why.unwrap_or_else(|| text::no_number(tool.context.language()).to_owned());
            view! { <p class="empty-state" data-test="tornado-no-number">{told}</p> }.into_any()
        }
        Progress::Overflow => view! { <p class="field-error" role="alert">{text_fn(words::budget::overflow)}</p> }.into_any(),
    }
    };
    view! {
        {heading(text::title, text::assumes, text::silent)}
        <section class="card explore-card" aria-labelledby="sensitivity-question">
            <h3 id="sensitivity-question">{text_fn(text::question)}</h3>
            <div class="fields">{measure::fields(shown.sought)}</div>
        </section>
        {body}
        {range_dialog::dialog(tool)}
    }
    .into_any()
}

/// Reckons anew whenever the plan or the question changes. A whole country's plan has thousands of levers: in slices.
fn ask(tool: SensitivityTool) {
    let slices = CooperativeTask::new();
    Effect::new(move |_| {
        let (plan, scenario) = (tool.context.plan(), tool.shown.scenario());
        let (Some(plan), Some(measure)) = (plan, tool.shown.sought.measure()) else { return };
        slices.stop();
        let mut tornado = match Tornado::new(&plan, scenario.as_ref(), &measure) {
            Ok(Some(tornado)) => Some(tornado),
            Ok(None) => return tool.asked.set(Progress::NoNumber),
            Err(_) => return tool.asked.set(Progress::Overflow),
        };
        slices.start(Box::new(move |on| {
            let Some(mut under) = tornado.take() else { return false };
            while under.left() > 0 && on() {
                if under.advance(1).is_err() {
                    tool.asked.try_set(Progress::Overflow);
                    return false;
                }
            }
            if under.left() == 0 {
                let answer = TornadoAnswer { plan: Arc::clone(&plan), sensitivity: under.finish() };
                tool.asked.try_set(Progress::Found(Arc::new(answer)));
                return false;
            }
            tool.asked
                .try_set(Progress::Running { done: under.count().saturating_sub(under.left()), of: under.count() });
            tornado = Some(under);
            true
        }));
    });
}

fn drawn(tool: SensitivityTool, answer: &Arc<TornadoAnswer>) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let sensitivity = &answer.sensitivity;
    let measure = measure::named(language, &answer.plan, &sensitivity.measure);
    let now = words::figure_value(language, sensitivity.measure.metric, sensitivity.now, unit);
    let moving = sensitivity.bars.iter().filter(|bar| !bar.swing.is_zero()).count();
    if let Some(still) = &sensitivity.still {
        let measure = measure::told(language, &answer.plan, &sensitivity.measure);
        return nothing_moves(tool, answer, still, measure);
    }
    let still = sensitivity.bars.len().saturating_sub(moving);
    let few = move || {
        let all = tool.all.get();
        let label = if all {
            text::ShowFew { count: FEW }.say(language)
        } else {
            label::ShowAll { count: moving }.say(language)
        };
        (moving > FEW).then(|| {
            let toggle = click(move || tool.all.set(!all));
            view! {
                <button type="button" on:click=toggle aria-expanded=all.to_string() data-test="tornado-all">{label}</button>
            }
        })
    };
    let held = (still > 0).then(|| text::NoSwing { count: still }.say(language));
    view! {
        <section class="card explore-card" aria-labelledby="tornado-title" data-test="tornado">
            <h3 id="tornado-title">{text::Swings { measure: &measure, value: now }.say(language)}</h3>
            <p class="small" data-test="ranges-told">{ranges_told(language, &sensitivity.bars)}</p>
            {chart::chart(tool, answer, moving)}
            {table::table(tool, answer, moving)}
            <div class="buttons">{few}</div>
            <p class="small muted">{text::held(language)}" "{held}</p>
            {unvaried(tool, answer)}
        </section>
    }
    .into_any()
}

/// Why no lever moves the measure, and what to look at instead.
fn nothing_moves(tool: SensitivityTool, answer: &TornadoAnswer, still: &Still, measure: String) -> AnyView {
    let language = tool.context.language();
    let (why, instead) = match still {
        Still::SpentByStepDown { instead } => (text::StillStepDown { measure }.say(language), instead.as_slice()),
        Still::Untouched { instead } => (text::NothingMoves { measure }.say(language), instead.as_slice()),
        Still::NothingMoved | Still::OneRun | Still::NotThere { .. } | Still::PaysNothing { .. } => {
            let told = measure::still_told(tool.context, &answer.plan, &measure, still);
            (told.unwrap_or_else(|| text::nothing_varied(language).to_owned()), &[][..])
        }
    };
    let look = measure::look_instead(language, instead);
    view! { <p class="empty-state" data-test="tornado-still">{why}" "{look}</p>{unvaried(tool, answer)} }.into_any()
}

/// The ranges that are rules of thumb are called that, and how many are somebody's own.
fn ranges_told(language: words::Language, bars: &[TornadoBar]) -> String {
    let own = bars.iter().filter(|bar| matches!(bar.of, RangeOf::Own { .. })).count();
    match (own, bars.len().saturating_sub(own)) {
        (0, _) => text::all_usual(language).to_owned(),
        (own, 0) => text::AllOwn { count: own }.say(language),
        (own, usual) => text::SomeUsual { own, usual }.say(language),
    }
}

/// The levers that could not be varied, and why.
fn unvaried(tool: SensitivityTool, answer: &TornadoAnswer) -> AnyView {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let all = &answer.sensitivity.unvaried;
    if all.is_empty() {
        return ().into_any();
    }
    let why = |one: &HeldConstant| match &one.why {
        VaryError::NoWidth => text::no_width(language),
        VaryError::OwnHasNoWidth => text::own_no_width(language),
        VaryError::Cannot(LeverError::NoSuchLever) => text::is_gone(language),
        VaryError::Cannot(_) => text::cannot(language),
        VaryError::NoNumber => text::no_number_there(language),
        VaryError::Overflow => text::too_large(language),
    };
    let bars = answer.sensitivity.bars.len();
    let each = all.iter().enumerate().map(|(place, one)| {
        let name = decisions::lever_address(language, &answer.plan, &one.address, unit);
        // What has no width can be given some; it has no row in the table.
        let wide = matches!(one.why, VaryError::NoWidth | VaryError::OwnHasNoWidth).then(|| {
            let (address, label) = (one.address.clone(), text::RangeOf { name: &name }.say(language));
            let change = move || {
                tool.ranged.set(Some(address.clone()));
                tool.ranging.set(true);
            };
            view! {
                " "<button type="button" class="link" id=range_button(bars.saturating_add(place)) aria-label=label
                    on:click=click(change) data-test="give-width">{label::change(language)}</button>
            }
        });
        view! { <li>{name}": "{why(one)}{wide}</li> }
    });
    view! {
        <details class="more" data-test="unvaried">
            <summary>{text::Unvaried { count: all.len() }.say(language)}</summary>
            <ul class="plain-list small">{each.collect_view()}</ul>
        </details>
    }
    .into_any()
}
