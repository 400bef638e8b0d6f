//! The vault: plans kept in the browser's local storage. A save that says saved has been read back. Text that cannot
//! be read is kept aside untouched and offered for download; nothing is ever written over it. Two tabs that edit the
//! same plan never overwrite each other: the later one goes on as a copy.

mod shelf;
mod store;

pub use shelf::{Aside, Card, PlanKey, SaveError, Shelf, Unreadable};
pub use store::{Store, StoreError};

use leptos::prelude::*;

/// The stored plans, and a signal that changes when they do.
#[derive(Clone, Copy)]
pub struct Vault {
    store: Store,
    changed: RwSignal<u32>,
}

impl Vault {
    /// Probes the storage once.
    pub fn open() -> Vault {
        Vault { store: Store::probe(), changed: RwSignal::new(0) }
    }

    /// The guarded storage.
    pub fn store(&self) -> Store {
        self.store
    }

    /// The shelf of plans, for reading; following this follows its changes.
    pub fn shelf(&self) -> Shelf {
        self.changed.track();
        Shelf::new(self.store)
    }

    /// The shelf of plans as it is now, without following it.
    pub fn peek(&self) -> Shelf {
        Shelf::new(self.store)
    }

    /// The shelf of plans, to be changed.
    pub fn change<T>(&self, change: impl FnOnce(&Shelf) -> T) -> T {
        let result = change(&Shelf::new(self.store));
        self.changed.update(|count| *count = count.wrapping_add(1));
        result
    }
}
