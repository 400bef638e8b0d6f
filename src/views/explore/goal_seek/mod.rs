//! Goal seek: which value of a lever makes a measure reach a target.

mod answer;
mod curve;
mod seek;

use super::measure::{self};
use super::shown::{ExploreShown, heading};
use super::value_field::value_field;
use crate::decisions;
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, goal_seek as text, label};
use leptos::prelude::*;
use samplan::explore::{GoalSeekQuestion, goal_seek};
use samplan::lever::{self, Lever, LeverAddress, LeverUnit};
use samplan::money::Decimal;
use samplan::plan::MetricKind;
use samplan::sorted::sort_by_key;
use seek::{AnsweredGoal, GoalSeekState};
use std::sync::Arc;

/// The least and the most value to look between; a lever's usual ends where none is typed.
type Ends = (Option<Decimal>, Option<Decimal>);

/// The tool.
pub fn view(shown: ExploreShown) -> AnyView {
    let context = shown.context;
    let levers = memo(move || Arc::new(levers(shown)));
    let (last, wanted) = context.place.question().get_untracked();
    let (chosen, target) = (RwSignal::new(last), RwSignal::new(wanted));
    let between = RwSignal::new((None, None));
    let goal = memo(move || {
        let lever = lever_of(&levers.get(), chosen.get())?;
        let (least, most) = between.get();
        let own = least.is_some() || most.is_some();
        Some(GoalSeekQuestion {
            between: own.then(|| (least.unwrap_or(lever.least), most.unwrap_or(lever.most))),
            lever: lever.address,
            measure: shown.sought.measure()?,
            target: target.get()?,
        })
    });
    let seek = GoalSeekState {
        context,
        sought: shown.sought,
        chosen,
        target,
        between,
        levers,
        goal,
        found: RwSignal::new(None),
    };
    Effect::new(move |_| context.place.question().set((chosen.get(), target.get())));
    ask(seek, shown);
    let body = move || {
        if levers.with(|levers| levers.is_empty()) {
            return view! { <p class="empty-state">{text_fn(text::no_levers)}</p> }.into_any();
        }
        match seek.found.get() {
            Some(asked) => view! { {answer::answer(seek, &asked)}{curve::curve(seek, &asked)} }.into_any(),
            None => view! { <p class="empty-state" data-test="goal-empty">{text_fn(text::empty)}</p> }.into_any(),
        }
    };
    view! {
        {heading(text::title, text::assumes, text::silent)}
        <section class="card explore-card" aria-labelledby="question-title" data-test="goal-question">
            <h3 id="question-title">{text_fn(text::question)}</h3>
            {question(shown, seek)}
        </section>
        <div class="found" aria-live="polite">{body}</div>
    }
    .into_any()
}

/// Asks whenever the question or the plan changes, once the page has been brought up to date.
fn ask(seek: GoalSeekState, shown: ExploreShown) {
    Effect::new(move |_| {
        let (plan, scenario, goal) = (shown.context.plan(), shown.scenario(), seek.goal.get());
        let (Some(plan), Some(goal)) = (plan, goal) else {
            seek.found.set(None);
            return;
        };
        let asked = move || {
            // Something else was asked meanwhile, or the view has gone.
            if seek.goal.try_get_untracked().flatten().as_ref() != Some(&goal) {
                return;
            }
            let Some(lever) = lever::lever(&plan, &goal.lever) else { return };
            let answer = goal_seek(&plan, scenario.as_ref(), &goal);
            seek.found.try_set(Some(Arc::new(AnsweredGoal { plan, goal, lever, answer })));
        };
        set_timeout(asked, std::time::Duration::ZERO);
    });
}

/// The levers, decisions before the base: what the board chooses first; years last, as few values seldom hit a target.
fn levers(shown: ExploreShown) -> Vec<Lever> {
    let Some(plan) = shown.context.plan() else { return Vec::new() };
    let mut levers = lever::levers(&plan, shown.scenario().as_ref());
    sort_by_key(&mut levers, |lever| {
        (!matches!(lever.address, LeverAddress::Decision { .. }), lever.unit == LeverUnit::Year)
    });
    levers
}

fn lever_of(levers: &[Lever], chosen: Option<LeverAddress>) -> Option<Lever> {
    levers.iter().find(|lever| Some(&lever.address) == chosen.as_ref()).or_else(|| levers.first()).cloned()
}

/// Which value of [lever] makes [measure] become [target]?
fn question(shown: ExploreShown, seek: GoalSeekState) -> AnyView {
    let context = seek.context;
    let names = Signal::derive(move || {
        let Some(plan) = context.plan() else { return Vec::new() };
        let (language, unit) = (context.language(), context.unit());
        seek.levers.with(|all| {
            all.iter().map(|lever| decisions::lever_address(language, &plan, &lever.address, unit)).collect()
        })
    });
    let now = move || lever_of(&seek.levers.get(), seek.chosen.get());
    let place = Signal::derive(move || {
        let now = now().map(|lever| lever.address);
        seek.levers.with(|all| all.iter().position(|lever| Some(&lever.address) == now.as_ref())).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        seek.chosen.set(seek.levers.with_untracked(|all| all.get(place).map(|lever| lever.address.clone())));
        seek.between.set((None, None));
    });
    let kind = memo(move || match seek.sought.metric().kind() {
        MetricKind::Share => 1u8,
        MetricKind::Count { .. } => 2,
        MetricKind::Money => 0,
    });
    let target = Signal::derive(move || seek.target.get());
    let take = OnChange::new(move |number| {
        seek.target.set(number);
        Ok(())
    });
    let target_field = move || {
        let kind = match kind.get() {
            1 => NumberKind::Percent,
            2 => NumberKind::Number,
            _ => NumberKind::Money,
        };
        form::number(text_signal(label::target), kind, target, take)
    };
    let unit = memo(move || now().map(|lever| lever.unit));
    let end = move |label: words::Word, read: fn(Ends) -> Option<Decimal>, high: bool| {
        let value = Signal::derive(move || {
            let usual = now().map(|lever| if high { lever.most } else { lever.least });
            read(seek.between.get()).or(usual)
        });
        let take = OnChange::new(move |number: Option<Decimal>| {
            seek.between.update(|between| if high { between.1 = number } else { between.0 = number });
            Ok(())
        });
        unit.get().map(|unit| value_field(context, text_signal(label), unit, value, take))
    };
    let range = move || view! { {end(text::from, |ends| ends.0, false)}{end(text::to, |ends| ends.1, true)} };
    view! {
        <div class="fields">
            <div class="grow" data-test="goal-lever">{form::choice(text_signal(label::lever), names, place, choose)}</div>
            {measure::fields(shown.sought)}
            <div data-test="goal-target">{target_field}</div>
        </div>
        <details class="more">
            <summary>{text_fn(text::range)}</summary>
            <p class="small muted">{text_fn(text::range_what)}</p>
            <div class="fields">{range}</div>
        </details>
    }
    .into_any()
}
