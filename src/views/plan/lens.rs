//! The plan and the association that the view shows, for its sections to read and change.

use crate::commands::edit::{commit, commit_or_warn};
use crate::state::Context;
use crate::state::memo::memo;
use leptos::prelude::*;
use samplan::calendar::{Horizon, Year};
use samplan::edit::{AssociationEdit, Edit, PlanEdit};
use samplan::plan::{Association, Id, Plan};
use samplan::projection::Figures;

/// The open plan; cheap to copy.
#[derive(Clone, Copy)]
pub struct PlanLens {
    pub context: Context,
}

impl PlanLens {
    /// Reads the plan and follows it. Nothing when no plan is open.
    pub fn with<T>(self, read: impl FnOnce(&Plan) -> T) -> Option<T> {
        self.context.session.plan().with(|plan| plan.as_deref().map(read))
    }

    /// A part of the plan as a signal that changes when the part does.
    pub fn part<T>(self, read: impl Fn(&Plan) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Clone + Default + PartialEq + Send + Sync + 'static,
    {
        memo(move || self.with(&read).unwrap_or_default()).into()
    }

    /// The plan's years.
    pub fn horizon(self) -> Signal<Horizon> {
        let fallback = Horizon { first: Year::EARLIEST, years: 1 };
        memo(move || self.with(Plan::horizon).unwrap_or(fallback)).into()
    }

    /// Changes the plan as one step of undo.
    pub fn commit(self, edit: PlanEdit) -> Result<(), String> {
        commit(self.context, Edit::Plan(edit))
    }

    /// The same from a button or list, where a refusal becomes a message.
    pub fn set(self, edit: PlanEdit) {
        commit_or_warn(self.context, Edit::Plan(edit));
    }
}

/// An association of the open plan; cheap to copy.
#[derive(Clone, Copy)]
pub struct AssociationLens {
    pub context: Context,
    id: StoredValue<Id>,
}

impl AssociationLens {
    pub fn new(context: Context, id: Id) -> AssociationLens {
        AssociationLens { context, id: StoredValue::new(id) }
    }

    pub fn id(self) -> Id {
        self.id.get_value()
    }

    pub fn plan(self) -> PlanLens {
        PlanLens { context: self.context }
    }

    /// Reads the association and follows it. Nothing when it is gone.
    pub fn with<T>(self, read: impl FnOnce(&Association) -> T) -> Option<T> {
        self.plan().with(|plan| self.id.with_value(|id| plan.association(id)).map(read)).flatten()
    }

    /// A part of the association as a signal that changes when the part does.
    pub fn part<T>(self, read: impl Fn(&Association) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Clone + Default + PartialEq + Send + Sync + 'static,
    {
        memo(move || self.with(&read).unwrap_or_default()).into()
    }

    /// The association's figures of a year that the plan shows.
    pub fn figures<T>(self, year: Year, read: impl FnOnce(&Figures) -> T) -> Option<T> {
        self.context.outcome.with(|outcome| {
            let projection = &outcome.as_ref()?.projection;
            let figures = self.id.with_value(|id| projection.association(id))?;
            figures.years.get(projection.horizon.position(year)?).map(read)
        })
    }

    /// The plan's years and those that the association gives outside them.
    pub fn years(self, given: impl Fn(&Association) -> Vec<Year> + Send + Sync + 'static) -> Signal<Vec<Year>> {
        let horizon = self.plan().horizon();
        memo(move || {
            let mut years: Vec<Year> = self.with(&given).unwrap_or_default();
            years.extend(horizon.get().iter());
            years.sort_unstable();
            years.dedup();
            years
        })
        .into()
    }

    /// Changes the association as one step of undo.
    pub fn commit(self, edit: AssociationEdit) -> Result<(), String> {
        commit(self.context, Edit::Association(self.id(), edit))
    }

    /// The same from a button or list, where a refusal becomes a message.
    pub fn set(self, edit: AssociationEdit) {
        commit_or_warn(self.context, Edit::Association(self.id(), edit));
    }
}
