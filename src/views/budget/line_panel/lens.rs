//! The line that the panel shows, for its parts to read and change.

use crate::commands::edit::commit;
use crate::state::Context;
use crate::state::memo::memo;
use leptos::prelude::*;
use samplan::budget::BudgetLine;
use samplan::calendar::{Horizon, Year};
use samplan::edit::{Edit, LineChange, LineEdit};
use samplan::plan::{Association, Id, Line, Plan};

/// Names a line of the open plan; cheap to copy.
#[derive(Clone, Copy)]
pub struct LineLens {
    pub context: Context,
    association: StoredValue<Id>,
    line: StoredValue<Id>,
}

impl LineLens {
    pub fn new(context: Context, association: Id, line: Id) -> LineLens {
        LineLens { context, association: StoredValue::new(association), line: StoredValue::new(line) }
    }

    pub fn association_id(self) -> Id {
        self.association.get_value()
    }

    pub fn id(self) -> Id {
        self.line.get_value()
    }

    /// Reads the line with what is around it, and follows it. Nothing when the line is gone.
    pub fn with<T>(self, read: impl FnOnce(&Plan, &Association, &Line) -> T) -> Option<T> {
        self.context.session.plan().with(|plan| {
            let plan = plan.as_ref()?;
            let association = plan.association(&self.association.get_value())?;
            let line = association.line(&self.line.get_value())?;
            Some(read(plan, association, line))
        })
    }

    /// A part of the line as a signal that changes when the part does.
    pub fn part<T>(self, read: impl Fn(&Line) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Clone + Default + PartialEq + Send + Sync + 'static,
    {
        memo(move || self.with(|_, _, line| read(line)).unwrap_or_default()).into()
    }

    /// The line's row of the budget, and the budget's years.
    pub fn with_row<T>(self, read: impl FnOnce(&BudgetLine, Horizon) -> T) -> Option<T> {
        self.context.outcome.with(|outcome| {
            let budget = &outcome.as_ref()?.budget;
            let row = budget.association(&self.association.get_value())?.row(&self.line.get_value())?;
            Some(read(row, budget.horizon))
        })
    }

    /// The plan's years.
    pub fn horizon(self) -> Signal<Horizon> {
        let fallback = Horizon { first: Year::EARLIEST, years: 1 };
        memo(move || self.with(|plan, _, _| plan.horizon()).unwrap_or(fallback)).into()
    }

    /// The plan's years and those that the line has given outside them.
    pub fn years(self, given: fn(&Line) -> Vec<Year>) -> Signal<Vec<Year>> {
        memo(move || {
            let years = self.with(|plan, _, line| {
                let mut years: Vec<Year> = plan.horizon().iter().chain(given(line)).collect();
                years.sort_unstable();
                years.dedup();
                years
            });
            years.unwrap_or_default()
        })
        .into()
    }

    /// Changes the line as one step of undo.
    pub fn change(self, field: LineChange, change: impl FnOnce(&mut Line)) -> Result<(), String> {
        let seen = untrack(|| self.with(|_, _, line| line.clone()));
        let Some(was) = seen else { return Ok(()) };
        let mut now = was.clone();
        change(&mut now);
        self.commit(LineEdit::Change { was: Box::new(was), now: Box::new(now), field })
    }

    /// The same, where no error is to be expected; should there be one it becomes a message.
    pub fn set(self, field: LineChange, change: impl FnOnce(&mut Line)) {
        if let Err(why) = self.change(field, change) {
            self.context.notices.warn(why);
        }
    }

    /// Commits an edit of the association's lines.
    pub fn commit(self, edit: LineEdit) -> Result<(), String> {
        commit(self.context, Edit::Line(self.association_id(), edit))
    }
}
