//! Targets with their steps and the year's cycle as a calendar file, so that the dates end up where people keep theirs.

use crate::commands::files;
use crate::state::Context;
use crate::words::{target_step, timeline as text};
use leptos::prelude::*;
use samplan::calendar::{Month, Year};
use samplan::exchange::file_stem;
use samplan::explore::{CalendarText, Stamp, ics, occurrences, schedule};
use samplan::plan::{Plan, StepWhat, Target};

/// How many months of the year's cycle are shown and saved.
const MONTHS: i32 = 12;

/// This month; the model has no clock.
pub fn this_month() -> Month {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok().and_then(Year::new);
    let month = u8::try_from(now.get_month().saturating_add(1)).unwrap_or(1);
    year.and_then(|year| Month::new(year, month)).unwrap_or(Month::january(Year::EARLIEST))
}

/// The months of the cycle, from this one on.
pub fn months(today: Month) -> (Month, Month) {
    (today, today.moved(MONTHS - 1))
}

/// Whether a plan has any dates.
pub fn is_dated(plan: &Plan) -> bool {
    !plan.calendar.is_empty() || !plan.targets.is_empty()
}

/// Saves the open plan's dates, and says so.
pub fn save(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let language = context.settings.with_untracked(|settings| settings.language);
    let today = this_month();
    let dated: Vec<_> = plan.targets.iter().map(|target| (target, schedule(target, today))).collect();
    let targets: Vec<_> = dated.iter().map(|(target, dated)| (*target, dated)).collect();
    let (from, to) = months(today);
    let events = occurrences(&plan, from, to).into_iter().filter_map(|one| {
        let event = plan.calendar.iter().find(|event| event.id == one.event)?;
        Some((event, one))
    });
    let events: Vec<_> = events.collect();
    let words = CalendarText {
        plan: &plan.id,
        name: &plan.name,
        step: &|what: &StepWhat| target_step(language, what),
        step_description: &|target: &Target| text::LeadsTo { target: &target.name }.say(language),
    };
    let name = format!("{}.ics", file_stem(&plan.name));
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
        month: month.unwrap_or_else(this_month),
        day: part(now.get_utc_date()),
        hour: part(now.get_utc_hours()),
        minute: part(now.get_utc_minutes()),
        second: part(now.get_utc_seconds()),
    }
}
