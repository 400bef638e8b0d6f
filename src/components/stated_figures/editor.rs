//! A printed figure that is being written, until it is saved.

use super::read::read;
use crate::commands::edit::commit;
use crate::commands::list;
use crate::state::Context;
use crate::words;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::ListChange;
use samplan::money::{self, NumberError};
use samplan::plan::{FigureMeaning, Id, Metric, MetricKind, StatedFigure, StatedValue, Term};

/// What kind of number a printed figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    Amount,
    Percent,
    Count,
}

/// The figure in the dialog. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct StatedFigureEditor {
    pub(super) context: Context,
    pub(super) association: StoredValue<Id>,
    pub(super) open: RwSignal<bool>,
    /// The figure that is changed, with its place, as it was when the dialog opened; a new one when `None`.
    pub(super) was: RwSignal<Option<(usize, StatedFigure)>>,
    pub(super) label: RwSignal<String>,
    pub(super) year: RwSignal<Year>,
    pub(super) kind: RwSignal<ValueKind>,
    /// The value as typed.
    pub(super) value: RwSignal<String>,
    pub(super) stands_for: RwSignal<FigureMeaning>,
    pub(super) source: RwSignal<String>,
    pub(super) error: RwSignal<Option<String>>,
}

impl StatedFigureEditor {
    /// An editor for figures of an association, closed.
    pub fn new(context: Context, association: Id) -> StatedFigureEditor {
        StatedFigureEditor {
            context,
            association: StoredValue::new(association),
            open: RwSignal::new(false),
            was: RwSignal::new(None),
            label: RwSignal::new(String::new()),
            year: RwSignal::new(Year::EARLIEST),
            kind: RwSignal::new(ValueKind::Amount),
            value: RwSignal::new(String::new()),
            stands_for: RwSignal::new(FigureMeaning::Term(Term::Metric(Metric::Cost))),
            source: RwSignal::new(String::new()),
            error: RwSignal::new(None),
        }
    }

    /// Opens for a new figure.
    pub fn add(self, year: Year, stands_for: FigureMeaning) {
        self.was.set(None);
        self.label.set(String::new());
        self.year.set(year);
        self.kind.set(kind_for(&stands_for));
        self.value.set(String::new());
        self.stands_for.set(stands_for);
        self.source.set(String::new());
        self.show();
    }

    /// Opens for the figure at a place of the association's list.
    pub fn change(self, place: usize) {
        let id = self.association.get_value();
        let printed = untrack(|| read(self.context, &id, |association| association.printed.get(place).cloned()));
        let Some(printed) = printed.flatten() else { return };
        let (kind, text) = self.shown(&printed.value);
        self.was.set(Some((place, printed.clone())));
        self.label.set(printed.label);
        self.year.set(printed.year);
        self.kind.set(kind);
        self.value.set(text);
        self.stands_for.set(printed.stands_for);
        self.source.set(printed.source);
        self.show();
    }

    /// The kind of a value, and how it stands in the field.
    fn shown(self, value: &StatedValue) -> (ValueKind, String) {
        let mark = self.context.language().decimal_mark();
        match value {
            StatedValue::Amount(amount) => (ValueKind::Amount, money::plain(*amount, self.context.unit())),
            // With the decimals that it has: they say how exactly the document rounds.
            StatedValue::Percent(number) => (ValueKind::Percent, money::decimal(*number, number.scale(), mark)),
            StatedValue::Count(number) => (ValueKind::Count, money::decimal(*number, number.scale(), mark)),
        }
    }

    fn show(self) {
        self.error.set(None);
        self.open.set(true);
    }

    /// The value as it is typed now, or why it is not one.
    pub(super) fn read_value(self) -> Result<StatedValue, String> {
        let text = self.value.get_untracked();
        let kind = self.kind.get_untracked();
        // Three decimals could be read in two ways; what was there is known.
        let was = self.was.get_untracked().map(|(_, printed)| printed.value);
        if let Some(was) = was.filter(|was| self.shown(was) == (kind, text.clone())) {
            return Ok(was);
        }
        let asked = match kind {
            ValueKind::Amount => words::ExpectedNumber::Amount,
            ValueKind::Percent => words::ExpectedNumber::PerCent,
            ValueKind::Count => words::ExpectedNumber::Count,
        };
        let value = match kind {
            ValueKind::Amount => money::read_amount(&text, self.context.unit()).map(StatedValue::Amount),
            ValueKind::Percent => {
                money::read_number(text.trim_end_matches(['%', ' ', '\u{a0}'])).map(StatedValue::Percent)
            }
            ValueKind::Count => money::read_number(&text).map(StatedValue::Count),
        };
        value.map_err(|problem: NumberError| words::number_problem(self.context.language(), asked, problem, &text))
    }

    /// Commits the figure and closes, or says why not.
    pub(super) fn save(self) {
        let saved = self.read_value().and_then(|value| {
            let printed = StatedFigure {
                label: self.label.get_untracked().trim().to_owned(),
                year: self.year.get_untracked(),
                value,
                stands_for: self.stands_for.get_untracked(),
                source: self.source.get_untracked().trim().to_owned(),
            };
            let change = match self.was.get_untracked() {
                Some((place, was)) => ListChange::Replace { place, was: Box::new(was), now: Box::new(printed) },
                None => ListChange::add(printed),
            };
            commit(self.context, list::printed(self.context, self.association.get_value()).edit(change))
        });
        match saved {
            Ok(()) => self.open.set(false),
            Err(why) => self.error.set(Some(why)),
        }
    }
}

/// The kind of number that a figure usually is.
pub(super) fn kind_for(figure: &FigureMeaning) -> ValueKind {
    match figure {
        FigureMeaning::Share { .. } => ValueKind::Percent,
        FigureMeaning::Term(Term::Metric(metric)) => match metric.kind() {
            MetricKind::Money => ValueKind::Amount,
            MetricKind::Share => ValueKind::Percent,
            MetricKind::Count { .. } => ValueKind::Count,
        },
        FigureMeaning::Term(Term::Category(_) | Term::Line(_) | Term::Stated { .. }) | FigureMeaning::Sum(_) => {
            ValueKind::Amount
        }
    }
}
