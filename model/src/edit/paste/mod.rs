//! From a table that was read, and the user's choices, to one edit. Responsible for what each row becomes, for what
//! goes when a table replaces another, for what is remembered till next time, and for what the plan's sums are before
//! and after.

mod account;
mod begin;
mod block;
mod decided;
mod mapping;
mod presets;
mod printed;
mod table;
mod whole;

pub use account::{YearSums, changes};
pub use begin::empty_plan;
pub use block::{BlockProblem, PasteTarget, PastedBlock, first_of_block, paste_figures};
pub use decided::{Decided, Extent, PaidBy, RowUse};
pub use mapping::{ChosenByHand, TableMapping};
pub use presets::{payers, presets, takes_amounts};
pub use table::{Pasted, paste};
