//! Tables on their way in: from the clipboard, from text files, and from spreadsheets by the module that reads those.

mod file;
mod sheets;
mod source;

pub use file::{ACCEPTED, Fault, is_table, open};
pub use source::Source;
