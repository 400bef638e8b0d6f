//! The app: what the browser shows of the model, and what it keeps. Views hold no arithmetic; every number on the
//! screen comes from the model, every word from `locales/` through [`words`].
//!
//! One [`Context`] is handed to all views: settings, the open plan with its history, what follows from it, and the
//! route. Data flows one way: edit → session → plan → outcome → views.

mod charts;
mod commands;
mod components;
mod crash;
mod decisions;
mod exports;
mod keys;
mod late;
mod mount;
mod shell;
mod state;
mod tables;
mod ui;
mod views;
mod words;

fn main() {
    crash::take_over_after_panic();
    // The projector's window shows what another window sends (`web/src/projector.ts`): no app, no plan, no storage.
    if views::present::is_projector() {
        return;
    }
    wasm_bindgen_futures::spawn_local(mount::start());
}
