//! Tables on their way in: from the clipboard, from text files, and from spreadsheets by the module that reads those.

mod fault;
mod file;
mod sheets;
mod source;

pub use fault::Fault;
pub use file::{ACCEPTED, is_table, open};
pub use source::Source;
