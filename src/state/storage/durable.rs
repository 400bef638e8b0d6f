//! The durable copy of the stored plans: in IndexedDB, where a write counts when it is on the disk (`web/src/durable.ts`).
//! What is called saved rests on it, and on a reserve of it in files of the browser's own (`web/src/reserve.ts`).

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

mod door {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan", "durable"], catch)]
        pub async fn all() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "durable"], catch)]
        pub async fn answered() -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "durable"], catch)]
        pub fn removed() -> Result<Option<u32>, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "durable"], catch)]
        pub async fn swap(key: &str, known: Option<&str>, text: &str, changed: f64) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "durable"], catch)]
        pub async fn remove(key: &str, known: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "durable"], catch)]
        pub fn listen(hear: &Closure<dyn Fn(String, Option<String>)>) -> Result<(), JsValue>;
    }
}

/// A plan in the durable copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The plan's key.
    pub key: String,
    /// Its text, as the file would be.
    pub text: String,
    /// When it was changed, milliseconds since 1970.
    pub changed: f64,
}

/// What came of a write.
#[derive(Debug, Clone, PartialEq)]
pub enum Swapped {
    /// It is on the disk.
    Kept,
    /// Another tab has written this since; nothing was written over it.
    Taken(Record),
}

/// Why something is not in the durable copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotDurable {
    /// The browser has no durable storage, forbids it, or had no room.
    Refused,
    /// The browser has not answered yet, as a slow one that was killed: what it has is not known.
    Silent,
}

impl NotDurable {
    fn of(error: &JsValue) -> NotDurable {
        let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
        if name.as_deref() == Some("TimeoutError") { NotDurable::Silent } else { NotDurable::Refused }
    }
}

/// Waits until a browser that was silent has answered.
pub async fn answered() -> Result<(), NotDurable> {
    door::answered().await.map_err(|error| NotDurable::of(&error))
}

/// All plans.
pub async fn all() -> Result<Vec<Record>, NotDurable> {
    let found = door::all().await.map_err(|error| NotDurable::of(&error))?;
    let list = found.dyn_into::<js_sys::Array>().map_err(|_| NotDurable::Refused)?;
    Ok(list.iter().filter_map(|one| record(&one)).collect())
}

/// How many plans came out of the reserve because the browser had taken its database away; `None` where it had not.
pub fn removed() -> Option<u32> {
    door::removed().unwrap_or_default()
}

/// Writes a plan's text, unless another than `known` is there (`None`: it is new). Check and write are one step, whatever
/// other tabs do.
pub async fn swap(key: &str, known: Option<&str>, text: &str, changed: f64) -> Result<Swapped, NotDurable> {
    let there = door::swap(key, known, text, changed).await.map_err(|error| NotDurable::of(&error))?;
    Ok(record(&there).map_or(Swapped::Kept, Swapped::Taken))
}

/// Takes a plan away, if its text is still the one that was known.
pub async fn remove(key: &str, known: &str) -> Result<(), NotDurable> {
    door::remove(key, known).await.map_err(|error| NotDurable::of(&error))
}

/// Hears the key and text of each plan that another tab puts on the disk; no text when it took the plan away.
pub fn listen(hear: impl Fn(String, Option<String>) + 'static) {
    let hear = Closure::<dyn Fn(String, Option<String>)>::new(hear);
    // Without a channel the tabs meet at the next save, which finds what the other wrote.
    let _ = door::listen(&hear);
    hear.forget();
}

fn record(value: &JsValue) -> Option<Record> {
    let part = |name: &str| Reflect::get(value, &name.into()).ok();
    Some(Record {
        key: part("key")?.as_string()?,
        text: part("text")?.as_string()?,
        changed: part("changed")?.as_f64()?,
    })
}
