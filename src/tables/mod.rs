//! Tables on their way in: from the clipboard, from text files, and from spreadsheets by the module that reads those; and
//! workbooks on their way out by the same.

mod error;
mod file;
mod sheets;
mod source;

pub use error::TableFileError;
pub use file::{ACCEPTED, is_table, open};
pub use sheets::{FileSheet, write};
pub use source::TableSource;
