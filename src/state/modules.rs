//! Parts of the app that are fetched when they are first used. What comes in a module hands its functions over when it
//! is there, into slots that stand where they are used; from then on they are called as any other.

use leptos::prelude::*;
use std::pin::Pin;
use std::sync::{LazyLock, OnceLock};

mod door {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan"], catch)]
        pub async fn replaced() -> Result<JsValue, JsValue>;
    }
}

/// A part of the app that stands in files of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// What is there from the start: the shell and Home.
    Main,
    /// What every open plan needs: its file read and written, edits, what follows; and the table.
    Plan,
    /// What Home shows of stored plans.
    Shelf,
    /// What a plan rests on, a line's details, pasted tables, the guided new plan.
    Edit,
    /// Scenarios, and what is asked of them.
    Ask,
    /// What is shown to others.
    Tell,
    /// What stands around the table.
    Beside,
    /// What is seldom opened.
    Aside,
}

/// Why a module could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The network did not bring it.
    Unreachable,
    /// The server holds another version of the app, without this one's modules.
    Replaced,
}

/// A module on its way.
pub type ModuleArrival = Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

/// How modules are fetched: nothing to wait for when one is there.
pub type FetchModule = fn(Module) -> Option<ModuleArrival>;

static FETCH: Slot<FetchModule> = Slot::new();

/// From now on modules are fetched with this.
pub fn fetch_with(fetch: FetchModule) {
    FETCH.fill(fetch);
}

/// A module on its way; nothing to wait for when it is there.
pub fn start(module: Module) -> Option<ModuleArrival> {
    FETCH.get().and_then(|fetch| fetch(module))
}

/// Waits for a module.
pub async fn fetch(module: Module) -> Result<(), Missing> {
    match start(module) {
        Some(arrival) => arrival.await,
        None => Ok(()),
    }
}

/// A place for what a module hands over.
pub struct Slot<T>(OnceLock<T>);

impl<T: Copy> Slot<T> {
    /// Nothing yet.
    pub const fn new() -> Slot<T> {
        Slot(OnceLock::new())
    }

    /// Hands over. Only the first time counts: a module comes once.
    pub fn fill(&self, what: T) {
        // Else the linker sees the one value that is ever put here, calls it outright and keeps its code in the main
        // module.
        let _ = self.0.set(std::hint::black_box(what));
    }

    /// What was handed over.
    pub fn get(&self) -> Option<T> {
        self.0.get().copied()
    }
}

/// A slot whose filling is followed: what was reckoned without what it holds is reckoned anew with it.
pub struct FollowedSlot<T> {
    slot: Slot<T>,
    is_filled: LazyLock<ArcRwSignal<bool>>,
}

impl<T: Copy> FollowedSlot<T> {
    /// Nothing yet.
    pub const fn new() -> FollowedSlot<T> {
        FollowedSlot { slot: Slot::new(), is_filled: LazyLock::new(|| ArcRwSignal::new(false)) }
    }

    /// Hands over, as [`Slot::fill`] does; each module that needs it does.
    pub fn fill(&self, what: T) {
        self.slot.fill(what);
        if !self.is_filled.get_untracked() {
            self.is_filled.set(true);
        }
    }

    /// What was handed over. Follows whether it was.
    pub fn get(&self) -> Option<T> {
        self.is_filled.track();
        self.slot.get()
    }

    /// What was handed over.
    pub fn get_untracked(&self) -> Option<T> {
        self.slot.get()
    }
}

/// Whether the server holds another version of the app than this one; `false` when it does not answer.
pub async fn is_replaced() -> bool {
    door::replaced().await.is_ok_and(|told| told.is_truthy())
}
