//! Files on the disk that plans are opened from and saved back to, where the browser can (`web/src/disk.ts`).

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DragEvent, File};

mod door {
    use wasm_bindgen::prelude::*;
    use web_sys::DragEvent;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan", "disk"], catch)]
        pub fn can() -> Result<bool, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "disk"], catch)]
        pub async fn choose(types: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "disk"], catch)]
        pub async fn dropped(event: &DragEvent) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "disk"], catch)]
        pub fn bind(number: u32, plan: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "disk"], catch)]
        pub async fn save(plan: &str, name: &str, text: &str) -> Result<JsValue, JsValue>;
    }
}

/// A file that was chosen or dropped, and its number among those that can be saved back to; 0 for none.
pub struct ChosenFile {
    pub file: File,
    pub number: u32,
}

/// What came of saving to a file.
pub enum DiskSave {
    /// It is in this file.
    Kept(String),
    /// Nobody chose a file.
    Left,
    /// Another program has changed the file since; it was not written over.
    Changed(String),
    /// It could not be written.
    Failed(String),
}

/// Whether files can be saved back.
pub fn can() -> bool {
    door::can().unwrap_or_default()
}

/// Lets the user choose a file of these kinds; nothing when none is chosen. An error when the browser does not let it.
pub async fn choose(accepted: &str) -> Result<Option<ChosenFile>, ()> {
    let endings: Array = accepted.split(',').filter(|one| one.starts_with('.')).map(JsValue::from).collect();
    let types = js_sys::Object::new();
    // One kind with all endings: what the system calls each of them does not matter.
    Reflect::set(&types, &"application/x-samplan".into(), &endings).map_err(drop)?;
    door::choose(&types).await.map(|found| chosen(&found)).map_err(drop)
}

/// The file of a drop that is being handled.
pub async fn dropped(event: DragEvent) -> Option<ChosenFile> {
    chosen(&door::dropped(&event).await.ok()?)
}

/// Binds a chosen file to a stored plan.
pub fn bind(number: u32, plan: &str) {
    // Without it the plan is saved to a file that is chosen then.
    let _ = door::bind(number, plan);
}

/// Saves a plan's text to its file, or to one that is chosen now.
pub async fn save(plan: &str, name: &str, text: &str) -> DiskSave {
    let answer = door::save(plan, name, text).await.map(|answer| Array::from(&answer));
    let parts = answer.map(|parts| (parts.get(0).as_string(), parts.get(1).as_string()));
    match parts {
        Ok((Some(what), Some(file))) => match what.as_str() {
            "kept" => DiskSave::Kept(file),
            "left" => DiskSave::Left,
            "changed" => DiskSave::Changed(file),
            _ => DiskSave::Failed(file),
        },
        _ => DiskSave::Failed(name.to_owned()),
    }
}

fn chosen(found: &JsValue) -> Option<ChosenFile> {
    let part = |name: &str| Reflect::get(found, &name.into()).ok();
    let file = part("file")?.dyn_into::<File>().ok()?;
    let number = part("number")?.as_f64().unwrap_or_default();
    Some(ChosenFile { file, number: number as u32 })
}
