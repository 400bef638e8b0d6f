//! Edits: everything that people change in a plan, as values. An edit maps a valid plan to a valid plan or is refused
//! with a reason; it never changes what it does not name. The rows of the table that a budget is edited in are here too.

mod association;
mod by_inhabitants;
mod cells;
mod change;
pub mod draft;
mod error;
mod goal_sentence;
mod grid;
mod known;
mod line;
mod line_parts;
mod list;
mod meet;
mod next_decision;
mod order;
mod paste;
mod plan;
mod presentation;
mod promote;
mod promoted_ranges;
mod scenario;
mod schedule;

pub use association::AssociationEdit;
pub use by_inhabitants::{Divided, NotDivided, by_inhabitants};
pub use cells::{CellAmount, CellRow, set_cells, set_reckoned};
pub use change::Edit;
pub use error::EditError;
pub use goal_sentence::goal_in;
pub use grid::{CopyFrom, GridRow, GridSection, copied_block, grid_rows};
pub use known::known;
pub use line::{LineChange, LineEdit};
pub use list::{ListChange, ListStep, WholeList};
pub use meet::MeetEdit;
pub use next_decision::next_decision;
pub use paste::{
    BlockProblem, ChosenByHand, Decided, Extent, PaidBy, PasteTarget, Pasted, PastedBlock, RowUse, TableMapping,
    YearSums, changes, empty_plan, first_of_block, paste, paste_figures, payers, presets, takes_amounts,
};
pub use plan::PlanEdit;
pub use presentation::PresentationEdit;
pub use promote::{MadeNames, ranges_lost};
pub use scenario::{ScenarioEdit, StepField, free_scenario, free_step};
pub use schedule::{ConversionError, as_full_years, to_amounts, to_level};
