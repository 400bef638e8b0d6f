//! The amounts: year by year, or a level. Switching keeps every year's figure and is one step of undo.

use super::amounts::{Amounts, GivenAmounts};
use super::group::Group;
use super::lens::LineLens;
use super::level::LevelFields;
use crate::ui::segments::Segments;
use crate::ui::text::{text_fn, text_signal};
use crate::words;
use leptos::prelude::*;
use samplan::edit::{ConversionError, LineChange, to_amounts, to_level};
use samplan::plan::Schedule;

/// How a line's amounts are stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum ScheduleForm {
    #[default]
    PerYear,
    Level,
}

#[component]
pub fn ScheduleGroup(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let form = lens.part(|line| match line.schedule {
        Schedule::Amounts(_) => ScheduleForm::PerYear,
        Schedule::Level(_) => ScheduleForm::Level,
    });
    let is_funded = lens.part(|line| matches!(&line.schedule, Schedule::Level(level) if !level.funding.is_empty()));
    let refused = RwSignal::new(None::<ConversionError>);
    let switch = move |to: ScheduleForm| {
        if to == form.get_untracked() {
            return;
        }
        let convert = if to == ScheduleForm::Level { to_level } else { to_amounts };
        match untrack(|| lens.with(|plan, _, line| convert(plan, line))) {
            Some(Ok(schedule)) => {
                refused.set(None);
                lens.set(LineChange::Schedule, |line| line.schedule = schedule);
            }
            Some(Err(why)) => refused.set(Some(why)),
            None => {}
        }
    };
    let why = move || {
        let language = context.language();
        refused.get().map(|why| match why {
            ConversionError::NotActive(year) => words::line_panel::NotActive { year }.say(language),
            ConversionError::Overflow => words::line_panel::too_large(language).to_owned(),
        })
    };
    let what = move || {
        let language = context.language();
        match form.get() {
            ScheduleForm::PerYear => words::line_panel::per_year_what(language),
            ScheduleForm::Level => words::line_panel::level_what(language),
        }
    };
    view! {
        <Group title=text_signal(words::line_panel::amounts) open=true name="amounts">
            <Segments label=text_signal(words::line_panel::stated_as) value=form on_change=switch options=vec![
                (ScheduleForm::PerYear, text_signal(words::line_panel::per_year)),
                (ScheduleForm::Level, text_signal(words::line_panel::level)),
            ]/>
            {move || why().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
            <p class="hint">{what}</p>
            <Show when=move || form.get() == ScheduleForm::PerYear fallback=move || view! {
                <LevelFields lens=lens/>
                <Amounts lens=lens/>
                <Show when=move || is_funded.get()>
                    <p class="hint">{text_fn(words::line_panel::funding_goes)}</p>
                </Show>
            }>
                <GivenAmounts lens=lens/>
            </Show>
        </Group>
    }
}
