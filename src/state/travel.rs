//! Going to a view whose module may have to be fetched first. The view that is shown stays and can be used until the
//! other one is there; then they change places in one step. Whoever goes elsewhere meanwhile is taken there instead.

use super::modules::{Missing, ModuleArrival};
use super::route::Route;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// What is waited for shorter than this needs no sign.
const QUIET: Duration = Duration::from_millis(300);

/// Fetches what a view is made of; nothing to wait for when it is there.
pub type FetchView = fn(Route) -> Option<ModuleArrival>;

/// What is done on arrival. Kept for another try, so it can be done again.
pub type Arrive = Arc<dyn Fn() + Send + Sync>;

/// A view that could not be fetched.
#[derive(Clone)]
pub struct Lost {
    /// The view.
    pub route: Route,
    pub why: Missing,
    arrive: Arrive,
}

/// On the way to a view, or not. Signals inside; cheap to copy.
#[derive(Clone, Copy)]
pub struct Travel {
    fetch: StoredValue<FetchView>,
    /// Counts where people went: an earlier way ends where a later one begins.
    last: StoredValue<u32>,
    under_way: StoredValue<bool>,
    slow: RwSignal<Option<Route>>,
    lost: RwSignal<Option<Lost>>,
}

impl Travel {
    /// At rest. All is there until [`Travel::fetch_with`] says otherwise.
    pub fn new() -> Travel {
        Travel {
            fetch: StoredValue::new(|_| None),
            last: StoredValue::new(0),
            under_way: StoredValue::new(false),
            slow: RwSignal::new(None),
            lost: RwSignal::new(None),
        }
    }

    /// From now on views are fetched with this.
    pub fn fetch_with(&self, fetch: FetchView) {
        self.fetch.set_value(fetch);
    }

    /// Whether a view is being fetched.
    pub fn is_under_way(&self) -> bool {
        self.under_way.get_value()
    }

    /// The view that has been waited for so long that it should be told of.
    pub fn slow(&self) -> ReadSignal<Option<Route>> {
        self.slow.read_only()
    }

    /// The view that could not be fetched, until somebody goes elsewhere or closes the message.
    pub fn lost(&self) -> RwSignal<Option<Lost>> {
        self.lost
    }

    /// Tries again.
    pub fn retry(&self, lost: Lost, failed: impl Fn() + 'static) {
        self.go(lost.route, lost.arrive, failed);
    }

    /// Goes to a view: `arrive` is called when it is there, now or later, and `failed` when it cannot be had. Neither is
    /// when somebody goes elsewhere first. Whether there is anything to wait for.
    pub fn go(&self, route: Route, arrive: Arrive, failed: impl Fn() + 'static) -> bool {
        let travel = *self;
        let number = travel.last.get_value().wrapping_add(1);
        travel.last.set_value(number);
        travel.rest();
        let Some(arrival) = travel.fetch.get_value()(route) else {
            arrive();
            return false;
        };
        travel.under_way.set_value(true);
        let is_last = move || travel.last.try_get_value() == Some(number);
        set_timeout(
            move || {
                if is_last() && travel.is_under_way() {
                    travel.slow.set(Some(route));
                }
            },
            QUIET,
        );
        spawn_local(async move {
            let outcome = arrival.await;
            if !is_last() {
                return;
            }
            travel.rest();
            match outcome {
                Ok(()) => arrive(),
                Err(why) => {
                    travel.lost.set(Some(Lost { route, why, arrive }));
                    failed();
                }
            }
        });
        true
    }

    fn rest(&self) {
        self.under_way.set_value(false);
        if self.slow.with_untracked(Option::is_some) {
            self.slow.set(None);
        }
        if self.lost.with_untracked(Option::is_some) {
            self.lost.set(None);
        }
    }
}
