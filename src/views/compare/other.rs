//! Scenarios of another plan among those that are compared, such as last year's: of a file, or of another saved plan. It
//! is looked at, not kept.

use crate::state::Context;
use leptos::prelude::*;
use samplan::plan::{Id, Plan};
use std::sync::Arc;

/// What the ids of the other plan begin with here; no id in a plan can.
const MARK: &str = ".";

/// The other plan's base and scenarios, under ids that the open plan cannot have.
pub fn ids(context: Context) -> Vec<Id> {
    let of = |plan: &Plan| {
        let scenarios = plan.scenarios.iter().map(|one| Id::new(&format!("{MARK}{}", one.id)));
        std::iter::once(base()).chain(scenarios).collect()
    };
    context.other.with(|other| other.as_ref().map_or_else(Vec::new, |other| of(&other.plan)))
}

/// The other plan without a scenario.
pub fn base() -> Id {
    Id::new(MARK)
}

/// Whether it is of the other plan.
pub fn is_other(id: &Id) -> bool {
    id.as_str().starts_with(MARK)
}

/// The plan that a compared scenario is of, and its id there.
pub fn owner(context: Context, id: Option<&Id>) -> Option<(Arc<Plan>, Option<Id>)> {
    match id.and_then(|id| id.as_str().strip_prefix(MARK)) {
        Some(rest) => Some((context.other.get()?.plan, Some(Id::new(rest)).filter(|_| !rest.is_empty()))),
        None => Some((context.plan()?, id.cloned())),
    }
}
