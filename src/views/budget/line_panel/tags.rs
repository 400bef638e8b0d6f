//! The tags: what kind of activity, how far it has come, its risk.

use super::group::Group;
use super::lens::LineLens;
use crate::ui::field::Choice;
use crate::ui::form::on_event;
use crate::ui::text::{Word, text_signal};
use crate::words::{self, Language, label};
use leptos::prelude::*;
use samplan::edit::LineChange;
use samplan::plan::{Approach, Category, Focus, Grade, Line, Status};

const APPROACHES: [Approach; 3] = [Approach::Base, Approach::Process, Approach::Structure];
const FOCUSES: [Focus; 2] = [Focus::Individual, Focus::Structural];
const STATUSES: [Status; 3] = [Status::Decided, Status::Planned, Status::Idea];
const GRADES: [Grade; 3] = [Grade::Low, Grade::Medium, Grade::High];

#[component]
pub fn Tags(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let is_activity = lens.part(|line| line.category == Category::Activity);
    let digest = Signal::derive(move || {
        let language = context.language();
        let told = lens.with(|_, _, line| digest(language, line)).unwrap_or_default();
        if told.is_empty() { words::line_panel::none(language).to_owned() } else { told }
    });
    view! {
        <Group title=text_signal(words::line_panel::tags) digest=digest name="tags">
            <Show when=move || is_activity.get()>
                <Tag lens=lens label=label::kind_of_activity all=&APPROACHES name=words::approach
                    read=|line: &Line| line.approach set=|line: &mut Line, approach| line.approach = approach/>
                <Tick lens=lens label=words::line_panel::locked
                    read=|line: &Line| line.locked set=|line: &mut Line, locked| line.locked = locked/>
            </Show>
            <div class="two">
                <Tag lens=lens label=words::line_panel::focus all=&FOCUSES name=words::focus
                    read=|line: &Line| line.focus set=|line: &mut Line, focus| line.focus = focus/>
                <Tag lens=lens label=words::line_panel::status all=&STATUSES name=words::status
                    read=|line: &Line| line.status set=|line: &mut Line, status| line.status = status/>
                <Tag lens=lens label=label::likelihood all=&GRADES name=words::grade
                    read=|line: &Line| line.risk set=|line: &mut Line, risk| line.risk = risk/>
                <Tag lens=lens label=label::effect all=&GRADES name=words::grade
                    read=|line: &Line| line.effect set=|line: &mut Line, effect| line.effect = effect/>
            </div>
            <Tick lens=lens label=words::line_panel::esf
                read=|line: &Line| line.esf set=|line: &mut Line, esf| line.esf = esf/>
        </Group>
    }
}

/// A tag with a few values, or none.
#[component]
fn Tag<T>(
    lens: LineLens,
    label: Word,
    all: &'static [T],
    name: fn(Language, T) -> &'static str,
    read: fn(&Line) -> Option<T>,
    set: fn(&mut Line, Option<T>),
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let context = lens.context;
    let options = Signal::derive(move || {
        let language = context.language();
        let unset = (None, words::label::not_stated(language).to_owned());
        let named = all.iter().map(|value| (Some(*value), name(language, *value).to_owned()));
        std::iter::once(unset).chain(named).collect::<Vec<_>>()
    });
    view! {
        <Choice label=text_signal(label) options=options value=lens.part(read)
            on_change={move |value: Option<T>| lens.set(LineChange::Tags, |line| set(line, value))}/>
    }
}

/// A tag that is there or not.
#[component]
fn Tick(lens: LineLens, label: Word, read: fn(&Line) -> bool, set: fn(&mut Line, bool)) -> impl IntoView {
    let now = lens.part(read);
    let label = text_signal(label);
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || now.get() on:change=on_event(move |event| {
                let on = event_target_checked(&event);
                lens.set(LineChange::Tags, |line| set(line, on));
            })/>
            {move || label.get()}
        </label>
    }
}

fn digest(language: Language, line: &Line) -> String {
    let told = [
        line.approach.map(|approach| words::approach(language, approach)),
        line.locked.then(|| words::line_panel::locked_digest(language)),
        line.focus.map(|focus| words::focus(language, focus)),
        line.status.map(|status| words::status(language, status)),
        line.esf.then_some("ESF"),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
