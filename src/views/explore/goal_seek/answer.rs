//! The answer in a sentence, with what applies it.

use super::seek::{AnsweredGoal, GoalSeekState};
use crate::commands::edit::commit_and_tell;
use crate::decisions;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::views::explore::measure;
use crate::words::{self, goal_seek as text};
use leptos::prelude::*;
use samplan::edit::Edit;
use samplan::explore::{GoalSeekAnswer, GoalSeekError, GoalSeekPoint, Solution, Still};
use samplan::lever::LeverError;
use samplan::money::{Decimal, Unit};

/// The words of one answer.
struct AnswerWords<'a> {
    seek: GoalSeekState,
    asked: &'a AnsweredGoal,
    lever: String,
    measure: String,
}

/// The answer.
pub fn answer(seek: GoalSeekState, asked: &AnsweredGoal) -> AnyView {
    let context = seek.context;
    let (language, unit) = (context.language(), context.unit());
    let lever = decisions::lever_address(language, &asked.plan, &asked.goal.lever, unit);
    let measure = measure::told(language, &asked.plan, &asked.goal.measure);
    let told = AnswerWords { seek, asked, lever, measure };
    let (class, body) = match &asked.answer {
        Ok(found) => match &found.answer {
            GoalSeekAnswer::One(solution) => ("answer", told.solution(solution)),
            GoalSeekAnswer::Several(solutions) => ("answer", told.several(solutions)),
            GoalSeekAnswer::None { nearest } => ("answer none", told.none(nearest)),
            GoalSeekAnswer::NoEffect { metric, reached, why } => {
                ("answer none", told.no_effect(*metric, *reached, why))
            }
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

impl AnswerWords<'_> {
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
                let told = text::Between {
                    lever: &self.lever,
                    least: self.value(least.value),
                    measure: &self.measure,
                    target: self.metric(target),
                    most: self.value(most.value),
                }
                .say(language);
                let over = text::UseLeast { value: self.value(least.value) }.say(language);
                let under = text::UseMost { value: self.value(most.value) }.say(language);
                view! {
                    <p class="sentence">{told}</p>
                    <div class="buttons">{self.apply(least.value, over, true)}{self.apply(most.value, under, false)}</div>
                }
                .into_any()
            }
            (_, _, Some(until)) => {
                let (from, to) = (self.value(solution.at.value), self.value(until));
                let told = text::Stretch {
                    lever: &self.lever,
                    from,
                    to,
                    measure: &self.measure,
                    value: self.metric(solution.at.metric),
                }
                .say(language);
                view! { <p class="sentence">{told}</p><div class="buttons">{self.apply_one(solution.at.value)}</div> }
                    .into_any()
            }
            _ => {
                let (value, metric) = (self.value(solution.at.value), self.metric(solution.at.metric));
                let told = if solution.at.metric == target {
                    text::Exactly { lever: &self.lever, value, measure: &self.measure, metric }.say(language)
                } else {
                    text::Nearly { lever: &self.lever, value, measure: &self.measure, metric }.say(language)
                };
                view! { <p class="sentence">{told}</p><div class="buttons">{self.apply_one(solution.at.value)}</div> }
                    .into_any()
            }
        }
    }

    fn several(&self, solutions: &[Solution]) -> AnyView {
        let language = self.seek.context.language();
        let told = text::Several {
            count: solutions.len(),
            measure: &self.measure,
            target: self.metric(self.asked.goal.target),
        }
        .say(language);
        let each = solutions.iter().map(|solution| view! { <li>{self.solution(solution)}</li> }).collect_view();
        view! { <p class="sentence">{told}</p><ol class="solutions">{each}</ol> }.into_any()
    }

    fn none(&self, nearest: &GoalSeekPoint) -> AnyView {
        let language = self.seek.context.language();
        let lever = &self.asked.lever;
        let (least, most) = self.asked.goal.between.unwrap_or((lever.least, lever.most));
        let told = text::None {
            lever: &self.lever,
            least: self.value(least),
            most: self.value(most),
            measure: &self.measure,
            target: self.metric(self.asked.goal.target),
        }
        .say(language);
        let near =
            text::Nearest { value: self.value(nearest.value), metric: self.metric(nearest.metric) }.say(language);
        let label = text::UseNearest { value: self.value(nearest.value) }.say(language);
        view! {
            <p class="sentence">{told}</p>
            <p>{near}</p>
            <div class="buttons">{self.apply(nearest.value, label, false)}</div>
        }
        .into_any()
    }

    fn no_effect(&self, metric: Decimal, reached: bool, why: &Still) -> AnyView {
        let language = self.seek.context.language();
        let measure = &self.measure;
        let (why, instead) = match why {
            Still::SpentByStepDown { instead } => {
                (Some(words::sensitivity::StillStepDown { measure }.say(language)), instead.as_slice())
            }
            other => (measure::still_told(self.seek.context, &self.asked.plan, measure, other), &[][..]),
        };
        let metric = self.metric(metric);
        let told = match (reached, &why) {
            (true, _) => text::AnyValue { measure, metric, lever: &self.lever }.say(language),
            // Where it is known why, another lever would do no better.
            (false, Some(_)) => text::NoEffectBecause { lever: &self.lever, measure, metric }.say(language),
            (false, None) => text::NoEffect { lever: &self.lever, measure, metric }.say(language),
        };
        let look = measure::look_instead(language, instead);
        let more: Vec<String> = why.into_iter().chain(look).collect();
        let more = (!more.is_empty()).then(|| view! { <p data-test="goal-why">{more.join(" ")}</p> });
        view! { <p class="sentence">{told}</p>{more} }.into_any()
    }

    fn not_sought(&self, why: &GoalSeekError) -> String {
        let language = self.seek.context.language();
        match why {
            GoalSeekError::NoSuchLever => text::gone(language).to_owned(),
            GoalSeekError::NoNumber(Some(LeverError::Invalid(_) | LeverError::OutOfRange)) => {
                text::CannotSet { lever: &self.lever }.say(language)
            }
            GoalSeekError::NoNumber(_) => measure::not_there(self.seek.context, &self.asked.goal.measure)
                .unwrap_or_else(|| text::NoNumber { measure: &self.measure }.say(language)),
            GoalSeekError::NoRange => text::no_range(language).to_owned(),
            GoalSeekError::Overflow => words::budget::overflow(language).to_owned(),
        }
    }

    fn apply_one(&self, value: Decimal) -> AnyView {
        self.apply(value, text::UseValue { value: self.value(value) }.say(self.seek.context.language()), true)
    }

    /// Sets the lever, as one step of undo.
    fn apply(&self, value: Decimal, label: String, primary: bool) -> AnyView {
        let context = self.seek.context;
        let address = self.asked.goal.lever.clone();
        let said = text::Applied { lever: &self.lever, value: self.value(value) }.say(context.language());
        let set = move || {
            commit_and_tell(context, Edit::Lever(address.clone(), value), said.clone());
        };
        view! {
            <button type="button" class:primary=primary on:click=click(set) data-test="goal-apply">
                <Icon shape=Shape::Check/>{label}
            </button>
        }
        .into_any()
    }
}
