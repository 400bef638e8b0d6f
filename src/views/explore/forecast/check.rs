//! The accounts that are looked at.

use crate::commands::edit::commit;
use crate::views::explore::shown::ExploreShown;
use leptos::prelude::*;
use samplan::edit::{AssociationEdit, Edit};
use samplan::plan::Actuals;
use samplan::projection::Forecast;
use std::sync::Arc;

/// The accounts, and the forecast that they give.
#[derive(Clone, Copy)]
pub struct ForecastCheck {
    pub shown: ExploreShown,
    pub found: Memo<Option<Arc<Forecast>>>,
}

impl ForecastCheck {
    /// The accounts as they are kept in the plan.
    pub fn actuals(self) -> Option<Actuals> {
        self.shown.association(|_, association| association.actuals.clone()).flatten()
    }

    /// Changes them as one step of undo.
    pub fn change(self, change: &dyn Fn(&mut Actuals)) -> Result<(), String> {
        let Some(mut actuals) = untrack(|| self.actuals()) else { return Ok(()) };
        change(&mut actuals);
        self.set(Some(actuals))
    }

    pub fn set(self, actuals: Option<Actuals>) -> Result<(), String> {
        let Some(id) = self.shown.one.get_untracked() else { return Ok(()) };
        commit(self.shown.context, Edit::Association(id, AssociationEdit::Actuals(actuals)))
    }
}
