//! Undo and redo: plans as they were, with what was done.

use samplan::edit::Edit;
use samplan::plan::Plan;
use std::collections::VecDeque;
use std::sync::Arc;

const MOST_STEPS: usize = 500;

/// What a step did, to be worded by the interface.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// An edit.
    Edit(Edit),
    /// A lever that was moved.
    Move,
}

/// A step: the plan on its other side and what was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    plan: Arc<Plan>,
    /// What was done.
    pub label: Label,
}

/// The steps that can be taken back and again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    past: VecDeque<Entry>,
    future: Vec<Entry>,
}

impl History {
    /// Notes that `before` was changed.
    pub fn push(&mut self, before: Arc<Plan>, label: Label) {
        self.future.clear();
        if self.past.len() >= MOST_STEPS {
            self.past.pop_front();
        }
        self.past.push_back(Entry { plan: before, label });
    }

    /// The plan before the last step; `now` becomes what redo returns to.
    pub fn undo(&mut self, now: Arc<Plan>) -> Option<Arc<Plan>> {
        let entry = self.past.pop_back()?;
        self.future.push(Entry { plan: now, label: entry.label });
        Some(entry.plan)
    }

    /// The plan after the last undone step.
    pub fn redo(&mut self, now: Arc<Plan>) -> Option<Arc<Plan>> {
        let entry = self.future.pop()?;
        self.past.push_back(Entry { plan: now, label: entry.label });
        Some(entry.plan)
    }

    /// What undo would take back.
    pub fn next_undo(&self) -> Option<&Label> {
        self.past.back().map(|entry| &entry.label)
    }

    /// What redo would do again.
    pub fn next_redo(&self) -> Option<&Label> {
        self.future.last().map(|entry| &entry.label)
    }
}
