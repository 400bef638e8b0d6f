//! Edits from the interface: what is refused comes back in words, what was done can be taken back.

use crate::state::notices::TakeBack;
use crate::state::session::StepId;
use crate::state::{Context, engine};
use samplan::edit::Edit;

/// Commits an edit from a field; the refusal is what the field shows.
pub fn commit(context: Context, edit: Edit) -> Result<(), String> {
    commit_step(context, edit).map(|_| ())
}

/// The same, naming the step; nothing when the edit changes nothing.
pub fn commit_step(context: Context, edit: Edit) -> Result<Option<StepId>, String> {
    context.session.commit(edit).map_err(|refusal| engine::refusal(context.language(), &refusal))
}

/// Commits an edit from something that has no place for an error; a refusal becomes a message. Whether it was taken.
pub fn commit_or_warn(context: Context, edit: Edit) -> bool {
    let taken = commit(context, edit);
    if let Err(why) = &taken {
        context.notices.warn(why.clone());
    }
    taken.is_ok()
}

/// Commits an edit and says that it was done, with a way to take back just that. Nothing is said of an edit that
/// changes nothing; a refusal becomes a message. Whether it was taken.
pub fn commit_and_tell(context: Context, edit: Edit, told: String) -> bool {
    match commit_step(context, edit) {
        Ok(step) => {
            if let Some(step) = step {
                tell(context, told, step, || {});
            }
            true
        }
        Err(why) => {
            context.notices.warn(why);
            false
        }
    }
}

/// Says what a step did, with a way to take it back for as long as nothing has been done since; `then` follows when it
/// has been taken back.
pub fn tell(context: Context, told: String, step: StepId, then: impl Fn() + Send + Sync + 'static) {
    let session = context.session;
    let take_back = move || {
        if session.take_back(step) {
            then();
        }
    };
    context.notices.undoable(told, TakeBack::while_possible(move || session.can_take_back(step), take_back));
}
