//! What modules hand over to the table when they come.

use super::state::BudgetTable;
use crate::state::modules::{self, FollowedSlot, Missing, Module, Slot};
use leptos::prelude::*;
use samplan::plan::{Id, Line};
use wasm_bindgen_futures::spawn_local;

/// Draws something of a table's own.
type DrawBeside = fn(BudgetTable) -> AnyView;
/// Where the module of what stands around the table hands over the key figures and controls.
pub static BESIDE: Slot<DrawBeside> = Slot::new();
/// Where it hands over the note on sums that rounded rows do not add up to; the chart under it has it fetched.
pub static ROUNDED: FollowedSlot<DrawBeside> = FollowedSlot::new();

/// Draws the details of a line of an association, taking the focus or not; the callback closes them.
type DrawLine = fn(Id, Id, bool, Callback<()>) -> AnyView;
/// Where the module of details hands over a line's, and the pasting.
pub static LINE_PANEL: Slot<DrawLine> = Slot::new();

/// Draws what the dialog of pasting holds; the signal says whether it asks before it closes.
type DrawPaste = fn(BudgetTable, RwSignal<bool>) -> AnyView;
/// Where it hands over what the dialog of pasting holds.
pub static PASTE: Slot<DrawPaste> = Slot::new();

/// Takes a line of an association away, once it has been said what refers to it.
type RemoveLine = fn(BudgetTable, Id, Line);
/// Where the module of what stands around the table hands over how a line is taken away.
pub static REMOVE: Slot<RemoveLine> = Slot::new();

/// Does something that needs a module: at once where that is there, else when it has come or cannot be had. Nothing is done
/// for a table that was left meanwhile.
pub fn once_fetched(table: BudgetTable, module: Module, act: impl FnOnce(Result<(), Missing>) + 'static) {
    let Some(arrival) = modules::start(module) else { return act(Ok(())) };
    spawn_local(async move {
        let outcome = arrival.await;
        if !table.cursor.is_disposed() {
            act(outcome);
        }
    });
}
