//! The store of plans: each plan is its own text under its own key, as the file would be; an entry beside it says when
//! it changed.

use super::durable::Record;
use super::local_store::{LocalStore, StoreError, named};
use crate::state::engine;
use crate::state::fields::{JsonRecord, number_of, text_of};
use samplan::exchange::ReadError;
use samplan::plan::Plan;
use samplan::sorted::sort_by;

pub(super) const PLAN: &str = "samplan/plan/";
const ENTRY: &str = "samplan/card/";
const QUARANTINE: &str = "samplan/aside/";
/// No longer than the plans' own: a plan that is moved to the trash of a full storage must have room there.
const TRASH: &str = "samplan/bin/";
/// When a plan was last given out as a file.
const FILED: &str = "samplan/filed/";
const LAST: &str = "samplan/last";
/// As in `web/src/crash.ts`.
const SAFE: &str = "samplan/safe";
const MOST_TRASH: usize = 10;

/// Names a stored plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlanKey(String);

impl PlanKey {
    pub(super) fn new(key: &str) -> PlanKey {
        PlanKey(key.to_owned())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the home view shows of a stored plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanEntry {
    /// The plan.
    pub key: PlanKey,
    pub name: String,
    /// When it was changed, milliseconds since 1970.
    pub changed: f64,
    /// When it was put in the trash.
    pub deleted: Option<f64>,
}

impl PlanEntry {
    fn of_fields(fields: &JsonRecord) -> Option<PlanEntry> {
        Some(PlanEntry {
            key: PlanKey(fields.text("key")?),
            name: fields.text("name")?,
            changed: fields.number("changed")?,
            deleted: fields.number("deleted"),
        })
    }

    fn fields(&self) -> JsonRecord {
        let fields = JsonRecord::new().with("key", self.key.as_str()).with("name", self.name.as_str());
        let fields = fields.with("changed", self.changed);
        match self.deleted {
            Some(deleted) => fields.with("deleted", deleted),
            None => fields,
        }
    }
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
pub struct OpenedPlan {
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

/// Another tab has saved the plan since it was opened here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedElsewhere;

/// The stored plans.
#[derive(Clone, Copy)]
pub struct PlanStore {
    store: LocalStore,
}

impl PlanStore {
    pub(super) fn new(store: LocalStore) -> PlanStore {
        PlanStore { store }
    }

    /// Whether a newer version of the app has written here.
    pub(super) fn is_outdated(&self) -> bool {
        self.store.is_outdated()
    }

    /// Whether there is nothing at all: no plan, none in the trash, no text aside.
    pub fn is_empty(&self) -> bool {
        [PLAN, TRASH, QUARANTINE].iter().all(|place| self.store.keys(place).is_empty())
    }

    /// The stored plans, last changed first.
    pub fn entries(&self) -> Vec<PlanEntry> {
        let keys = self.store.keys(PLAN).into_iter().filter_map(|key| key.strip_prefix(PLAN).map(str::to_owned));
        let mut entries: Vec<PlanEntry> = keys.map(|key| self.entry(&PlanKey(key))).collect();
        sort_by(&mut entries, |a, b| b.changed.total_cmp(&a.changed).then_with(|| a.name.cmp(&b.name)));
        entries
    }

    /// What is known of a stored plan.
    pub fn entry(&self, key: &PlanKey) -> PlanEntry {
        let stored = self.store.read(&format!("{ENTRY}{}", key.0));
        let entry = stored.and_then(|text| PlanEntry::of_fields(&JsonRecord::read(&text)?));
        entry.unwrap_or_else(|| {
            let text = self.text(key).or_else(|| self.store.read(&format!("{TRASH}{}", key.0)));
            let plan = text.and_then(|text| engine::read(&text).ok());
            let name = plan.map_or_else(|| key.0.clone(), |plan| plan.name);
            PlanEntry { key: key.clone(), name, changed: 0.0, deleted: None }
        })
    }

    /// A key that no plan has, from a plan's name.
    pub fn new_key(&self, name: &str) -> PlanKey {
        // A deleted plan may still be taken back, to its own place.
        let taken = |id: &str| [PLAN, TRASH].iter().any(|place| self.store.read(&format!("{place}{id}")).is_some());
        PlanKey(samplan::plan::Id::from_name(name, taken).as_str().to_owned())
    }

    /// Opens a plan. Text that cannot be read stays where it is and is kept aside as well.
    pub fn open(&self, key: &PlanKey) -> Result<Option<OpenedPlan>, Unreadable> {
        let Some(text) = self.store.read(&format!("{PLAN}{}", key.0)) else { return Ok(None) };
        match engine::read(&text) {
            Ok(plan) => Ok(Some(OpenedPlan { plan, text })),
            Err(error) => {
                self.quarantine(key, &text);
                Err(Unreadable { error, quarantined: key.0.clone() })
            }
        }
    }

    /// The stored plan that a plan is a version of: the same one where there is one, else the last changed; and whether it
    /// is the same.
    pub fn version_of(&self, plan: &Plan) -> Option<(PlanEntry, bool)> {
        let versions = self.entries().into_iter().filter_map(|entry| {
            let text = self.text(&entry.key).filter(|text| text.contains(plan.id.as_str()))?;
            let stored = engine::read(&text).ok().filter(|stored| stored.id == plan.id)?;
            Some((entry, stored == *plan))
        });
        let versions: Vec<(PlanEntry, bool)> = versions.collect();
        versions.iter().find(|(_, same)| *same).or(versions.first()).cloned()
    }

    /// Keeps text aside that cannot be read.
    pub(super) fn quarantine(&self, key: &PlanKey, text: &str) {
        let own = format!("{QUARANTINE}{}", key.0);
        let places = std::iter::once(own.clone()).chain((2u32..).map(|number| format!("{own}-{number}")));
        let free = places.into_iter().find(|place| self.store.read(place).is_none_or(|kept| kept == text));
        if let Some(free) = free.filter(|place| self.store.read(place).is_none()) {
            let _ = self.store.write(&free, text);
        }
    }

    /// Writes a plan's text, unless another than `known` is there. What local storage does not take is held in memory,
    /// and the error says why.
    pub(super) fn write(
        &self,
        entry: &PlanEntry,
        text: &str,
        known: Option<&str>,
    ) -> Result<Result<(), StoreError>, ChangedElsewhere> {
        let place = format!("{PLAN}{}", entry.key.0);
        if self.store.is_outdated() {
            // Held for this tab, which goes on with it.
            return Ok(self.store.write_or_hold(&place, text));
        }
        match self.store.try_read(&place) {
            Ok(Some(stored)) if Some(stored.as_str()) != known => return Err(ChangedElsewhere),
            Ok(_) => {}
            // What stands there is not known, so nothing is written over it.
            Err(error) => return Ok(Err(error)),
        }
        let written = self.store.write_or_hold(&place, text);
        self.write_entry(entry);
        Ok(written)
    }

    fn write_entry(&self, entry: &PlanEntry) {
        if let Some(text) = entry.fields().write() {
            // The plan itself is safe; an entry that does not fit is made anew from the plan's key.
            let _ = self.store.write_or_hold(&format!("{ENTRY}{}", entry.key.0), &text);
        }
    }

    /// Makes local storage what the durable copy is.
    pub(super) fn put(&self, record: &Record) {
        let key = PlanKey(record.key.clone());
        let name = engine::read(&record.text).map_or_else(|_| record.key.clone(), |plan| plan.name);
        let _ = self.store.write_or_hold(&format!("{PLAN}{}", key.0), &record.text);
        self.write_entry(&PlanEntry { key, name, changed: record.changed, deleted: None });
    }

    /// Makes local storage what the durable copy is, after this tab wrote `mine` over it.
    pub(super) fn put_back(&self, record: &Record, mine: &str) {
        if self.store.read(&format!("{PLAN}{}", record.key)).as_deref() == Some(mine) {
            self.put(record);
        }
    }

    /// Puts a plan in the trash, from which [`PlanStore::restore`] takes it back. Returns its text, if it was there.
    pub(super) fn delete(&self, key: &PlanKey) -> Result<Option<String>, StoreError> {
        if self.store.is_outdated() {
            return Err(StoreError::Newer);
        }
        let (place, trash) = (format!("{PLAN}{}", key.0), format!("{TRASH}{}", key.0));
        let Some(text) = self.store.try_read(&place)? else { return Ok(None) };
        let entry = PlanEntry { deleted: Some(js_sys::Date::now()), ..self.entry(key) };
        // Room is made first: in a full storage there is no room for both.
        self.store.remove(&place);
        self.store.remove(&format!("{ENTRY}{}", key.0));
        while self.store.write_or_hold(&trash, &text) == Err(StoreError::Full) {
            // The oldest in the trash give way; what then still has no room there is held for this visit.
            let Some(oldest) = self.trash().into_iter().rfind(|entry| entry.key != *key) else { break };
            self.forget(&oldest);
        }
        self.write_entry(&entry);
        for surplus in self.trash().into_iter().skip(MOST_TRASH) {
            self.forget(&surplus);
        }
        Ok(Some(text))
    }

    /// The plans in the trash, the last deleted first.
    pub fn trash(&self) -> Vec<PlanEntry> {
        let keys = self.store.keys(TRASH).into_iter().filter_map(|key| key.strip_prefix(TRASH).map(PlanKey::new));
        let mut entries: Vec<PlanEntry> = keys.map(|key| self.entry(&key)).collect();
        sort_by(&mut entries, |a, b| b.deleted.unwrap_or_default().total_cmp(&a.deleted.unwrap_or_default()));
        entries
    }

    fn forget(&self, entry: &PlanEntry) {
        self.forget_deleted(&entry.key);
    }

    /// Takes a plan out of the trash for good.
    pub(super) fn forget_deleted(&self, key: &PlanKey) {
        self.store.remove(&format!("{TRASH}{}", key.0));
        self.store.remove(&format!("{ENTRY}{}", key.0));
        self.store.remove(&format!("{FILED}{}", key.0));
    }

    /// Notes that a plan has been given out as a file.
    pub fn note_file(&self, key: &PlanKey) {
        // Only a reminder rests on it.
        let _ = self.store.write(&format!("{FILED}{}", key.0), &text_of(js_sys::Date::now()));
    }

    /// When a plan was last given out as a file, milliseconds since 1970.
    pub fn filed(&self, key: &PlanKey) -> Option<f64> {
        self.store.read(&format!("{FILED}{}", key.0)).and_then(|text| number_of(&text))
    }

    pub(super) fn is_in_trash(&self, key: &PlanKey, text: &str) -> bool {
        self.store.read(&format!("{TRASH}{}", key.0)).as_deref() == Some(text)
    }

    /// Takes a plan back from the trash, unless another has its place: its text, and when it was changed.
    pub(super) fn restore(&self, key: &PlanKey) -> Option<(String, f64)> {
        if self.store.is_outdated() {
            return None;
        }
        let (place, trash) = (format!("{PLAN}{}", key.0), format!("{TRASH}{}", key.0));
        let text = self.store.read(&trash)?;
        if self.store.try_read(&place) != Ok(None) {
            return None;
        }
        self.store.remove(&trash);
        let _ = self.store.write_or_hold(&place, &text);
        let entry = PlanEntry { deleted: None, ..self.entry(key) };
        self.write_entry(&entry);
        Some((text, entry.changed))
    }

    /// The stored text of a plan, as it is.
    pub fn text(&self, key: &PlanKey) -> Option<String> {
        self.store.read(&format!("{PLAN}{}", key.0))
    }

    pub(super) fn try_text(&self, key: &PlanKey) -> Result<Option<String>, StoreError> {
        self.store.try_read(&format!("{PLAN}{}", key.0))
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

    /// The plan that was open last, in this tab or else in any.
    pub fn last(&self) -> Option<PlanKey> {
        let tab = tab_storage().and_then(|tab| tab.get_item(&named(LAST)).ok().flatten());
        tab.or_else(|| self.store.read(LAST)).map(PlanKey)
    }

    /// Remembers the open plan for the next visit.
    pub fn set_last(&self, key: Option<&PlanKey>) {
        match key {
            Some(key) => {
                if let Some(tab) = tab_storage() {
                    let _ = tab.set_item(&named(LAST), &key.0);
                }
                let _ = self.store.write(LAST, &key.0);
            }
            None => {
                if let Some(tab) = tab_storage() {
                    let _ = tab.remove_item(&named(LAST));
                }
                self.store.remove(LAST);
            }
        }
    }
}

/// Whether the page after a crash asked this start to open no plan by itself (`web/src/crash.ts`); it holds for one start.
pub fn is_safe_start() -> bool {
    let Some(tab) = tab_storage() else { return false };
    let asked = tab.get_item(SAFE).ok().flatten().is_some();
    asked && tab.remove_item(SAFE).is_ok()
}

/// What one tab alone remembers.
fn tab_storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().session_storage().ok().flatten()
}
