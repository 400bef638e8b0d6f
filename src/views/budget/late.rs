//! What modules hand over to the table when they come.

use super::state::BudgetTable;
use crate::state::modules::Slot;
use leptos::prelude::*;
use samplan::plan::Id;

/// Draws the controls of a table.
type DrawFindings = fn(BudgetTable) -> AnyView;
/// Where the module of what stands around the table hands over its controls.
pub static FINDINGS: Slot<DrawFindings> = Slot::new();

/// Draws the details of a line of an association, taking the focus or not; the callback closes them.
type DrawLine = fn(Id, Id, bool, Callback<()>) -> AnyView;
/// Where the module of details hands over a line's, and the pasting.
pub static LINE_PANEL: Slot<DrawLine> = Slot::new();

/// Draws what the dialog of pasting holds; the signal says whether it asks before it closes.
type DrawPaste = fn(BudgetTable, RwSignal<bool>) -> AnyView;
/// Where it hands over what the dialog of pasting holds.
pub static PASTE: Slot<DrawPaste> = Slot::new();
