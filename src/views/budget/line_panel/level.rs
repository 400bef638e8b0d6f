//! A level: what a full year costs from a year on, and who funds how much of it from a month on.

use super::group::Group;
use super::lens::LineLens;
use crate::state::memo::memo;
use crate::ui::field::{Choice, NumberField, NumberKind};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::month::MonthField;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::calendar::{Month, Year};
use samplan::edit::{LineEdit, ListChange};
use samplan::money::Decimal;
use samplan::plan::{Funding, Line, Schedule};

#[component]
pub fn LevelFields(lens: LineLens) -> impl IntoView {
    view! { <Levels lens=lens/> }
}

/// Who else pays, and from when.
#[component]
pub fn CoFunding(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let is_level = lens.part(|line| matches!(line.schedule, Schedule::Level(_)));
    let count = lens.part(|line| phases(line).len());
    // Open where somebody else pays: the figures above follow from it.
    let funded = count.get_untracked() > 0;
    let digest = Signal::derive(move || {
        let language = context.language();
        match count.get() {
            0 => words::line_panel::pays_all(language).to_owned(),
            count => words::line_panel::PhaseCount { count }.say(language),
        }
    });
    view! {
        <Group title=text_signal(words::line_panel::funding) digest=digest name="funding" open=funded>
            <Show when=move || is_level.get() fallback=move || view! {
                <p class="hint">{text_fn(words::line_panel::funding_of_levels)}</p>
            }>
                <FundingPhases lens=lens/>
            </Show>
        </Group>
    }
}

#[component]
fn Levels(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let given = lens.part(|line| line.schedule.given().keys().copied().collect::<Vec<Year>>());
    let horizon = lens.horizon();
    let free = memo(move || {
        let given = given.get();
        horizon.get().iter().filter(|year| !given.contains(year)).collect::<Vec<Year>>()
    });
    let chosen = RwSignal::new(None::<Year>);
    let new_year = memo(move || {
        let free = free.get();
        chosen.get().filter(|year| free.contains(year)).or_else(|| free.first().copied())
    });
    let options =
        Signal::derive(move || free.get().into_iter().map(|year| (Some(year), year.to_string())).collect::<Vec<_>>());
    let add = move |_| {
        let Some(year) = new_year.get_untracked() else { return };
        // It begins as what holds in that year, so that adding it changes nothing.
        let level = untrack(|| {
            lens.with(|_, _, line| line.schedule.given().range(..year).next_back().map(|(_, level)| *level))
        });
        or_warn(lens, set_level(lens, year, Some(level.flatten().unwrap_or_default())));
    };
    view! {
        <div class="levels">
            {keyed_list(move || given.get(), move |year| {
                let level = lens.part(move |line| line.schedule.given().get(&year).copied());
                let label = Signal::derive(move || words::line_panel::LevelFrom { year }.say(context.language()));
                view! {
                    <div class="row">
                        <span aria-hidden="true">{move || words::line_panel::FromYear { year }.say(context.language())}</span>
                        <NumberField label=label hide_label=true value=level kind=NumberKind::Money
                            on_change=move |amount| set_level(lens, year, amount)/>
                        <button type="button" class="icon" on:click=on_mouse(move |_| or_warn(lens, set_level(lens, year, None)))
                            aria-label=move || words::line_panel::RemoveLevel { year }.say(context.language())>
                            <Icon shape=Shape::Bin/>
                        </button>
                    </div>
                }
            })}
            <Show when=move || new_year.get().is_some()>
                <div class="add">
                    <Choice label=text_signal(words::line_panel::new_level) options=options value=new_year
                        on_change={move |year: Option<Year>| chosen.set(year)}/>
                    <button type="button" on:click=on_mouse(add)>
                        <Icon shape=Shape::Plus/>{text_fn(words::line_panel::add_level)}
                    </button>
                </div>
            </Show>
        </div>
    }
}

fn set_level(lens: LineLens, year: Year, now: Option<Decimal>) -> Result<(), String> {
    let was = untrack(|| lens.with(|_, _, line| line.schedule.given().get(&year).copied())).flatten();
    lens.commit(LineEdit::Level { line: lens.id(), year, was, now })
}

/// Where there is no field to show a refusal it becomes a message.
fn or_warn(lens: LineLens, taken: Result<(), String>) {
    if let Err(why) = taken {
        lens.context.notices.warn(why);
    }
}

#[component]
fn FundingPhases(lens: LineLens) -> impl IntoView {
    let horizon = lens.horizon();
    let count = lens.part(|line| phases(line).len());
    let add = move |_| {
        let january = Month::january(horizon.get_untracked().first);
        // After the last phase and with all of the cost: nothing changes until the user says what does.
        let from = untrack(|| lens.with(|_, _, line| phases(line).last().map(|last| last.from.next()))).flatten();
        let phase = Funding { from: from.unwrap_or(january), share: Decimal::ONE };
        or_warn(lens, lens.commit(LineEdit::Phase { line: lens.id(), change: ListChange::add(phase) }));
    };
    view! {
        <div class="funding">
            <p class="hint">{text_fn(words::line_panel::funding_what)}</p>
            {keyed_list(move || (0..count.get()).collect(), move |place| {
                view! { <Phase lens=lens place=place/> }
            })}
            <button type="button" on:click=on_mouse(add)>
                <Icon shape=Shape::Plus/>{text_fn(words::line_panel::add_phase)}
            </button>
        </div>
    }
}

#[component]
fn Phase(lens: LineLens, place: usize) -> impl IntoView {
    let context = lens.context;
    let phase = lens.part(move |line| phases(line).get(place).cloned());
    let from = memo(move || phase.get().map(|phase| phase.from));
    let share = memo(move || phase.get().map(|phase| phase.share));
    let change = move |change: &dyn Fn(&mut Funding)| {
        let Some(was) = phase.get_untracked() else { return Ok(()) };
        let mut now = was.clone();
        change(&mut now);
        let change = ListChange::Replace { place, was: Box::new(was), now: Box::new(now) };
        lens.commit(LineEdit::Phase { line: lens.id(), change })
    };
    let remove = move |_| {
        let Some(was) = phase.get_untracked() else { return };
        let change = ListChange::Remove { place, was: Box::new(was) };
        or_warn(lens, lens.commit(LineEdit::Phase { line: lens.id(), change }));
    };
    let sentence = move || {
        let language = context.language();
        phase.get().map(|phase| {
            let share = words::percent_as_typed(language, phase.share);
            words::line_panel::FundingFrom { month: words::month(language, phase.from), share }.say(language)
        })
    };
    let remove_label = move || {
        let language = context.language();
        words::line_panel::RemovePhase {
            month: from.get().map(|from| words::month(language, from)).unwrap_or_default(),
        }
        .say(language)
    };
    view! {
        <div class="phase" data-test="phase">
            <MonthField label=text_signal(label::from) value=from horizon=lens.horizon()
                on_change=move |month| match month {
                    Some(month) => change(&|phase| phase.from = month),
                    None => Ok(()),
                }/>
            <NumberField label=text_signal(label::the_association_s_share) value=share kind=NumberKind::Percent
                on_change=move |share| match share {
                    Some(share) => change(&|phase| phase.share = share),
                    None => Err(words::how_to_write(context.language(), words::ExpectedNumber::PerCent).to_owned()),
                }/>
            <button type="button" class="icon" aria-label=remove_label on:click=on_mouse(remove)><Icon shape=Shape::Bin/></button>
            <p class="hint">{sentence}</p>
        </div>
    }
}

fn phases(line: &Line) -> &[Funding] {
    match &line.schedule {
        Schedule::Level(level) => &level.funding,
        Schedule::Amounts(_) => &[],
    }
}
