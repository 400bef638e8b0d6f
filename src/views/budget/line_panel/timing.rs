//! When the line runs, and what its amounts follow.

use super::group::Group;
use super::lens::LineLens;
use super::new_index::NewIndex;
use super::spread::{AskSpread, MonthsOfYears};
use crate::state::memo::memo;
use crate::ui::field::Choice;
use crate::ui::month::MonthField;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language, label};
use leptos::prelude::*;
use samplan::edit::LineChange;
use samplan::plan::{Active, Id, Rounding};

/// First and last active month.
#[component]
pub fn Months(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let active = lens.part(|line| line.active);
    let first = memo(move || active.get().first);
    let last = memo(move || active.get().last);
    let digest = Signal::derive(move || months_digest(context.language(), active.get()));
    view! {
        <Group title=text_signal(words::line_panel::months) digest=digest name="months">
            <p class="hint">{text_fn(words::line_panel::months_what)}</p>
            <MonthField label=text_signal(words::line_panel::first_month) value=first horizon=lens.horizon()
                none=text_signal(words::line_panel::from_start)
                on_change=move |month| lens.change(LineChange::Months, |line| line.active.first = month)/>
            <MonthField label=text_signal(words::line_panel::last_month) value=last horizon=lens.horizon()
                none=text_signal(words::line_panel::on_and_on)
                on_change=move |month| lens.change(LineChange::Months, |line| line.active.last = month)/>
            <AskSpread lens/>
            <MonthsOfYears lens/>
        </Group>
    }
}

fn months_digest(language: Language, active: Active) -> String {
    let month = |month| words::month(language, month);
    match (active.first, active.last) {
        (None, None) => words::line_panel::always(language).to_owned(),
        (Some(first), None) => words::line_panel::Since { month: month(first) }.say(language),
        (None, Some(last)) => words::line_panel::Until { month: month(last) }.say(language),
        (Some(first), Some(last)) => words::line_panel::Span { first: month(first), last: month(last) }.say(language),
    }
}

/// The index and the rounding of amounts that go on.
#[component]
pub fn Indexing(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let index = lens.part(|line| line.index.clone());
    let indices = memo(move || {
        let named =
            lens.with(|plan, _, _| plan.indices.iter().map(|index| (index.id.clone(), index.name.clone())).collect());
        let named: Vec<(Id, String)> = named.unwrap_or_default();
        named
    });
    let options = Signal::derive(move || {
        let none = (None, words::line_panel::no_index(context.language()).to_owned());
        let named = indices.get().into_iter().map(|(id, name)| (Some(id), name));
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let steps = Signal::derive(move || {
        let language = context.language();
        Rounding::ALL.map(|step| (step, step_name(language, step).to_owned())).to_vec()
    });
    let digest = Signal::derive(move || {
        let now = index.get();
        let named = indices
            .with(|indices| indices.iter().find(|(id, _)| Some(id) == now.as_ref()).map(|(_, name)| name.clone()));
        named.unwrap_or_else(|| words::line_panel::no_index(context.language()).to_owned())
    });
    view! {
        <Group title=text_signal(label::index) digest=digest name="index">
            <Show when=move || indices.with(|indices| !indices.is_empty()) fallback=move || view! {
                <p class="hint">{text_fn(words::line_panel::no_indices)}</p>
            }>
                <Choice label=text_signal(words::line_panel::follows) options=options value=index
                    on_change={move |index: Option<Id>| lens.set(LineChange::Index, |line| line.index = index)}/>
            </Show>
            <NewIndex lens/>
            <Choice label=text_signal(words::line_panel::rounding) options=steps value=lens.part(|line| line.round_to)
                on_change=move |step| lens.set(LineChange::Index, |line| line.round_to = step)/>
        </Group>
    }
}

fn step_name(language: Language, step: Rounding) -> &'static str {
    match step {
        Rounding::One => words::line_panel::step_one(language),
        Rounding::Ten => words::line_panel::step_ten(language),
        Rounding::Hundred => words::line_panel::step_hundred(language),
        Rounding::Thousand => words::line_panel::step_thousand(language),
    }
}
