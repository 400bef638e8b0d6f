//! The association whose printed figures are shown.

use crate::state::Context;
use leptos::prelude::*;
use samplan::plan::{Association, Id};

/// Reads it and follows it; `None` when the plan has none such.
pub(super) fn read<T>(context: Context, id: &Id, read: impl FnOnce(&Association) -> T) -> Option<T> {
    context.session.plan().with(|plan| plan.as_ref()?.association(id).map(read))
}
