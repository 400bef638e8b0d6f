//! The dates as a calendar file, so that they end up where people keep theirs.

use super::tool::{Tool, span, today};
use super::{cycle, step};
use crate::commands::files;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::say;
use crate::words::timeline as text;
use leptos::prelude::*;
use samplan::calendar::{Month, Year};
use samplan::explore::{CalendarText, Stamp, ics, occurrences, schedule};
use samplan::plan::{Id, StepWhat, Target};

/// The button.
pub fn button(tool: Tool) -> AnyView {
    let context = tool.context;
    let empty = memo(move || tool.events().is_empty() && tool.targets().is_empty());
    let shown = move || {
        (!empty.get()).then(|| {
            view! {
                <div class="export">
                    <button type="button" class="primary" on:click=click(move || export(tool)) data-test="ics">
                        <Icon shape=Shape::Download/>{say(text::export)}
                    </button>
                    <span class="small muted">{move || {
                        let (from, to) = cycle::months(tool);
                        text::ExportWhat { span: span(context.language(), from, to) }.say(context.language())
                    }}</span>
                </div>
            }
        })
    };
    shown.into_any()
}

fn export(tool: Tool) {
    let context = tool.context;
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let language = context.settings.with_untracked(|settings| settings.language);
    let dated: Vec<_> = plan.targets.iter().map(|target| (target, schedule(target, tool.today))).collect();
    let targets: Vec<_> = dated.iter().map(|(target, dated)| (*target, dated)).collect();
    let (from, to) = cycle::months(tool);
    let events = occurrences(&plan, from, to).into_iter().filter_map(|one| {
        let event = plan.calendar.iter().find(|event| event.id == one.event)?;
        Some((event, one))
    });
    let events: Vec<_> = events.collect();
    let words = CalendarText {
        plan: &plan.id,
        name: &plan.name,
        step: &|what: &StepWhat| step::name(language, what),
        step_description: &|target: &Target| text::LeadsTo { target: &target.name }.say(language),
    };
    let name = format!("{}.ics", Id::from_name(&plan.name, |_| false));
    if files::download_as(context, &name, &ics(&words, &targets, &events, stamp()), "text/calendar") {
        context.notices.say(text::Exported { name }.say(language));
    }
}

/// Now, in UTC.
fn stamp() -> Stamp {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(now.get_utc_full_year()).ok().and_then(Year::new);
    let month = year.and_then(|year| Month::new(year, part(now.get_utc_month()).saturating_add(1)));
    Stamp {
        month: month.unwrap_or_else(today),
        day: part(now.get_utc_date()),
        hour: part(now.get_utc_hours()),
        minute: part(now.get_utc_minutes()),
        second: part(now.get_utc_seconds()),
    }
}
