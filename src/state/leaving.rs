//! What would be lost if the page were left now.

use crate::state::Context;
use crate::state::drafts::{ask_before_leaving, belongs_to};
use crate::state::session::SaveState;
use leptos::prelude::*;

/// What is typed belongs to the open plan; and leaving asks while the plan itself is kept nowhere, or while levers have
/// been moved on a copy of it.
pub fn follow(context: Context) {
    let session = context.session;
    Effect::new(move |_| {
        let name = session.plan().with(|plan| plan.as_ref().map(|plan| plan.name.clone()));
        let key = session.key().with(|key| key.as_ref().map(|key| key.as_str().to_owned()));
        belongs_to(&key.unwrap_or_default(), &name.unwrap_or_default());
    });
    Effect::new(move |_| {
        ask_before_leaving(matches!(session.saved().get(), SaveState::Failed(_)) || session.is_moved())
    });
}
