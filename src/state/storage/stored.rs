//! Whether anything is stored, asked before there is anything that could read it (`web/src/stored.ts`).

mod door {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["window", "samplan"], catch)]
        pub async fn stored() -> Result<JsValue, JsValue>;
    }
}

/// Whether there is anything beside settings in either copy. What cannot be known may be there.
pub async fn is_anything_stored() -> bool {
    door::stored().await.map_or(true, |told| told.is_truthy())
}
