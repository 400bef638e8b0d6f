//! The chart library and what we ask of it.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// The chart library, fetched once (`web/src/shell.ts`).
    #[wasm_bindgen(catch, js_namespace = ["window", "samplan"], js_name = charts)]
    pub async fn library() -> Result<JsValue, JsValue>;

    /// Its functions (`web/src/charts.ts`).
    pub type Library;
    /// Draws options in an element.
    #[wasm_bindgen(method, catch)]
    pub fn render(this: &Library, element: &HtmlElement, option: &str) -> Result<(), JsValue>;
    /// What is in sight as pictures of a kind, with a caption.
    #[wasm_bindgen(method, catch)]
    pub async fn pictures(this: &Library, kind: &str, caption: &str) -> Result<JsValue, JsValue>;
}
