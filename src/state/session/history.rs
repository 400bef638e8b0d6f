//! Undo and redo: plans as they were, with what was done. Plans share what did not change between them, so a step costs
//! what it changed; how much all of them may cost is bounded in bytes.

use crate::state::engine;
use samplan::edit::Edit;
use samplan::plan::Plan;
use std::collections::VecDeque;
use std::sync::Arc;

/// The most bytes of all steps together, as the file would write what they changed. The newest step is always kept.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Names a step. No two steps of a visit have the same, whatever plan they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StepId(u64);

/// What a step did, to be worded by the interface.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    Edit(Edit),
    /// A lever that was moved.
    Move,
    /// A step of an earlier visit, in the words of then.
    Recalled(String),
}

/// A step: the plan on its other side and what was done.
#[derive(Debug, Clone, PartialEq)]
struct HistoryStep {
    id: StepId,
    plan: Arc<Plan>,
    label: Label,
    bytes: usize,
}

/// The steps that can be taken back and again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    past: VecDeque<HistoryStep>,
    future: Vec<HistoryStep>,
    bytes: usize,
    last_id: u64,
}

impl History {
    /// Notes that `before` became `after`.
    pub fn push(&mut self, before: Arc<Plan>, after: &Plan, label: Label) -> StepId {
        self.last_id = self.last_id.saturating_add(1);
        let id = StepId(self.last_id);
        let undone: usize = self.future.drain(..).map(|step| step.bytes).sum();
        let bytes = engine::own_bytes(&before, Some(after));
        self.bytes = self.bytes.saturating_sub(undone).saturating_add(bytes);
        while self.bytes > MOST_BYTES {
            let Some(oldest) = self.past.pop_front() else { break };
            self.bytes = self.bytes.saturating_sub(oldest.bytes);
        }
        self.past.push_back(HistoryStep { id, plan: before, label, bytes });
        id
    }

    /// The steps of an earlier visit, the nearest first. Nothing has been done since.
    pub fn recall(&mut self, past: Vec<(Plan, String)>, future: Vec<(Plan, String)>) {
        if !self.past.is_empty() || !self.future.is_empty() {
            return;
        }
        for (plan, words) in past {
            let step = self.recalled(plan, words);
            self.past.push_front(step);
        }
        for (plan, words) in future {
            let step = self.recalled(plan, words);
            self.future.insert(0, step);
        }
    }

    fn recalled(&mut self, plan: Plan, words: String) -> HistoryStep {
        self.last_id = self.last_id.saturating_add(1);
        let bytes = engine::own_bytes(&plan, None);
        self.bytes = self.bytes.saturating_add(bytes);
        HistoryStep { id: StepId(self.last_id), plan: Arc::new(plan), label: Label::Recalled(words), bytes }
    }

    /// Forgets all steps, as another plan is opened.
    pub fn clear(&mut self) {
        *self = History { last_id: self.last_id, ..History::default() };
    }

    /// The plan before the last step; `now` becomes what redo returns to.
    pub fn undo(&mut self, now: Arc<Plan>) -> Option<Arc<Plan>> {
        let step = self.past.pop_back()?;
        self.future.push(HistoryStep { plan: now, ..step });
        Some(step.plan)
    }

    /// The plan after the last undone step.
    pub fn redo(&mut self, now: Arc<Plan>) -> Option<Arc<Plan>> {
        let step = self.future.pop()?;
        self.past.push_back(HistoryStep { plan: now, ..step });
        Some(step.plan)
    }

    /// What undo would take back.
    pub fn next_undo(&self) -> Option<&Label> {
        self.past.back().map(|step| &step.label)
    }

    /// What redo would do again.
    pub fn next_redo(&self) -> Option<&Label> {
        self.future.last().map(|step| &step.label)
    }

    /// Whether the step is the last, so that undo takes back it and nothing else.
    pub fn is_last(&self, id: StepId) -> bool {
        self.past.back().is_some_and(|step| step.id == id)
    }
}
