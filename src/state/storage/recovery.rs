//! At the start: the copy in local storage and the durable one are brought together. For each plan the newer copy that
//! can be read wins; a copy that cannot be read is put aside before another takes its place.

use super::durable::{self, NotDurable, Record};
use super::plan_store::{PlanKey, PlanStore};
use super::tabs::Heard;
use crate::state::engine;

/// Brings the copies together. Without a durable copy local storage stands as it is.
pub async fn recover(plans: PlanStore) -> Result<(), NotDurable> {
    if plans.is_outdated() {
        return Err(NotDurable::Refused);
    }
    let records = durable::all().await?;
    for record in &records {
        if let Some((text, changed)) = wanted(plans, record) {
            let _ = durable::swap(&record.key, Some(&record.text), &text, changed).await;
        }
    }
    // Plans that have no durable copy yet get one.
    for entry in plans.entries() {
        if records.iter().all(|record| record.key != entry.key.as_str())
            && let Some(text) = plans.text(&entry.key).filter(|text| engine::read(text).is_ok())
        {
            let _ = durable::swap(entry.key.as_str(), None, &text, entry.changed).await;
        }
    }
    Ok(())
}

/// Brings in what a durable copy has that was silent at the start: plans that local storage lacks, and newer ones. Tells
/// of the latter as written by another, and of those that were changed here meanwhile, from something older.
pub async fn recover_late(plans: PlanStore) -> Result<Vec<Heard>, NotDurable> {
    let mut news = Vec::new();
    for record in durable::all().await? {
        let key = PlanKey::new(&record.key);
        match plans.try_text(&key) {
            Ok(None) => drop(wanted(plans, &record)),
            Ok(Some(text)) if text != record.text && engine::read(&record.text).is_ok() => {
                if plans.entry(&key).changed < record.changed {
                    plans.put(&record);
                    news.push(Heard::Wrote(key, record.text));
                } else {
                    news.push(Heard::Parted(key));
                }
            }
            _ => {}
        }
    }
    Ok(news)
}

/// What the durable copy is to become, when local storage has something newer. Otherwise local storage becomes what is
/// durable.
fn wanted(plans: PlanStore, record: &Record) -> Option<(String, f64)> {
    let key = PlanKey::new(&record.key);
    match plans.try_text(&key) {
        // What cannot be read now is not written over; it may be read at the next start.
        Err(_) => None,
        Ok(None) if plans.is_in_trash(&key, &record.text) => {
            let (key, text) = (record.key.clone(), record.text.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let _ = durable::remove(&key, &text).await;
            });
            None
        }
        Ok(None) => {
            plans.put(record);
            None
        }
        Ok(Some(text)) if text == record.text => None,
        Ok(Some(text)) => {
            let changed = plans.entry(&key).changed;
            let (readable, durable_readable) = (engine::read(&text).is_ok(), engine::read(&record.text).is_ok());
            if readable && (changed > record.changed || !durable_readable) {
                return Some((text, changed));
            }
            if !readable {
                plans.quarantine(&key, &text);
            }
            if durable_readable {
                plans.put(record);
            }
            None
        }
    }
}
