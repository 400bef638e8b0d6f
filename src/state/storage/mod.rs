//! The storage: plans kept in the browser, in two copies and a reserve. The one in local storage is there at once and tells
//! other tabs; the one in IndexedDB is on the disk when it is told to be kept, and only then a plan is called saved; from the
//! reserve plans come back when the browser has taken its database away. At the start the newer of two copies that can be
//! read wins. Text that cannot be read is kept aside untouched and offered for download; nothing is ever written over it.
//! Two tabs that edit the same plan never overwrite each other: the later one goes on as a copy.

mod durable;
mod local_store;
pub mod past;
mod plan_store;
mod recovery;
mod stored;
mod tabs;

pub use local_store::{LocalStore, StoreError};
pub use plan_store::{ChangedElsewhere, PlanEntry, PlanKey, PlanStore, Quarantined, Unreadable, is_safe_start};
pub use stored::is_anything_stored;
pub use tabs::Heard;

use crate::state::engine;
use crate::state::modules::{self, Module};
use durable::{NotDurable, Swapped};
use leptos::prelude::*;
use samplan::plan::Plan;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The stored plans, and a signal that changes when they do.
#[derive(Clone, Copy)]
pub struct Storage {
    store: LocalStore,
    /// Whether there is a durable copy.
    durable: RwSignal<Result<(), NotDurable>>,
    /// See [`Storage::removed`].
    removed: RwSignal<Option<u32>>,
    changed: RwSignal<u32>,
}

/// What came of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It is on the disk.
    Kept,
    /// It is in local storage alone, which the browser writes to the disk in its own time.
    NotDurable,
    /// It is in memory alone.
    Failed(StoreError),
    /// Another tab has written the plan since; its version stands, and this one is not kept yet.
    Taken,
}

impl Storage {
    /// Probes the storage and brings its two copies together.
    pub async fn open() -> Storage {
        let store = LocalStore::probe();
        let durable = recovery::recover(PlanStore::new(store)).await;
        Storage {
            store,
            durable: RwSignal::new(durable),
            removed: RwSignal::new(durable::removed()),
            changed: RwSignal::new(0),
        }
    }

    /// The guarded storage.
    pub fn store(&self) -> LocalStore {
        self.store
    }

    /// Whether a plan can be kept at all, in either copy. Where not, plans are held in memory until the tab is closed.
    pub fn is_usable(&self) -> bool {
        self.store.is_usable() || self.durable.with(Result::is_ok)
    }

    /// Whether the browser has yet to say what it has on the disk: then plans may be missing from the lists.
    pub fn is_silent(&self) -> bool {
        self.durable.get() == Err(NotDurable::Silent)
    }

    /// How many plans came out of the reserve because the browser had taken its database away since the last start;
    /// `None` where it had not.
    pub fn removed(&self) -> Option<u32> {
        self.removed.get()
    }

    /// Whether a newer version of the app has written here: then this one writes no more.
    pub fn is_outdated(&self) -> bool {
        self.store.is_outdated()
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

    /// Saves a plan. `known` is its text as this tab last read or wrote it (`None` for a new plan): if another is stored,
    /// another tab wrote it and this save is refused. Returns the text; `settled` is told what came of it.
    pub fn save(
        &self,
        key: &PlanKey,
        plan: &Plan,
        known: Option<String>,
        now: f64,
        settled: impl FnOnce(Settled) + 'static,
    ) -> Result<String, ChangedElsewhere> {
        let Some(text) = engine::write(plan) else {
            settled(Settled::Failed(StoreError::NotKept));
            return Ok(known.unwrap_or_default());
        };
        let entry = PlanEntry { key: key.clone(), name: plan.name.clone(), changed: now, deleted: None };
        let local = self.change(|plans| plans.write(&entry, &text, known.as_deref()))?;
        if local == Err(StoreError::Newer) {
            settled(Settled::Failed(StoreError::Newer));
            return Ok(text);
        }
        let (storage, key, written) = (*self, key.clone(), text.clone());
        spawn_local(async move {
            settled(match durable::swap(key.as_str(), known.as_deref(), &written, now).await {
                Ok(Swapped::Kept) => Settled::Kept,
                Ok(Swapped::Taken(other)) => {
                    storage.change(|plans| plans.put_back(&other, &written));
                    Settled::Taken
                }
                Err(_) => local.map_or_else(Settled::Failed, |()| Settled::NotDurable),
            });
        });
        Ok(text)
    }

    /// Hears what other tabs do, for as long as the page lives.
    pub fn follow_tabs(&self, hear: impl Fn(Heard) + 'static) {
        let storage = *self;
        let hear: Rc<dyn Fn(Heard)> = Rc::new(move |heard| {
            hear(heard);
            // The lists of plans follow.
            storage.change(|_| ());
        });
        tabs::follow(move || storage.durable.with_untracked(Result::is_ok), hear.clone());
        if self.durable.get_untracked() == Err(NotDurable::Silent) {
            spawn_local(async move {
                let answer = storage.hear_late(&*hear).await;
                storage.durable.set(answer);
            });
        }
    }

    /// Waits for a durable copy that was silent at the start, and brings in what it has.
    async fn hear_late(&self, hear: &dyn Fn(Heard)) -> Result<(), NotDurable> {
        durable::answered().await?;
        self.removed.set(durable::removed());
        // What reads plans was not needed as long as none was known of.
        modules::fetch(Module::Plan).await.map_err(|_| NotDurable::Silent)?;
        recovery::recover_late(PlanStore::new(self.store)).await?.into_iter().for_each(hear);
        self.change(|_| ());
        Ok(())
    }

    /// Puts a plan in the trash.
    pub fn delete(&self, key: &PlanKey) -> Result<(), StoreError> {
        let deleted = self.change(|plans| plans.delete(key))?;
        if let Some(text) = deleted {
            let key = key.clone();
            // A copy that cannot be taken away now is at the next start, when it is found in the trash.
            spawn_local(async move {
                let _ = durable::remove(key.as_str(), &text).await;
            });
        }
        Ok(())
    }

    /// Takes plans out of the trash for good, with all that they were.
    pub async fn forget_deleted(self, keys: Vec<PlanKey>) {
        for key in &keys {
            self.change(|plans| plans.forget_deleted(key));
            past::forget(Some(key)).await;
        }
        self.change(|_| ());
    }

    /// Takes a plan back from the trash; `false` when it is not there.
    pub fn restore(&self, key: &PlanKey) -> bool {
        let Some((text, changed)) = self.change(|plans| plans.restore(key)) else { return false };
        let key = key.clone();
        // Its copy in local storage is there already; the durable one follows at the next save, if not now.
        spawn_local(async move {
            let _ = durable::swap(key.as_str(), None, &text, changed).await;
        });
        true
    }
}
