//! The answer in a sentence, with what applies it.

use super::{Asked, Seek};
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::commit_or_warn;
use crate::views::explore::measure;
use crate::words::{self, goal_seek as text};
use leptos::prelude::*;
use samplan::edit::Edit;
use samplan::explore::{Answer, NotSought, Point, Solution};
use samplan::lever::LeverProblem;
use samplan::money::{Decimal, Unit};

/// The words of one answer.
struct Told<'a> {
    seek: Seek,
    asked: &'a Asked,
    lever: String,
    measure: String,
}

/// The answer.
pub fn answer(seek: Seek, asked: &Asked) -> AnyView {
    let context = seek.context;
    let (language, unit) = (context.language(), context.unit());
    let lever = words::lever_address(language, &asked.plan, &asked.goal.lever, unit);
    let measure = measure::told(language, &asked.plan, &asked.goal.measure);
    let told = Told { seek, asked, lever, measure };
    let (class, body) = match &asked.answer {
        Ok(found) => match &found.answer {
            Answer::One(solution) => ("answer", told.solution(solution)),
            Answer::Several(solutions) => ("answer", told.several(solutions)),
            Answer::None { nearest } => ("answer none", told.none(nearest)),
            Answer::NoEffect { metric, reached } => ("answer none", told.no_effect(*metric, *reached)),
        },
        Err(why) => ("answer none", view! { <p>{told.not_sought(why)}</p> }.into_any()),
    };
    view! {
        <section class=format!("card explore-card {class}") aria-labelledby="answer-title" data-test="goal-answer">
            <h3 id="answer-title">{text::answer(language)}</h3>
            {body}
        </section>
    }
    .into_any()
}

impl Told<'_> {
    /// A value of the lever to the krona, however amounts are shown: it is the exact answer.
    fn value(&self, value: Decimal) -> String {
        words::lever_value(self.seek.context.language(), value, self.asked.lever.unit, Unit::Kronor)
    }

    fn metric(&self, value: Decimal) -> String {
        let context = self.seek.context;
        words::figure_value(context.language(), self.asked.goal.measure.metric, value, context.unit())
    }

    fn solution(&self, solution: &Solution) -> AnyView {
        let language = self.seek.context.language();
        let target = self.asked.goal.target;
        let (least, most) = (solution.at_least(target), solution.at_most(target));
        match (least, most, solution.until) {
            (Some(least), Some(most), _) if solution.across.is_some() => {
                let told = text::between(
                    language,
                    &self.lever,
                    self.value(least.value),
                    &self.measure,
                    self.metric(target),
                    self.value(most.value),
                );
                let over = text::use_least(language, self.value(least.value));
                let under = text::use_most(language, self.value(most.value));
                view! {
                    <p class="sentence">{told}</p>
                    <div class="buttons">{self.apply(least.value, over, true)}{self.apply(most.value, under, false)}</div>
                }
                .into_any()
            }
            (_, _, Some(until)) => {
                let (from, to) = (self.value(solution.at.value), self.value(until));
                let told =
                    text::stretch(language, &self.lever, from, to, &self.measure, self.metric(solution.at.metric));
                view! { <p class="sentence">{told}</p><div class="buttons">{self.apply_one(solution.at.value)}</div> }
                    .into_any()
            }
            _ => {
                let (value, metric) = (self.value(solution.at.value), self.metric(solution.at.metric));
                let told = if solution.at.metric == target {
                    text::exactly(language, &self.lever, value, &self.measure, metric)
                } else {
                    text::nearly(language, &self.lever, value, &self.measure, metric)
                };
                view! { <p class="sentence">{told}</p><div class="buttons">{self.apply_one(solution.at.value)}</div> }
                    .into_any()
            }
        }
    }

    fn several(&self, solutions: &[Solution]) -> AnyView {
        let language = self.seek.context.language();
        let told = text::several(language, solutions.len(), &self.measure, self.metric(self.asked.goal.target));
        let each = solutions.iter().map(|solution| view! { <li>{self.solution(solution)}</li> }).collect_view();
        view! { <p class="sentence">{told}</p><ol class="solutions">{each}</ol> }.into_any()
    }

    fn none(&self, nearest: &Point) -> AnyView {
        let language = self.seek.context.language();
        let lever = &self.asked.lever;
        let (least, most) = self.asked.goal.between.unwrap_or((lever.least, lever.most));
        let told = text::none(
            language,
            &self.lever,
            self.value(least),
            self.value(most),
            &self.measure,
            self.metric(self.asked.goal.target),
        );
        let near = text::nearest(language, self.value(nearest.value), self.metric(nearest.metric));
        let label = text::use_nearest(language, self.value(nearest.value));
        view! {
            <p class="sentence">{told}</p>
            <p>{near}</p>
            <div class="buttons">{self.apply(nearest.value, label, false)}</div>
        }
        .into_any()
    }

    fn no_effect(&self, metric: Decimal, reached: bool) -> AnyView {
        let language = self.seek.context.language();
        let told = if reached {
            text::any_value(language, &self.measure, self.metric(metric), &self.lever)
        } else {
            text::no_effect(language, &self.lever, &self.measure, self.metric(metric))
        };
        view! { <p class="sentence">{told}</p> }.into_any()
    }

    fn not_sought(&self, why: &NotSought) -> String {
        let language = self.seek.context.language();
        match why {
            NotSought::NoSuchLever => text::gone(language).to_owned(),
            NotSought::NoNumber(Some(LeverProblem::Invalid(_) | LeverProblem::OutOfRange)) => {
                text::cannot_set(language, &self.lever)
            }
            NotSought::NoNumber(_) => text::no_number(language, &self.measure),
            NotSought::NoRange => text::no_range(language).to_owned(),
            NotSought::Overflow => words::budget::overflow(language).to_owned(),
        }
    }

    fn apply_one(&self, value: Decimal) -> AnyView {
        self.apply(value, text::use_value(self.seek.context.language(), self.value(value)), true)
    }

    /// Sets the lever, as one step of undo.
    fn apply(&self, value: Decimal, label: String, primary: bool) -> AnyView {
        let context = self.seek.context;
        let address = self.asked.goal.lever.clone();
        let said = text::applied(context.language(), &self.lever, self.value(value));
        let set = move || {
            commit_or_warn(context, Edit::Lever(address.clone(), value));
            context.notices.undoable(said.clone(), move || context.session.undo());
        };
        view! {
            <button type="button" class:primary=primary on:click=click(set) data-test="goal-apply">
                <Icon shape=Shape::Check/>{label}
            </button>
        }
        .into_any()
    }
}
