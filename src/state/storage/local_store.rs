//! Local storage behind a guard: `gloo_storage` panics where storage is blocked, so it is probed once first.

use gloo_storage::{LocalStorage, Storage};

/// The browser's local storage, when it can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalStore {
    usable: bool,
}

/// Why text could not be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// The browser has no storage, or forbids it.
    Blocked,
    /// The storage is full, or refused the write.
    Full,
    /// What was read back was not what was written.
    NotKept,
}

impl LocalStore {
    /// Finds out whether storage can be written and read.
    pub fn probe() -> LocalStore {
        const PROBE: &str = "samplan/probe";
        let storage = leptos::prelude::window().local_storage().ok().flatten();
        let usable = storage.is_some_and(|storage| {
            // A full storage can still be read; only one that refuses even to be looked at is unusable.
            let readable = storage.length().is_ok() && storage.get_item(PROBE).is_ok();
            let _ = storage.remove_item(PROBE);
            readable
        });
        LocalStore { usable }
    }

    /// Whether there is a storage.
    pub fn is_usable(self) -> bool {
        self.usable
    }

    /// The text under a key.
    pub fn read(self, key: &str) -> Option<String> {
        self.usable.then(|| LocalStorage::raw().get_item(key).ok().flatten()).flatten()
    }

    /// Stores text and reads it back.
    pub fn write(self, key: &str, text: &str) -> Result<(), StoreError> {
        if !self.usable {
            return Err(StoreError::Blocked);
        }
        LocalStorage::raw().set_item(key, text).map_err(|_| StoreError::Full)?;
        if self.read(key).as_deref() == Some(text) { Ok(()) } else { Err(StoreError::NotKept) }
    }

    /// Takes a key away.
    pub fn remove(self, key: &str) {
        if self.usable {
            let _ = LocalStorage::raw().remove_item(key);
        }
    }

    /// All keys that begin with `prefix`, sorted.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        if !self.usable {
            return Vec::new();
        }
        let storage = LocalStorage::raw();
        let count = storage.length().unwrap_or_default();
        let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
        let mut keys: Vec<String> = keys.filter(|key| key.starts_with(prefix)).collect();
        keys.sort();
        keys
    }
}
