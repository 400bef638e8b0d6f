//! Texts and pictures on their way to the clipboard.

use wasm_bindgen::prelude::*;
use web_sys::Blob;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["window", "samplan"], js_name = copy)]
    async fn door(text: &str, html: Option<String>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "samplan"], js_name = copyPicture)]
    async fn picture_door(picture: &Blob) -> Result<JsValue, JsValue>;
}

/// What is copied: a text and, for programs that take it, the same as HTML.
pub struct Copy {
    pub text: String,
    pub html: Option<String>,
}

/// Copies. Whether the browser took it.
pub async fn copy(what: &Copy) -> bool {
    door(&what.text, what.html.clone()).await.is_ok()
}

/// Copies a picture. Whether the browser took it.
pub async fn copy_picture(picture: &Blob) -> bool {
    picture_door(picture).await.is_ok()
}
