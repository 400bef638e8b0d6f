//! After a panic the app is not to be trusted with anything: the page takes over (`web/src/crash.ts`) and offers what is
//! stored. Other troubles (an exception that nothing caught, a start that failed) the page hears of by itself.

use leptos::prelude::document;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "samplan"], js_name = crash, catch)]
    fn take_over(reason: &str) -> Result<(), JsValue>;
}

/// From now on a panic is told in the console and on the page.
pub fn take_over_after_panic() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let _ = take_over(&info.to_string());
    }));
}

/// Whether the page has taken over already, before the app could start.
pub fn is_taken_over() -> bool {
    document().body().is_some_and(|body| body.has_attribute("data-crashed"))
}
