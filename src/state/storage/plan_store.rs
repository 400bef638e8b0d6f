//! The store of plans: each plan is its own text under its own key, as the file would be; an entry beside it says when
//! it changed.

use super::local_store::{LocalStore, StoreError};
use samplan::exchange::{self, ReadError};
use samplan::plan::Plan;
use serde::{Deserialize, Serialize};

const PLAN: &str = "samplan/plan/";
const ENTRY: &str = "samplan/card/";
const QUARANTINE: &str = "samplan/aside/";
const TRASH: &str = "samplan/trash/";
const LAST: &str = "samplan/last";
const MOST_TRASH: usize = 10;

/// Names a stored plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlanKey(String);

impl PlanKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the home view shows of a stored plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// The plan.
    pub key: PlanKey,
    /// Its name.
    pub name: String,
    /// When it was changed, milliseconds since 1970.
    pub changed: f64,
}

/// Text that could not be read and was kept aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Its key in storage.
    pub key: String,
    /// The text, untouched.
    pub text: String,
}

/// A plan that was opened from the store.
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Its text as stored, to tell whether another tab has changed it since.
    pub text: String,
}

/// Stored text that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// Why.
    pub error: ReadError,
    /// Where the text is kept aside.
    pub quarantined: String,
}

/// Why a plan could not be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveError {
    /// The storage would not take it.
    Store(StoreError),
    /// Another tab has saved the plan since it was opened here.
    ChangedElsewhere,
}

/// The stored plans.
#[derive(Clone, Copy)]
pub struct PlanStore {
    store: LocalStore,
}

impl PlanStore {
    pub(super) fn new(store: LocalStore) -> PlanStore {
        PlanStore { store }
    }

    /// The stored plans, last changed first.
    pub fn entries(&self) -> Vec<PlanEntry> {
        let keys = self.store.keys(PLAN).into_iter().filter_map(|key| key.strip_prefix(PLAN).map(str::to_owned));
        let mut entries: Vec<PlanEntry> = keys.map(|key| self.entry(&PlanKey(key))).collect();
        entries.sort_by(|a, b| b.changed.total_cmp(&a.changed).then_with(|| a.name.cmp(&b.name)));
        entries
    }

    fn entry(&self, key: &PlanKey) -> PlanEntry {
        let stored = self.store.read(&format!("{ENTRY}{}", key.0));
        let entry = stored.and_then(|text| serde_json::from_str(&text).ok());
        entry.unwrap_or_else(|| PlanEntry { key: key.clone(), name: key.0.clone(), changed: 0.0 })
    }

    /// A key that no plan has, from a plan's name.
    pub fn new_key(&self, name: &str) -> PlanKey {
        // A deleted plan may still be taken back, to its own place.
        let taken = |id: &str| [PLAN, TRASH].iter().any(|place| self.store.read(&format!("{place}{id}")).is_some());
        PlanKey(samplan::plan::Id::from_name(name, taken).as_str().to_owned())
    }

    /// Opens a plan. Text that cannot be read stays where it is and is kept aside as well.
    pub fn open(&self, key: &PlanKey) -> Result<Option<Opened>, Unreadable> {
        let Some(text) = self.store.read(&format!("{PLAN}{}", key.0)) else { return Ok(None) };
        match exchange::read(&text) {
            Ok(plan) => Ok(Some(Opened { plan, text })),
            Err(error) => {
                let quarantine = format!("{QUARANTINE}{}", key.0);
                if self.store.read(&quarantine).as_deref() != Some(text.as_str()) {
                    let free = std::iter::once(quarantine.clone())
                        .chain((2u32..).map(|number| format!("{quarantine}-{number}")));
                    let free = free.into_iter().find(|key| self.store.read(key).is_none_or(|kept| kept == text));
                    if let Some(free) = free {
                        let _ = self.store.write(&free, &text);
                    }
                }
                Err(Unreadable { error, quarantined: key.0.clone() })
            }
        }
    }

    /// Saves a plan. `known` is its text as this tab last read or wrote it (`None` for a new plan): if the stored text
    /// is another, another tab wrote it and this save is refused. Returns the text as stored.
    pub fn save(&self, key: &PlanKey, plan: &Plan, known: Option<&str>, now: f64) -> Result<String, SaveError> {
        let place = format!("{PLAN}{}", key.0);
        let stored = self.store.read(&place);
        if stored.as_deref() != known && self.store.is_usable() && stored.is_some() {
            return Err(SaveError::ChangedElsewhere);
        }
        let text = exchange::write(plan);
        self.store.write(&place, &text).map_err(SaveError::Store)?;
        let entry = PlanEntry { key: key.clone(), name: plan.name.clone(), changed: now };
        if let Ok(entry) = serde_json::to_string(&entry) {
            // The plan itself is safe; an entry that does not fit is made anew from the plan's key.
            let _ = self.store.write(&format!("{ENTRY}{}", key.0), &entry);
        }
        Ok(text)
    }

    /// Puts a plan in the trash, from which [`PlanStore::restore`] takes it back.
    pub fn delete(&self, key: &PlanKey) -> Result<(), StoreError> {
        let Some(text) = self.store.read(&format!("{PLAN}{}", key.0)) else { return Ok(()) };
        self.store.write(&format!("{TRASH}{}", key.0), &text)?;
        self.store.remove(&format!("{PLAN}{}", key.0));
        let trash = self.store.keys(TRASH);
        let surplus = trash.len().saturating_sub(MOST_TRASH);
        let own = format!("{TRASH}{}", key.0);
        for old in trash.iter().filter(|old| **old != own).take(surplus) {
            self.store.remove(old);
        }
        Ok(())
    }

    /// Takes a plan back from the trash.
    pub fn restore(&self, key: &PlanKey) -> Result<(), StoreError> {
        let trash = format!("{TRASH}{}", key.0);
        if let Some(text) = self.store.read(&trash) {
            self.store.write(&format!("{PLAN}{}", key.0), &text)?;
            self.store.remove(&trash);
        }
        Ok(())
    }

    /// The stored text of a plan, as it is.
    pub fn text(&self, key: &PlanKey) -> Option<String> {
        self.store.read(&format!("{PLAN}{}", key.0))
    }

    /// Texts that could not be read.
    pub fn quarantined(&self) -> Vec<Quarantined> {
        let keys = self.store.keys(QUARANTINE);
        keys.into_iter().filter_map(|key| self.store.read(&key).map(|text| Quarantined { key, text })).collect()
    }

    /// Throws away a text that was kept aside (and the plan it came from, if that is still unreadable text).
    pub fn discard_quarantined(&self, quarantined: &Quarantined) {
        if let Some(name) = quarantined.key.strip_prefix(QUARANTINE) {
            let place = format!("{PLAN}{name}");
            if self.store.read(&place).as_deref() == Some(quarantined.text.as_str()) {
                self.store.remove(&place);
                self.store.remove(&format!("{ENTRY}{name}"));
            }
        }
        self.store.remove(&quarantined.key);
    }

    /// The plan that was open last.
    pub fn last(&self) -> Option<PlanKey> {
        self.store.read(LAST).map(PlanKey)
    }

    /// Remembers the open plan for the next visit.
    pub fn set_last(&self, key: Option<&PlanKey>) {
        match key {
            Some(key) => {
                let _ = self.store.write(LAST, &key.0);
            }
            None => self.store.remove(LAST),
        }
    }
}
