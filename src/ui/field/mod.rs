//! Form fields that show a typed text's error where it stands.

mod choice;
mod control;
mod number;
mod text;

pub use choice::Choice;
pub use number::{DraftText, NumberField, NumberKind};
pub use text::TextField;
