//! A decision that is a merger, to read and to change.

use samplan::decision::{Decision, Merger};

pub fn of(decision: &Decision) -> Option<&Merger> {
    match decision {
        Decision::Merger(merger) => Some(merger),
        _ => None,
    }
}

pub fn change(decision: &mut Decision, change: impl FnOnce(&mut Merger)) {
    if let Decision::Merger(merger) = decision {
        change(merger);
    }
}
