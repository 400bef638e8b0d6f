//! The session: the open plan, its undo history, and saving each committed edit.

mod history;

pub use history::{History, Label};

use crate::shell::notice::Notices;
use crate::state::storage::{PlanKey, SaveError, StoreError, Unreadable, Vault};
use leptos::prelude::*;
use samplan::edit::{Edit, Refusal};
use samplan::plan::Plan;
use std::sync::Arc;

/// Whether what is on the screen is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Saved {
    /// Kept, since this moment (milliseconds since 1970).
    Kept(f64),
    /// Opened from the shelf and not changed.
    Unchanged,
    /// Only on the screen.
    Failed(StoreError),
}

/// The open plan. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct Session {
    plan: RwSignal<Option<Arc<Plan>>>,
    history: RwSignal<History>,
    saved: RwSignal<Saved>,
    key: RwSignal<Option<PlanKey>>,
    /// The plan's text as this tab last read or wrote it.
    known: StoredValue<Option<String>>,
    unreadable: RwSignal<Option<Unreadable>>,
    /// The plan before a lever began to be moved, while it is.
    held: StoredValue<Option<Arc<Plan>>>,
    /// The plan as it is kept, while a showing moves levers on a copy of it.
    kept: StoredValue<Option<Arc<Plan>>>,
    vault: Vault,
    notices: Notices,
}

impl Session {
    /// A session with no plan open.
    pub fn new(vault: Vault, notices: Notices) -> Session {
        Session {
            plan: RwSignal::new(None),
            history: RwSignal::new(History::default()),
            saved: RwSignal::new(Saved::Unchanged),
            key: RwSignal::new(None),
            known: StoredValue::new(None),
            unreadable: RwSignal::new(None),
            held: StoredValue::new(None),
            kept: StoredValue::new(None),
            vault,
            notices,
        }
    }

    /// The open plan.
    pub fn plan(&self) -> ReadSignal<Option<Arc<Plan>>> {
        self.plan.read_only()
    }

    /// Whether it is kept.
    pub fn saved(&self) -> ReadSignal<Saved> {
        self.saved.read_only()
    }

    /// Its key on the shelf.
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

    /// Opens a plan that is not on the shelf yet and puts it there.
    pub fn adopt(&self, plan: Plan) {
        let key = self.vault.peek().new_key(&plan.name);
        self.begin(Arc::new(plan), key, None);
        self.save();
    }

    /// Opens a plan from the shelf.
    pub fn open(&self, key: &PlanKey) -> bool {
        match self.vault.peek().open(key) {
            Ok(Some(opened)) => {
                self.begin(Arc::new(opened.plan), key.clone(), Some(opened.text));
                true
            }
            Ok(None) => false,
            Err(unreadable) => {
                // Opening put the text aside as well.
                self.vault.change(|_| ());
                self.unreadable.set(Some(unreadable));
                false
            }
        }
    }

    /// Opens the plan that was open at the last visit.
    pub fn reopen_last(&self) {
        if let Some(key) = self.vault.peek().last() {
            self.open(&key);
        }
    }

    /// Leaves the open plan.
    pub fn close(&self) {
        self.end_show();
        self.let_go();
        self.plan.set(None);
        self.key.set(None);
        self.history.set(History::default());
        self.vault.change(|shelf| shelf.set_last(None));
    }

    fn begin(&self, plan: Arc<Plan>, key: PlanKey, known: Option<String>) {
        self.end_show();
        self.let_go();
        self.history.set(History::default());
        self.known.set_value(known);
        self.saved.set(Saved::Unchanged);
        self.vault.change(|shelf| shelf.set_last(Some(&key)));
        self.key.set(Some(key));
        self.unreadable.set(None);
        self.plan.set(Some(plan));
    }

    /// From here on levers move a copy of the plan, which is neither saved nor part of the history, until
    /// [`Session::end_show`].
    pub fn begin_show(&self) {
        self.let_go();
        self.kept.set_value(self.plan.get_untracked());
    }

    /// The plan as it is kept, while a copy of it is shown.
    pub fn kept(&self) -> Option<Arc<Plan>> {
        self.kept.get_value()
    }

    /// Throws the copy away: the plan is as it is kept.
    pub fn end_show(&self) {
        if let Some(kept) = self.kept.get_value() {
            self.kept.set_value(None);
            if self.plan.with_untracked(|plan| plan.as_ref() != Some(&kept)) {
                self.plan.set(Some(kept));
            }
        }
    }

    /// While a copy is shown, an edit changes it alone; what is said of a scenario is kept in the plan as well.
    fn commit_shown(&self, kept: Arc<Plan>, edit: Edit) -> Result<(), Refusal> {
        let Some(copy) = self.plan.get_untracked() else { return Ok(()) };
        let after = edit.apply(&copy)?;
        if matches!(edit, Edit::Presentation(..)) {
            let now = edit.apply(&kept)?;
            if now != *kept {
                self.history.update(|history| history.push(kept, Label::Edit(edit)));
                self.kept.set_value(Some(Arc::new(now)));
                self.save();
            }
        }
        self.plan.set(Some(Arc::new(after)));
        Ok(())
    }

    /// Shows an edit while a lever is being moved, without keeping it; [`Session::settle`] ends the move.
    pub fn preview(&self, edit: &Edit) -> Result<(), Refusal> {
        let Some(now) = self.plan.get_untracked() else { return Ok(()) };
        let after = edit.apply(&now)?;
        if after != *now {
            if self.kept.with_value(Option::is_none) && self.held.with_value(Option::is_none) {
                self.held.set_value(Some(now));
            }
            self.plan.set(Some(Arc::new(after)));
        }
        Ok(())
    }

    /// Ends a move: all that was shown since it began is one step of undo, told as `edit`.
    pub fn settle(&self, edit: Edit) {
        let Some(before) = self.held.get_value() else { return };
        self.held.set_value(None);
        if self.plan.with_untracked(|plan| plan.as_ref() != Some(&before)) {
            self.history.update(|history| history.push(before, Label::Edit(edit)));
            self.save();
        }
    }

    /// A move that was not ended, because its lever left the page, ends before anything else begins.
    fn let_go(&self) {
        if let (Some(before), Some(now)) = (self.held.get_value(), self.plan.get_untracked()) {
            self.held.set_value(None);
            if before != now {
                self.history.update(|history| history.push(before, Label::Move));
                self.save();
            }
        }
    }

    /// Applies an edit as one step of undo.
    pub fn commit(&self, edit: Edit) -> Result<(), Refusal> {
        if let Some(kept) = self.kept.get_value() {
            return self.commit_shown(kept, edit);
        }
        self.let_go();
        let Some(before) = self.plan.get_untracked() else { return Ok(()) };
        let after = edit.apply(&before)?;
        if after == *before {
            return Ok(());
        }
        self.history.update(|history| history.push(before, Label::Edit(edit)));
        self.plan.set(Some(Arc::new(after)));
        self.save();
        Ok(())
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.step(History::undo);
    }

    /// Takes the last undone step again.
    pub fn redo(&self) {
        self.step(History::redo);
    }

    fn step(&self, step: impl Fn(&mut History, Arc<Plan>) -> Option<Arc<Plan>>) {
        if self.kept.with_value(Option::is_some) {
            return;
        }
        self.let_go();
        let Some(now) = self.plan.get_untracked() else { return };
        let mut history = self.history.get_untracked();
        if let Some(other) = step(&mut history, now) {
            self.history.set(history);
            self.plan.set(Some(other));
            self.save();
        }
    }

    fn save(&self) {
        let plan = self.kept.get_value().or_else(|| self.plan.get_untracked());
        let (Some(plan), Some(key)) = (plan, self.key.get_untracked()) else { return };
        let now = js_sys::Date::now();
        let known = self.known.get_value();
        match self.vault.change(|shelf| shelf.save(&key, &plan, known.as_deref(), now)) {
            Ok(text) => {
                self.known.set_value(Some(text));
                self.saved.set(Saved::Kept(now));
            }
            Err(SaveError::Store(error)) => self.saved.set(Saved::Failed(error)),
            Err(SaveError::ChangedElsewhere) => {
                // Another tab wrote the plan: this one goes on under a key of its own, and both are kept.
                let copy = self.vault.peek().new_key(&plan.name);
                self.known.set_value(None);
                self.key.set(Some(copy.clone()));
                self.vault.change(|shelf| shelf.set_last(Some(&copy)));
                self.notices.changed_elsewhere();
                self.save();
            }
        }
    }
}
