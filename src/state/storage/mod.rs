//! The storage: plans kept in the browser's local storage. A save that says saved has been read back. Text that cannot
//! be read is kept aside untouched and offered for download; nothing is ever written over it. Two tabs that edit the
//! same plan never overwrite each other: the later one goes on as a copy.

mod local_store;
mod plan_store;

pub use local_store::{LocalStore, StoreError};
pub use plan_store::{PlanEntry, PlanKey, PlanStore, Quarantined, SaveError, Unreadable};

use leptos::prelude::*;

/// The stored plans, and a signal that changes when they do.
#[derive(Clone, Copy)]
pub struct Storage {
    store: LocalStore,
    changed: RwSignal<u32>,
}

impl Storage {
    /// Probes the storage once.
    pub fn open() -> Storage {
        Storage { store: LocalStore::probe(), changed: RwSignal::new(0) }
    }

    /// The guarded storage.
    pub fn store(&self) -> LocalStore {
        self.store
    }

    /// The store of plans, for reading; following this follows its changes.
    pub fn plans(&self) -> PlanStore {
        self.changed.track();
        PlanStore::new(self.store)
    }

    /// The store of plans as it is now, without following it.
    pub fn plans_untracked(&self) -> PlanStore {
        PlanStore::new(self.store)
    }

    /// The store of plans, to be changed.
    pub fn change<T>(&self, change: impl FnOnce(&PlanStore) -> T) -> T {
        let result = change(&PlanStore::new(self.store));
        self.changed.update(|count| *count = count.wrapping_add(1));
        result
    }
}
