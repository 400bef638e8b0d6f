//! Exchange: how plans leave Samplan and come back. Responsible for the JSON file (envelope, version, migrations,
//! limits, schema) and for reading tables pasted from Excel or Word.
//!
//! ```text
//! text ──json──▶ Value ──envelope──▶ version, plan ──migrate──▶ newest plan ──shape──▶ Plan ──validate──▶ Plan
//! ```
//!
//! Nothing is guessed or repaired on the way: what a file says that this version does not understand is a
//! [`ReadError`], which says where and what. A file is read whole or not at all.

mod checksum;
mod decode;
mod error;
mod json;
mod migrate;
mod path;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod shape;
pub mod table;
mod wording;
mod write;

pub use decode::decode;
pub use error::{Expected, Found, MigrationFault, Position, ReadError, Syntax};
pub use read::{read, read_changed};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use write::{fits, write};

/// What a plan file says in its `format` field.
pub const FORMAT: &str = "samplan";
/// The newest version of the file format, the one that [`write`] writes.
pub const VERSION: u32 = 1;
/// The oldest version that was ever released; [`read`] opens every version from here on.
pub const OLDEST_VERSION: u32 = 1;
/// The most bytes that a plan file can have (5 MiB).
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The most lists and objects inside each other.
pub const MOST_DEPTH: usize = 32;
/// The most values (lists, objects, texts, numbers…) in a file.
pub const MOST_VALUES: usize = 500_000;
