//! What a showing knows: its slides and which is shown, the year, what is revealed, and the plan as it is kept.

use super::fit;
use crate::state::Context;
use crate::words::{Language, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::ComparedFigure;
use samplan::money::Decimal;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Id, Metric, Slide, SlideKind};
use samplan::show;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What the room has thought by slide: its guesses, and which answers it has seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thought {
    guessed: Vec<(usize, Decimal)>,
    revealed: Vec<usize>,
}

/// The showing; cheap to copy.
#[derive(Clone, Copy)]
pub struct Stage {
    pub context: Context,
    /// As they were when the showing began: a lever must not make a slide come or go.
    slides: StoredValue<Vec<Slide>>,
    /// The slide that is shown.
    pub at: RwSignal<usize>,
    /// The year of the key figures; the last when `None`.
    year: RwSignal<Option<Year>>,
    /// The slides whose result has been shown.
    revealed: RwSignal<Vec<usize>>,
    /// What the room has guessed, by slide.
    guessed: RwSignal<Vec<(usize, Decimal)>>,
    /// Whether the screen is blank.
    pub blank: RwSignal<bool>,
    /// Whether positions are being noted.
    pub noting: RwSignal<bool>,
    /// Whether it is being asked what is to be kept.
    pub leaving: RwSignal<bool>,
    /// Whether a projector's window follows.
    pub followed: RwSignal<bool>,
    /// Pixels of the screen per pixel of 1920 × 1080.
    pub scale: RwSignal<f64>,
    /// The base as it is kept: what figures are compared with.
    before: StoredValue<Option<Arc<Outcome>>>,
    /// Whether it is a picture of a slide, which nothing is typed in.
    pub is_picture: bool,
}

impl Stage {
    /// A showing of the open scenario.
    pub fn new(context: Context) -> Stage {
        // A slide that is prepared stands beside the plan itself: nothing is shown on a copy yet.
        let kept = context.session.saved_plan().or_else(|| context.session.plan().get_untracked());
        let before = kept.as_ref().and_then(|plan| project(plan, None).ok()).map(Arc::new);
        let slides = kept.as_ref().map_or_else(Vec::new, |plan| {
            let open = context.scenario.get_untracked();
            let scenario = open.and_then(|id| plan.scenario_by_id(&id));
            let outcome = project(plan, scenario);
            outcome.map_or_else(|_| Vec::new(), |outcome| show::shown(plan, scenario, &outcome))
        });
        // It begins at the slide that was chosen on the page that prepares it.
        let first = context.first_slide.get_untracked();
        let at = slides.iter().position(|slide| Some(&slide.id) == first.as_ref()).unwrap_or_default();
        Stage {
            context,
            slides: StoredValue::new(slides),
            at: RwSignal::new(at),
            year: RwSignal::new(None),
            revealed: RwSignal::new(Vec::new()),
            guessed: RwSignal::new(Vec::new()),
            blank: RwSignal::new(false),
            noting: RwSignal::new(false),
            leaving: RwSignal::new(false),
            followed: RwSignal::new(false),
            scale: RwSignal::new(1.0),
            before: StoredValue::new(before),
            is_picture: false,
        }
    }

    /// A stage for a picture of a slide other than the one that is shown: what that hides is hidden.
    pub fn aside(self, scale: f64) -> Stage {
        Stage {
            at: RwSignal::new(self.count()),
            revealed: RwSignal::new(Vec::new()),
            scale: RwSignal::new(scale),
            is_picture: true,
            ..self
        }
    }

    pub fn language(self) -> Language {
        self.context.language()
    }

    /// How many slides there are.
    pub fn count(self) -> usize {
        self.slides.with_value(Vec::len)
    }

    /// The slide that is shown.
    pub fn slide(self) -> Option<Slide> {
        let at = self.at.get();
        self.slides.with_value(|slides| slides.get(at).cloned())
    }

    /// Goes to a slide.
    pub fn go(self, at: usize) {
        let at = at.min(self.count().saturating_sub(1));
        if self.at.get_untracked() != at {
            self.at.set(at);
            crate::ui::focus::focus_new(".show[role] > .slide-box h2");
        }
    }

    /// One on: first what the slide hides, then the next slide.
    pub fn next(self) {
        let slide = untrack(|| self.slide());
        if slide.is_some_and(|slide| slide.kind == SlideKind::ThinkFirst) && !untrack(|| self.is_revealed()) {
            self.reveal();
        } else {
            self.go(self.at.get_untracked().saturating_add(1));
        }
    }

    /// One back.
    pub fn back(self) {
        self.go(self.at.get_untracked().saturating_sub(1));
    }

    /// Shows the result, or hides it again.
    pub fn reveal(self) {
        let at = self.at.get_untracked();
        self.revealed.update(|revealed| match revealed.iter().position(|one| *one == at) {
            Some(place) => {
                revealed.remove(place);
            }
            None => revealed.push(at),
        });
    }

    /// Whether the slide's result is shown.
    pub fn is_revealed(self) -> bool {
        let at = self.at.get();
        self.revealed.with(|revealed| revealed.contains(&at))
    }

    /// Another guess about the slide that is shown.
    pub fn guess(self, value: Decimal) {
        let at = self.at.get_untracked();
        self.guessed.update(|guessed| guessed.push((at, value)));
    }

    /// Takes a guess about the slide that is shown away, by its place.
    pub fn unguess(self, place: usize) {
        let at = self.at.get_untracked();
        self.guessed.update(|guessed| {
            let mine = guessed.iter().enumerate().filter(|(_, (slide, _))| *slide == at).map(|(place, _)| place);
            if let Some(place) = mine.collect::<Vec<_>>().get(place) {
                guessed.remove(*place);
            }
        });
    }

    /// The guesses about the slide that is shown.
    pub fn guesses(self) -> Vec<Decimal> {
        let at = self.at.get();
        self.guessed.with(|guessed| guessed.iter().filter(|(slide, _)| *slide == at).map(|(_, value)| *value).collect())
    }

    /// What the room guessed last, for as long as the showing lasts: about the slide that is shown or one before it.
    pub fn last_guesses(self) -> Vec<Decimal> {
        let at = self.at.get();
        self.guessed.with(|guessed| {
            let last = guessed.iter().map(|(slide, _)| *slide).filter(|slide| *slide <= at).max();
            guessed.iter().filter(|(slide, _)| Some(*slide) == last).map(|(_, value)| *value).collect()
        })
    }

    /// What is kept of what the room has thought.
    pub fn thought(self) -> Thought {
        Thought { guessed: self.guessed.get(), revealed: self.revealed.get() }
    }

    /// Goes on with what the room had thought.
    pub fn think_again(self, thought: Thought) {
        self.guessed.set(thought.guessed);
        self.revealed.set(thought.revealed);
    }

    /// The slide after the one that is shown.
    pub fn following(self) -> Option<Slide> {
        let next = self.at.get().saturating_add(1);
        self.slides.with_value(|slides| slides.get(next).cloned())
    }

    /// The plan's years.
    pub fn years(self) -> Vec<Year> {
        self.context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect())
    }

    /// The year of the key figures.
    pub fn year(self) -> Option<Year> {
        let years = self.years();
        self.year.get().filter(|year| years.contains(year)).or_else(|| years.last().copied())
    }

    /// A year of the plan's.
    pub fn go_to_year(self, year: Option<Year>) {
        self.year.set(year);
    }

    /// The year before or after.
    pub fn step_year(self, forth: bool) {
        untrack(|| {
            let years = self.years();
            let now = self.year().and_then(|now| years.iter().position(|year| *year == now)).unwrap_or_default();
            let then = if forth { now.saturating_add(1) } else { now.saturating_sub(1) };
            if let Some(year) = years.get(then) {
                self.year.set(Some(*year));
            }
        });
    }

    /// The association that is shown; all together when `None`.
    pub fn association(self) -> Option<Id> {
        let outcome = self.context.scenario_outcome.get()?;
        match outcome.projection.associations.as_slice() {
            [only] => Some(only.id.clone()),
            _ => self.context.association.get().filter(|id| outcome.projection.association(id).is_some()),
        }
    }

    /// Reads the base as it is kept.
    pub fn before<T>(self, read: impl FnOnce(&Outcome) -> T) -> Option<T> {
        self.before.with_value(|before| before.as_deref().map(read))
    }

    /// A figure as it is shown, beside the base as it is kept.
    pub fn cell(self, year: Year, metric: Metric) -> ComparedFigure {
        let association = self.association();
        // After a merger the association that is shown is not in the base: there its parts together are what it was.
        let old = self.before(|outcome| {
            let there = association.as_ref().filter(|id| outcome.projection.association(id).is_some());
            outcome.projection.get(there, year, metric)
        });
        let new = self.context.scenario_outcome.with(|outcome| {
            outcome.as_ref().and_then(|outcome| outcome.projection.get(association.as_ref(), year, metric))
        });
        ComparedFigure::of(old.flatten(), new)
    }

    /// Whether a figure is known in any year.
    pub fn knows(self, metric: Metric) -> bool {
        self.years().into_iter().any(|year| self.cell(year, metric).new.is_some())
    }

    /// Whether a figure differs from the base in any year.
    pub fn differs(self, metric: Metric) -> bool {
        self.years().into_iter().any(|year| self.cell(year, metric).differs())
    }

    /// The name of the open scenario.
    pub fn scenario_name(self) -> String {
        let named = self.context.with_scenario(|plan, scenario| fit::scenario(plan, scenario, 50));
        named.unwrap_or_else(|| label::the_plan(self.language()).to_owned())
    }

    /// Pixels on this screen for so many at 1920 × 1080.
    pub fn px(self, at_full: f64) -> f64 {
        at_full * self.scale.get()
    }
}
