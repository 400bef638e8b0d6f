//! One target: its steps as a list in time, each with a bar, a box to tick and a word for how it stands.

use super::tool::{CalendarTool, span, target_button};
use super::{step, target_editor};
use crate::state::memo::memo;
use crate::ui::form::{check, click};
use crate::ui::icon::{Icon, Shape};
use crate::words::{self, label, timeline as text};
use leptos::prelude::*;
use samplan::calendar::Month;
use samplan::explore::{Dated, DatedStep, Lateness, schedule};
use samplan::plan::{Id, Target};
use std::sync::Arc;

/// A target on the page.
#[derive(Clone, Copy)]
struct TargetView {
    tool: CalendarTool,
    id: StoredValue<Id>,
    dated: Memo<Option<Arc<Dated>>>,
}

impl TargetView {
    fn target(self) -> Option<Target> {
        self.tool.targets().into_iter().find(|target| self.id.with_value(|id| target.id == *id))
    }

    fn step(self, place: usize) -> Option<DatedStep> {
        self.dated.get()?.steps.iter().find(|step| step.place == place).cloned()
    }

    fn change(self, change: &dyn Fn(&mut Target)) {
        self.tool.warn(self.id.with_value(|id| self.tool.change_target(id, change)));
    }
}

/// The target.
pub fn target(tool: CalendarTool, id: Id) -> AnyView {
    let context = tool.context;
    let button = target_button(&id);
    let id = StoredValue::new(id);
    let dated = memo(move || {
        let target = tool.targets().into_iter().find(|target| id.with_value(|id| target.id == *id))?;
        Some(Arc::new(schedule(&target, tool.today)))
    });
    let shown = TargetView { tool, id, dated };
    let name = memo(move || shown.target().map(|target| target.name).unwrap_or_default());
    let places = memo(move || {
        dated.get().map_or_else(Vec::new, |dated| dated.steps.iter().map(|step| step.place).collect::<Vec<usize>>())
    });
    let when = move || {
        let date = dated.get().map(|dated| dated.date)?;
        Some(text::InPlace { month: words::month(context.language(), date) }.say(context.language()))
    };
    let in_place = Signal::derive(move || shown.target().is_some_and(|target| target.done));
    let label = Signal::derive(move || text::InPlaceBox { name: name.get() }.say(context.language()));
    let edit_label = Signal::derive(move || label::ChangeWhat { name: name.get() }.say(context.language()));
    view! {
        <article class="target" data-test="target">
            <header>
                <h4>{name}</h4>
                <span class="muted">{when}</span>
                <button type="button" id=button aria-label=edit_label data-test="target-edit"
                    on:click=click(move || target_editor::open(tool, id.get_value()))>
                    <Icon shape=Shape::Pencil/>{move || label::change(context.language())}
                </button>
            </header>
            {move || late(shown)}
            <ol class="steps">
                <For each=move || places.get() key=|place| *place children=move |place| row(shown, place)/>
            </ol>
            {check(label, in_place, Callback::new(move |done| shown.change(&|target| target.done = done)))}
        </article>
    }
    .into_any()
}

/// What is late is said above the steps, in words.
fn late(shown: TargetView) -> Option<AnyView> {
    let language = shown.tool.context.language();
    let dated = shown.dated.get()?;
    let is_late = |lateness: Lateness| matches!(lateness, Lateness::Late { .. });
    let late: Vec<String> =
        dated.steps.iter().filter(|one| is_late(one.lateness)).map(|one| step::name(language, &one.what)).collect();
    let told = match (late.len(), is_late(dated.lateness)) {
        (0, false) => return Some(on_time(shown, &dated)),
        (0, true) => text::target_late(language).to_owned(),
        (count, _) => text::StepsLate { count, steps: late.join(", ") }.say(language),
    };
    Some(view! { <p class="late-note" data-test="target-late"><Icon shape=Shape::Warning/>{told}</p> }.into_any())
}

fn on_time(shown: TargetView, dated: &Dated) -> AnyView {
    let language = shown.tool.context.language();
    let told = match dated.lateness {
        Lateness::Done => text::all_done(language).to_owned(),
        _ => text::Begins { month: words::month(language, dated.begins) }.say(language),
    };
    view! { <p class="small muted">{told}</p> }.into_any()
}

fn row(shown: TargetView, place: usize) -> AnyView {
    let context = shown.tool.context;
    let name = Signal::derive(move || {
        shown.step(place).map(|one| step::name(context.language(), &one.what)).unwrap_or_default()
    });
    let done = Signal::derive(move || {
        shown.target().is_some_and(|target| target.steps.get(place).is_some_and(|step| step.done))
    });
    let tick = Callback::new(move |done: bool| {
        shown.change(&|target| {
            if let Some(step) = target.steps.get_mut(place) {
                step.done = done;
            }
        });
    });
    let when = move || shown.step(place).map(|one| span(context.language(), one.first, one.last));
    let state = move || {
        let (word, class) = step::lateness(context.language(), shown.step(place)?.lateness);
        Some(view! { <span class=format!("state {class}")>{word}</span> })
    };
    let bar = move || Some(bar(&*shown.dated.get()?, &shown.step(place)?, shown.tool.today));
    view! {
        <li data-test="step">
            {check(name, done, tick)}
            <span class="when">{when}</span>
            {state}
            {bar}
        </li>
    }
    .into_any()
}

/// Where the step lies between the target's beginning and end, as a picture; the words beside it say the same.
fn bar(dated: &Dated, one: &DatedStep, today: Month) -> AnyView {
    let end = dated.steps.iter().map(|step| step.last).max().unwrap_or(dated.date).max(dated.date);
    let whole = end.months_from(dated.begins);
    let before = |month: Month| month.months_from(dated.begins).saturating_sub(1);
    let (_, class) = step::lateness(words::Language::Sv, one.lateness);
    let now = (dated.begins..=end).contains(&today).then(|| {
        view! { <rect class="today" x=before(today).to_string() y="0" width="0.15" height="5"/> }
    });
    view! {
        <svg class=format!("bar {class}") viewBox=format!("0 0 {whole} 10") preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" x="0" y="4.5" width=whole.to_string() height="1"/>
            <rect class="span" x=before(one.first).to_string() y="1" width=one.last.months_from(one.first).to_string() height="8"/>
            <rect class="goal" x=before(dated.date).to_string() y="0" width="0.15" height="10"/>
            {now}
        </svg>
    }
    .into_any()
}
