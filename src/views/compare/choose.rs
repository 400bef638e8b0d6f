//! Which scenarios are compared, with which of them, and in which year.

use super::other;
use super::shown::{ComparisonShown, name};
use crate::commands::files;
use crate::components::stored_plans::stored_plans;
use crate::ui::form::{choice, click};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, compare as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::plan::Id;

/// The most scenarios side by side.
pub const MOST: usize = 4;

/// All that can be compared: the plan itself and each scenario.
fn there(shown: ComparisonShown) -> Vec<Option<Id>> {
    let plan = shown.context.plan();
    let ids: Vec<_> =
        plan.map_or_else(Vec::new, |plan| plan.scenarios.iter().map(|one| Some(one.id.clone())).collect());
    std::iter::once(None).chain(ids).chain(other::ids(shown.context).into_iter().map(Some)).collect()
}

/// Which of them the others are compared with, the year of the verdict, and where others come from.
pub fn asked(shown: ComparisonShown, wanted: RwSignal<Option<Year>>) -> AnyView {
    let context = shown.context;
    let names = Signal::derive(move || there(shown).iter().map(|id| name(context, id.as_ref())).collect::<Vec<_>>());
    let first = Signal::derive(move || {
        let first = shown.chosen.with(|chosen| chosen.first().cloned());
        there(shown).iter().position(|id| Some(id) == first.as_ref()).unwrap_or_default()
    });
    let compare_with = Callback::new(move |place: usize| {
        let Some(id) = untrack(|| there(shown)).into_iter().nth(place) else { return };
        let others = shown.chosen.get_untracked().into_iter().filter(|one| *one != id);
        context.place.compare(std::iter::once(id.clone()).chain(others).take(MOST).collect());
    });
    let years = move || context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect::<Vec<Year>>());
    let year_names = Signal::derive(move || years().iter().map(Year::to_string).collect::<Vec<_>>());
    let year = Signal::derive(move || {
        let now = shown.year.get();
        years().iter().position(|year| Some(*year) == now).unwrap_or_default()
    });
    let choose_year = Callback::new(move |place: usize| wanted.set(untrack(years).get(place).copied()));
    view! {
        <div class="compare-asked">
            {choice(text_signal(text::compared_with), names, first, compare_with)}
            {choice(text_signal(text::verdict_year), year_names, year, choose_year)}
            {another(shown)}
        </div>
    }
    .into_any()
}

/// The scenarios as things to choose.
pub fn choose(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let toggle = move |id: Option<Id>| {
        let mut chosen = shown.chosen.get_untracked();
        match chosen.iter().position(|one| *one == id) {
            // One is left: with none at all it would begin anew.
            Some(_) if chosen.len() == 1 => return,
            Some(place) => {
                chosen.remove(place);
            }
            None if chosen.len() >= MOST => {
                context.notices.say(text::most(context.language()).to_owned());
                return;
            }
            None => chosen.push(id),
        }
        context.place.compare(chosen);
    };
    let all = move || {
        let chips = there(shown).into_iter().map(|id| {
            let named = name(context, id.as_ref());
            let title = named.clone();
            let place = shown.chosen.with(|chosen| chosen.iter().position(|one| *one == id));
            let mark =
                place.map(|place| view! { <span class="mark" aria-hidden="true">{place.saturating_add(1)}</span> });
            view! {
                <button type="button" class="tab" aria-pressed=place.is_some().to_string()
                    title=title on:click=click(move || toggle(id.clone()))>
                    {mark}<span class="in-two-lines">{named}</span></button>
            }
        });
        chips.collect_view()
    };
    view! {
        <div class="tabs" role="group" data-test="compared"
            aria-label=text_signal(text::choose)>{all}</div>
    }
    .into_any()
}

/// Another plan can be laid beside this one; then its base is compared too, where there is room.
fn another(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    Effect::new(move |before: Option<Option<String>>| {
        let now = context.other.with(|other| other.as_ref().map(|other| other.file.clone()));
        let is_new = before.is_some_and(|before| before != now) && now.is_some();
        let mut chosen = untrack(|| shown.chosen.get());
        if is_new && chosen.len() < MOST && !chosen.contains(&Some(other::base())) {
            chosen.push(Some(other::base()));
            context.place.compare(chosen);
        }
        now
    });
    let take = Callback::new(move |plan| context.other.set(Some(plan)));
    let away = move || {
        context.other.with(Option::is_some).then(|| {
            view! {
                <button type="button" on:click=click(move || context.other.set(None))>{text_fn(text::without_other)}</button>
            }
        })
    };
    view! {
        <details class="more" data-test="another-plan">
            <summary>{text_fn(text::another)}</summary>
            <div class="row">
                <button type="button" on:click=click(move || files::choose_other(context))>{text_fn(words::meet::choose_file)}</button>
                {stored_plans(context, false, take)}
                {away}
            </div>
        </details>
    }
    .into_any()
}
