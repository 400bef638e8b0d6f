//! Long work in short slices, between which the page answers to clicks and keys.

use leptos::prelude::*;
use std::time::Duration;

/// How long a slice may go on, milliseconds: well under the 50 from which a page feels stuck.
const SLICE: f64 = 10.0;

/// Work that goes on in slices, one piece of work at a time. Cheap to copy.
#[derive(Clone, Copy)]
pub struct CooperativeTask {
    /// Counts up when work begins or is stopped; a slice of older work ends when it sees another number.
    turn: StoredValue<u32>,
}

/// One slice: goes on while the given clock says so, and says whether there is more to do.
pub type TaskSlice = Box<dyn FnMut(&dyn Fn() -> bool) -> bool>;

impl CooperativeTask {
    /// No work yet. It stops when the view that made it goes away.
    pub fn new() -> CooperativeTask {
        CooperativeTask { turn: StoredValue::new(0) }
    }

    /// Stops what goes on and begins other work; the first slice runs at once.
    pub fn start(self, work: TaskSlice) {
        self.stop();
        if let Some(turn) = self.turn.try_get_value() {
            self.slice(turn, work);
        }
    }

    /// Stops what goes on.
    pub fn stop(self) {
        let _ = self.turn.try_update_value(|turn| *turn = turn.wrapping_add(1));
    }

    fn slice(self, turn: u32, mut work: TaskSlice) {
        let began = now();
        if work(&|| now() - began < SLICE) {
            let go_on = move || {
                if self.turn.try_get_value() == Some(turn) {
                    self.slice(turn, work);
                }
            };
            set_timeout(go_on, Duration::ZERO);
        }
    }
}

fn now() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}
