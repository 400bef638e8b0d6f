//! What is done with a scenario as a whole.

use super::edit::{commit_step, tell};
use crate::state::Context;
use samplan::edit::{Edit, ScenarioEdit};
use samplan::plan::Id;

/// Commits an edit after which the scenario is gone, and opens it again when that is taken back. Whether it was taken.
pub fn commit_with_way_back(context: Context, id: Id, edit: ScenarioEdit, told: String) -> bool {
    match commit_step(context, Edit::Scenario(id.clone(), edit)) {
        Ok(step) => {
            context.place.open_scenario(None);
            if let Some(step) = step {
                tell(context, told, step, move || context.place.open_scenario(Some(id.clone())));
            }
            true
        }
        Err(why) => {
            context.notices.warn(why);
            false
        }
    }
}
