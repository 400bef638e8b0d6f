//! Lists of the open plan as lenses: their things are read, added, changed and taken away, each as one step of undo that
//! knows which thing it was about.

use super::edit::commit;
use crate::state::{Context, engine};
use leptos::prelude::*;
use samplan::edit::{AssociationEdit, Edit, EditError, ListChange, PlanEdit, PresentationEdit};
use samplan::plan::{
    AnnualEvent, Association, Goal, Id, Index, LeverRange, Plan, Risk, Scenario, Stair, Stance, StatedFigure, Target,
};

/// A list of the open plan.
#[derive(Clone)]
pub struct ListLens<T> {
    context: Context,
    of: Of<T>,
}

/// Where the list is, and which edit a change to it is.
#[derive(Clone)]
enum Of<T> {
    Plan(fn(&Plan) -> &Vec<T>, fn(ListChange<T>) -> PlanEdit),
    Association(Id, fn(&Association) -> &Vec<T>, fn(ListChange<T>) -> AssociationEdit),
    Scenario(Id, fn(&Scenario) -> &Vec<T>, fn(ListChange<T>) -> PresentationEdit),
}

/// An association's goals.
pub fn goals(context: Context, association: Id) -> ListLens<Goal> {
    ListLens { context, of: Of::Association(association, |one| &one.goals, AssociationEdit::Goal) }
}

/// An association's own risks.
pub fn risks(context: Context, association: Id) -> ListLens<Risk> {
    ListLens { context, of: Of::Association(association, |one| &one.risks, AssociationEdit::Risk) }
}

/// An association's printed figures.
pub fn printed(context: Context, association: Id) -> ListLens<StatedFigure> {
    ListLens { context, of: Of::Association(association, |one| &one.printed, AssociationEdit::Printed) }
}

/// The indices.
pub fn indices(context: Context) -> ListLens<Index> {
    ListLens { context, of: Of::Plan(|plan| &plan.indices, PlanEdit::Index) }
}

/// The staircase for equity.
pub fn staircase(context: Context) -> ListLens<Stair> {
    ListLens { context, of: Of::Plan(|plan| &plan.rules.staircase, PlanEdit::Stair) }
}

/// The plausible ranges of levers.
pub fn ranges(context: Context) -> ListLens<LeverRange> {
    ListLens { context, of: Of::Plan(|plan| &plan.ranges, PlanEdit::Range) }
}

/// The events of the year's cycle.
pub fn events(context: Context) -> ListLens<AnnualEvent> {
    ListLens { context, of: Of::Plan(|plan| &plan.calendar, PlanEdit::Event) }
}

/// The targets.
pub fn targets(context: Context) -> ListLens<Target> {
    ListLens { context, of: Of::Plan(|plan| &plan.targets, PlanEdit::Target) }
}

/// Who stands where on a scenario.
pub fn positions(context: Context, scenario: Id) -> ListLens<Stance> {
    ListLens { context, of: Of::Scenario(scenario, |one| &one.positions, PresentationEdit::Position) }
}

impl<T: Clone + PartialEq> ListLens<T> {
    /// Reads the list and follows it; empty when no plan is open or what it is a list of is gone.
    pub fn with<R>(&self, read: impl FnOnce(&[T]) -> R) -> R {
        self.context.session.plan().with(|plan| read(plan.as_deref().map_or(&[], |plan| self.list(plan))))
    }

    /// The list as it is now.
    fn now(&self) -> Vec<T> {
        untrack(|| self.with(<[T]>::to_vec))
    }

    fn list<'p>(&self, plan: &'p Plan) -> &'p [T] {
        match &self.of {
            Of::Plan(read, _) => read(plan),
            Of::Association(id, read, _) => plan.association(id).map_or(&[], |one| read(one).as_slice()),
            Of::Scenario(id, read, _) => plan.scenario_by_id(id).map_or(&[], |one| read(one).as_slice()),
        }
    }

    /// A change to it as an edit, for those who make more of it than a step.
    pub fn edit(&self, change: ListChange<T>) -> Edit {
        match &self.of {
            Of::Plan(_, edit) => Edit::Plan(edit(change)),
            Of::Association(id, _, edit) => Edit::Association(id.clone(), edit(change)),
            Of::Scenario(id, _, edit) => Edit::Presentation(id.clone(), edit(change)),
        }
    }

    /// One more, last.
    pub fn add(&self, one: T) -> Result<(), String> {
        commit(self.context, self.edit(ListChange::add(one)))
    }

    /// The thing that is seen at a place, changed. Another window's changes are taken in first, so that it is found by what
    /// it was.
    pub fn change(&self, place: usize, change: &dyn Fn(&mut T)) -> Result<(), String> {
        let list = self.now();
        let now = list.get(place).cloned().map(|mut one| {
            change(&mut one);
            one
        });
        // Without a thing there is nothing to change: it is not to be taken away for that.
        let edit = now.and_then(|now| ListChange::at(&list, place, Some(now)));
        commit(self.context, self.edit(edit.ok_or_else(|| self.gone())?))
    }

    /// The first thing that is meant, changed as it is now, also by another window.
    pub fn change_where(&self, is: &dyn Fn(&T) -> bool, change: &dyn Fn(&mut T)) -> Result<(), String> {
        self.change(self.place(is)?, change)
    }

    /// The thing at a place away.
    pub fn remove(&self, place: usize) -> Result<(), String> {
        commit(self.context, self.removal(place)?)
    }

    /// The first thing away that is meant.
    pub fn remove_where(&self, is: &dyn Fn(&T) -> bool) -> Result<(), String> {
        self.remove(self.place(is)?)
    }

    /// The edit that takes the thing at a place away.
    pub fn removal(&self, place: usize) -> Result<Edit, String> {
        ListChange::at(&self.now(), place, None).map(|change| self.edit(change)).ok_or_else(|| self.gone())
    }

    /// The edit that takes the first thing away that is meant.
    pub fn removal_where(&self, is: &dyn Fn(&T) -> bool) -> Result<Edit, String> {
        self.removal(self.place(is)?)
    }

    fn place(&self, is: &dyn Fn(&T) -> bool) -> Result<usize, String> {
        self.context.session.catch_up();
        self.now().iter().position(is).ok_or_else(|| self.gone())
    }

    fn gone(&self) -> String {
        engine::refusal(self.context.language(), &EditError::ChangedMeanwhile)
    }
}
