//! The form's state: the draft, texts that are no numbers, and whether it has been asked to become a plan. It lives as
//! long as the app and is kept between visits, so that nothing typed is lost when an error stops it, another view is
//! shown or the page is left.

use crate::state::chance::new_plan_id;
use crate::state::drafts::{Drafts, keep_form};
use crate::state::memo::memo;
use crate::state::notices::TakeBack;
use crate::ui::field::DraftText;
use crate::words::{self, Language, new_plan as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::draft::{Contributions, Draft, DraftField, FieldError, FinishError, StateNames};
use samplan::money::{self, Unit};
use samplan::outcome::{Outcome, project_base};
use samplan::plan::{Approach, Category, Plan, ValidationError};
use samplan::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// The form as it is kept between two visits.
#[derive(Serialize, Deserialize)]
struct Left {
    draft: Draft,
    unread: Vec<(DraftField, String)>,
}

/// The guided form. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct NewPlanForm {
    /// The answers.
    pub draft: RwSignal<Draft>,
    /// How the contributions are divided.
    pub contributions: Memo<Contributions>,
    /// What follows from the answers so far.
    pub outcome: Memo<Option<Outcome>>,
    /// What is wrong, shown once the plan has been asked for.
    faults: Memo<Vec<(DraftField, FieldError)>>,
    /// Texts that are no numbers.
    unread: RwSignal<SortedMap<DraftField, String>>,
    asked: RwSignal<bool>,
    problems: RwSignal<Vec<ValidationError>>,
}

impl NewPlanForm {
    /// The form as it was left, or an empty one. Made once, when its view is first opened. From now on it is kept as it is
    /// filled in.
    pub fn start(language: Language, drafts: Drafts) -> NewPlanForm {
        let left = drafts.form().and_then(|text| serde_json::from_str::<Left>(&text).ok());
        let Left { draft, unread } = left.unwrap_or_else(|| Left { draft: empty(language), unread: Vec::new() });
        let draft = RwSignal::new(draft);
        let form = NewPlanForm {
            draft,
            contributions: memo(move || draft.with(Draft::contributions)),
            outcome: memo(move || project_base(&draft.with(Draft::partial_plan)).ok()),
            faults: memo(move || draft.with(Draft::faults)),
            unread: RwSignal::new(unread.into_iter().collect()),
            asked: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
        };
        Effect::new(move |before: Option<Option<String>>| {
            let now =
                form.is_touched().then(|| Left { draft: draft.get(), unread: form.unread.get().into_iter().collect() });
            let now = now.and_then(|left| serde_json::to_string(&left).ok());
            if before.is_some_and(|before| before != now) {
                keep_form(now.as_deref());
            }
            now
        });
        form
    }

    /// Whether anything has been typed.
    pub fn is_touched(&self) -> bool {
        let fresh = [Language::Sv, Language::En].map(empty);
        self.draft.with(|draft| !fresh.contains(draft)) || self.unread.with(|unread| !unread.is_empty())
    }

    /// Gives an untouched form its suggestions in the language of the interface.
    pub fn speak(&self, language: Language) {
        if !untrack(|| self.is_touched()) && self.draft.with_untracked(|draft| *draft != empty(language)) {
            self.draft.set(empty(language));
        }
    }

    /// Empties the form; returns what takes it back for as long as nothing else is written in it.
    pub fn clear(self, language: Language) -> TakeBack {
        let (draft, unread) = (self.draft.get_untracked(), self.unread.get_untracked());
        self.draft.set(empty(language));
        self.unread.set(SortedMap::new());
        self.asked.set(false);
        self.problems.set(Vec::new());
        let emptied = self.draft.get_untracked();
        let is_empty = move || self.draft.with(|draft| *draft == emptied) && self.unread.with(SortedMap::is_empty);
        let fill = move || {
            self.draft.set(draft.clone());
            self.unread.set(unread.clone());
        };
        TakeBack::while_possible(is_empty, fill)
    }

    /// The plan, when all fields are right; from now on the others say what is wrong.
    pub fn finish(&self) -> Option<Plan> {
        self.asked.set(true);
        self.problems.set(Vec::new());
        if self.unread.with_untracked(|unread| !unread.is_empty()) {
            return None;
        }
        match self.draft.with_untracked(|draft| draft.finish(new_plan_id())) {
            Ok(plan) => Some(plan),
            Err(FinishError::Faults(_)) => None,
            Err(FinishError::Invalid(problems)) => {
                self.problems.set(problems);
                None
            }
        }
    }

    /// How many fields are wrong, once the plan has been asked for.
    pub fn wrong(&self) -> usize {
        if !self.asked.get() {
            return 0;
        }
        let unread = self.unread.get();
        let others = self.faults.with(|faults| faults.iter().filter(|(place, _)| !unread.contains_key(place)).count());
        unread.len().saturating_add(others)
    }

    /// What validation says of a plan whose fields are all right.
    pub fn problems(&self) -> Vec<ValidationError> {
        self.problems.get()
    }

    /// What is wrong with a field, in words.
    pub fn fault(self, language: Signal<Language>, unit: Signal<Unit>, place: DraftField) -> Signal<Option<String>> {
        Signal::derive(move || {
            let language = language.get();
            if let Some(typed) = self.unread.with(|unread| unread.get(&place).cloned()) {
                let (asked, problem) = match place {
                    DraftField::Inhabitants(_) => {
                        (words::ExpectedNumber::Inhabitants, money::read_number(&typed).err())
                    }
                    _ => (words::ExpectedNumber::Amount, money::read_amount(&typed, unit.get()).err()),
                };
                return problem.map(|problem| words::number_problem(language, asked, problem, &typed));
            }
            let found = self.faults.with(|faults| faults.iter().find(|(at, _)| *at == place).map(|(_, fault)| *fault));
            found.filter(|_| self.asked.get()).map(|fault| say(language, place, fault))
        })
    }

    /// Where a field keeps a text that is no number.
    pub fn kept(self, place: DraftField) -> DraftText {
        DraftText {
            text: Signal::derive(move || self.unread.with(|unread| unread.get(&place).cloned())),
            keep: Callback::new(move |text: Option<String>| match text {
                Some(text) => self.unread.update(|unread| {
                    unread.insert(place, text);
                }),
                None if self.unread.with_untracked(|unread| unread.contains_key(&place)) => self.forget(place),
                None => {}
            }),
        }
    }

    /// Drops a text that is no number, with its row.
    pub fn forget(&self, place: DraftField) {
        self.unread.update(|unread| {
            unread.remove(&place);
        });
    }
}

/// A form with the lines that most budgets have. No amounts: none would be anybody's own.
fn empty(language: Language) -> Draft {
    let names = StateNames {
        insurance: text::insurance(language).to_owned(),
        employment: text::employment(language).to_owned(),
        insurance_for_both: text::insurance_for_both(language).to_owned(),
    };
    // Boards plan the year that comes.
    let year = u16::try_from(js_sys::Date::new_0().get_full_year()).ok().and_then(Year::new);
    let mut draft = Draft::new(year.unwrap_or(Year::EARLIEST).next(), names);
    for (name, category, approach) in [
        (text::line_board(language), Category::Board, None),
        (text::line_administration(language), Category::Administration, None),
        (words::category::audit(language), Category::Audit, None),
        (text::line_base(language), Category::Activity, Some(Approach::Base)),
        (text::line_process(language), Category::Activity, Some(Approach::Process)),
    ] {
        draft.add_line(name, category, approach);
    }
    draft
}

fn say(language: Language, place: DraftField, fault: FieldError) -> String {
    let count = matches!(place, DraftField::Inhabitants(_));
    let said = match (fault, place) {
        (FieldError::Empty, DraftField::Association) => text::fault_association(language),
        (FieldError::Empty, DraftField::FirstYear) => text::fault_year_empty(language),
        (FieldError::Empty, DraftField::Region) => text::fault_region(language),
        (FieldError::Empty, DraftField::Municipality(_)) => text::fault_municipality(language),
        (FieldError::Empty, DraftField::Total) => text::fault_total(language),
        (FieldError::Empty, DraftField::LineName(_)) => text::fault_line(language),
        (FieldError::Empty, _) => text::fault_empty(language),
        (FieldError::TooLong { most }, _) => return text::FaultTooLong { most }.say(language),
        (FieldError::NotAYear, _) => text::fault_not_a_year(language),
        (FieldError::YearsTooFar, _) => text::fault_too_far(language),
        (FieldError::Negative, _) if count => text::fault_negative_count(language),
        (FieldError::Negative, _) => text::fault_negative(language),
        (FieldError::NotWhole, _) if count => text::fault_not_whole_count(language),
        (FieldError::NotWhole, _) => text::fault_not_whole(language),
        (FieldError::TooLarge, _) if count => text::fault_too_large_count(language),
        (FieldError::TooLarge, _) => text::fault_too_large(language),
        (FieldError::NoInhabitants, _) => text::fault_no_inhabitants(language),
        (FieldError::NoOwnAmount, _) => text::fault_no_own(language),
    };
    said.to_owned()
}
