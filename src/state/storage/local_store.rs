//! Local storage behind a guard: it may be blocked, full, or throw at any call. A read that failed is told apart from one
//! that found nothing, so that nothing is written over unread; text that storage does not take is held in memory. Its keys
//! are this copy of the app's own, also where the host has another in another folder (`web/src/keys.ts`).

use samplan::exchange;

use leptos::prelude::*;
use samplan::sorted::{SortedMap, sort_by};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Held in the page too, which outlives the app when it panics (`web/src/stored.ts`).
    #[wasm_bindgen(js_namespace = ["window", "samplan"], catch)]
    fn hold(key: &str, text: Option<&str>) -> Result<(), JsValue>;
    /// A key's name in the browser.
    #[wasm_bindgen(js_namespace = ["window", "samplan", "keys"], js_name = named, catch)]
    fn name_of(key: &str) -> Result<String, JsValue>;
    /// The key with this name, where it is this copy's own.
    #[wasm_bindgen(js_namespace = ["window", "samplan", "keys"], js_name = known, catch)]
    fn key_of(name: &str) -> Result<Option<String>, JsValue>;
}

/// Which version of what is stored wrote last; 1 without.
const WRITTEN_BY: &str = "samplan/version";

/// The browser's local storage, as far as it can be used.
#[derive(Clone, Copy)]
pub struct LocalStore {
    usable: bool,
    /// What local storage would not take. For this tab it stands in front of what is stored.
    held: StoredValue<SortedMap<String, String>>,
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
    /// A newer version of the app, which stores what this one cannot read, has written here.
    Newer,
}

/// A key's name in the browser.
pub fn named(key: &str) -> String {
    name_of(key).unwrap_or_else(|_| key.to_owned())
}

/// The key with a name, where it is this copy's own.
pub fn known(name: &str) -> Option<String> {
    key_of(name).ok().flatten()
}

impl LocalStore {
    /// Finds out whether storage can be read.
    pub fn probe() -> LocalStore {
        // A full storage can still be read; only one that refuses even to be looked at is unusable.
        let readable = storage().is_some_and(|storage| storage.length().is_ok() && storage.get_item("probe").is_ok());
        LocalStore { usable: readable, held: StoredValue::new(SortedMap::new()) }
    }

    /// Whether there is a storage.
    pub fn is_usable(self) -> bool {
        self.usable
    }

    /// The text under a key, or that it cannot be known.
    pub fn try_read(self, key: &str) -> Result<Option<String>, StoreError> {
        let held = self.held.with_value(|held| held.get(key).cloned());
        if held.is_some() || !self.usable {
            return Ok(held);
        }
        let storage = storage().ok_or(StoreError::Blocked)?;
        storage.get_item(&named(key)).map_err(|_| StoreError::Blocked)
    }

    /// The text under a key, for what is not worth an error.
    pub fn read(self, key: &str) -> Option<String> {
        self.try_read(key).ok().flatten()
    }

    /// Stores text and reads it back.
    pub fn write(self, key: &str, text: &str) -> Result<(), StoreError> {
        if !self.usable {
            return Err(StoreError::Blocked);
        }
        let storage = storage().ok_or(StoreError::Blocked)?;
        let written_by = self.written_by();
        if written_by > exchange::VERSION {
            return Err(StoreError::Newer);
        }
        let name = named(key);
        storage.set_item(&name, text).map_err(|_| StoreError::Full)?;
        if written_by < exchange::VERSION {
            // An older version that is still open hears of it before it writes.
            let _ = storage.set_item(&named(WRITTEN_BY), &exchange::VERSION.to_string());
        }
        let kept = storage.get_item(&name).ok().flatten().is_some_and(|kept| kept == text);
        if kept {
            self.let_go(key);
            Ok(())
        } else {
            Err(StoreError::NotKept)
        }
    }

    /// Stores text, or holds it in memory when storage does not take it.
    pub fn write_or_hold(self, key: &str, text: &str) -> Result<(), StoreError> {
        let written = self.write(key, text);
        if written.is_err() {
            self.held.update_value(|held| drop(held.insert(key.to_owned(), text.to_owned())));
            let _ = hold(key, Some(text));
        }
        written
    }

    /// The version that wrote last.
    fn written_by(self) -> u32 {
        self.read(WRITTEN_BY).and_then(|text| text.parse().ok()).unwrap_or(1)
    }

    /// Whether a newer version of the app has written here: then this one writes no more.
    pub fn is_outdated(self) -> bool {
        self.written_by() > exchange::VERSION
    }

    /// Takes a key away.
    pub fn remove(self, key: &str) {
        self.let_go(key);
        if let Some(storage) = storage().filter(|_| self.usable && !self.is_outdated()) {
            let _ = storage.remove_item(&named(key));
        }
    }

    fn let_go(self, key: &str) {
        if self.held.try_update_value(|held| held.remove(key)).flatten().is_some() {
            let _ = hold(key, None);
        }
    }

    /// All keys that begin with `prefix`, sorted.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        let mut keys: Vec<String> = self.held.with_value(|held| held.keys().cloned().collect());
        if let Some(storage) = storage().filter(|_| self.usable) {
            let count = storage.length().unwrap_or_default();
            keys.extend((0..count).filter_map(|place| known(&storage.key(place).ok().flatten()?)));
        }
        keys.retain(|key| key.starts_with(prefix));
        sort_by(&mut keys, String::cmp);
        keys.dedup();
        keys
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
