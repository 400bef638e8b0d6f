//! The targets, each with its steps in time.

use super::tool::CalendarTool;
use super::{target, target_editor};
use crate::commands::list;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words::{self, Word, label, timeline as text};
use leptos::prelude::*;
use samplan::calendar::Month;
use samplan::explore::preset_steps;
use samplan::plan::{Id, Target, TargetKind};

/// The targets and the way to one more.
pub fn targets(tool: CalendarTool) -> AnyView {
    let context = tool.context;
    let ids = memo(move || tool.targets().into_iter().map(|target| target.id).collect::<Vec<_>>());
    let empty = move || {
        ids.with(Vec::is_empty)
            .then(|| view! { <p class="empty-state" data-test="targets-empty">{text_fn(text::no_targets)}</p> })
    };
    let button = |word: Word, kind: TargetKind, test: &'static str| {
        view! {
            <button type="button" on:click=click(move || add(tool, kind)) data-test=test><Icon shape=Shape::Plus/>{text_fn(word)}</button>
        }
    };
    view! {
        <section class="card explore-card" aria-labelledby="targets-title">
            <h3 id="targets-title" tabindex="-1">{text_fn(text::targets)}</h3>
            <p class="small muted">{text_fn(text::targets_what)}</p>
            {empty}
            <For each=move || ids.get() key=Id::clone children=move |id| target::target(tool, id)/>
            <div class="buttons" role="group" aria-label=Signal::derive(move || text::add_target(context.language()).to_owned())>
                {button(words::decision::merger, TargetKind::Merger, "add-merger")}
                {button(label::new_member, TargetKind::Admission, "add-admission")}
                {button(label::own_target, TargetKind::Own, "add-own")}
            </div>
        </section>
    }
    .into_any()
}

/// Adds a target in the first January that its usual steps leave time for, and opens it.
fn add(tool: CalendarTool, kind: TargetKind) {
    let language = tool.context.language();
    let name = super::step::kind(language, kind);
    let id = Id::from_name(name, |id| untrack(|| tool.targets()).iter().any(|target| target.id.as_str() == id));
    let steps = preset_steps(kind);
    let needed = steps.iter().map(|step| i32::from(step.months_before)).max().unwrap_or_default();
    let date = Month::january(tool.today.moved(needed).year().next());
    let target =
        Target { id: id.clone(), name: name.to_owned(), kind, date, steps, done: false, source: String::new() };
    match list::targets(tool.context).add(target) {
        Ok(()) => target_editor::open(tool, id),
        Err(why) => tool.context.notices.warn(why),
    }
}
