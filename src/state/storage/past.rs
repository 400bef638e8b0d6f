//! What the stored plans were: the steps that undo takes after a reload, and versions of earlier sessions
//! (`web/src/past.ts`). What cannot be kept here is not worth an error: the plan itself is safe.

use super::plan_store::PlanKey;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

mod door {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], catch)]
        pub async fn note(plan: &str, before: &str, after: &str, label: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], catch)]
        pub async fn moved(plan: &str, text: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], catch)]
        pub async fn recall(plan: &str, text: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], js_name = keepVersion, catch)]
        pub async fn keep_version(plan: &str, text: &str, at: f64) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], catch)]
        pub async fn versions(plan: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], js_name = forgetPast, catch)]
        pub async fn forget_past(plan: Option<&str>) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], catch)]
        pub async fn room() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "past"], catch)]
        pub fn persist() -> Result<(), JsValue>;
    }
}

/// A plan's text on the other side of a step, and the words for the step.
#[derive(Debug, Clone, PartialEq)]
pub struct PastStep {
    pub text: String,
    /// What the step did, in the language that it was done in.
    pub label: String,
}

/// A plan as it was when a session began to change it.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub text: String,
    /// When it was set aside, milliseconds since 1970.
    pub at: f64,
}

/// The room that the stored plans take, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Room {
    /// Plans in local storage.
    pub plans: f64,
    /// Deleted plans in local storage.
    pub bin: f64,
    /// Versions of earlier sessions.
    pub versions: f64,
    /// All else in local storage, also of others on the same host.
    pub others: f64,
    /// Whether the browser has promised to keep it all though room gets short.
    pub is_persisted: bool,
}

/// Notes that a plan's text became another.
pub fn note(key: &PlanKey, before: &str, after: &str, label: &str) {
    let [key, before, after, label] = [key.as_str(), before, after, label].map(str::to_owned);
    spawn_local(async move {
        let _ = door::note(&key, &before, &after, &label).await;
    });
}

/// Notes that a step was taken back, or again.
pub fn moved(key: &PlanKey, text: &str) {
    let [key, text] = [key.as_str(), text].map(str::to_owned);
    spawn_local(async move {
        let _ = door::moved(&key, &text).await;
    });
}

/// The steps around a plan's text, the nearest first: those that undo takes, and those that redo takes.
pub async fn recall(key: &PlanKey, text: &str) -> Option<[Vec<PastStep>; 2]> {
    let found = door::recall(key.as_str(), text).await.ok().filter(JsValue::is_object)?;
    let step = |one: JsValue| Some(PastStep { text: text_of(&one, "text")?, label: text_of(&one, "label")? });
    let side = |name: &str| {
        let steps = Reflect::get(&found, &name.into()).ok()?.dyn_into::<Array>().ok()?;
        Some(steps.iter().filter_map(step).collect())
    };
    Some([side("past")?, side("future")?])
}

/// Keeps a plan as it was before this session changed it.
pub fn keep_version(key: &PlanKey, text: &str, at: f64) {
    let [key, text] = [key.as_str(), text].map(str::to_owned);
    spawn_local(async move {
        let _ = door::keep_version(&key, &text, at).await;
    });
}

/// A plan's versions, the newest first; none when they cannot be had.
pub async fn versions(key: &PlanKey) -> Vec<Version> {
    let found = door::versions(key.as_str()).await.ok().and_then(|found| found.dyn_into::<Array>().ok());
    let version = |one: JsValue| Some(Version { text: text_of(&one, "text")?, at: number_of(&one, "at")? });
    found.map_or_else(Vec::new, |found| found.iter().filter_map(version).collect())
}

/// Forgets what a plan was, or the versions of all plans.
pub async fn forget(key: Option<&PlanKey>) {
    let _ = door::forget_past(key.map(PlanKey::as_str)).await;
}

/// The room that all of it takes.
pub async fn room() -> Room {
    let Ok(found) = door::room().await else { return Room::default() };
    let size = |name| number_of(&found, name).unwrap_or_default();
    let is_persisted = Reflect::get(&found, &"persisted".into()).is_ok_and(|value| value.is_truthy());
    Room { plans: size("plans"), bin: size("bin"), versions: size("versions"), others: size("others"), is_persisted }
}

/// Asks the browser to keep what is stored though room gets short.
pub fn persist() {
    let _ = door::persist();
}

fn text_of(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

fn number_of(value: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(value, &name.into()).ok()?.as_f64()
}
