//! The app's own files, beside the page or inside it where the app is one file (`web/src/parts.ts`).

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

mod door {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan", "parts"], catch)]
        pub async fn file(path: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "parts"], catch, js_name = planInside)]
        pub fn plan_inside() -> Result<String, JsValue>;
        #[wasm_bindgen(js_namespace = ["window", "samplan", "parts"], catch, js_name = withPlan)]
        pub async fn with_plan(plan: &str) -> Result<JsValue, JsValue>;
    }
}

/// The text of one of the app's files; none when it cannot be had.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response = door::file(path).await.ok()?.dyn_into::<Response>().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// The plan that was put into the app's one file; empty in others.
pub fn plan_inside() -> String {
    door::plan_inside().unwrap_or_default()
}

/// One file that holds the app and a plan; none when it cannot be made.
pub async fn with_plan(plan: &str) -> Option<Blob> {
    door::with_plan(plan).await.ok()?.dyn_into().ok()
}
