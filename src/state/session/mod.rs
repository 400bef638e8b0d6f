//! The session: the open plan, its undo history, and saving each committed edit.

mod history;
mod past;
mod saving;
mod weight;

pub use history::{History, Label, StepId};
pub use weight::own_bytes;

use crate::state::drafts::take_in;
use crate::state::engine;
use crate::state::lasting::Lasting;
use crate::state::notices::Notices;
use crate::state::place::Place;
use crate::state::settings::Settings;
use crate::state::storage::{self, PlanKey, Storage, StoreError, Unreadable};
use leptos::prelude::*;
use samplan::edit::{Edit, EditError};
use samplan::plan::Plan;
use std::sync::Arc;

/// Whether what is on the screen is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SaveState {
    /// On its way to the disk.
    Saving,
    /// On the disk, since this moment (milliseconds since 1970).
    Kept(f64),
    /// In local storage alone, which the browser writes to the disk in its own time.
    NotDurable,
    /// Opened from the storage and not changed.
    Unchanged,
    /// Only on the screen.
    Failed(StoreError),
    /// Taken away by another tab; the next change saves it again.
    Deleted,
}

impl SaveState {
    /// Whether something would be lost if the page were left for good now.
    pub fn is_at_risk(self) -> bool {
        matches!(self, SaveState::NotDurable | SaveState::Failed(_) | SaveState::Deleted)
    }
}

/// The open plan. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct Session {
    plan: RwSignal<Option<Arc<Plan>>>,
    /// The same, for those who follow it.
    followed_plan: Lasting<ReadSignal<Option<Arc<Plan>>>>,
    history: RwSignal<History>,
    saved: RwSignal<SaveState>,
    key: RwSignal<Option<PlanKey>>,
    /// The plan's text as this tab last read or wrote it.
    last_seen_text: StoredValue<Option<String>>,
    /// What another tab wrote while something was being typed, moved or shown here.
    newer_text: StoredValue<Option<String>>,
    unreadable: RwSignal<Option<Unreadable>>,
    /// The plan before a lever began to be moved, while it is.
    drag_start: StoredValue<Option<Arc<Plan>>>,
    /// The plan as it is kept, while a showing moves levers on a copy of it.
    saved_plan: RwSignal<Option<Arc<Plan>>>,
    /// How many steps have been saved since the plan was opened.
    steps: StoredValue<u32>,
    /// Counts the saves: what came of an earlier one does not speak for the last.
    saves: StoredValue<u32>,
    storage: Storage,
    notices: Notices,
    settings: RwSignal<Settings>,
    place: Place,
}

impl Session {
    /// A session with no plan open.
    pub fn new(storage: Storage, notices: Notices, settings: RwSignal<Settings>, place: Place) -> Session {
        let plan = RwSignal::new(None);
        Session {
            plan,
            followed_plan: Lasting::of_signal(plan.read_only()),
            history: RwSignal::new(History::default()),
            saved: RwSignal::new(SaveState::Unchanged),
            key: RwSignal::new(None),
            last_seen_text: StoredValue::new(None),
            newer_text: StoredValue::new(None),
            unreadable: RwSignal::new(None),
            drag_start: StoredValue::new(None),
            saved_plan: RwSignal::new(None),
            steps: StoredValue::new(0),
            saves: StoredValue::new(0),
            storage,
            notices,
            settings,
            place,
        }
    }

    /// The open plan.
    pub fn plan(&self) -> Lasting<ReadSignal<Option<Arc<Plan>>>> {
        self.followed_plan
    }

    /// Whether it is kept.
    pub fn saved(&self) -> ReadSignal<SaveState> {
        self.saved.read_only()
    }

    /// Its key in the storage.
    pub fn key(&self) -> ReadSignal<Option<PlanKey>> {
        self.key.read_only()
    }

    /// The undo history.
    pub fn history(&self) -> ReadSignal<History> {
        self.history.read_only()
    }

    /// Stored text that could not be read when it was to be opened.
    pub fn unreadable(&self) -> RwSignal<Option<Unreadable>> {
        self.unreadable
    }

    /// Opens a plan that is not stored yet and stores it.
    pub fn open_as_new(&self, plan: Plan) {
        let key = self.storage.plans_untracked().new_key(&plan.name);
        self.begin(Arc::new(plan), key, None);
        self.save();
    }

    /// Opens a stored plan.
    pub fn open(&self, key: &PlanKey) -> bool {
        match self.storage.plans_untracked().open(key) {
            Ok(Some(opened)) => {
                self.begin(Arc::new(opened.plan), key.clone(), Some(opened.text));
                self.recall();
                true
            }
            Ok(None) => false,
            Err(unreadable) => {
                // Opening put the text aside as well.
                self.storage.change(|_| ());
                self.unreadable.set(Some(unreadable));
                false
            }
        }
    }

    /// Opens the plan that was open at the last visit, unless the page after a crash asked for a start without.
    pub fn reopen_last(&self) {
        if storage::is_safe_start() {
            return self.storage.change(|plans| plans.set_last(None));
        }
        if let Some(key) = self.storage.plans_untracked().last() {
            self.open(&key);
        }
    }

    /// Leaves the open plan.
    pub fn close(&self) {
        self.end_show();
        self.finish_drag();
        self.plan.set(None);
        self.key.set(None);
        self.history.update(History::clear);
        self.place.forget();
        self.storage.change(|plans| plans.set_last(None));
    }

    fn begin(&self, plan: Arc<Plan>, key: PlanKey, text: Option<String>) {
        // What is being typed belongs to the plan that is left.
        take_in();
        self.end_show();
        self.finish_drag();
        self.history.update(History::clear);
        self.place.forget();
        self.last_seen_text.set_value(text);
        self.newer_text.set_value(None);
        self.steps.set_value(0);
        self.saved.set(SaveState::Unchanged);
        self.storage.change(|plans| plans.set_last(Some(&key)));
        self.key.set(Some(key));
        self.unreadable.set(None);
        self.plan.set(Some(plan));
    }

    /// From here on levers move a copy of the plan, which is neither saved nor part of the history, until
    /// [`Session::end_show`].
    pub fn begin_show(&self) {
        take_in();
        self.finish_drag();
        self.saved_plan.set(self.plan.get_untracked());
    }

    /// The plan as it is kept, while a copy of it is shown.
    pub fn saved_plan(&self) -> Option<Arc<Plan>> {
        self.saved_plan.get_untracked()
    }

    /// Whether something has been moved on the copy that is shown; it is gone when the page is left. Follows that.
    pub fn is_moved(&self) -> bool {
        self.saved_plan.with(|saved| {
            saved.as_ref().is_some_and(|saved| {
                self.plan.with(|plan| plan.as_ref().is_none_or(|plan| !engine::is_same_plan(plan, saved)))
            })
        })
    }

    /// Throws the copy away: the plan is as it is kept.
    pub fn end_show(&self) {
        // What a dialog's field holds is said before the dialog goes.
        take_in();
        if let Some(saved) = self.saved_plan.get_untracked() {
            self.saved_plan.set(None);
            if self.plan.with_untracked(|plan| plan.as_ref().is_none_or(|plan| !engine::is_same_plan(plan, &saved))) {
                self.plan.set(Some(saved));
            }
            self.catch_up();
        }
    }

    /// While a copy is shown, an edit changes it alone; what is said of a scenario is kept in the plan as well.
    fn commit_shown(&self, saved: Arc<Plan>, edit: Edit) -> Result<Option<StepId>, EditError> {
        let Some(copy) = self.plan.get_untracked() else { return Ok(None) };
        let after = engine::apply(&edit, &copy)?;
        let mut step = None;
        if matches!(edit, Edit::Presentation(..)) {
            let now = engine::apply_to_keep(&edit, &saved)?;
            if !engine::is_same_plan(&now, &saved) {
                let label = Label::Edit(edit);
                let said = self.said(&label);
                step = Some(self.push(saved, &now, label));
                self.saved_plan.set(Some(Arc::new(now)));
                self.save_step(&said);
            }
        }
        self.plan.set(Some(Arc::new(after)));
        Ok(step)
    }

    /// Shows an edit while a lever is being moved, without keeping it; [`Session::commit_drag`] ends the move.
    pub fn preview(&self, edit: &Edit) -> Result<(), EditError> {
        let Some(now) = self.plan.get_untracked() else { return Ok(()) };
        let after = engine::apply(edit, &now)?;
        if !engine::is_same_plan(&after, &now) {
            if self.saved_plan.with_untracked(Option::is_none) && self.drag_start.with_value(Option::is_none) {
                self.drag_start.set_value(Some(now));
            }
            self.plan.set(Some(Arc::new(after)));
        }
        Ok(())
    }

    /// Ends a move: all that was shown since it began is one step of undo, labelled as `edit`.
    pub fn commit_drag(&self, edit: Edit) {
        self.end_drag(Label::Edit(edit));
    }

    /// A move that was not ended, because its lever left the page, ends before anything else begins.
    fn finish_drag(&self) {
        self.end_drag(Label::Move);
    }

    fn end_drag(&self, label: Label) {
        let Some(before) = self.drag_start.get_value() else { return };
        self.drag_start.set_value(None);
        let Some(now) = self.plan.get_untracked() else { return };
        if !engine::is_same_plan(&before, &now) {
            let said = self.said(&label);
            self.push(before, &now, label);
            self.save_step(&said);
        }
    }

    /// Applies an edit as one step of undo and names the step; nothing when the edit changes nothing.
    pub fn commit(&self, edit: Edit) -> Result<Option<StepId>, EditError> {
        if let Some(saved) = self.saved_plan.get_untracked() {
            return self.commit_shown(saved, edit);
        }
        self.finish_drag();
        // What was typed here while another tab saved is an edit of what it saved.
        self.catch_up();
        let Some(before) = self.plan.get_untracked() else { return Ok(None) };
        let after = engine::apply_to_keep(&edit, &before)?;
        if engine::is_same_plan(&after, &before) {
            return Ok(None);
        }
        let label = Label::Edit(edit);
        let said = self.said(&label);
        let step = self.push(before, &after, label);
        self.plan.set(Some(Arc::new(after)));
        self.save_step(&said);
        Ok(Some(step))
    }

    fn push(&self, before: Arc<Plan>, after: &Plan, label: Label) -> StepId {
        self.history.try_update(|history| history.push(before, after, label)).unwrap_or_default()
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.step(History::undo);
    }

    /// Takes the last undone step again.
    pub fn redo(&self) {
        self.step(History::redo);
    }

    /// Whether a step can be taken back by itself: it is the open plan's last, and no showing is on. Follows both.
    pub fn can_take_back(&self, step: StepId) -> bool {
        self.saved_plan.with(Option::is_none) && self.history.with(|history| history.is_last(step))
    }

    /// Takes back exactly this step. `false`, and nothing is done, when something else has been done since.
    pub fn take_back(&self, step: StepId) -> bool {
        self.finish_drag();
        let possible = untrack(|| self.can_take_back(step));
        if possible {
            self.undo();
        }
        possible
    }

    fn step(&self, step: impl Fn(&mut History, Arc<Plan>) -> Option<Arc<Plan>>) {
        if self.saved_plan.with_untracked(Option::is_some) {
            return;
        }
        self.finish_drag();
        self.catch_up();
        let Some(now) = self.plan.get_untracked() else { return };
        let mut other = None;
        self.history.maybe_update(|history| {
            other = step(history, now);
            other.is_some()
        });
        if other.is_some() {
            self.plan.set(other);
            self.save();
            self.note_move();
        }
    }
}
